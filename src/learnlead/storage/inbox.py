"""The inbox on disk: a file that people write in as well."""

from __future__ import annotations

import os
from collections.abc import Callable

from learnlead.errors import LearnleadError, Problem
from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.reading import LARGEST, read_text
from learnlead.storage.workspace import Workspace

_TRIES = 100
"""Every failed try means that somebody else's change is safe; so many in a row is a fault."""


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
        with told("write to the inbox", self._shown):
            if not any(self._changed(edit) for _ in range(_TRIES)):
                raise safe_write.ChangedMeanwhile

    def _changed(self, edit: Callable[[str], str]) -> bool:
        """Whether the change is on disk; False if somebody else was faster."""
        exists = os.path.lexists(self._path)
        before = self.read()
        after = edit(before)
        if after == before:
            return True
        content = after.encode()
        if len(content) > LARGEST:
            message = f"this file would become larger than {LARGEST // 1_000_000} MB"
            raise LearnleadError(Problem(message, "take out what is used", self._shown))
        try:
            if exists:
                safe_write.update(self._path, before.encode(), content)
            else:
                safe_write.create(self._path, content)
        except (safe_write.ChangedMeanwhile, FileExistsError):
            return False
        return True
