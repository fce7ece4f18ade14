"""A lock on the sitting of a rubric: one run of the program holds it at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.lock import Busy, Lock
from learnlead.errors import LearnleadError, Problem

IN_EDITOR: Final = "editor"
"""What the lock of a sitting in an editor says; that of any other says nothing."""


@contextmanager
def lock_sitting(state: Path, rubric: str, title: str, prompter: str = "") -> Iterator[None]:
    """A context in which no other run of the program holds a sitting of the rubric.

    A disk that refuses the lock file stops no sitting.

    Raises:
        LearnleadError: another one does; the message says where, and what to do.
    """
    with ExitStack() as stack:
        try:
            with suppress(OSError):
                safe_write.make_folder(state)
                lock = Lock(
                    state, f"sitting-{rubric}.lock", patience=0.0, says=prompter, lasts=True
                )
                stack.enter_context(lock)
        except Busy as busy:
            raise LearnleadError(_already_open(title, busy)) from None
        yield


def _already_open(title: str, busy: Busy) -> Problem:
    left_over = f"; if there is none any more, remove {busy.lock_file}" if busy.lock_file else ""
    if busy.machine:
        message = f"a sitting of {title} was begun on the machine {busy.machine}"
        return Problem(message, f"finish it there{left_over}")
    if str(busy) == IN_EDITOR:
        remedy = "save and close its page there; or close it as it is, and go on here"
        return Problem(f"a sitting of {title} is open in an editor", remedy + left_over)
    remedy = "finish it there, or stop it there with Ctrl-C and go on here"
    return Problem(f"another sitting of {title} is open in another terminal", remedy + left_over)
