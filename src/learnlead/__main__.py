"""`learnlead` and `python -m learnlead`."""

from __future__ import annotations


def main() -> None:
    """Run the program and exit with its code."""
    from learnlead.cli.app import app

    app()


if __name__ == "__main__":
    main()
