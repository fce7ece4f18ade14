"""Plain files of lines in a workspace: records, the inbox, the ledger."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from learnlead.adapters.disk.files import safe_update, safe_write
from learnlead.adapters.disk.files.changing import change_text
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.lock import Busy, Lock
from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import Problem

if TYPE_CHECKING:
    from learnlead.coach.ledger import Export, Ledger, Withdrawal


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
        with report_failures("keep a record", self._shown):
            safe_write.make_folder(self._path.parent)
            change_text(self._path, self._shown, lambda text: _with(text, line), may_be_new=True)


def _with(text: str, line: str) -> str:
    start = text if not text or text.endswith("\n") else f"{text}\n"
    return f"{start}{line}\n"


class InboxFile:
    """`inbox.md` of a workspace; satisfies the port `Inbox`."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.inbox
        self._shown = workspace.relative(self._path)

    def read(self) -> str:
        """The text as it stands, with its BOM and line endings; empty while there is no inbox.

        Raises:
            LearnleadError: it cannot be read; its problem says why.
        """
        return read_text(self._path, self._shown) if os.path.lexists(self._path) else ""

    def change(self, edit: Callable[[str], str]) -> None:
        """Put the edited text in place of what stands there; see `Inbox.change`.

        Raises:
            LearnleadError: it cannot be read, would be too large, or is being changed.
            MachineFailed: it could not be written; it is as it was.
        """
        with report_failures("write to the inbox", self._shown):
            change_text(self._path, self._shown, edit, may_be_new=True)


class LedgerFile:
    """Every line that ever left a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        from learnlead.coach.ledger import LEDGER_FILE

        self._path = workspace.records / LEDGER_FILE
        self._shown = workspace.relative(self._path)

    def read(self) -> Ledger:
        """What left; nothing while there is no file.

        A last line that was cut off is taken away, which is one of the ledger's problems this
        once: an entry is safe on the disk before its bundle is written, so nothing left by it.

        Raises:
            MachineFailed: it cannot be read.
        """
        from learnlead.coach.ledger import Ledger, read_ledger

        with report_failures("read the ledger", self._shown):
            if not self._path.exists():
                return Ledger()
            torn: Problem | None = None
            with suppress(Busy, OSError):  # then a later run mends it
                torn = self._mend()
            with self._path.open(encoding="utf-8", errors="replace", newline="\n") as file:
                ledger = read_ledger(file, self._shown)
        return Ledger(ledger.exports, (*ledger.problems, torn)) if torn else ledger

    def add(self, entry: Export | Withdrawal) -> None:
        """Add one entry, safe on the disk on return; the entries that stand there stay.

        Raises:
            LearnleadError: another run is adding to it.
            MachineFailed: it could not be written.
        """
        from learnlead.coach.ledger import entry_line

        with report_failures("write down what leaves", self._shown):
            safe_write.make_folder(self._path.parent)
            self._mend()
            with Lock(self._path.parent):
                safe_write.append(self._path, f"{entry_line(entry)}\n".encode())

    def _mend(self) -> Problem | None:
        """End the last line, or take it away if it was cut off; that then is a problem."""
        from learnlead.coach.ledger import is_entry

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
            safe_update.update(self._path, before, after)
        except safe_update.ChangedMeanwhile:  # another run was adding to it
            return None
        return problem


def _torn(shown: str, line: int) -> Problem:
    message = "the last line of the ledger was cut off, and was taken away"
    remedy = "nothing left with it; if you miss that bundle, export it again"
    return Problem(message, remedy, shown, line, "warning")
