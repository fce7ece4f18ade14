"""A full disk, a folder without rights, a closed pipe, Ctrl-C: one clear line, and nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, PLAN, TODAYS, held, snapshot
from cli.programs import WITHOUT_RIGHTS, WITHOUT_ROOM
from running import SOURCE, Ran, run, run_program

FULL = Path("/dev/full")
needs_dev_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def shell(command: str, stdin: str = "") -> Ran:
    """Run a shell command in which `learnlead` is the program, which buffers what it writes."""
    buffering = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["/bin/sh", "-c", f'learnlead() {{ "{sys.executable}" -m learnlead "$@"; }}\n{command}'],
        input=stdin,
        env=buffering | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def last_week(workspace: Path) -> Path:
    """A workspace with one page and an open plan."""
    held(f"date: 2026-11-13\n{PLAN}")
    return workspace


@needs_dev_full
class TestAFullDiskBehindStdout:
    LINE = "learnlead: the machine refused: no space left on device (free some space on that disk"

    @pytest.mark.parametrize("command", ["--help", "", "trends --json", "journal check"])
    def test_is_one_line_and_exit_3(self, last_week: Path, command: str) -> None:
        ran = shell(f"learnlead {command} > /dev/full")
        assert ran.code == 3
        (line,) = ran.stderr.splitlines()
        assert line.startswith(self.LINE)

    def test_loses_no_page(self, workspace: Path) -> None:
        ran = shell("learnlead reflect --answers - > /dev/full", stdin="insight: x\n")
        assert ran.code == 3
        assert len(ran.stderr.splitlines()) == 1
        assert "\n## Insight" in (workspace / "journals" / f"{TODAYS}.md").read_text("utf-8")


class TestNoRoomForFiles:
    def test_no_half_page_is_left(self, last_week: Path) -> None:
        before = snapshot(last_week)
        ran = run_program(
            *("reflect", "--answers", "-"),
            stdin="look_back: {outcome: done}\n",
            program=WITHOUT_ROOM,
        )
        assert (ran.code, ran.stdout) == (3, "")
        assert ran.stderr == (
            f"learnlead: journals/{TODAYS}.md: cannot save the page: file too large "
            "(the system allows no larger file here: see `ulimit -f`)\n"
        )
        assert snapshot(last_week) == before

    def test_an_older_page_stays_whole(self, last_week: Path) -> None:
        before = snapshot(last_week)
        ran = run_program("plan", "done", program=WITHOUT_ROOM)
        assert (ran.code, ran.stdout) == (3, "")
        assert f"journals/{LAST_WEEKS}.md: cannot change the page: file too large" in ran.stderr
        assert snapshot(last_week) == before

    def test_no_workspace_is_half_made(self) -> None:
        ran = run_program("init", "here", program=WITHOUT_ROOM)
        assert (ran.code, ran.stdout) == (3, "")
        assert "cannot make a workspace here: file too large" in ran.stderr
        assert run("trends", "--workspace", "here").code == 2


class TestWithoutRights:
    def test_to_write_no_page_is_made(self, last_week: Path) -> None:
        before = snapshot(last_week)
        (last_week / "journals").chmod(0o500)
        for command, doing, file in [
            (("reflect", "--answers", "-"), "save the page", TODAYS),
            (("plan", "done"), "change the page", LAST_WEEKS),
        ]:
            ran = run_program(*command, stdin="insight: x\n", program=WITHOUT_RIGHTS)
            assert (ran.code, ran.stdout) == (3, "")
            assert ran.stderr == (
                f"learnlead: journals/{file}.md: cannot {doing}: permission denied "
                "(give yourself access to it, or choose another workspace with --workspace)\n"
            )
        assert snapshot(last_week) == before

    def test_to_keep_the_focus_it_is_not_said_to_wait(
        self, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "state").mkdir(mode=0o500)
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        ran = run_program("focus", "set", "accessible", program=WITHOUT_RIGHTS)
        assert (ran.code, ran.stdout) == (3, "")
        assert "cannot keep the pending focus: permission denied" in ran.stderr

    def test_to_read_a_page_the_others_are_still_read(self, last_week: Path) -> None:
        held("ratings: {own-answers: 3}\n")
        Path(f"journals/{LAST_WEEKS}.md").chmod(0)
        ran = run_program("journal", "list", program=WITHOUT_RIGHTS)
        assert (ran.code, ran.stdout) == (0, f"{TODAYS}  1 rating\n")
        line = f"learnlead: journals/{LAST_WEEKS}.md: cannot read this: permission denied ("
        assert ran.stderr.startswith(line)

    def test_to_list_the_journal_it_is_told(self, last_week: Path) -> None:
        (last_week / "journals").chmod(0)
        for command in ("journal", "list"), ("due",):
            ran = run_program(*command, program=WITHOUT_RIGHTS)
            assert (ran.code, ran.stdout) == (3, "")
            assert "journals: cannot list the journal: permission denied (" in ran.stderr

    def test_to_the_settings_it_is_told(self, last_week: Path) -> None:
        (last_week / "learnlead.yaml").chmod(0)
        ran = run_program("due", program=WITHOUT_RIGHTS)
        assert (ran.code, ran.stdout) == (3, "")
        assert "learnlead.yaml: cannot read this: permission denied (" in ran.stderr


class TestStreams:
    def test_a_reader_who_has_seen_enough_is_no_fault(self, workspace: Path) -> None:
        held("insight: |\n" + "  a long line of words\n" * 20_000)
        ran = shell("{ learnlead read; echo $? >&2; } | head -c 10")
        assert (len(ran.stdout), ran.stderr) == (10, "0\n")
        ran = shell("{ learnlead rubric list; echo $? >&2; } | true")
        assert ran.stderr == "0\n"

    @pytest.mark.parametrize(
        ("command", "code"),
        [
            ("due >&-", 0),
            ("due 2>&-", 0),
            ("due <&- >&- 2>&-", 0),
            ("trends --rubric nothing 2>&-", 2),
            ("reflect --answers - <&-", 2),
            ("reflect <&-", 2),
        ],
    )
    def test_a_closed_one_breaks_nothing(self, workspace: Path, command: str, code: int) -> None:
        ran = shell(f"learnlead {command}")
        assert ran.code == code
        assert "Traceback" not in ran.stderr

    def test_without_a_terminal_nothing_is_asked(self, workspace: Path) -> None:
        ran = run("reflect")
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr == (
            "learnlead: a sitting needs a terminal to type in, and this is none "
            "(--answers FILE holds one without a terminal)\n"
        )
        assert not (Path.home() / "learnlead").exists()


def _heed_ctrl_c() -> None:
    """A background job of a plain shell ignores Ctrl-C, and so would the programs it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stopped(program: subprocess.Popen[str]) -> tuple[str, str]:
    """Press Ctrl-C, and again when one is swallowed: Python ignores it inside a finalizer."""
    for _ in range(12):
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return program.communicate(timeout=5)
    raise AssertionError("Ctrl-C does not end it")


def test_ctrl_c_ends_it_in_one_line_and_leaves_nothing_half_done(workspace: Path) -> None:
    before = snapshot(workspace)
    os.mkfifo("answers")
    program = subprocess.Popen(
        [sys.executable, "-m", "learnlead", "reflect", "--answers", "answers"],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - no threads in a test
    )
    with program, Path("answers").open("w") as pen:  # opens as soon as the program reads
        pen.write("insight: half a sen")
        pen.flush()
        out, err = _stopped(program)
    assert (program.returncode, out, err) == (130, "", "learnlead: stopped\n")
    assert snapshot(workspace) == before


def test_a_workspace_that_vanishes_under_the_shell_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    ran = shell(f'cd "{tmp_path}/gone" && rmdir "{tmp_path}/gone" && learnlead trends')
    assert ran.code == 2
    assert ran.stderr.startswith("learnlead: there is no workspace yet (`learnlead init`")


def test_the_state_folder_of_another_file_type_is_told(workspace: Path) -> None:
    state = Path.home() / ".local" / "state" / "learnlead"
    state.parent.mkdir(parents=True)
    state.write_text("no folder")
    ran = run("focus", "set", "accessible")
    assert (ran.code, ran.stdout) == (3, "")
    assert "cannot keep the pending focus: not a directory (something on the way" in ran.stderr
    assert run("journal", "list").code == 0
    assert CORE in run("due").stdout
