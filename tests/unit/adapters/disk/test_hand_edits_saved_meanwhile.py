"""What an editor saves while the program changes the same file is never written over."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import racing_editor
from learnlead.adapters.disk.files import exchange, safe_update, temporaries

EDITOR = racing_editor.__file__
SAVES = 150

Save = Callable[[Path, str], None]


def by_rename(path: Path, text: str) -> None:
    racing_editor.save(path, text, "by-rename")


def in_place(path: Path, text: str) -> None:
    racing_editor.save(path, text, "in-place")


@pytest.mark.parametrize("how", ["by-rename", "in-place"])
def test_no_save_of_an_editor_that_races_is_lost(tmp_path: Path, how: str) -> None:
    page = tmp_path / "page.md"
    page.write_text("save 0\n")
    editor = subprocess.Popen(
        [sys.executable, EDITOR, page, how, str(SAVES)], stdout=subprocess.PIPE, text=True
    )
    changed = 0
    while editor.poll() is None:
        before = page.read_bytes()
        after = before[: before.find(b"\n") + 1] + b"x" * (changed % 7) + b"\n"
        try:
            if before.startswith(b"save") and after != before:
                safe_update.update(page, before, after)
                changed += 1
        except safe_update.ChangedMeanwhile:
            continue
    lost, _ = editor.communicate()
    assert lost == "0\n"
    assert changed
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


class Interrupted:
    """`exchange`, before and after which an editor saves, as often as it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, save: Save, saves: list[str]) -> None:
        self._real = exchange.exchange
        self._save = save
        self._saves = saves
        monkeypatch.setattr(safe_update, "exchange", self)

    def __call__(self, one: Path, other: Path) -> bool:
        if self._saves and (text := self._saves.pop(0)):
            self._save(other, text)
        return self._real(one, other)


@pytest.mark.parametrize("save", [by_rename, in_place])
@pytest.mark.parametrize(
    "saves", [["mine"], ["mine", "mine, again"], ["mine", "", "and again"], list("abcdef")]
)
def test_a_save_in_the_last_instant_stands_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Save, saves: list[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    last = [text for text in saves if text]
    Interrupted(monkeypatch, save, waiting := list(saves))
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(page, b"old", b"new")
    said = len(last) - len([text for text in waiting if text])
    assert page.read_text() == last[said - 1]
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_an_editor_that_never_stops_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    saves = [f"save {number}" for number in range(1000)]
    Interrupted(monkeypatch, by_rename, waiting := list(saves))
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(page, b"old", b"new")
    assert page.read_text() == saves[len(saves) - len(waiting) - 1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_an_editor_that_has_the_old_file_open_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    writer = page.open("r+")
    real = exchange._leased

    def leased(opened: int) -> bool | None:
        answer = real(opened)
        if not writer.closed:
            assert answer is False
            writer.write("OLD, in place")
            writer.close()
        return answer

    monkeypatch.setattr(exchange, "_leased", leased)
    with writer, pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(page, b"old", b"new")
    assert page.read_text() == "OLD, in place"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_an_editor_that_just_begins_to_write_into_the_old_file_gets_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    real, tried = exchange._all_of, list[str]()

    def all_of(opened: int) -> bytes:
        if not tried:
            tried.append(os.readlink(f"/proc/self/fd/{opened}"))  # noqa: PTH115
            with pytest.raises(BlockingIOError):
                os.open(tried[0], os.O_WRONLY | os.O_NONBLOCK)
        return real(opened)

    monkeypatch.setattr(exchange, "_all_of", all_of)
    old = page.stat().st_ino
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(page, b"old", b"new")
    assert (page.stat().st_ino, page.read_text()) == (old, "old")


@pytest.mark.parametrize("save", [by_rename, in_place])
def test_what_is_saved_while_the_new_text_is_forced_to_the_disk_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Save
) -> None:
    """Even where nothing can be exchanged, since the comparison comes last."""
    page = tmp_path / "page.md"
    page.write_text("old")
    monkeypatch.setattr(exchange, "_renaming", lambda: None)
    monkeypatch.setattr(temporaries, "force", lambda _opened: save(page, "mine"))
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(page, b"old", b"new")
    assert page.read_text() == "mine"


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_where_nothing_can_be_exchanged_a_file_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(exchange, "_renaming", lambda: lambda _one, _other: number)
    page = tmp_path / "page.md"
    page.write_text("old")
    safe_update.update(page, b"old", b"new")
    assert page.read_text() == "new"
    monkeypatch.setattr(exchange, "_renaming", lambda: None)
    safe_update.update(page, b"new", b"newer")
    assert page.read_text() == "newer"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_machine_that_refuses_the_exchange_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_renaming", lambda: lambda _one, _other: errno.EIO)
    page = tmp_path / "page.md"
    page.write_text("old")
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        safe_update.update(page, b"old", b"new")
    assert page.read_text() == "old"


@given(before=st.binary(max_size=50), after=st.binary(max_size=50))
def test_the_exchange_itself_gives_each_file_the_others_name(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, after: bytes
) -> None:
    folder = tmp_path_factory.mktemp("exchange")
    one, other = folder / "one", folder / "other"
    one.write_bytes(before)
    other.write_bytes(after)
    if exchange.exchange(one, other):
        assert (exchange.settled_content(one), exchange.settled_content(other)) == (after, before)
