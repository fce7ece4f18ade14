"""How the program ends on an error: a line for each problem and an exit code, no traceback."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Final

from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Problem
from learnlead.text.clean import SPELLED, harmless, spell

EXIT_CODE: Final = 3
DEBUG: Final = "LEARNLEAD_DEBUG"
"""The environment variable that adds the traceback."""

_PACKAGE: Final = __name__.partition(".")[0]
_REMEDY: Final = (
    "what was on disk is there still, an unfinished sitting too; please report this line, which "
    f"holds none of your words; {DEBUG}=1 shows more, and that can hold them"
)


def report_unexpected(error: BaseException, command: str) -> None:
    """Print on stderr that the command failed, and where; never raises."""
    message = f"{command} failed in a way that nobody foresaw, {_kind_and_place(error)}"
    lines = [f"learnlead: {Problem(message, _REMEDY)}"]
    with suppress(Exception):  # its cause may be too long or too deep to format
        if os.environ.get(DEBUG):
            lines += [_traceback(error)]
    for line in lines:
        _write_line(line)


def silence_uncaught() -> None:
    """Keep Python from printing errors that nothing can catch: in threads, in `__del__`."""
    import threading

    if not os.environ.get(DEBUG):
        threading.excepthook = lambda _: None
        sys.unraisablehook = lambda _: None


def command_name(args: Sequence[str], commands: Mapping[str, Any]) -> str:
    """The name of the command in the arguments, without any other words that were typed."""
    names = ["learnlead"]
    for arg in args:
        if arg in commands:
            names.append(arg)
            commands = getattr(commands[arg], "commands", {})
        elif len(names) > 1 and not arg.startswith("-"):
            break
    return " ".join(names)


def _kind_and_place(error: BaseException) -> str:
    """The class of the error, or of its cause, and the innermost line of this program in it."""
    if error.__cause__ is not None:
        error = error.__cause__
    place = _place(error.__traceback__)
    kind = type(error).__name__
    return f"{kind} at {place}" if place else kind


def _place(trace: TracebackType | None) -> str | None:
    """`learnlead.coach.bundle:219`, the innermost of the package, else the innermost of all."""
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

    from learnlead.text.clean import harmless

    return harmless("".join(format_exception(error))).rstrip("\n")


def _write_line(line: str) -> None:
    try:
        from learnlead.adapters.terminal.output import talk

        talk(line, sys.stderr)
        sys.stderr.flush()
    except Exception:  # noqa: BLE001 - the stream, or what makes lines of it, may be what failed
        with suppress(OSError):
            os.write(2, f"{line}\n".encode("ascii", "backslashreplace"))


@contextmanager
def exit_on_error(command: str) -> Iterator[None]:
    """Inside, an exception is printed on stderr and ends the program with its exit code.

    Args:
        command: the name of the command, without the user's words: `learnlead note`.
    """
    _prepare_streams()
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        discard_stdout()
        sys.exit(0)
    except OSError as error:
        discard_stdout()
        if error.errno is None:  # raised by a library: its text may hold private words
            report_unexpected(error, command)
        else:
            _write_problem(_machine_problem(error))
        sys.exit(MachineFailed.exit_code)
    except LearnleadError as error:
        for problem in error.problems:
            _write_problem(problem)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _write_problem(Problem("stopped"))
        sys.exit(Interrupted.exit_code)
    except Exception as error:
        report_unexpected(error, command)
        raise SystemExit(EXIT_CODE) from error


def _write_problem(problem: Problem) -> None:
    from learnlead.adapters.terminal.output import talk

    with suppress(OSError):  # stderr is closed: only the exit code is left
        talk(harmless(f"learnlead: {problem}", breaks=False), sys.stderr)
        sys.stderr.flush()


def _machine_problem(error: OSError) -> Problem:
    from learnlead.adapters.disk.files.failures import reason, remedy

    return Problem(f"the machine refused: {reason(error)}", remedy(error), error.filename)


def _prepare_streams() -> None:
    """Make streams accept any character, and open those that the shell has closed (`>&-`)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open to the end
        elif mode == "w" and hasattr(stream, "reconfigure"):
            codecs.register_error(SPELLED, spell)
            stream.reconfigure(errors=SPELLED)  # a narrow locale never makes the program fail


def discard_stdout() -> None:
    """Keep Python from failing again when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
