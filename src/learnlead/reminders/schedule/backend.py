"""The description of a scheduler, where it keeps a job, and all schedulers there are.

A job has a file of its own, or a marked block in a shared table. A scheduler is each module here
with a `BACKEND`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from learnlead.errors import LearnleadError, Problem
from learnlead.reminders import schedule
from learnlead.reminders.schedule.job import Job, JobContext, Way, When

_JOINED = " (the line above had no end)"


def with_block(text: str, block: str, block_id: str) -> str:
    """The text with the block added at its end, or replacing an older one of that id.

    Args:
        text: of whole lines; the last may lack its line break.
        block: the lines between the marks, each with its end.
        block_id: letters, digits and hyphens.

    Raises:
        LearnleadError: an older block has lost its end.
    """
    parts = _find(text, block_id)
    before, joined, after = parts or (text, not text.endswith("\n") and text != "", "")
    ending = "\n" if joined and not parts else ""
    return f"{before}{ending}{_marked(block, block_id, joined=joined)}{after}"


def without_block(text: str, block_id: str) -> str:
    """The text as it was before the block was added; unchanged without a block.

    Raises:
        LearnleadError: the block has lost its end.
    """
    parts = _find(text, block_id)
    if parts is None:
        return text
    before, joined, after = parts
    return before[:-1] if joined and not after else before + after


def block_in(text: str, block_id: str) -> str | None:
    """The block with its marks, or None.

    Raises:
        LearnleadError: the block has lost its end.
    """
    parts = _find(text, block_id)
    return None if parts is None else text[len(parts[0]) : len(text) - len(parts[2])]


def _marked(block: str, block_id: str, *, joined: bool) -> str:
    note = _JOINED if joined else ""
    return f"{_begin(block_id)}{note}\n{block}{_end(block_id)}\n"


def _begin(block_id: str) -> str:
    return f"# begin {block_id}"


def _end(block_id: str) -> str:
    return f"# end {block_id}"


def _find(text: str, block_id: str) -> tuple[str, bool, str] | None:
    """The text before the block, whether a line break was added before it, and the text after."""
    begin = _begin(block_id)
    lines = text.split("\n")
    bare = [line.rstrip() for line in lines]  # an editor may have left blanks or a CR
    first = next((n for n, line in enumerate(bare) if line in (begin, begin + _JOINED)), None)
    if first is None:
        return None
    if _end(block_id) not in bare[first:]:
        message = f"the block of learnlead that begins in line {first + 1} has lost its end"
        raise LearnleadError(
            Problem(message, f"write the line `{_end(block_id)}` below it, or remove the block")
        )
    last = bare.index(_end(block_id), first)
    before = "".join(f"{line}\n" for line in lines[:first])
    return before, bare[first] != begin, "\n".join(lines[last + 1 :])


@dataclass(frozen=True, slots=True)
class File:
    """A file for the job alone."""

    path: str

    def __str__(self) -> str:
        return self.path

    def ours(self, text: str, job_id: str) -> str | None:
        """The job's part of the file: all of it if it holds the id, else None."""
        return text if job_id in text else None

    def with_job(self, text: str, job: str, job_id: str) -> str:
        """The file's text with the job.

        Raises:
            LearnleadError: the file holds something else.
        """
        if text and job_id not in text:
            message = f"{self.path} is there already and holds something else"
            raise LearnleadError(Problem(message, "move it, or name another file"))
        return job

    def without_job(self, text: str, job_id: str) -> str:
        """The file's text without the job; empty if the file is to be removed."""
        return "" if job_id in text else text


@dataclass(frozen=True, slots=True)
class Table:
    """A shared text that programs read and write, such as a crontab.

    Attributes:
        name: for display.
        read: the command that prints the text.
        none_yet: messages of `read`, one of which it prints if there is no text yet.
        write: the command that takes the text from a file, whose name is appended. Not from its
            input: if this program were killed, a truncated table would be accepted.
        clear: the command that removes an empty text.
        escapes: characters that `read` may print escaped, with their escapes.
        faithful: the command that prints the text without escapes; run only if `read` printed some.
    """

    name: str
    read: tuple[str, ...]
    none_yet: tuple[str, ...]
    write: tuple[str, ...]
    clear: tuple[str, ...]
    escapes: tuple[tuple[str, str], ...]
    faithful: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    def escaped(self, text: str) -> str:
        """The text as `read` prints it."""
        for character, shown in self.escapes:
            text = text.replace(character, shown)
        return text

    def ours(self, text: str, job_id: str) -> str | None:
        """The job's block in the text, or None."""
        return block_in(text, job_id)

    def with_job(self, text: str, job: str, job_id: str) -> str:
        """The text with the job's block."""
        return with_block(text, job, job_id)

    def without_job(self, text: str, job_id: str) -> str:
        """The text without the job's block."""
        return without_block(text, job_id)


Place = File | Table


PLAIN_WORD: Final = re.compile(r"[A-Za-z0-9_@+=:,./-]+", re.ASCII)
"""A word that stands in a crontab or a unit file without quotes."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run, without a shell.

    Attributes:
        may_fail: whether a failure is ignored, as when what it removes may not exist.
    """

    words: tuple[str, ...]
    may_fail: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """How to detect a scheduler; a condition that is None is not checked.

    Attributes:
        platform: the only platform it exists on.
        program: a program that must be on the PATH.
        answers: a command that must end with exit code 0.
    """

    platform: str | None = None
    program: str | None = None
    answers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """A scheduler.

    Attributes:
        name: the value of `--using`.
        rank: without `--using`, the detected scheduler with the smallest rank is used.
        needs: how to detect it.
        places: where it keeps a job.
        texts: the job's texts, one a place.
        turn_on: commands to run after the texts are written.
        turn_off: commands to run before they are removed.
        forget: commands to run after they are removed.
        reaches: a sentence on what comes of the job's mail, or why nothing will come at all, from
            the job and the whole text of the first place; empty if there is nothing to say.
        later: the key of a sentence on runs missed while the machine is asleep, or after a sitting.
        leaves: the key of a sentence on what remains to be removed by hand.
        decides: whether it runs `learnlead remind`, which decides if there is a nudge.
        proven: whether it has been tried on a real machine.
    """

    name: str
    rank: int
    needs: Needs
    places: Callable[[JobContext], tuple[Place, ...]]
    texts: Callable[[Job], tuple[str, ...]]
    later: str
    reaches: Callable[[Job, str], str] = lambda *_: ""
    turn_on: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    turn_off: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    forget: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    leaves: str = ""
    decides: bool = True
    proven: bool = True


@dataclass(frozen=True, slots=True)
class InstalledJob:
    """A job of this workspace that a scheduler has; `when` is None if somebody edited it away."""

    backend: Backend
    when: When | None
    ways: tuple[Way, ...]


def backends() -> list[Backend]:
    """All backends, by rank."""
    modules = (
        import_module(f"{schedule.__name__}.{module_info.name}")
        for module_info in iter_modules(schedule.__path__)
    )
    candidates = (getattr(module, "BACKEND", None) for module in modules)
    known = (backend for backend in candidates if isinstance(backend, Backend))
    return sorted(known, key=lambda backend: backend.rank)
