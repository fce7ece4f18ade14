"""The leader's words outside pages: plain files in `records/`, a line an entry."""

from __future__ import annotations

from pathlib import Path

from learnlead.storage import safe_write
from learnlead.storage.changing import change_text
from learnlead.storage.failures import told
from learnlead.storage.reading import read_text
from learnlead.storage.workspace import Workspace


class Record:
    """One file of lines, such as `asked.md`; lines are added, never changed."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._path: Path = workspace.records / name
        self._shown = workspace.relative(self._path)

    def lines(self) -> list[str]:
        """The lines there are.

        Raises:
            LearnleadError: the file is no text.
        """
        return read_text(self._path, self._shown).split("\n") if self._path.exists() else []

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self._path

    def add_once(self, lines: str) -> None:
        """Add these lines unless they stand there: what was cut off behind it may come again.

        Raises:
            LearnleadError: another run is changing the file, or it is no text.
            MachineFailed: it could not be written; the file is whole.
        """
        if f"\n{lines}\n" not in "\n".join(["", *self.lines()]):
            self.add(lines)

    def add(self, line: str) -> None:
        """Add one line, safe on the disk on return.

        Raises:
            LearnleadError: another run is changing the file.
            MachineFailed: it could not be written; the file is whole.
        """
        with told("keep a record", self._shown):
            safe_write.make_folder(self._path.parent)
            change_text(self._path, self._shown, lambda text: _with(text, line), may_be_new=True)


def _with(text: str, line: str) -> str:
    start = text if not text or text.endswith("\n") else f"{text}\n"
    return f"{start}{line}\n"
