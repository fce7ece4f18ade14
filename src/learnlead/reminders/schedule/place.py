"""Where a scheduler keeps a job: a file of ours, or a block in a table of somebody else's."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.reminders.schedule.block import block_in, with_block, without_block


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
