"""Where a scheduler keeps a job: a file of its own, or a marked block in a shared table."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem

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
