"""The ledger on disk: `records/shared.jsonl`, lines are added and nothing else."""

from __future__ import annotations

from contextlib import suppress

from learnlead.coaching.ledger import (
    LEDGER_FILE,
    Export,
    Ledger,
    Withdrawn,
    as_line,
    is_entry,
    read_ledger,
)
from learnlead.errors import Problem
from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.lock import Busy, Lock
from learnlead.storage.workspace import Workspace


class LedgerFile:
    """Every line that ever left a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.records / LEDGER_FILE
        self._shown = workspace.relative(self._path)

    def read(self) -> Ledger:
        """What left; nothing while there is no file.

        A last line that was cut off is taken away, which is one of the ledger's problems this
        once: an entry is safe on the disk before its bundle is written, so nothing left by it.

        Raises:
            MachineFailed: it cannot be read.
        """
        with told("read the ledger", self._shown):
            if not self._path.exists():
                return Ledger()
            torn: Problem | None = None
            with suppress(Busy, OSError):  # then a later run mends it
                torn = self._mend()
            with self._path.open(encoding="utf-8", errors="replace", newline="\n") as file:
                ledger = read_ledger(file, self._shown)
        return Ledger(ledger.exports, (*ledger.problems, torn)) if torn else ledger

    def add(self, entry: Export | Withdrawn) -> None:
        """Add one entry, safe on the disk on return; the entries that stand there stay.

        Raises:
            LearnleadError: another run is adding to it.
            MachineFailed: it could not be written.
        """
        with told("write down what leaves", self._shown):
            safe_write.make_folder(self._path.parent)
            self._mend()
            with Lock(self._path.parent):
                safe_write.append(self._path, f"{as_line(entry)}\n".encode())

    def _mend(self) -> Problem | None:
        """End the last line, or take it away if it was cut off; that then is a problem."""
        before = self._path.read_bytes() if self._path.exists() else b""
        if not before or before.endswith(b"\n"):
            return None
        whole, end, last = before.rpartition(b"\n")
        ours = last.startswith(b"{") or not last.strip(b"\0")  # else somebody typed it
        if is_entry(last.decode(errors="replace")) or not ours:
            after, problem = before + b"\n", None
        else:
            after, problem = whole + end, _torn(self._shown, whole.count(b"\n") + len(end) + 1)
        try:
            safe_write.update(self._path, before, after)
        except safe_write.ChangedMeanwhile:  # another run was adding to it
            return None
        return problem


def _torn(shown: str, line: int) -> Problem:
    message = "the last line of the ledger was cut off, and was taken away"
    remedy = "nothing left with it; if you miss that bundle, export it again"
    return Problem(message, remedy, shown, line, "warning")
