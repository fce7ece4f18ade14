"""Problems, each a line with what is wrong, where, and what to do; exceptions with exit codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from learnlead.own_name import as_typed

Tell = Callable[[str], str]


class _Telling:
    """How a sentence of a problem is told: as it is, until somebody knows another language."""

    tell: Tell = staticmethod(str)


def spoken_problem(english: str) -> str:
    """A message or a remedy as it is shown."""
    return _Telling.tell(english)


def tell_problems_by(tell: Tell) -> None:
    """From now on, show each message and each remedy as the function tells it."""
    _Telling.tell = staticmethod(tell)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in a file or in an answer.

    Attributes:
        message: what is wrong, without a full stop.
        remedy: what to do about it; may be empty.
        file: the file's path relative to the workspace, or how the user named it.
        line: counted from 1, or None for the whole file.
        severity: a warning never changes an exit code.
    """

    message: str
    remedy: str = ""
    file: str | None = None
    line: int | None = None
    severity: Literal["error", "warning"] = "error"

    @property
    def where(self) -> str:
        """`file:line`, `file`, or an empty text."""
        if self.file is None:
            return "" if self.line is None else f"line {self.line}"
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        """The line that is shown; `message` and `remedy` stay English for programs."""
        tell = spoken_problem
        place = tell(self.where) if self.file is None else self.where
        where = f"{place}: " if place else ""
        kind = f"{tell('warning')}: " if self.severity == "warning" else ""
        remedy = f" ({tell(self.remedy)})" if self.remedy else ""
        return f"{where}{kind}{as_typed(tell(self.message) + remedy)}"


class LearnleadError(Exception):
    """Wrong use or bad input: exit 2, with a line for each problem on stderr."""

    exit_code: int = 2
    """Each subclass has its own."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            Problem(p) if isinstance(p, str) else p for p in problems
        )
        super().__init__(*self.problems)

    def __str__(self) -> str:
        """The lines of all problems."""
        return "\n".join(map(str, self.problems))


class AnswerIsNo(LearnleadError):  # noqa: N818 - an answer, not a failure
    """The command worked, and its answer is no or it found problems: exit 1."""

    exit_code = 1


class MachineFailed(LearnleadError):  # noqa: N818 - says who failed
    """The operating system refused, as when the disk is full or a device is gone: exit 3."""

    exit_code = 3


class Interrupted(LearnleadError):  # noqa: N818 - Ctrl-C is no error
    """Ctrl-C; a draft is saved: exit 130."""

    exit_code = 130


class Stopped(Interrupted):
    """As `Interrupted`, but by the end of the input or a signal.

    The exit code is then 128 and the signal's number, as shells have it.
    """

    def __init__(self, *problems: Problem | str, exit_code: int = Interrupted.exit_code) -> None:
        super().__init__(*problems)
        self.exit_code = exit_code
