from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.adapters.disk.other_texts import OtherTextFiles
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError


@pytest.fixture
def papers(tmp_path: Path) -> OtherTextFiles:
    return OtherTextFiles(Workspace(tmp_path))


def test_a_new_workspace_has_none(papers: OtherTextFiles) -> None:
    assert papers.names() == []


def test_the_inbox_the_records_and_what_lies_among_pages_is_there_and_nothing_else(
    tmp_path: Path, papers: OtherTextFiles
) -> None:
    files = {
        "names": [
            *("inbox.md", "inbox.md~", "records/asked.md", "records/below/old.md"),
            *("journals/2025/2025-11-20-core.md", "journals/#note.md#", "records/shared.jsonl"),
        ],
        "fixed": ["learnlead.yaml", "rubrics/mine.yaml", "readme.txt", "journals/table.csv"],
        "closed": ["journals/photo.jpg", "journals/.git", "attic"],
        "neither": ["records/.learnlead.lock", "schemas/rubric.json"],
    }
    for name in (one for names in files.values() for one in names):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in ("journals/.git", "attic"):
            path.mkdir()
            (path / "notes.md").write_text("x", encoding="utf-8")
        else:
            path.write_bytes(b"\0" if name.endswith(".jpg") else b"x\n")
    (tmp_path / "journals" / "nowhere.md").symlink_to("gone.md")
    assert sorted(papers.names()) == sorted(files["names"])
    assert sorted(papers.fixed()) == sorted(files["fixed"])
    assert sorted(name for name, _ in papers.closed()) == sorted(files["closed"])


def test_a_paper_is_read_and_changed_byte_for_byte(tmp_path: Path, papers: OtherTextFiles) -> None:
    inbox = tmp_path / "inbox.md"
    inbox.write_bytes(b"\xef\xbb\xbfone\r\n")
    inbox.chmod(0o600)
    assert papers.read("inbox.md") == "\ufeffone\r\n"
    papers.update("inbox.md", "\ufeffone\r\n", "\ufefftwo\r\n")
    assert inbox.read_bytes() == b"\xef\xbb\xbftwo\r\n"
    assert inbox.stat().st_mode & 0o777 == 0o600
    with pytest.raises(LearnleadError, match="changed it meanwhile"):
        papers.update("inbox.md", "\ufeffone\r\n", "three")
    assert inbox.read_bytes() == b"\xef\xbb\xbftwo\r\n"
