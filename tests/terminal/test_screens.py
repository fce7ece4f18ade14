"""Every question of a sitting as a person sees it at both typed doors, and that none is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from learnlead.cli.context import AppContext
from learnlead.i18n.words import ENGLISH
from learnlead.rubric.prompts import PromptBank
from learnlead.sitting.session import Session
from terminal.drafts import leave_at
from terminal.shots import (
    DOORS,
    FOLDER,
    brought_to,
    check,
    go_on,
    open_examples,
    opened,
    shot,
    told,
    typist,
)
from terminal.stories import STORIES, Story
from terminal.typist import begun

pytestmark = pytest.mark.core

IN_SMALL_WINDOWS = ("focus", "text", "live", "draft", "rating", "examples", "absence", "page")
BOTH = {
    *("help", "rating-examples", "rating-absence", "not-for-here", "not-for-here-said"),
    *("draft", "draft-and-options", "look", "last-week", "yardstick", "second-sitting"),
    *("nothing-answered", "stopped"),
}
"""Screens that are no question's own."""
ONLY = {
    "rich": {
        *("focus-marked", "focus-help", "live-marked", "words-refused", "with-whom"),
        *("text-typed", "text-help", "page-below", "page-mend"),
        *(f"{size}-{one}" for size in ("narrow", "tiny") for one in IN_SMALL_WINDOWS),
    },
    "plain": {"none-of-the-answers", "rating-back"},
}
ASKED = {key.removeprefix("ask.") for key in ENGLISH if key.startswith("ask.")}
SAID_AT = {key: key for key in ASKED - {"heard-in-form"}} | {
    "opening": "focus",
    "moment-about": "moment",
    "evidence": "evidence-own-answers",
    "look-back-after-days": "welcome-back",
    "low": "follow-up-low",
    "high": "follow-up-high",
    "empty": "follow-up-empty",
    "no-occasion": "follow-up-no-occasion",
    "not-done": "plan-not-done",
}
"""On which screen each wording of the program, or the bank's own in its place, is to be seen."""


def of_stories(story: Story) -> set[str]:
    return {*story.shots.values(), *filter(None, (story.page, story.close))}


NAMES = {
    prompter: {name.replace(":", "-") for story in STORIES.values() for name in of_stories(story)}
    | BOTH
    | ONLY[prompter]
    for prompter in DOORS
}


def session_of(story: Story) -> Session:
    session = begun(story.day, story.depth, story.rubric)
    if story.relationship:
        session = Session.begin(replace(session.context, relationship=story.relationship))
    return session


@pytest.mark.parametrize("prompter", DOORS)
@pytest.mark.parametrize("name", STORIES)
def test_every_question(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, prompter: str, name: str
) -> None:
    story = STORIES[name]
    story.prepare(workspace)
    monkeypatch.setenv("LEARNLEAD_TODAY", str(story.day))
    session = session_of(story)
    drafted = brought_to(session, story)
    if goes_on := any(given is not None for given in drafted.answers.values()):
        session = drafted
        leave_at(session, story.relationship)
    with opened(prompter, *story.options, columns=200 if story.close else 80) as terminal:
        if goes_on:
            go_on(prompter, terminal)
        hand = typist(prompter, terminal, session)
        to_see = set(story.shots)
        while to_see:
            question = hand.sees()
            if question.id in to_see:
                if story.opened:
                    open_examples(prompter, terminal)
                shot(prompter, story.shots[question.id], terminal)
                to_see.remove(question.id)
            if to_see or story.page:
                hand.answer(story.typed.get(question.id))
        if story.page:
            hand.answer_all(story.typed)
            hand.sees_the_page()
            shot(prompter, story.page, terminal, "not for here")
        if story.close:
            hand.sees_the_page()
            terminal.press("save" if prompter == "plain" else "", "enter")
            assert terminal.finish() == 0
            check(prompter, story.close, told(prompter, terminal))
    assert workspace.exists()


@pytest.mark.parametrize("prompter", DOORS)
def test_every_screen_has_a_golden_file_and_every_file_a_screen(prompter: str) -> None:
    assert {file.stem for file in (FOLDER / prompter).iterdir()} == NAMES[prompter]


@pytest.mark.parametrize("prompter", DOORS)
def test_every_wording_is_on_a_screen(workspace: Path, prompter: str) -> None:
    assert workspace.exists()
    app = AppContext()
    bank, _ = app.rubrics.bank(app.rubric())
    assert bank is not None
    unseen = []
    for key, name in SAID_AT.items():
        golden = (FOLDER / prompter / f"{name}.txt").read_text(encoding="utf-8")
        seen = " ".join(golden.split())
        if not any(re.search(one, seen) for one in wordings(bank, key)):
            unseen.append(key)
    assert not unseen


def wordings(bank: PromptBank, key: str) -> list[str]:
    """What the program may say there, as patterns: the bank's wordings, else its own."""
    if key.startswith("opposite-"):
        found = getattr(bank.opposite, key.removeprefix("opposite-"))
    elif SAID_AT[key].startswith("follow-up-"):
        found = getattr(bank.follow_up, key.replace("-", "_"))
    elif key == "evidence":
        found = bank.evidence["own-answers"]
    else:
        found = getattr(bank, key.replace("-", "_"), ())
    sentences = [*found, ENGLISH.template(f"ask.{key}")]
    return [re.sub(r"\\{\w+\\}", ".+", re.escape(one)) for one in sentences]
