from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.errors import LearnleadError
from learnlead.storage.papers import PaperFiles
from learnlead.storage.workspace import Workspace


@pytest.fixture
def papers(tmp_path: Path) -> PaperFiles:
    return PaperFiles(Workspace(tmp_path))


def test_a_new_workspace_has_none(papers: PaperFiles) -> None:
    assert papers.names() == []


def test_the_inbox_and_every_record_are_there_and_nothing_else(
    tmp_path: Path, papers: PaperFiles
) -> None:
    records = tmp_path / "records"
    (records / "folder").mkdir(parents=True)
    for name in ("asked.md", "yardsticks.md", ".learnlead.lock"):
        (records / name).write_text("x\n", encoding="utf-8")
    (tmp_path / "inbox.md").write_text("y\n", encoding="utf-8")
    (tmp_path / "learnlead.yaml").touch()
    assert papers.names() == ["inbox.md", "records/asked.md", "records/yardsticks.md"]


def test_a_paper_is_read_and_changed_byte_for_byte(tmp_path: Path, papers: PaperFiles) -> None:
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
