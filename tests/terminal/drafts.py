"""The draft on disk, as the tests look into it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def draft_file() -> Path | None:
    """The one draft there is."""
    found = list((Path(os.environ["HOME"]) / ".local" / "state").rglob("draft-*.json"))
    assert len(found) <= 1
    return found[0] if found else None


def draft() -> dict[str, Any]:
    """What the draft holds: `answers` by question id, and `typing`."""
    file = draft_file()
    assert file is not None, "there is no draft"
    data = json.loads(file.read_bytes())["data"]
    assert isinstance(data, dict)
    return data
