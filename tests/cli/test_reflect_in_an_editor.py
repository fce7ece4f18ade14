"""learnlead reflect --editor: the editors are shell scripts, the rest is real."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from cli.kit import CORE, PLAN, TODAYS, held, read, snapshot
from filling import filled
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.shipped import folder
from running import Ran, run
from terminal.made_answers import ADJUSTED, FIRST, FULL, KEPT, QUICK, Made

KEPT_TEXT = "What you wrote is kept: `learnlead reflect --editor` goes on with it."


class EditorSetup:
    """A workspace, and editors to write in it with."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.seen = folder / "seen.md"
        """The page as the last editor found it."""

    def edit(self, script: str, *options: str, variable: str = "EDITOR") -> Ran:
        """Reflect in an editor that is this shell script; its page is `$1`."""
        editor = self.folder / "editor.sh"
        editor.write_text(f'#!/bin/sh\ncp "$1" {self.seen}\n{script}\n', encoding="utf-8")
        editor.chmod(0o700)
        self.monkeypatch.setenv(variable, str(editor))
        return run("reflect", "--editor", *options)

    def write(self, text: str, *options: str) -> Ran:
        """Reflect in an editor that leaves this text."""
        written = self.folder / "written.md"
        written.write_text(text, encoding="utf-8")
        return self.edit(f'cat {written} > "$1"', *options)

    def empty_page(self, *options: str) -> str:
        """The page before anything is written on it."""
        assert self.edit("", *options).code == 0
        return self.seen.read_text(encoding="utf-8")

    @property
    def waiting(self) -> Path | None:
        """The page that waits for the next time."""
        return next(Path.home().rglob("editor-*/reflection.md"), None)

    @property
    def pages(self) -> list[Path]:
        return sorted(Path("journals").glob("2026-11-20-*.md"))


@pytest.fixture
def app(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditorSetup:
    assert Path.cwd() == workspace
    return EditorSetup(tmp_path, monkeypatch)


def insight(page: str, text: str) -> str:
    """The page with an answer to one question."""
    return page.replace("<!-- insight -->\n", f"<!-- insight -->\n\n{text}\n")


def core_rubric() -> Rubric:
    text = (folder("rubrics") / f"{CORE}.yaml").read_text(encoding="utf-8")
    rubric, _ = read_rubric(text, CORE)
    assert rubric is not None
    return rubric


# The same answers, the same page


@pytest.mark.parametrize(
    ("made", "begun"),
    [(FIRST, False), (KEPT, True), (ADJUSTED, True), (QUICK, True), (FULL, True)],
    ids=["first", "kept", "adjusted", "quick", "full"],
)
def test_the_same_answers_are_the_same_page(app: EditorSetup, made: Made, begun: bool) -> None:
    if begun:
        app.monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-13")
        held(FIRST.script)
        app.monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-20")
    empty = app.empty_page("--depth", made.depth)
    before = snapshot(Path("journals"))
    page = held(made.script)
    expected = snapshot(Path("journals"))
    reflection = read(page).reflection
    page.unlink()
    for name, content in before.items():
        (Path("journals") / name).write_bytes(content)

    ran = app.write(filled(empty, reflection, core_rubric()), "--depth", made.depth)

    assert ran.code == 0, ran.stderr
    now = snapshot(Path("journals"))
    now[f"{TODAYS}.md"] = re.sub(rb"minutes: \d+\n", b"", now[f"{TODAYS}.md"])
    assert now == expected


def test_it_ends_with_where_the_page_is(app: EditorSetup) -> None:
    ran = app.write(insight(app.empty_page(), "Silence."))
    assert ran.code == 0
    (page,) = app.pages
    assert f"Your page: {page.absolute()}\n" in ran.stdout
    assert read(page).reflection.insight == "Silence."
    assert read(page).reflection.minutes == 1
    assert app.waiting is None


def test_own_words_come_back_at_the_close(app: EditorSetup) -> None:
    held("date: 2026-10-23\nfocus: {behaviour: own-answers}\nevidence: {own-answers: I waited.}")
    ran = app.write(insight(app.empty_page(), "Silence."))
    assert "Four weeks ago you wrote:\n  I waited.\n" in ran.stdout


def test_minutes_and_days_may_be_written_by_hand(app: EditorSetup) -> None:
    page = insight(app.empty_page(), "x")
    page = page.replace("date: 2026-11-20", "date: 2026-11-19\nminutes: 7")
    assert app.write(page).code == 0
    reflection = read(Path("journals") / f"2026-11-19-{CORE}.md").reflection
    assert reflection.minutes == 7
    assert str(reflection.written) == "2026-11-20"


def test_the_day_and_the_depth_of_the_options_stand_on_the_page(app: EditorSetup) -> None:
    page = app.empty_page("--date", "2026-11-18", "--depth", "quick")
    assert "\ndate: 2026-11-18\n" in page
    assert "\ndepth: quick\n" in page
    assert "<!-- insight -->" not in page


def test_a_pending_focus_is_on_the_page_and_waits_no_more(app: EditorSetup) -> None:
    assert run("focus", "set", "open-doors", "--notice", "they come by").code == 0
    page = app.empty_page()
    assert "\nfocus: open-doors\nfocus-notice: they come by\n" in page
    assert app.write(insight(page, "x")).code == 0
    assert read(app.pages[0]).reflection.focus_notice == "they come by"
    assert "from the next page" not in run("focus", "show").stdout


def test_an_open_plan_is_kept_by_taking_its_mark_away(app: EditorSetup) -> None:
    app.monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-13")
    held(PLAN)
    app.monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-20")
    page = app.empty_page()
    assert app.write(page.replace("#- [ ]", "- [ ]")).code == 0
    plan = read(app.pages[0]).reflection.plan
    assert plan is not None
    assert (plan.kept, str(plan.due)) == (f"2026-11-13-{CORE}", "2026-11-27")


# Nothing comes of it


@pytest.mark.parametrize(
    "script",
    ["", 'touch "$1"', ': > "$1"', 'rm "$1"', 'echo >> "$1"', 'sed -i "/<!-- ?/d" "$1"'],
    ids=["unchanged", "touched", "emptied", "removed", "a line break", "questions taken out"],
)
def test_where_nothing_was_answered_nothing_is_kept(app: EditorSetup, script: str) -> None:
    before = snapshot(Path.cwd())
    ran = app.edit(script)
    assert ran.code == 0
    assert ran.stdout.rstrip().endswith(("nothing is kept.", "there is no page to save."))
    assert snapshot(Path.cwd()) == before
    assert app.waiting is None


def test_no_workspace_is_made_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = EditorSetup(tmp_path, monkeypatch)
    page = app.empty_page()
    root = Path.home() / "learnlead"
    assert not root.exists()
    ran = app.write(insight(page, "x"))
    assert ran.code == 0
    assert "There is no workspace yet" in ran.stderr
    assert (root / "journals" / f"{TODAYS}.md").exists()


def test_this_is_not_for_here(app: EditorSetup) -> None:
    ran = app.write(insight(app.empty_page(), "He said\n /x "))
    assert ran.code == 0
    assert "Nothing of this sitting is kept." in ran.stdout
    assert "ombudsperson" in ran.stdout
    assert app.pages == []
    assert app.waiting is None
    assert "2026-11-16..2026-11-22" in Path("learnlead.yaml").read_text(encoding="utf-8")


# Where the page lies


def test_its_file_lies_in_a_folder_of_the_writer_alone(app: EditorSetup) -> None:
    modes = app.folder / "modes"
    ran = app.edit(f'stat -c %a "$1" "$(dirname "$1")" > {modes}; dirname "$1" >> {modes}')
    file, directory, where = modes.read_text(encoding="utf-8").splitlines()
    assert (file, directory) == ("600", "700")
    lines = ran.stderr.splitlines()
    assert len(lines) == 1
    assert f"the page lies in {where}, which only you can read." in lines[0]
    assert "Swap and backup files are up to your editor" in lines[0]


def test_what_an_editor_leaves_beside_the_page_goes_with_it(app: EditorSetup) -> None:
    assert app.edit('cp "$1" "$1~"; cp "$1" "$(dirname "$1")/.reflection.md.swp"').code == 0
    left = [path for path in Path.home().rglob("*") if path.is_file()]
    assert left == []


# Mistakes


def test_a_mistake_comes_back_with_the_problem_above_its_line(app: EditorSetup) -> None:
    page = app.empty_page().replace("**Rating:**", "**Rating:** 6", 1)
    assert app.write(page).code == 2
    ran = app.edit('sed -i "s/Rating:\\*\\* 6/Rating:** 5/" "$1"')
    assert ran.code == 0, ran.stderr
    lines = app.seen.read_text(encoding="utf-8").splitlines()
    above = lines[lines.index("**Rating:** 6") - 1]
    assert above == "<!-- ! '6' is not a rating (write 1 to 5, 'no opportunity' or 'none made') -->"
    assert read(app.pages[0]).reflection.ratings == {"follower-needs": 5}


def test_whoever_leaves_a_mistake_finds_it_again(app: EditorSetup) -> None:
    page = insight(app.empty_page(), "Silence.").replace("**Rating:**", "**Rating:** 6", 1)
    ran = app.write(page)
    assert (ran.code, ran.stdout) == (2, "")
    assert app.pages == []
    assert app.waiting is not None
    assert app.waiting.read_text(encoding="utf-8") == page
    line = page.split("\n").index("**Rating:** 6") + 1
    problem = f"learnlead: reflection.md:{line}: '6' is not a rating"
    assert ran.stderr.count(problem) == 1, "once, and without a long path"
    assert KEPT_TEXT in ran.stderr

    again = app.edit("")  # and whoever then looks only loses nothing either
    assert again.code == 2
    assert "Here is the page that you left unfinished." in again.stderr
    assert app.seen.read_text(encoding="utf-8").count("<!-- !") == 1
    assert app.waiting.read_text(encoding="utf-8") == page

    mended = app.edit('sed -i "s/Rating:\\*\\* 6/Rating:** 5/" "$1"')
    assert mended.code == 0, mended.stderr
    assert read(app.pages[0]).reflection.insight == "Silence."
    assert app.waiting is None


def test_every_mistake_is_told_at_once(app: EditorSetup) -> None:
    page = app.empty_page().replace("date: 2026-11-20", "date: 2026-11-21")
    page = page.replace("**Rating:**", "**Rating:** 6").replace("# Learning", "Lost.\n\n# Learning")
    ran = app.write(page)
    assert ran.code == 2
    problems = [line for line in ran.stderr.splitlines() if line.startswith("learnlead: ")]
    assert len(problems) == 14
    assert all("(" in line for line in problems)


def test_a_page_in_another_encoding_keeps_its_bytes(app: EditorSetup) -> None:
    ran = app.edit('printf "Caf\\351\\n" >> "$1"')
    assert ran.code == 2
    assert "this line is not UTF-8 text" in ran.stderr
    assert app.waiting is not None
    assert b"Caf\xe9\n" in app.waiting.read_bytes()


def test_an_editor_of_another_system_may_end_lines_its_own_way(app: EditorSetup) -> None:
    text = insight(app.empty_page(), "one\ntwo").replace("\n", "\r\n")
    assert app.write(f"\ufeff{text}").code == 0
    assert read(app.pages[0]).reflection.insight == "one\ntwo"
    assert b"\r" not in app.pages[0].read_bytes()


# A page that waits


def waiting_page(app: EditorSetup) -> Path:
    """Leave a page without a mistake in an editor that then fails."""
    written = app.folder / "whole.md"
    written.write_text(insight(app.empty_page(), "Silence."), encoding="utf-8")
    ran = app.edit(f'cat {written} > "$1"; exit 3')
    assert ran.code == 2
    assert "failed (exit code 3), so no page was saved" in ran.stderr
    assert KEPT_TEXT in ran.stderr
    assert app.pages == []
    assert app.waiting is not None
    return app.waiting


def test_a_page_of_an_editor_that_failed_waits_and_is_saved_when_told(app: EditorSetup) -> None:
    waiting = waiting_page(app)
    text = waiting.read_text(encoding="utf-8")
    assert app.edit("").code == 0  # looked at only
    assert waiting.read_text(encoding="utf-8") == text
    assert app.pages == []
    assert app.seen.read_text(encoding="utf-8").startswith("<!-- ! this page has waited for you:")
    assert app.edit('sed -i 1d "$1"').code == 0
    assert read(app.pages[0]).reflection.insight == "Silence."
    assert app.waiting is None


def test_a_page_that_waits_is_thrown_away_by_emptying_it(app: EditorSetup) -> None:
    waiting_page(app)
    assert app.edit(': > "$1"').code == 0
    assert app.waiting is None
    assert "Silence." not in app.empty_page()


def test_an_editor_that_breaks_down_over_a_page_that_waits_loses_nothing(app: EditorSetup) -> None:
    waiting = waiting_page(app)
    text = waiting.read_text(encoding="utf-8")
    ways = {': > "$1"; exit 1': "exit code 1", 'rm "$1"; exit 2': "2", "kill -9 $$": "signal 9"}
    for script, message in ways.items():
        ran = app.edit(script)
        assert ran.code == 2
        assert f"{message})" in ran.stderr
        assert waiting.read_text(encoding="utf-8") == text


def test_a_page_left_by_a_program_that_was_killed_is_there_again(app: EditorSetup) -> None:
    left = app.folder / "left.md"
    page = insight(app.empty_page(), "Silence.")
    folder = next(Path.home().rglob("editor-*"))
    (folder / "reflection.md").write_text(page, encoding="utf-8")
    app.edit(f'cp "$1" {left}')
    assert "Silence." in left.read_text(encoding="utf-8")


def test_an_empty_page_left_behind_is_no_page_that_waits(app: EditorSetup) -> None:
    page = app.empty_page()
    folder = next(Path.home().rglob("editor-*"))
    (folder / "reflection.md").write_text(page, encoding="utf-8")
    app.monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-27")
    assert "date: 2026-11-27" in app.empty_page()


def test_where_the_page_cannot_be_saved_the_text_waits(app: EditorSetup) -> None:
    written, journal = app.folder / "whole.md", Path("journals").absolute()
    written.write_text(insight(app.empty_page(), "Silence."), encoding="utf-8")
    ran = app.edit(f'cat {written} > "$1"; mv {journal} {journal}-away; touch {journal}')
    assert ran.code == 3
    assert KEPT_TEXT in ran.stderr
    journal.unlink()
    assert app.edit('sed -i 1d "$1"').code == 0
    assert read(app.pages[0]).reflection.insight == "Silence."


def test_the_draft_of_a_typed_sitting_waits_untouched(app: EditorSetup) -> None:
    page = app.empty_page()
    state = next(Path.home().rglob("editor-*")).parent
    draft = state / f"draft-{CORE}.json"
    draft.write_text(
        f'{{"learnlead-draft": 1, "rubric": "{CORE}", "rubric-version": 1,'
        ' "begun": "2026-11-19T16:00:00+00:00", "data": {"day": "2026-11-19"}}',
        encoding="utf-8",
    )
    before = draft.read_bytes()
    ran = app.write(insight(page, "x"))
    assert ran.code == 0
    assert "sitting of 2026-11-19 still waits for `learnlead reflect`" in ran.stderr
    assert draft.read_bytes() == before


# Which editor


def refused(*options: str) -> str:
    """A sitting that no editor was opened for: what is said."""
    ran = run("reflect", "--editor", *options)
    assert (ran.code, ran.stdout) == (2, "")
    assert not list(Path.home().rglob("reflection.md"))
    return ran.stderr


def test_without_an_editor_both_variables_are_named(workspace: Path) -> None:
    assert "neither VISUAL nor EDITOR names an editor" in refused()


@pytest.mark.parametrize("what", ["missing", "no program", "a folder"])
def test_an_editor_that_cannot_be_run(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    editor = tmp_path / "editor"
    if what == "no program":
        editor.write_text("x", encoding="utf-8")
    elif what == "a folder":
        editor.mkdir()
    monkeypatch.setenv("EDITOR", str(editor))
    problems = refused()
    assert f"the editor '{editor}' cannot be run: " in problems
    assert "set VISUAL or EDITOR" in problems


def test_visual_goes_before_editor(app: EditorSetup) -> None:
    app.monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert app.edit("", variable="VISUAL").code == 0


def test_an_editor_may_have_a_name_with_blanks_and_arguments(app: EditorSetup) -> None:
    folder = app.folder / "my editors"
    folder.mkdir()
    editor = folder / "the one"
    record = app.folder / "said"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {record}\n', encoding="utf-8")
    editor.chmod(0o700)
    app.monkeypatch.setenv("EDITOR", f"'{editor}' --wait 'two words'")
    assert run("reflect", "--editor").code == 0
    arguments = record.read_text(encoding="utf-8").splitlines()
    assert arguments[:2] == ["--wait", "two words"]
    assert arguments[2].endswith("/reflection.md")
    assert len(arguments) == 3


def test_it_is_one_way_to_hold_a_sitting(workspace: Path) -> None:
    for other in (("--answers", "-"), ("--answers-form",)):
        assert "are two ways to hold a sitting" in refused(*other)


def test_an_unreadable_rubric_or_day_opens_no_editor(app: EditorSetup) -> None:
    app.monkeypatch.setenv("EDITOR", "/bin/false")
    assert "no rubric" in refused("--rubric", "nothing")
    assert "later than today" in refused("--date", "2026-11-21")


def test_nothing_else_is_readable_by_others(app: EditorSetup) -> None:
    waiting = waiting_page(app)
    for path in (waiting, waiting.parent, waiting.parent.parent):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
