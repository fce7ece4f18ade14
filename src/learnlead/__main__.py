"""`learnlead` and `python -m learnlead`."""

from __future__ import annotations


def main() -> None:
    """Run the program and exit with its code."""
    try:
        from learnlead.cli.app import app
    except KeyboardInterrupt:  # before the program could begin
        raise SystemExit(130) from None
    app()


if __name__ == "__main__":
    main()
