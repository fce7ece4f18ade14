"""The page of a sitting while an editor has it, on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.one_sitting import IN_EDITOR, one_sitting
from learnlead.storage.reading import read_bytes
from learnlead.storage.temporaries import clean


class OpenPage:
    """One file in a folder of its own (0700) in the workspace's state folder, one a rubric.

    It stays there until the page is saved, so that whatever an editor has put on disk outlives
    the program, the terminal and the machine's next start.
    """

    def __init__(self, state: Path, rubric: str) -> None:
        self._state = state
        self._rubric = rubric
        self.folder = state / f"editor-{rubric}"
        self.path = self.folder / "reflection.md"

    @property
    def waits(self) -> bool:
        """Whether a text lies there."""
        return os.path.lexists(self.path)

    @property
    def saved(self) -> datetime:
        """When the text that waits was last put on disk.

        Raises:
            MachineFailed: there is none, or it cannot be looked at.
        """
        with told("look at the page", str(self.path)):
            return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()

    @contextmanager
    def alone(self, title: str | None = None) -> Iterator[None]:
        """A context in which no other run of the program holds a sitting of the rubric.

        Raises:
            LearnleadError: another one does; the message names the rubric by its title.
            MachineFailed: the page's folder cannot be made.
        """
        with told("open a page in an editor", str(self.folder)):
            safe_write.make_folder(self.folder)
        with one_sitting(self._state, self._rubric, title or self._rubric, IN_EDITOR):
            yield

    def read(self) -> str | None:
        """The text with LF line ends and no BOM; None where there is none.

        What is not UTF-8 comes as lone surrogates, which `put` makes the same bytes again.

        Raises:
            LearnleadError: what lies there is no file, or far too large.
            MachineFailed: it cannot be read.
        """
        if not self.waits:
            return None
        text = read_bytes(self.path, str(self.path)).decode("utf-8", "surrogateescape")
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    def put(self, text: str) -> None:
        """Put the text on disk in place of what is there.

        Raises:
            MachineFailed: what was there is there still.
        """
        with told("keep the page", str(self.path)):
            safe_write.put(self.path, text.encode("utf-8", "surrogateescape"))

    def discard(self) -> None:
        """Remove the text, and what the editor and runs that were killed left of it.

        Raises:
            MachineFailed: something of it is still there.
        """
        with told("remove the page", str(self.path)):
            for entry in self.folder.iterdir():
                if not entry.is_dir():
                    safe_write.remove(entry)
            clean(self._state)
