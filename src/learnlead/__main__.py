"""The entry point of `learnlead` and `python -m learnlead`."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the program and exit with its code."""
    # Modules and ten thousand pages are many objects, few of them garbage: collecting seldom, and
    # not at exit, saves a fifth of the time.
    gc.set_threshold(200_000, 20, 100)
    atexit.register(gc.freeze)
    # Pydantic would look for plugins in all installed packages, and run them.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    from learnlead.cli.exits import EXIT_CODE, report_unexpected, silence_uncaught

    try:
        from learnlead.own_name import USUAL, own_name, set_name_finder

        set_name_finder(_name_here)
        from learnlead.cli.app import app

        silence_uncaught()
        name = own_name()
        app(prog_name=None if name == USUAL else name)  # Typer names `python -m learnlead` itself
    except SystemExit:
        raise
    except KeyboardInterrupt:  # before `app` could catch it
        raise SystemExit(130) from None
    except BaseException as error:  # noqa: BLE001 - the last handler
        report_unexpected(error, "learnlead")
        raise SystemExit(EXIT_CODE) from None


def _name_here() -> str:
    from contextlib import suppress
    from pathlib import Path

    from learnlead.adapters.disk.state import home_folder
    from learnlead.adapters.schedulers.machine import typed_name

    cwd = None
    with suppress(OSError):
        cwd = Path.cwd()
    return typed_name(sys.argv[0], os.environ.get("PATH"), cwd, home_folder(os.environ))


if __name__ == "__main__":
    main()
