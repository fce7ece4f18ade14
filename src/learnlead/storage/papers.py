"""The leader's words outside pages, as files to be read and changed: the inbox, the records."""

from __future__ import annotations

from pathlib import Path

from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.reading import read_text
from learnlead.storage.temporaries import is_ours
from learnlead.storage.workspace import Workspace


class PaperFiles:
    """`inbox.md` and what lies in `records/`; satisfies the port `Papers`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def names(self) -> list[str]:
        """The files there are, by their path from the workspace."""
        found = [self._workspace.inbox] if self._workspace.inbox.is_file() else []
        records = self._workspace.records
        if records.is_dir():
            with told("list the records", self._workspace.relative(records)):
                found += sorted(p for p in records.iterdir() if _is_record(p))
        return [self._workspace.relative(path) for path in found]

    def read(self, name: str) -> str:
        """The file's text exactly as it stands.

        Raises:
            LearnleadError: it cannot be read; its problem says why.
        """
        return read_text(self._workspace.root / name, name)

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a file that still reads `before`.

        Raises:
            LearnleadError: it has changed since it was read, or is being changed.
            MachineFailed: it could not be written; it is whole.
        """
        with told("change the file", name):
            path = self._workspace.root / name
            safe_write.update(path, before.encode(), after.encode())


def _is_record(path: Path) -> bool:
    return path.is_file() and not is_ours(path.name)
