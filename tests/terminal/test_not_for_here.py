"""`x`: this isn't for here. Nothing is kept, the week is excused, help is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.question import Kind
from running import run
from terminal.drafts import draft, draft_file
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

SETTINGS = (
    "# mine\nday:   friday  # late\nsupport: [Helpline 0800 111 222, Ms B. of HR]\nmood: any\n"
)
EXCUSED = "away: [2026-11-16..2026-11-22]\n"
GONE = "Nothing of this sitting is kept."
TYPING = {"at": "look-back-note", "begun": {"look-back-note": "Half of it,"}}
KEPT = ENGLISH("end.kept-typing")
ASK = ENGLISH("x.ask")


@pytest.fixture(autouse=True)
def settings(begun_workspace: Path) -> Path:
    file = begun_workspace / "learnlead.yaml"
    file.write_text(SETTINGS, encoding="utf-8")
    return file


@pytest.mark.parametrize("where", ["look-back", "look-back-note", "rating:open-doors", ""])
def test_nothing_is_kept_and_the_week_is_excused(settings: Path, where: str) -> None:
    assert "due" in run("due").stdout
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "look-back-note": "It was bad."}, until=where)
        if where:
            words = typist.sees().questions[0].kind is Kind.TEXT
            terminal.press(*(["words"] if words else []), "f1", "x")
        else:
            typist.sees_the_page()
            terminal.press("x")
        terminal.wait_for(ASK, "Go back").press("1").wait_for("› 1 Stop, keep nothing")
        terminal.press("enter")
        assert terminal.finish() == 0
        left = " ".join(terminal.left_behind.split())
    assert GONE in left
    for sentence in (
        "The week counts as excused: it says so under `away:` in ",
        *ENGLISH.lines("not-for-here"),
        "Helpline 0800 111 222",
        "Ms B. of HR",
    ):
        assert sentence in left
    assert f"in{settings}" in left.replace(" ", ""), "the terminal breaks a long path"
    assert "It was bad" not in left
    assert settings.read_text(encoding="utf-8") == SETTINGS + EXCUSED
    assert draft_file() is None
    assert not (settings.parent / "journals" / "2026-11-20-learning-leader.md").exists()
    due = run("due")
    assert due.code == 1
    assert "away" in due.stdout


def test_words_that_a_killed_run_left_are_not_kept_either() -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"look-back": "done", "look-back-note": "It was bad."}, until="live")
        typist.sees()
        kept = draft_file()
        assert kept is not None
        left = kept.with_name(".learnlead-0123456789abcdef.tmp")
        left.write_bytes(kept.read_bytes())
        terminal.press("?", "x").wait_for(ASK, "› 3 Go back").press("1")
        terminal.wait_for("› 1 Stop, keep")
        terminal.press("enter")
        assert terminal.finish() == 0
    assert not [path for path in kept.parent.iterdir() if b"It was bad" in path.read_bytes()]
    assert not left.exists()


def test_it_can_be_kept_as_a_draft(settings: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("Half of it,", "f1").wait_for("this doesn't belong").press("x").wait_for(ASK)
        terminal.press("2").wait_for("› 2 Stop, keep it as a draft").press("enter")
        assert terminal.finish() == 0
        assert KEPT in " ".join(terminal.left_behind.split())
    assert draft()["answers"] == {"look-back": "done"}
    assert draft()["typing"] == TYPING
    assert settings.read_text(encoding="utf-8") == SETTINGS + EXCUSED


def test_a_slip_of_the_finger_goes_on_where_it_was(settings: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("Half of it", "f1").wait_for("this doesn't belong").press("x").wait_for(ASK)
        terminal.press("3").wait_for("› 3").press("enter")
        typist.sees()
        terminal.wait_for("▌ Half of it").press("enter")
        typist.session = typist.session.answer({"look-back-note": "Half of it"})
        typist.sees()
    assert draft()["answers"] == dict(typist.session.answers)
    assert settings.read_text(encoding="utf-8") == SETTINGS


@pytest.mark.parametrize("options", [(), ("--plain",)])
def test_ctrl_c_at_that_question_stops_and_keeps_the_draft(
    settings: Path, options: tuple[str, ...]
) -> None:
    with Terminal("reflect", *options) as terminal:
        typist = PlainTypist(terminal, begun()) if options else Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        if options:
            terminal.press("Half of it,\\", "enter").wait_for_prompt().press("/x", "enter")
        else:
            terminal.press("Half of it,", "f1").wait_for("this doesn't belong").press("x")
        terminal.wait_for("This doesn't belong here. The")
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
        left = " ".join(terminal.left_behind.split())
    assert "`learnlead reflect` goes on from there" in left
    assert "as excused" not in left
    assert draft()["answers"] == {"look-back": "done"}
    assert draft()["typing"] == TYPING
    assert settings.read_text(encoding="utf-8") == SETTINGS


def test_settings_that_cannot_be_changed_are_told_and_help_is_named_all_the_same(
    settings: Path,
) -> None:
    settings.write_text("{day: friday}\n", encoding="utf-8")
    with Terminal("reflect") as terminal:
        Typist(terminal, begun()).sees()
        terminal.press("?", "x").wait_for(ASK).press("1").wait_for("› 1 Stop").press("enter")
        terminal.finish()
        left = " ".join(terminal.left_behind.split())
    assert "add this by hand: away: [2026-11-16..2026-11-22]" in left
    assert "as excused" not in left
    assert ENGLISH.lines("not-for-here")[-1] in left


def test_at_the_plain_door(settings: Path) -> None:
    with Terminal("reflect", "--plain", columns=100) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("/x", "enter").wait_for_prompt(ASK).press("3", "enter")
        typist.sees()
        terminal.press("/x", "enter").wait_for_prompt(ASK, "1. Stop, keep nothing", "(Enter)")
        terminal.press("1", "enter")
        assert terminal.finish() == 0
        said = terminal.left_behind
        assert (
            said.index(GONE)
            < said.index("The week counts as excused")
            < said.index("Helpline 0800")
        )
    assert settings.read_text(encoding="utf-8") == SETTINGS + EXCUSED


def test_x_works_only_where_a_key_names_it(settings: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        assert "x this doesn't belong here" not in terminal.text
        terminal.press("x").wait_for(ENGLISH("no-words"))
        terminal.press("f1").wait_for("x this doesn't belong here")
    assert settings.read_text(encoding="utf-8") == SETTINGS


def test_where_nothing_was_answered_there_is_no_draft_to_keep(settings: Path) -> None:
    with Terminal("reflect") as terminal:
        terminal.wait_for("Week 2 on").press("x").wait_for(
            ASK, "› 2 Go back", "1 Stop, keep nothing"
        )
        assert "draft" not in terminal.text
        terminal.press("1").wait_for("› 1").press("enter")
        assert terminal.finish() == 0
    assert settings.read_text(encoding="utf-8") == SETTINGS + EXCUSED
    with Terminal("reflect") as terminal:  # and whoever begins after all knows
        terminal.wait_for("Week 2 on", "This week is excused: nothing is asked for.")
