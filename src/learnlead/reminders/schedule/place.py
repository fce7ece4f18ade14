"""Where a scheduler keeps a job: a file of ours, or a block in a table of somebody else's."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem

_JOINED = " (the line above had no end)"


def with_block(text: str, block: str, block_id: str) -> str:
    """The text with the block in place of an older one of that id, else at its end.

    Args:
        text: whole lines, but for the last one.
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
    """The text as it was before the block came in; the same text where there is none.

    Raises:
        LearnleadError: the block has lost its end.
    """
    parts = _find(text, block_id)
    if parts is None:
        return text
    before, joined, after = parts
    return before[:-1] if joined and not after else before + after


def block_in(text: str, block_id: str) -> str | None:
    """The block with its marks, or None where there is none.

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
    """What stands before the block, whether it joined a line without an end, what stands after."""
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
        """What of the text in this place is ours: all of it, if the job is named in it."""
        return text if job_id in text else None

    def with_job(self, text: str, job: str, job_id: str) -> str:
        """What will stand in this place when the job does.

        Raises:
            LearnleadError: the file holds something else.
        """
        if text and job_id not in text:
            message = f"{self.path} is there already and holds something else"
            raise LearnleadError(Problem(message, "move it, or name another file"))
        return job

    def without_job(self, text: str, job_id: str) -> str:
        """What will be left when the job is gone; an empty text is nothing."""
        return "" if job_id in text else text


@dataclass(frozen=True, slots=True)
class Table:
    """A text shared with others, behind programs that read and write it.

    Attributes:
        name: how people call it.
        read: prints the text.
        none_yet: what `read` says, one of these, when it fails because there is no text yet.
        write: takes the text from a file, whose name is its last word. Never from its input, which
            ends where this program is killed: a table cut off there would be taken for whole.
        clear: removes a text of which nothing is left.
        escapes: characters that `read` may print as these other ones.
        faithful: prints the text without such escapes; run only where `read` printed some.
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
        """What of the text in this place is ours."""
        return block_in(text, job_id)

    def with_job(self, text: str, job: str, job_id: str) -> str:
        """What will stand in this place when the job does."""
        return with_block(text, job, job_id)

    def without_job(self, text: str, job_id: str) -> str:
        """What will be left when the job is gone; an empty text is nothing."""
        return without_block(text, job_id)


Place = File | Table
