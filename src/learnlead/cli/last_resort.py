"""What nobody foresaw, told in one line without a word of the writer's: no message, no traceback.

An exception's message and its traceback hold values, and in this program values are words of a
journal. The line holds names that stand in the program's own code, and a line number.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Final

from learnlead.errors import Problem

EXIT_CODE: Final = 3
DEBUG: Final = "LEARNLEAD_DEBUG"
"""With this variable set to anything the traceback follows."""

_PACKAGE: Final = __name__.partition(".")[0]
_REMEDY: Final = (
    "what was on disk is there still, an unfinished sitting too; please report this line, which "
    f"holds none of your words; {DEBUG}=1 shows more, and that can hold them"
)


def tell_unforeseen(error: BaseException, command: str) -> None:
    """Say on stderr that the command failed and where, if anything can be said at all."""
    message = f"{command} failed in a way that nobody foresaw, {_what(error)}"
    lines = [f"learnlead: {Problem(message, _REMEDY)}"]
    with suppress(Exception):  # what it came from may be too long, too deep or too large to tell
        if os.environ.get(DEBUG):
            lines += [_traceback(error)]
    for line in lines:
        _say(line)


def hush() -> None:
    """Keep Python from printing what fails where nobody can catch it: in threads, in `__del__`."""
    import threading

    if not os.environ.get(DEBUG):
        threading.excepthook = lambda _: None
        sys.unraisablehook = lambda _: None


def command_in(args: Sequence[str], commands: Mapping[str, Any]) -> str:
    """The command that the arguments begin with; only names of commands, never what was typed."""
    names = ["learnlead"]
    for arg in args:
        if arg in commands:
            names.append(arg)
            commands = getattr(commands[arg], "commands", {})
        elif len(names) > 1 and not arg.startswith("-"):
            break
    return " ".join(names)


def _what(error: BaseException) -> str:
    """Its kind, and the innermost line of this program that it went through.

    Of one that was caused by another, the other: it knows where it began.
    """
    if error.__cause__ is not None:
        error = error.__cause__
    place = _place(error.__traceback__)
    kind = type(error).__name__
    return f"{kind} at {place}" if place else kind


def _place(trace: TracebackType | None) -> str | None:
    """`learnlead.coaching.bundle:219`, the innermost of the package, else the innermost of all."""
    ours = other = None
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        here = f"{module}:{trace.tb_lineno}"
        if module.partition(".")[0] == _PACKAGE:
            ours = here
        other = here
        trace = trace.tb_next
    return ours or other


def _traceback(error: BaseException) -> str:
    from traceback import format_exception

    from learnlead.plaintext.clean import harmless

    return harmless("".join(format_exception(error))).rstrip("\n")


def _say(line: str) -> None:
    try:
        from learnlead.terminal.talking import talk

        talk(line, sys.stderr)
        sys.stderr.flush()
    except Exception:  # noqa: BLE001 - the stream, or what makes lines of it, may be what failed
        with suppress(OSError):
            os.write(2, f"{line}\n".encode("ascii", "backslashreplace"))
