"""The screens of a sitting as a person sees them, beside golden files in tests/golden/screens.

`rich/` holds them at 80 columns and 24 lines (`narrow-…`: 40 columns, `tiny-…`: 30 and 8),
`plain/` what the plain door says for the same.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from golden_files import GOLDEN, check_golden
from learnlead.catalogue.en import SENTENCES
from learnlead.cli.wiring import Desk
from learnlead.reflection.session import Session
from learnlead.rubric.prompts import PromptBank
from terminal.drafts import leave_at
from terminal.made_answers import FIRST
from terminal.stories import STORIES, Story
from terminal.terminal import Terminal
from terminal.typist import NO_WORDS, YARDSTICK, PlainTypist, Typist, begun

FOLDER = GOLDEN / "screens"
DOORS = ("rich", "plain")
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
ASKED = {key.removeprefix("ask.") for key in SENTENCES if key.startswith("ask.")}
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
    door: {name.replace(":", "-") for story in STORIES.values() for name in of_stories(story)}
    | BOTH
    | ONLY[door]
    for door in DOORS
}


@pytest.fixture(params=DOORS)
def door(request: pytest.FixtureRequest) -> str:
    """Each of the two typed doors."""
    return str(request.param)


def opened(door: str, *options: str, columns: int = 80, rows: int = 24) -> Terminal:
    if door == "rich":
        return Terminal("reflect", *options, columns=columns, rows=rows)
    return Terminal("reflect", "--plain", *options, columns=columns, rows=60)


def typist(door: str, terminal: Terminal, session: Session) -> Typist:
    return (PlainTypist if door == "plain" else Typist)(terminal, session)


def shot(door: str, name: str, terminal: Terminal, *ends: str) -> None:
    """The screen, or what the plain door said since the last key, is the golden file's.

    `ends` are the words that a rich screen's last line ends with.
    """
    if door == "plain":
        text = said(terminal)
    else:
        terminal.wait_for(*ends or ["/b back", "Ctrl-C stop, kept"] * ("/b" in terminal.text))
        text = terminal.text
    check(door, name, text)


def said(terminal: Terminal) -> str:
    """What was said since the last key, without the echo of that key and without a prompt."""
    lines = terminal.fresh.replace("\r", "").splitlines()
    if len(terminal.fresh) < len(terminal.raw.decode()):
        lines = lines[1:]
    while lines and lines[0] in ("", "> "):  # a text is several lines
        lines = lines[1:]
    return "\n".join(lines).removesuffix("\n> ")


def told(door: str, terminal: Terminal) -> str:
    """What stays on the screen after the program's end."""
    return said(terminal) if door == "plain" else terminal.left_behind


def check(door: str, name: str, text: str) -> None:
    check_golden(f"screens/{door}/{name.replace(':', '-')}.txt", f"{same_everywhere(text)}\n")


def same_everywhere(text: str) -> str:
    """The text without the hour and the folders of this test."""
    text = re.sub(r"\d\d:\d\d(?=, \d)", "16:04", text)
    return text.replace(os.environ["HOME"], "~").strip("\n")


def go_on(door: str, terminal: Terminal) -> None:
    if door == "plain":
        terminal.wait_for_prompt("is unfinished").press("enter")
    else:
        terminal.wait_for("is unfinished").press("enter")


def session_of(story: Story) -> Session:
    session = begun(story.day, story.depth, story.rubric)
    if story.relationship:
        session = Session.begin(replace(session.around, relationship=story.relationship))
    return session


def brought_to(session: Session, story: Story) -> Session:
    """The session with everything answered that comes before the story's first shot."""
    while session.question is not None and session.question.id not in story.shots:
        given = story.typed.get(session.question.id)
        session = session.skip() if given is None else session.answer(given)
    return session


def open_examples(door: str, terminal: Terminal) -> None:
    if door == "plain":
        terminal.press("help", "enter").wait_for_prompt("So far:")
    else:
        terminal.press("?").wait_for("? list x not for here")


@pytest.mark.parametrize("name", STORIES)
def test_every_question(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, door: str, name: str
) -> None:
    story = STORIES[name]
    story.prepare(workspace)
    monkeypatch.setenv("LEARNLEAD_TODAY", str(story.day))
    session = session_of(story)
    drafted = brought_to(session, story)
    if goes_on := any(given is not None for given in drafted.answers.values()):
        session = drafted
        leave_at(session, story.relationship)
    with opened(door, *story.options, columns=200 if story.close else 80) as terminal:
        if goes_on:
            go_on(door, terminal)
        hand = typist(door, terminal, session)
        to_see = set(story.shots)
        while to_see:
            question = hand.sees()
            if question.id in to_see:
                if story.opened:
                    open_examples(door, terminal)
                shot(door, story.shots[question.id], terminal)
                to_see.remove(question.id)
            if to_see or story.page:
                hand.answer(story.typed.get(question.id))
        if story.page:
            hand.answer_all(story.typed)
            hand.sees_the_page()
            shot(door, story.page, terminal, "not for here")
        if story.close:
            hand.sees_the_page()
            terminal.press("save" if door == "plain" else "", "enter")
            assert terminal.finish() == 0
            check(door, story.close, told(door, terminal))
    assert workspace.exists()


def test_help_and_what_is_no_answer(begun_workspace: Path, door: str) -> None:
    with opened(door) as terminal:
        hand = typist(door, terminal, begun())
        hand.sees()
        if door == "plain":
            terminal.press("maybe", "enter").wait_for_prompt("none of the answers")
            shot(door, "none-of-the-answers", terminal)
            terminal.press("help", "enter").wait_for_prompt("Type a number")
        else:
            terminal.press("?")
        shot(door, "help", terminal, "Ctrl-C stops for now", "not for here")
    assert begun_workspace.exists()


def test_within_a_rating(workspace: Path, door: str) -> None:
    with opened(door) as terminal:
        hand = typist(door, terminal, begun())
        hand.answer_all({"rating:follower-needs": 4}, until="rating:joint-learning")
        hand.sees()
        open_examples(door, terminal)
        shot(door, "rating-examples", terminal)
        if door == "plain":
            terminal.press("back", "enter").wait_for_prompt("Skipped so far.")
            shot(door, "rating-back", terminal)
            terminal.press("skip", "enter")
            hand.sees()
        else:
            terminal.press("?").wait_for("? examples")
        hand.answer(None)
        hand.sees()
        terminal.press("n", *(["enter"] if door == "plain" else []))
        terminal.wait_for("none arose")
        shot(door, "rating-absence", terminal, "b back to the rating")
    assert workspace.exists()


def test_not_for_here(begun_workspace: Path, door: str) -> None:
    with opened(door, columns=200) as terminal:
        typist(door, terminal, begun()).sees()
        terminal.press("x", *(["enter"] if door == "plain" else []))
        terminal.wait_for("go back: that was a slip of the finger")
        shot(door, "not-for-here", terminal, "Enter take what is marked")
        terminal.press("1", "enter")
        assert terminal.finish() == 0
        check(door, "not-for-here-said", told(door, terminal))
    assert begun_workspace.exists()


def test_a_draft(begun_workspace: Path, monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    session = begun()
    for given in ("partly", "It came up on Tuesday.\nI waited.", ["formal-authority"]):
        session = session.answer(given)
    leave_at(session)
    with opened(door) as terminal:
        terminal.wait_for("look at its answers")
        shot(door, "draft", terminal, "Enter take what is marked")
        terminal.press("3", "enter").wait_for("I waited.")
        if door == "rich":
            shot(door, "look", terminal, "scroll")
            terminal.press("enter").wait_for("look at its answers").press("enter")
        else:
            terminal.wait_for_prompt("I waited.", "look at its answers")
            shot(door, "look", terminal)
            terminal.press("enter")
        typist(door, terminal, session).sees()
    with opened(door, "--depth", "quick") as terminal:
        terminal.wait_for("your options", "look at its answers")
        shot(door, "draft-and-options", terminal, "Enter take what is marked")
        terminal.press("2", "enter")
        typist(door, terminal, begun(depth="quick")).sees()
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-24")
    with opened(door) as terminal:
        terminal.wait_for("no, about this week")
        shot(door, "last-week", terminal, "Enter take what is marked")
    assert begun_workspace.exists()


def test_the_end_of_a_sitting(begun_workspace: Path, door: str) -> None:
    with opened(door, "--depth", "quick", columns=200) as terminal:
        hand = typist(door, terminal, begun(depth="quick"))
        hand.answer_all({})
        terminal.wait_for("Nothing was answered", "end here")
        shot(door, "nothing-answered", terminal, "Enter take what is marked")
        terminal.press("1", *(["enter"] if door == "plain" else []))
        assert terminal.finish() == 0
    with opened(door, "--depth", "quick", columns=200) as terminal:
        hand = typist(door, terminal, begun(depth="quick"))
        hand.answer_all({"evidence:own-answers": "He waited.", "rating:own-answers": 4})
        hand.sees_the_page()
        terminal.press(*(["save"] if door == "plain" else []), "enter").wait_for(YARDSTICK)
        terminal.wait_for("beside the examples")
        shot(door, "yardstick", terminal, "Enter take what is marked")
    assert begun_workspace.exists()


def test_a_second_sitting_and_a_stop(begun_workspace: Path, door: str) -> None:
    with opened(door, columns=200) as first:
        typist(door, first, begun()).sees()
        with opened(door, columns=200) as second:
            assert second.finish() == 2
            check(door, "second-sitting", second.left_behind)
        typist(door, first, begun()).answer("done")
        first.wait_for("What happened?")
        first.press(*(["quit", "enter"] if door == "plain" else ["ctrl-c"]))
        assert first.finish() == 130
        check(door, "stopped", told(door, first))
    assert begun_workspace.exists()


def test_what_only_the_rich_door_has(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        hand = Typist(terminal, begun())
        hand.sees()
        terminal.press("?")
        shot("rich", "focus-help", terminal, "Ctrl-C stops for now", "not for here")
        terminal.press("?").wait_until_gone("One key answers")
        terminal.press("4")
        shot("rich", "focus-marked", terminal, "I invited the peer to watch.", "not for here")
        hand.answer("own-answers")
        hand.answer(None)
        hand.sees()
        terminal.press("1", "3")
        shot("rich", "live-marked", terminal, "[x] I helped a peer", "Enter these", "not for here")
        terminal.press("and words")
        shot("rich", "words-refused", terminal, NO_WORDS, "not for here")
        terminal.press("1", "3").wait_until_gone("[x]")
        hand.answer(["formal-authority"])
        hand.sees()
        terminal.press("1").wait_for("With whom?")
        shot("rich", "with-whom", terminal)
        terminal.press("report A", "enter")
        hand.session = hand.session.answer({"relationship": "formal-authority"})
        hand.sees()
        terminal.press("/?", "enter").wait_for("One word is a full answer, and Enter")
        terminal.press("In the Tuesday review I", "enter", "waited.").wait_for("waited.")
        shot("rich", "text-help", terminal)
        terminal.press("enter", "/e", "enter").wait_for("No editor is set")
        shot("rich", "text-typed", terminal)
        terminal.press("enter", "enter")
        hand.session = hand.session.answer("In the Tuesday review I\nwaited.")
        hand.answer_all(FIRST.typed)
        hand.sees_the_page()
        terminal.press(" ").wait_until_gone("What others would notice")
        shot("rich", "page-below", terminal, "not for here")
        terminal.press("2", "1")
        shot("rich", "page-mend", terminal, "Mend number 21?", "not for here")
    assert workspace.exists()


SIZES = {"narrow": (40, 24), "tiny": (30, 8)}


@pytest.mark.parametrize("size", SIZES)
def test_in_narrow_and_in_tiny_windows(workspace: Path, size: str) -> None:
    columns, rows = SIZES[size]
    tiny = size == "tiny"
    one_key = "Enter ok" if tiny else "not for here"
    text = "/? help" if tiny else "Ctrl-C stop, kept"
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("move this quarter?")
        shot("rich", f"{size}-focus", terminal, one_key)
        terminal.press("8").wait_for("› 8").press("enter").wait_for("notice?")
        terminal.press("people finish their own sentences").wait_for("sentences")
        shot("rich", f"{size}-text", terminal, text)
        terminal.press("enter").wait_for("[ ]")
        shot("rich", f"{size}-live", terminal, one_key)
    first = brought_to(begun(), replace(STORIES["first"], shots={"rating:own-answers": ""}))
    leave_at(first)
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("is unfinished")
        shot("rich", f"{size}-draft", terminal, "1–3 mark")
        terminal.press("enter").wait_for("› Conditions")
        shot("rich", f"{size}-rating", terminal, "? …" if tiny else "not for here")
        terminal.press("?").wait_for("1 never")
        shot("rich", f"{size}-examples", terminal, "? …" if tiny else "? list x not for here")
        terminal.press("?").wait_for("› Conditions").press("n")
        shot("rich", f"{size}-absence", terminal, "I made none")
    last = brought_to(begun(), replace(STORIES["first"], shots={}))
    leave_at(last)
    with Terminal("reflect", columns=columns, rows=rows) as terminal:
        terminal.wait_for("is unfinished", "1–3 mark").press("enter").wait_for(
            "Is this what you want to keep?"
        )
        shot("rich", f"{size}-page", terminal, "1–25 mend" if tiny else "not for here")
    assert workspace.exists()


@pytest.mark.parametrize("door", DOORS)
def test_every_screen_has_a_golden_file_and_every_file_a_screen(door: str) -> None:
    assert {file.stem for file in (FOLDER / door).iterdir()} == NAMES[door]


@pytest.mark.parametrize("door", DOORS)
def test_every_wording_is_on_a_screen(workspace: Path, door: str) -> None:
    assert workspace.exists()
    desk = Desk(workspace_option=None, plain_option=False)
    bank, _ = desk.rubrics.bank(desk.rubric())
    assert bank is not None
    unseen = []
    for key, name in SAID_AT.items():
        golden = (FOLDER / door / f"{name}.txt").read_text(encoding="utf-8")
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
    sentences = [*found, SENTENCES[f"ask.{key}"]]
    return [re.sub(r"\\{\w+\\}", ".+", re.escape(one)) for one in sentences]
