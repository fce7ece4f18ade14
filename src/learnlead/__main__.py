"""`learnlead` and `python -m learnlead`."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the program and exit with its code."""
    try:
        from learnlead.cli.app import app
    except KeyboardInterrupt:  # before the program could begin
        raise SystemExit(130) from None
    # Ten thousand pages are many objects and no cycles: collecting seldom saves a tenth.
    gc.set_threshold(200_000, 20, 100)
    app()


if __name__ == "__main__":
    main()
