"""`learnlead doctor`: what is where, what is wrong, and how to fix it."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from cli.kit import CORE, PLAN, as_json, held, snapshot
from learnlead.adapters.disk.drafts import DraftFolder
from learnlead.adapters.disk.files.safe_write import make_folder
from learnlead.adapters.disk.files.temporaries import TemporaryFile
from learnlead.adapters.disk.state import state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.adapters.schedulers.machine import now
from learnlead.app.ports import Draft
from running import Ran, run, run_program
from sizes import thinned


def facts(ran: Ran) -> dict[str, str]:
    """What is where, by its name on the screen."""
    above = ran.stdout.partition("\n\n")[0]
    pairs = (line.split("  ", 1) for line in above.splitlines())
    return {name: words.strip() for name, words in pairs}


def problems(ran: Ran) -> list[str]:
    """What is wrong, a line each, without the line that counts."""
    return ran.stdout.partition("\n\n")[2].splitlines()[:-1]


def state_of(workspace: Path) -> Path:
    return state_folder(Workspace(workspace), os.environ, Path.home())


def test_says_what_is_where_and_that_nothing_is_wrong(workspace: Path) -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    ran = run("doctor")
    assert (ran.code, ran.stderr) == (0, "")
    by_name = facts(ran)
    assert by_name["workspace"] == str(workspace)
    assert (by_name["journal"], by_name["pages"], by_name["rubrics"]) == ("journals", "1", CORE)
    assert by_name["state"] == str(state_of(workspace))
    assert by_name["today"] == "Friday 2026-11-20, which LEARNLEAD_TODAY says"
    assert by_name["unfinished sittings"] == "none"
    assert ran.stdout.endswith("\n\nNothing is wrong.\n")
    assert as_json("doctor")["problems"] == []


def test_needs_a_workspace(tmp_path: Path) -> None:
    ran = run("doctor")
    assert (ran.code, ran.stdout) == (2, "")
    assert "learnlead init" in ran.stderr


def test_changes_nothing_and_shows_nothing_that_was_typed(workspace: Path) -> None:
    held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers, notice: secret}}\n{PLAN}")
    run("note", "Anna was quiet")
    state = state_of(workspace)
    DraftFolder(state).save(Draft(CORE, 1, now({}), {"insight": "private thought"}))
    (state / f"draft-{CORE}.json").write_text('{"insight": "private thought"', encoding="utf-8")
    before = snapshot(workspace), snapshot(state)
    shown = run("doctor").stdout + run("doctor", "--json").stdout
    assert (snapshot(workspace), snapshot(state)) == before
    for word in ("Anna", "quiet", "stuck", "secret", "private thought"):
        assert word not in shown


def test_answers_that_found_no_place_on_a_page_are_counted_where_they_stand(
    workspace: Path,
) -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    record = workspace / "records" / "not-on-a-page.md"
    make_folder(record.parent)
    section = "\n## 2026-11-13 learning-leader\n\n- Moment: secret\n  - and more\n- Insight: x\n"
    record.write_text(section, encoding="utf-8")
    record.chmod(0o600)
    ran = run("doctor")
    assert ran.code == 0
    [problem] = problems(ran)
    where = "records/not-on-a-page.md: warning: 2 answers found no place on a page"
    assert problem == f"{where} (take over what you need, then delete the file)"


class TestWhoElseMayRead:
    @pytest.mark.parametrize(
        ("name", "mode", "good"),
        [
            ("journals", 0o755, 0o700),
            (f"journals/2026-11-13-{CORE}.md", 0o644, 0o600),
            ("inbox.md", 0o640, 0o600),
            ("learnlead.yaml", 0o604, 0o600),
            ("records", 0o750, 0o700),
            ("records/asked.md", 0o644, 0o600),
            (".", 0o711, 0o700),
        ],
    )
    def test_is_told_with_the_command_that_mends_it(
        self, workspace: Path, name: str, mode: int, good: int
    ) -> None:
        held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers}}\n{PLAN}")
        run("note", "a line")
        run("ask")
        path = workspace / name
        path.chmod(mode)
        ran = run("doctor")
        assert ran.code == 1
        [problem] = problems(ran)
        assert f"(mode {mode:03o})" in problem
        command = f"chmod {good:o} {path}"
        assert problem.endswith(f" ({command})")
        subprocess.run(shlex.split(command), check=True)
        assert run("doctor").code == 0

    def test_many_pages_are_one_line_and_one_command(self, workspace: Path) -> None:
        for day in range(10, 20):
            held(f"date: 2026-11-{day}\ninsight: x\n")
        for page in (workspace / "journals").iterdir():
            page.chmod(0o644)
        [problem] = problems(run("doctor"))
        assert problem.startswith("journals: other users of this machine may read 10 files in")
        subprocess.run(shlex.split(problem.rpartition(" (")[2].removesuffix(")")), check=True)
        assert run("doctor").code == 0

    def test_an_unfinished_sitting_is_looked_at_too(self, workspace: Path) -> None:
        state = state_of(workspace)
        DraftFolder(state).save(Draft(CORE, 1, now({}), {}))
        state.chmod(0o755)
        [problem] = problems(run("doctor"))
        assert problem.endswith(f"(chmod 700 {state})")


@pytest.mark.parametrize(
    ("folder", "named"),
    thinned(
        [
            ("OneDrive - Contoso/learnlead", "OneDrive"),
            ("Dropbox (Personal)/learnlead", "Dropbox"),
            ("Library/Mobile Documents/com~apple~CloudDocs/learnlead", "iCloud"),
        ],
        3,
    ),
)
def test_a_folder_that_a_cloud_copies_is_named(tmp_path: Path, folder: str, named: str) -> None:
    root = tmp_path / folder
    run("init", root)
    ran = run("doctor", "--workspace", root)
    assert ran.code == 1
    [problem] = problems(ran)
    assert f"this folder lies in {named}: " in problem


class TestWhatIsBroken:
    def test_settings_that_cannot_be_understood_hide_nothing_else(self, workspace: Path) -> None:
        (workspace / "learnlead.yaml").write_text("day: someday\ncolour: red\n", encoding="utf-8")
        (workspace / "learnlead.yaml").chmod(0o644)
        ran = run("doctor")
        assert (ran.code, ran.stderr) == (1, "")
        messages = problems(ran)
        assert len(messages) == 3
        assert messages[0].endswith(f"(chmod 600 {workspace / 'learnlead.yaml'})")
        assert messages[1].startswith("learnlead.yaml:1: day must be one of")
        assert messages[2].startswith("learnlead.yaml:2: warning: the key 'colour'")
        assert {"state", "reminders", "workspace"} <= facts(ran).keys()

    def test_a_key_that_means_nothing_is_a_warning(self, workspace: Path) -> None:
        (workspace / "learnlead.yaml").write_text("colour: red\n", encoding="utf-8")
        ran = run("doctor")
        assert ran.code == 0
        assert ran.stdout.endswith("\nNothing is wrong, 1 warning.\n")

    def test_pages_and_rubrics_are_counted_and_the_checks_are_named(self, workspace: Path) -> None:
        page = workspace / "journals" / "2026-11-12.md"
        page.touch(0o600)
        (workspace / "rubrics" / "wrong.yaml").write_text("id: wrong\n", encoding="utf-8")
        (workspace / "learnlead.yaml").write_text(f"rubric: [{CORE}, nothing]\n", encoding="utf-8")
        messages = "\n".join(problems(run("doctor")))
        assert "journals: 1 error in the pages (`learnlead journal check`" in messages
        assert "in rubrics or wordings (`learnlead rubric check`" in messages
        assert "there is no rubric 'nothing'" in messages

    def test_what_runs_that_were_cut_off_have_left(self, workspace: Path) -> None:
        left = [
            folder / ".learnlead-0123456789abcdef.tmp"
            for folder in (workspace, workspace / "journals", state_of(workspace) / "editor-core")
        ]
        for path in left:
            make_folder(path.parent)
            path.touch(0o600)
        with TemporaryFile(workspace / "journals"):  # a run that is at it
            messages = problems(run("doctor"))
        assert [problem.partition("(")[2] for problem in messages] == [
            f"rm -r {path})" for path in left
        ]

    def test_unfinished_sittings_and_drafts_set_aside(self, workspace: Path) -> None:
        state = state_of(workspace)
        DraftFolder(state).save(Draft("conversations", 1, now({}), {}))
        (state / f"draft-{CORE}.json.broken-1").touch(0o600)
        (state / f"editor-{CORE}").mkdir(0o700)
        (state / f"editor-{CORE}" / "reflection.md").touch(0o600)
        ran = run("doctor")
        assert ran.code == 0, "a warning"
        assert facts(ran)["unfinished sittings"] == (
            f"conversations (learnlead reflect), {CORE} (learnlead reflect --editor)"
        )
        [problem] = problems(ran)
        assert f"draft-{CORE}.json.broken-1: warning: this could not be understood" in problem
        assert as_json("doctor")["unfinished_sittings"] == ["conversations", CORE]

    def test_a_terminal_of_few_letters(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", "ascii")
        ran = run_program("doctor", cwd=workspace)
        assert ran.code == 0
        [problem] = problems(ran)
        assert "ascii" in problem
        assert facts(ran)["letters"] == "ascii"
