"""The offer to go on with a draft: which, how old, and what can be done with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from learnlead.sitting.session import Session
from running import run
from terminal.drafts import draft, draft_file, wait_until_kept
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun


@pytest.fixture
def left(begun_workspace: Path) -> Session:
    """A sitting cut off in the text of its second question."""
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("partly")
        typist.sees()
        terminal.press("Half of it,", "ctrl-j")
        wait_until_kept("look-back-note", {"look-back-note": "Half of it,\n"})
        terminal.kill()
        return typist.session


def rewrite(**changes: Any) -> Path:
    """Change the draft on disk."""
    file = draft_file()
    assert file is not None
    whole = json.loads(file.read_bytes())
    for key, value in changes.items():
        (whole["data"] if key in whole["data"] else whole)[key.replace("_", "-")] = value
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T08:05:00+01:00", "today at 08:05"),
        ("2026-11-19T16:02:00+01:00", "yesterday at 16:02"),
        ("2026-11-13T23:59:00+01:00", "on Friday 13 November 2026 at 23:59"),
    ],
)
def test_it_says_which_and_how_old(left: Session, moment: str, said: str) -> None:
    assert left.answers
    rewrite(begun=moment)
    with Terminal("reflect") as terminal:
        terminal.wait_for(
            "Learning leader, about Friday 20 November 2026, is unfinished:",
            f"begun {said}, 1 answer.",
        )


def test_its_answers_can_be_looked_at_and_nothing_stays_on_the_screen(left: Session) -> None:
    file = draft_file()
    assert file is not None
    before = file.read_bytes()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished", "3 Look at its answers")
        terminal.press("3").wait_for("› 3").press("enter")
        terminal.wait_for("So far · ", "1 Your plan partly", "Half of it,")
        terminal.press("7", "enter").wait_for("is unfinished", "› 1")
        assert "Half of it" not in terminal.text
        assert file.read_bytes() == before
        terminal.press("enter")
        Typist(terminal, left).sees()
        terminal.wait_for("Half of it,")


def test_at_the_plain_door_it_is_looked_at_too(left: Session) -> None:
    with Terminal("reflect", "--plain", columns=120) as terminal:
        terminal.wait_for_prompt("is unfinished", "3. Look at its answers")
        terminal.press("3", "enter").wait_for_prompt("So far", "1. Your plan: partly", "Half of it")
        terminal.press("enter")
        PlainTypist(terminal, left).sees()
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    "options",
    [("--depth", "quick"), ("--date", "yesterday"), ("--relationship", "formal-authority")],
)
def test_options_that_a_draft_does_not_follow_are_told(
    left: Session, options: tuple[str, str]
) -> None:
    with Terminal("reflect", *options) as terminal:
        terminal.wait_for("your options hold for a new one only.").press("enter")
        Typist(terminal, left).sees()
    with Terminal("reflect", "--depth", "standard", "--date", "2026-11-20") as terminal:
        terminal.wait_for("is unfinished", "3 Look at")
        assert "options" not in terminal.text


@pytest.mark.parametrize(
    "broken",
    [
        {"depth": "deep"},
        {"answers": []},
        {"answers": {"live": [1]}},
        {"answers": {"moment": {"relationship": []}}},
        {"seconds": {}},
    ],
)
def test_a_draft_that_nobody_understands_is_never_written_over(
    left: Session, broken: dict[str, Any]
) -> None:
    written = rewrite(**broken).read_bytes()
    with Terminal("reflect", columns=250) as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        assert terminal.press("ctrl-c").finish() == 130
        assert "cannot be understood, so it was set aside" in terminal.left_behind
    assert draft()["answers"] == {"look-back": "done"} != left.answers
    file = draft_file()
    assert file is not None
    assert file.with_name(f"{file.name}.broken-1").read_bytes() == written


def test_of_an_older_version_of_the_rubric_what_still_fits_is_kept(
    begun_workspace: Path, left: Session
) -> None:
    answers: dict[str, Any] = {
        **left.answers,
        "live": ["formal-authority"],
        "moment": "gone-people",
        "rating:own-answers": 4,
        "rating:gone-behaviour": 5,
        "rating:open-doors": 9,
    }
    begun_words = {"evidence:gone-behaviour": "words\n"}
    typing = {"at": "evidence:gone-behaviour", "begun": begun_words}
    rewrite(answers=answers, rubric_version=0, typing=typing)
    with Terminal("reflect") as terminal:
        terminal.wait_for(
            "The rubric has changed since, from version 0 to 2.",
            "kept beside the page: Which of these; Gone behaviour; Offering peers what I know; "
            "Evidence: Gone behaviour.",
        )
        terminal.press("enter")
        kept = {k: answers[k] for k in ("look-back", "live", "rating:own-answers")}
        typist = Typist(terminal, Session.begin(begun().context, kept))
        typist.answer_all(kept)
        assert typist.save() == 0
    page = json.loads(run("read", "2026-11-20", "--json").stdout)["pages"][0]["text"]
    assert "rubric-version: 2" in page
    assert "<!-- own-answers -->\n\n**Rating:** 4" in page
    assert "gone" not in page
    beside = (begun_workspace / "records" / "not-on-a-page.md").read_text(encoding="utf-8")
    assert "- Evidence: Gone behaviour: words\n" in beside
    assert "- Gone behaviour: 5\n" in beside
