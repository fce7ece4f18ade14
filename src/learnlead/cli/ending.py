"""How the program ends: one line a problem, and an exit code; never a traceback."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from learnlead.cli.last_resort import EXIT_CODE, tell_unforeseen
from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Problem
from learnlead.plaintext.clean import harmless
from learnlead.plaintext.narrow import SPELLED, spell


@contextmanager
def ending(command: str) -> Iterator[None]:
    """What goes wrong inside is told on stderr, and ends the program with its exit code.

    `command` is what it is that fails, without a word of the writer's: `learnlead note`.
    """
    _ready_streams()
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        forget_stdout()
        sys.exit(0)
    except OSError as error:
        forget_stdout()
        if error.errno is None:  # nothing of the machine's; its words may be anybody's
            tell_unforeseen(error, command)
        else:
            _tell(_refused(error))
        sys.exit(MachineFailed.exit_code)
    except LearnleadError as error:
        for problem in error.problems:
            _tell(problem)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _tell(Problem("stopped"))
        sys.exit(Interrupted.exit_code)
    except Exception as error:
        tell_unforeseen(error, command)
        raise SystemExit(EXIT_CODE) from error


def _tell(problem: Problem) -> None:
    from learnlead.terminal.talking import talk

    with suppress(OSError):  # nobody listens: the exit code tells
        talk(harmless(f"learnlead: {problem}", breaks=False), sys.stderr)
        sys.stderr.flush()


def _refused(error: OSError) -> Problem:
    from learnlead.storage.failures import reason, remedy

    return Problem(f"the machine refused: {reason(error)}", remedy(error), error.filename)


def _ready_streams() -> None:
    """Make streams that never fail over a letter, nor where the shell has closed them (`>&-`)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open to the end
        elif mode == "w" and hasattr(stream, "reconfigure"):
            codecs.register_error(SPELLED, spell)
            stream.reconfigure(errors=SPELLED)  # a narrow locale never makes the program fail


def forget_stdout() -> None:
    """Keep Python from failing again when it flushes what stdout did not take at its own exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
