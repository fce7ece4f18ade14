"""The ledger on disk: `records/shared.jsonl`, lines are added and nothing else."""

from __future__ import annotations

import os

from learnlead.coaching.ledger import LEDGER_FILE, Export, Ledger, Withdrawn, as_line, read_ledger
from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.lock import Lock
from learnlead.storage.workspace import Workspace


class LedgerFile:
    """Every line that ever left a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.records / LEDGER_FILE
        self._shown = workspace.relative(self._path)

    def read(self) -> Ledger:
        """What left; nothing while there is no file.

        Raises:
            MachineFailed: it cannot be read.
        """
        with told("read the ledger", self._shown):
            if not self._path.exists():
                return Ledger()
            with self._path.open(encoding="utf-8", errors="replace", newline="\n") as file:
                return read_ledger(file, self._shown)

    def add(self, entry: Export | Withdrawn) -> None:
        """Add one entry, safe on the disk on return; what stands there is never touched.

        Raises:
            LearnleadError: another run is adding to it.
            MachineFailed: it could not be written.
        """
        with told("write down what leaves", self._shown):
            safe_write.make_folder(self._path.parent)
            with Lock(self._path.parent):
                flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
                opened = os.open(self._path, flags, safe_write.PRIVATE_FILE)
                with os.fdopen(opened, "ab") as file:
                    file.write(self._line_break(opened) + f"{as_line(entry)}\n".encode())
                    file.flush()
                    os.fsync(opened)

    def _line_break(self, opened: int) -> bytes:
        """Ends a line that a power cut left without its end."""
        size = os.fstat(opened).st_size
        return b"\n" if size and os.pread(opened, 1, size - 1) != b"\n" else b""
