"""Temporaries: held by the run that made them, removed once nobody holds them."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.adapters.disk.files import lock, safe_update, safe_write, temporaries
from running import SOURCE

HOLDS = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from learnlead.adapters.disk.files.temporaries import TemporaryFile, temporary_folder
here = Path(sys.argv[2])
with TemporaryFile(here) as file, temporary_folder(here) as folder:
    file.path.write_text("Anna"); (folder / "page.md").write_text("Anna")
    print("held", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put(folder: Path) -> None:
    safe_write.put(folder / "page.md", b"text")


def create(folder: Path) -> None:
    safe_write.create(folder / "new.md", b"text")


def update(folder: Path) -> None:
    safe_update.update(folder / "page.md", b"text", b"more")


def remove(folder: Path) -> None:
    safe_write.remove(folder / "gone.md")


def make_a_folder(folder: Path) -> None:
    safe_write.create_folder(folder / "new", [("page.md", b"text")])


@pytest.mark.parametrize("change", [put, create, update, remove, make_a_folder])
def test_what_a_run_that_was_killed_left_is_removed_by_the_next_change(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, SOURCE, tmp_path], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        held = names(tmp_path)
        assert len(held) == 2
        assert temporaries.strays(tmp_path) == []
        put(tmp_path)
        assert set(names(tmp_path)) == {*held, "page.md"}  # a run that lives keeps its own
        other.kill()
    assert [Path(stray).name for stray in temporaries.strays(tmp_path)] == held
    change(tmp_path)
    assert set(names(tmp_path)) <= {"page.md", "new.md", "new"}


def test_only_what_has_such_a_name_is_removed(tmp_path: Path) -> None:
    theirs = ["theirs.tmp", ".learnlead-notes.md", "learnlead-0a.tmp"]
    for name in [*theirs, ".learnlead-0a.tmp"]:
        (tmp_path / name).write_text("text")
    temporaries.clean(tmp_path)
    assert names(tmp_path) == sorted(theirs)


def test_a_link_with_such_a_name_leads_to_nothing_that_is_removed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "page.md").write_text("text")
    (tmp_path / ".learnlead-0a.tmp").symlink_to(tmp_path / "mine")
    temporaries.clean(tmp_path)
    assert names(tmp_path / "mine") == ["page.md"]


def test_strays_are_left_alone_while_another_run_changes_something_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is being exchanged has such a name for a moment, and nobody holds it."""
    (tmp_path / ".learnlead-0a.tmp").write_text("a page of somebody's")
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with lock.Lock(tmp_path):
        put(tmp_path)
        with pytest.raises(lock.Busy):
            remove(tmp_path)
        assert ".learnlead-0a.tmp" in names(tmp_path)
    remove(tmp_path)
    assert names(tmp_path) == ["page.md"]


def test_where_nothing_can_be_held_only_old_ones_are_strays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    two_hours_ago = time.time() - 7200
    for name in (".learnlead-0a.tmp", ".learnlead-0b.tmp"):
        (tmp_path / name).write_text("text")
    os.utime(tmp_path / ".learnlead-0a.tmp", (two_hours_ago, two_hours_ago))
    assert [Path(stray).name for stray in temporaries.strays(tmp_path)] == [".learnlead-0a.tmp"]
    with temporaries.TemporaryFile(tmp_path) as made:
        assert made.path.exists()


def test_one_that_another_run_took_for_a_stray_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, taken = fcntl.flock, list[str]()

    def flock(opened: int, operation: int) -> None:
        if not taken:
            [name] = names(tmp_path)
            (tmp_path / name).unlink()
            taken.append(name)
        real(opened, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    with temporaries.TemporaryFile(tmp_path) as made:
        assert made.path.exists()
        assert made.path.name not in taken
    assert names(tmp_path) == []


def test_what_is_being_removed_as_a_stray_is_nobodys_new_temporary(tmp_path: Path) -> None:
    """A run makes its file and holds it a moment later; in between another may find it."""
    path = tmp_path / ".learnlead-0.tmp"
    path.touch()
    opened = os.open(path, os.O_RDWR)
    try:
        with temporaries._examined(str(path)) as is_stray:
            assert is_stray
            assert not temporaries._hold(opened, path)
        assert temporaries._hold(opened, path)
    finally:
        os.close(opened)
