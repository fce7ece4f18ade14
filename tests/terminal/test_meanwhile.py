"""A draft in a workspace that has gone on without it: no answer goes with the draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from learnlead.sitting.session import Session
from running import TODAY, run
from terminal.conftest import LAST_WEEK
from terminal.drafts import draft_file
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, begun

NOTE = "It came up twice, and I waited."
PLAN_PAGE = f"{LAST_WEEK}-learning-leader.md"


def closed_meanwhile(
    terminal: Terminal, workspace: Path, close: Callable[[Path], None]
) -> PlainTypist:
    """A sitting comes to its plan, which is closed just before."""
    typist = PlainTypist(terminal, begun())
    typist.answer("partly")
    typist.answer(NOTE)
    typist.answer_all({}, until="rating:learning-at-heart")
    typist.sees()
    close(workspace)
    typist.fill({})
    closed = replace(typist.session.context, closed=frozenset({PLAN_PAGE.removesuffix(".md")}))
    typist.session = replace(typist.session, context=closed)
    return typist


def by_command_elsewhere(workspace: Path) -> None:
    assert run("plan", "done").code == 0, workspace


def as_page_that_carries_it_on(workspace: Path) -> None:
    answers = "date: 2026-11-19\nplan: keep\n"
    assert run("reflect", "--answers", "-", stdin=answers).code == 0, workspace


@pytest.mark.parametrize("close", [by_command_elsewhere, as_page_that_carries_it_on])
def test_a_plan_that_was_closed_during_the_sitting_is_not_offered_to_keep(
    begun_workspace: Path, close: Callable[[Path], None]
) -> None:
    with Terminal("reflect", "--plain", columns=200) as terminal:
        typist = closed_meanwhile(terminal, begun_workspace, close)
        typist.answer_all({}, until="cue")
        typist.sees()
        terminal.wait_for_prompt("Your plan was closed meanwhile")
        typist.fill({})
        assert typist.save() == 0
    text = page(begun_workspace)
    assert NOTE in text
    assert f"<!-- plan {LAST_WEEK}-learning-leader -->" in text


def test_who_has_said_to_keep_it_before_keeps_it(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain", columns=200) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all({"look-back": "partly", "plan": "keep"})
        typist.sees_the_page()
        by_command_elsewhere(begun_workspace)
        number = [q.id for q in typist.session.questions()].index("plan") + 1
        terminal.press(str(number), "enter").wait_for_prompt("Keep it (Enter)")
        terminal.press("enter").wait_for_prompt(typist.words("plain.save").split(",")[0])
        terminal.press("enter")
        assert typist.finish() == 0
    assert f" kept {LAST_WEEK}-learning-leader -->" in page(begun_workspace)


@pytest.fixture
def looked_back(begun_workspace: Path) -> Path:
    """A sitting that was left once its look-back was answered, with a note."""
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("partly")
        typist.answer(NOTE)
        typist.sees()
        terminal.press("/stop", "enter")
        assert terminal.finish() == 130
    return begun_workspace


def gone_on(session: Session, *said: str) -> str:
    """Go on with the draft, answer an insight and nothing else, and save; what was told."""
    with Terminal("reflect", "--plain", columns=200) as terminal:
        terminal.wait_for_prompt("is unfinished", *said).press("enter")
        typist = PlainTypist(terminal, session)
        typist.answer_all({"insight": "Wait.", "moment-what": "She asked."})
        assert typist.save() == 0
        return terminal.words


def page(workspace: Path) -> str:
    return (workspace / "journals" / f"{TODAY}-learning-leader.md").read_text(encoding="utf-8")


def by_command(workspace: Path) -> None:
    assert run("plan", "done").code == 0, workspace


def by_hand(workspace: Path) -> None:
    file = workspace / "journals" / PLAN_PAGE
    text = file.read_text(encoding="utf-8")
    assert "- [ ] " in text
    file.write_text(text.replace("- [ ] ", "- [x] "), encoding="utf-8")


@pytest.mark.parametrize("close", [by_command, by_hand])
def test_a_look_back_on_a_plan_that_was_closed_meanwhile_is_on_the_page(
    looked_back: Path, close: Callable[[Path], None]
) -> None:
    before = begun()
    close(looked_back)
    now = replace(before.context, closed=frozenset({f"{LAST_WEEK}-learning-leader"}))
    session = Session.begin(now, {"look-back": "partly", "look-back-note": NOTE})
    gone_on(session, "Its plan has been closed since; what you said about it stays.")
    text = page(looked_back)
    assert NOTE in text
    assert f"<!-- plan {LAST_WEEK}-learning-leader -->" in text
    assert not (looked_back / "records" / "not-on-a-page.md").exists()
    assert draft_file() is None


def test_where_its_page_is_gone_it_is_named_and_kept_beside(looked_back: Path) -> None:
    (looked_back / "journals" / PLAN_PAGE).unlink()
    told = gone_on(
        begun(),
        "Not asked any more, but kept beside the page: Your plan; What came of it.",
    )
    beside = looked_back / "records" / "not-on-a-page.md"
    assert f"Not on the page, but kept in {beside}: Your plan; What came of it" in told
    text = f"\n## {TODAY} learning-leader\n\n- Your plan: partly\n- What came of it: {NOTE}\n"
    assert beside.read_text(encoding="utf-8") == text
    assert NOTE not in page(looked_back)
    assert draft_file() is None
    (journal_forget,) = (run("journal", "forget", "twice", "--dry-run"),)
    assert "records/not-on-a-page.md" in journal_forget.stdout


def test_a_newer_plan_is_not_looked_back_on_in_its_place(
    looked_back: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said of one plan would be untrue of another."""
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-19")
    plan = "learnlead: 1\nplan: {behaviour: accessible, cue: newer, action: newer}\n"
    assert run("reflect", "--answers", "-", stdin=plan).code == 0
    monkeypatch.setenv("LEARNLEAD_TODAY", TODAY)
    newer = begun().context.plans
    assert [one.made.isoformat() for one in newer] == ["2026-11-19", LAST_WEEK]
    context = replace(begun().context, plans=tuple(reversed(newer)))
    gone_on(Session.begin(context, {"look-back": "partly", "look-back-note": NOTE}))
    (looking_back,) = [part for part in page(looked_back).split("\n## ") if NOTE in part]
    assert f"<!-- plan {LAST_WEEK}-learning-leader -->" in looking_back
    assert "newer" not in looking_back


@pytest.mark.parametrize("seconds", [10**7, -1, float("nan"), float("inf"), 1440 * 60 + 31])
def test_a_draft_that_counted_too_much_time_is_saved(looked_back: Path, seconds: float) -> None:
    file = draft_file()
    assert file is not None
    whole = json.loads(file.read_bytes())
    whole["data"]["seconds"] = seconds
    file.write_text(json.dumps(whole), encoding="utf-8")
    gone_on(Session.begin(begun().context, {"look-back": "partly", "look-back-note": NOTE}))
    (line,) = [line for line in page(looked_back).split("\n") if line.startswith("minutes: ")]
    assert 1 <= int(line.removeprefix("minutes: ")) <= 1440
    assert NOTE in page(looked_back)
