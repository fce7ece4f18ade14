"""The page of a sitting while an editor has it: kept whole, alone, and gone when it is saved."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.adapters.disk.open_page import OpenPage
from learnlead.errors import LearnleadError, MachineFailed


@pytest.fixture
def page(tmp_path: Path) -> OpenPage:
    page = OpenPage(tmp_path / "state", "learning-leader")
    with page.alone():
        pass
    return page


def test_it_lies_in_a_folder_of_its_owner_alone(page: OpenPage) -> None:
    page.put("x")
    assert stat.S_IMODE(page.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(page.path.stat().st_mode) == 0o600


def test_there_is_none_before_the_first_and_after_the_last(page: OpenPage) -> None:
    assert page.read() is None
    page.put("x")
    (page.folder / ".reflection.md.swp").write_text("x")
    (page.folder / "reflection.md~").write_text("x")
    for folder in (page.folder, page.folder.parent):
        (folder / ".learnlead-0a.tmp").write_text("x")
    page.discard()
    assert page.read() is None
    assert list(page.folder.iterdir()) == []
    assert list(page.folder.parent.iterdir()) == [page.folder]


@given(st.text(st.characters(exclude_characters="\r\ufeff", exclude_categories=["Cs"])))
def test_what_is_put_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    page = OpenPage(tmp_path_factory.mktemp("state"), "r")
    with page.alone():
        page.put(text)
        assert page.read() == text


def test_line_ends_and_a_byte_order_mark_are_the_editors_own(page: OpenPage) -> None:
    page.path.write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    assert page.read() == "a\nb\n"


def test_bytes_that_are_no_text_survive_a_round(page: OpenPage) -> None:
    page.path.write_bytes(b"caf\xe9\n")
    text = page.read()
    assert text is not None
    page.put(text)
    assert page.path.read_bytes() == b"caf\xe9\n"


def test_a_second_editor_is_told(page: OpenPage) -> None:
    with (
        page.alone(),
        pytest.raises(LearnleadError, match="of Learning leader is open in an editor"),
        OpenPage(page.folder.parent, "learning-leader").alone("Learning leader"),
    ):
        pass
    with page.alone():
        pass  # it is free again


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with (
        pytest.raises(MachineFailed, match="cannot open a text in an editor"),
        OpenPage(tmp_path / "state", "r").alone(),
    ):
        pass
