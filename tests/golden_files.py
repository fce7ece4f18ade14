"""Texts as they were agreed, in tests/golden.

After a change that is meant, write them anew with `LEARNLEAD_UPDATE_GOLDEN=1 pytest TESTS`, and
read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("LEARNLEAD_UPDATE_GOLDEN"))


def check_golden(name: str, text: str) -> None:
    """Compare a text with the golden file of that name, such as `screens/focus.txt`."""
    file = GOLDEN / name
    if UPDATE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
