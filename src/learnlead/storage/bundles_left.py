"""The bundles that were exported from a workspace and still lie on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from learnlead.coaching.ledger import LEDGER_FILE, read_ledger
from learnlead.storage.records import Record
from learnlead.storage.workspace import Workspace


def bundles_left(workspace: Workspace) -> list[Path]:
    """Each file or folder of which the ledger says so, once; the ledger is only looked at.

    Raises:
        LearnleadError: the ledger is no text.
    """
    exports = read_ledger(Record(workspace, LEDGER_FILE).lines(), LEDGER_FILE).exports
    named = dict.fromkeys(workspace.root / export.file for export in exports)
    return [path for path in named if os.path.lexists(path)]
