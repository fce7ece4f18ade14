"""Where the file system has no locks: a PID lock says whose turn it is, and outlives nobody."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import learnlead
from learnlead.adapters.disk.files import lock, pid_lock
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.lock import LOCK_NAME, PID_LOCK_SUFFIX, Busy, Lock
from learnlead.adapters.disk.journal_folder import PageFolder
from learnlead.adapters.disk.sitting_lock import IN_EDITOR, lock_sitting
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError

NAME = "sitting-x.lock"


@pytest.fixture(autouse=True)
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)


def python(folder: Path, program: str) -> list[str]:
    """Such a program, on the same file system."""
    prelude = (
        "import fcntl, os, sys, time; from pathlib import Path\n"
        f"sys.path.insert(0, {str(Path(learnlead.__file__).parents[1])!r})\n"
        "def flock(*_): raise OSError(37, 'No locks available')\n"
        "fcntl.flock = flock\n"
        "from learnlead.adapters.disk.files.lock import Busy, Lock\n"
        "from learnlead.adapters.disk.files.changing import change_text\n"
        f"here = Path({str(folder)!r})\n"
    )
    return [sys.executable, "-c", prelude + program]


@contextmanager
def held_by_another_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    program = f"with Lock(here, {NAME!r}, says='editor'):\n print('held', flush=True)\n input()"
    command = python(folder, program)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "held\n"
        yield run


def a_pid_lock(folder: Path, content: str, *, age: float = 0) -> Path:
    path = folder / f"{NAME}{PID_LOCK_SUFFIX}"
    path.write_text(content)
    made = time.time() - age
    os.utime(path, (made, made))
    return path


def take(folder: Path, *, lasts: bool = False) -> None:
    with Lock(folder, NAME, patience=0, lasts=lasts):
        assert (folder / f"{NAME}{PID_LOCK_SUFFIX}").exists()
    assert list(folder.iterdir()) == []


def test_a_run_that_lives_is_respected_and_one_that_was_killed_is_not(tmp_path: Path) -> None:
    with held_by_another_run(tmp_path) as run:
        with pytest.raises(Busy) as busy, Lock(tmp_path, NAME, patience=0):
            pass
        assert str(busy.value) == "editor"
        run.kill()
    assert (tmp_path / f"{NAME}{PID_LOCK_SUFFIX}").exists()
    take(tmp_path)


def test_a_run_that_ends_gives_its_pid_lock_back(tmp_path: Path) -> None:
    with held_by_another_run(tmp_path) as run:
        run.communicate("\n")
    assert list(tmp_path.iterdir()) == []


def test_the_same_run_cannot_take_it_twice(tmp_path: Path) -> None:
    with Lock(tmp_path, NAME), pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
        pass
    take(tmp_path)


def test_a_later_process_of_the_same_number_is_not_taken_for_it(tmp_path: Path) -> None:
    with Lock(tmp_path, NAME):
        own = (tmp_path / f"{NAME}{PID_LOCK_SUFFIX}").read_text()
    number, _, started = own.partition("\n")[0].partition(" ")
    assert started
    a_pid_lock(tmp_path, own.replace(started, "another-start/1"))
    take(tmp_path, lasts=True)
    a_pid_lock(tmp_path, own)
    with pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
        pass
    a_pid_lock(tmp_path, own.replace(number, "999999998", 1))
    take(tmp_path, lasts=True)


ELSEWHERE = "1 boot/7\nother-machine pid:[1]\n\n"


def test_of_another_machine_age_decides_where_it_is_held_for_a_moment(tmp_path: Path) -> None:
    a_pid_lock(tmp_path, ELSEWHERE, age=300)
    with pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
        pass
    a_pid_lock(tmp_path, ELSEWHERE, age=900)
    take(tmp_path)


def test_of_another_machine_a_sitting_is_told_with_what_can_be_done(tmp_path: Path) -> None:
    file = a_pid_lock(tmp_path, ELSEWHERE, age=10**6)
    with pytest.raises(LearnleadError) as refused, lock_sitting(tmp_path, "x", "Learning"):
        pass
    [problem] = refused.value.problems
    assert problem.message == "a sitting of Learning was begun on the machine other-machine"
    assert problem.remedy == f"finish it there; if there is none any more, remove {file}"
    assert file.read_text() == ELSEWHERE
    file.unlink()
    with lock_sitting(tmp_path, "x", "Learning", IN_EDITOR):
        pass


def test_where_the_system_tells_no_start_the_pid_lock_is_named(tmp_path: Path) -> None:
    with Lock(tmp_path, NAME):
        own = (tmp_path / f"{NAME}{PID_LOCK_SUFFIX}").read_text()
    started = own.partition("\n")[0].partition(" ")[2]
    file = a_pid_lock(tmp_path, own.replace(started, ""))
    named = pytest.raises(LearnleadError, match="another terminal")
    with named as refused, lock_sitting(tmp_path, "x", "Learning"):
        pass
    assert str(file) in refused.value.problems[0].remedy
    busy = pytest.raises(LearnleadError, match="another learnlead")
    with busy as refused, report_failures("save", "page.md"), Lock(tmp_path, NAME, patience=0):
        pass
    assert str(file) in refused.value.problems[0].remedy


@pytest.mark.parametrize("content", ["", "nonsense", "1\n2\n3\n4\n", "-1 x\nhost\n\n", "²\n\n\n\n"])
def test_one_that_says_nothing_is_being_made_or_was_left_behind(
    tmp_path: Path, content: str
) -> None:
    a_pid_lock(tmp_path, content)
    if content.startswith("1\n"):  # a number that runs, on no machine that is known
        with pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
            pass
        return
    with pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
        pass
    a_pid_lock(tmp_path, content, age=60)
    take(tmp_path)


def test_a_claim_that_is_another_runs_by_now_is_left_alone(tmp_path: Path) -> None:
    with Lock(tmp_path, NAME):
        file = a_pid_lock(tmp_path, ELSEWHERE)
    assert file.read_text() == ELSEWHERE


def test_runs_that_find_the_same_stale_claim_hold_it_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    a_pid_lock(folder, "999999998 boot/7\n" + pid_lock._machine() + "\n\n")
    log = tmp_path / "log"
    program = (
        f"with Lock(here, {NAME!r}, patience=30):\n"
        f"    log = os.open({str(log)!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)\n"
        "    os.write(log, b'in ')\n"
        "    for _ in range(20): os.stat(here)\n"
        "    os.write(log, b'out ')\n"
    )
    runs = [subprocess.Popen(python(folder, program)) for _ in range(6)]
    assert [run.wait(60) for run in runs] == [0] * 6
    assert log.read_text() == "in out " * 6


def test_two_that_take_the_same_stale_claim_over_do_not_both_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_pid_lock(tmp_path, "", age=60)

    def another_run_removes_it_too(_: float) -> None:
        file.unlink()
        file.write_text(ELSEWHERE)

    monkeypatch.setattr(time, "sleep", another_run_removes_it_too)
    with pytest.raises(Busy), Lock(tmp_path, NAME, patience=0):
        pass
    assert file.read_text() == ELSEWHERE


def test_updates_by_many_runs_at_once_are_all_kept(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"")
    program = (
        "page = here / 'page.md'\n"
        "def longer(text): return text + 'x'\n"
        "for _ in range(10): change_text(page, 'page.md', longer)\n"
    )
    runs = [subprocess.Popen(python(tmp_path, program)) for _ in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    assert page.read_bytes() == b"x" * 30
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_claim_in_the_journal_is_nobodys_file(tmp_path: Path) -> None:
    journal = tmp_path / "journals"
    journal.mkdir()
    with Lock(journal):
        assert (journal / f"{LOCK_NAME}{PID_LOCK_SUFFIX}").exists()
        assert PageFolder(Workspace(tmp_path)).listing().foreign == 0
    assert lock.NO_LOCKS
