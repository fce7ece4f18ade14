"""Files of the program are short, and its folders have few of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import learnlead

SOURCE = Path(learnlead.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))


def test_no_file_is_longer_than_300_lines() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {file: count for file, count in lines.items() if count > 300} == {}


def test_no_folder_has_more_than_25_files() -> None:
    folders = Counter(file.parent for file in FILES)
    assert {folder: count for folder, count in folders.items() if count > 25} == {}
