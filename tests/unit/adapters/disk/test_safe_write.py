"""A file is whole or not there, nobody's text is written over, and the machine may say no."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import learnlead
from learnlead.adapters.disk.files import lock, safe_update, safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.errors import MachineFailed


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_new_file_is_its_owners_alone_and_nothing_else_is_left(tmp_path: Path) -> None:
    safe_write.create(tmp_path / "page.md", b"text")
    assert (tmp_path / "page.md").read_bytes() == b"text"
    assert mode(tmp_path / "page.md") == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["page.md"]


def test_folders_are_their_owners_alone_all_the_way_up(tmp_path: Path) -> None:
    safe_write.make_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == 0o700
    safe_write.make_folder(tmp_path / "a" / "b")


def test_a_folder_cannot_be_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotADirectoryError):
        safe_write.make_folder(tmp_path / "file" / "below")


@pytest.mark.parametrize("taken_by", ["file", "folder", "dangling link"])
@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_creating_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken_by: str, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    path = tmp_path / "page.md"
    if taken_by == "file":
        path.write_text("older")
    elif taken_by == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        safe_write.create(path, b"newer")
    assert [p.name for p in tmp_path.iterdir()] == ["page.md"]
    assert path.is_dir() or path.is_symlink() or path.read_text() == "older"


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_links_are_refused_a_file_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "link", refusing(number))
    safe_write.create(tmp_path / "page.md", b"text")
    assert (tmp_path / "page.md").read_bytes() == b"text"
    assert mode(tmp_path / "page.md") == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES]
)
@pytest.mark.parametrize("step", ["open", "fsync", "link"])
def test_a_machine_that_refuses_leaves_neither_half_a_file_nor_a_stray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    with monkeypatch.context() as world:
        world.setattr(os, step, refusing(number))
        if step == "link":
            world.setattr(os, "open", opening_no_page(os.open, number))
        with (
            pytest.raises(MachineFailed) as failed,
            report_failures("save the page", "journals/page.md"),
        ):
            safe_write.create(tmp_path / "page.md", b"text")
    assert list(tmp_path.iterdir()) == []
    [problem] = failed.value.problems
    assert problem.file == "journals/page.md"
    assert os.strerror(number).lower() in problem.message.lower()
    assert problem.remedy
    assert failed.value.exit_code == 3


@pytest.mark.parametrize(("number", "made"), [(errno.EIO, False), (errno.EINVAL, True)])
def test_a_name_that_is_not_safe_on_the_disk_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, made: bool
) -> None:
    real = os.fsync

    def no_folders(opened: int) -> None:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(number, os.strerror(number))
        real(opened)

    monkeypatch.setattr(os, "fsync", no_folders)
    with suppress(OSError):
        safe_write.create(tmp_path / "page.md", b"text")
    assert [p.name for p in tmp_path.iterdir()] == (["page.md"] if made else [])


def opening_no_page(real: Callable[..., int], number: int) -> Callable[..., int]:
    """`os.open` on a folder that lets no `page.md` be made."""

    def open_(path: Path, *rest: int) -> int:
        if Path(path).name == "page.md":
            raise OSError(number, os.strerror(number))
        return real(path, *rest)

    return open_


def test_of_several_new_files_all_are_made_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "one", tmp_path / "b" / "two"
    for path in (first, second):
        path.parent.mkdir()
    second.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        safe_write.create_all({first: b"1", second: b"2"})
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["two"]
    assert second.read_bytes() == b"mine"
    second.unlink()
    safe_write.create_all({first: b"1", second: b"2"})
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_a_failed_replacement_keeps_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.json"
    safe_write.put(path, b"old")
    with monkeypatch.context() as world:
        world.setattr(os, "fsync", refusing(errno.ENOSPC))
        with pytest.raises(OSError, match="space"):
            safe_write.put(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["draft.json"]


def test_a_file_too_large_for_the_system_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    done = in_another_process(
        tmp_path,
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "with report_failures('save the page', 'page.md'):\n"
        "    create(here / 'page.md', b'x' * 100_000)",
        check=False,
    )
    assert "MachineFailed: page.md: cannot save the page: file too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_really_full_device_is_told_in_one_line() -> None:
    with (
        pytest.raises(MachineFailed, match=r"no space left on device.*free some space"),
        report_failures("keep the draft", "draft.json"),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"text")


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "page.md").write_text("one")
    folder.chmod(0o555)
    done = in_another_process(
        folder,
        "import os, traceback; os.chdir(here); here = Path()\n"
        "if os.geteuid() == 0: os.setuid(65534)  # root may write everywhere\n"
        "for write in (lambda: create(here / 'new.md', b'x'),\n"
        "              lambda: update(here / 'page.md', b'one', b'two')):\n"
        "    try:\n"
        "        with report_failures('save the page', 'page.md'): write()\n"
        "    except Exception as error: print(type(error).__name__, error)",
    )
    line = "MachineFailed page.md: cannot save the page: permission denied (give yourself access"
    assert [said[: len(line)] for said in done.stdout.splitlines()] == [line, line]
    assert [p.name for p in folder.iterdir()] == ["page.md"]
    assert (folder / "page.md").read_text() == "one"


def test_updating_changes_only_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"one\r\n")
    path.chmod(0o644)
    safe_update.update(path, b"one\r\n", b"two\r\n")
    assert path.read_bytes() == b"two\r\n"
    assert mode(path) == 0o644
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(path, b"one\r\n", b"three\r\n")
    assert path.read_bytes() == b"two\r\n"
    assert [p.name for p in tmp_path.iterdir()] == ["page.md"]


def test_updating_a_page_that_is_gone_makes_none(tmp_path: Path) -> None:
    with pytest.raises(safe_update.ChangedMeanwhile):
        safe_update.update(tmp_path / "page.md", b"one", b"two")
    assert list(tmp_path.iterdir()) == []


def test_updating_a_link_updates_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "page.md"
    real.write_text("one")
    link = tmp_path / "link.md"
    link.symlink_to(real)
    safe_update.update(link, b"one", b"two")
    assert link.is_symlink()
    assert real.read_text() == "two"


def test_a_live_owners_lock_is_respected_and_a_dead_ones_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_text("one")
    owner = subprocess.Popen(
        [
            *python(tmp_path),
            "with Lock(here):\n    print('held', flush=True)\n    __import__('time').sleep(60)",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "held\n"
        monkeypatch.setattr(lock, "PATIENCE", 0)
        with pytest.raises(lock.Busy):
            safe_update.update(path, b"one", b"two")
        assert path.read_text() == "one"
        owner.kill()
    assert (tmp_path / lock.LOCK_NAME).exists()
    safe_update.update(path, b"one", b"two")
    assert path.read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["page.md"]


def test_a_lock_file_that_its_holder_has_just_removed_locks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / lock.LOCK_NAME
    tries: list[int] = []

    def after_the_holder_left(opened: int, operation: int) -> None:
        tries.append(opened)
        if len(tries) == 1:
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", after_the_holder_left)
    with lock.Lock(tmp_path):
        assert path.exists()
    assert len(tries) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("says", ["", "ed"])
def test_a_lock_says_what_its_holder_says_and_nothing_of_a_run_that_died(
    tmp_path: Path, says: str
) -> None:
    (tmp_path / lock.LOCK_NAME).write_text("editor")
    with (
        lock.Lock(tmp_path, says=says),
        pytest.raises(lock.Busy) as busy,
        lock.Lock(tmp_path, patience=0),
    ):
        pass
    assert str(busy.value) == says


def test_updates_by_many_runs_at_once_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"")
    count_up = (
        "path = here / 'page.md'\n"
        "for _ in range(20):\n"
        "    while True:\n"
        "        text = path.read_bytes()\n"
        "        try: update(path, text, text + b'x'); break\n"
        "        except ChangedMeanwhile: pass\n"
    )
    runs = [subprocess.Popen([*python(tmp_path), count_up]) for _ in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    assert path.read_bytes() == b"x" * 60


def python(folder: Path) -> list[str]:
    """A Python that has the functions under test and `here`, and takes a program next."""
    prelude = (
        "import sys; from pathlib import Path\n"
        f"sys.path.insert(0, {str(Path(learnlead.__file__).parents[1])!r})\n"
        "from learnlead.adapters.disk.files.failures import report_failures\n"
        "from learnlead.adapters.disk.files.lock import Lock\n"
        "from learnlead.adapters.disk.files.safe_update import ChangedMeanwhile, update\n"
        "from learnlead.adapters.disk.files.safe_write import create\n"
        f"here = Path({str(folder)!r})\n"
        "exec(sys.argv[1])"
    )
    return [sys.executable, "-c", prelude]


def in_another_process(
    folder: Path, program: str, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*python(folder), program], capture_output=True, text=True, check=check, timeout=60
    )
