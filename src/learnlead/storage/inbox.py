"""The inbox on disk: a file that people write in as well."""

from __future__ import annotations

import os
from collections.abc import Callable

from learnlead.storage.changing import change_text
from learnlead.storage.failures import told
from learnlead.storage.reading import read_text
from learnlead.storage.workspace import Workspace


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
            change_text(self._path, self._shown, edit, may_be_new=True)
