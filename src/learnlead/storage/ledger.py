"""The ledger on disk: `records/shared.jsonl`, lines are added and nothing else."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

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
                _append(self._path, f"{as_line(entry)}\n".encode())


def _append(path: Path, line: bytes) -> None:
    """Add the line whole, or leave the file as it was."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    opened = os.open(path, flags, safe_write.PRIVATE_FILE)
    try:
        size = os.fstat(opened).st_size
        if size and os.pread(opened, 1, size - 1) != b"\n":
            line = b"\n" + line  # a power cut left a line without its end
        try:
            while line:
                line = line[os.write(opened, line) :]
            os.fsync(opened)
        except OSError:
            with suppress(OSError):
                os.ftruncate(opened, size)
            raise
    finally:
        os.close(opened)
