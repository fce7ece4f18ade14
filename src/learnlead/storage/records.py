"""The leader's words outside pages: plain files in `records/`, a line an entry."""

from __future__ import annotations

from pathlib import Path

from learnlead.storage import safe_write
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

    def add(self, line: str) -> None:
        """Add one line, safe on the disk on return.

        Raises:
            LearnleadError: another run is changing the file.
            MachineFailed: it could not be written; the file is whole.
        """
        with told("keep a record", self._shown):
            safe_write.make_folder(self._path.parent)
            if not self._path.exists():
                safe_write.create(self._path, f"{line}\n".encode())
                return
            before = read_text(self._path, self._shown)
            start = before if not before or before.endswith("\n") else f"{before}\n"
            safe_write.update(self._path, before.encode(), f"{start}{line}\n".encode())
