"""The screens of a sitting as a person sees them, beside golden files in tests/golden/screens."""

from __future__ import annotations

import re
from pathlib import Path

from golden_files import GOLDEN, check_golden
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

FOLDER = "screens"
FIRST_SITTING = (
    "focus",
    "focus-notice",
    "live",
    "moment",
    "moment-what",
    "evidence:own-answers",
    "rating:joint-learning",
    "opposite",
    "plan",
    "action",
)
MORE = (
    *("focus-marked", "with-whom", "rating-examples", "rating-absence", "rating-narrow"),
    *("page", "page-below", "page-mend", "look-back", "help", "plan-again", "not-for-here"),
    *("offer", "last-week", "plain-look-back", "plain-rating", "plain-page"),
)


def screen(name: str, terminal: Terminal) -> None:
    if "/b back" in terminal.text:  # its keys go to the bottom once the terminal's height is known
        terminal.wait("the keys at the bottom", lambda: terminal.text.count("\n") == 23)
    text = re.sub(r"\d\d:\d\d(?=, \d)", "16:04", terminal.text)
    check_golden(f"{FOLDER}/{name.replace(':', '-')}.txt", f"{text}\n")


def said(name: str, terminal: Terminal) -> None:
    """What the plain door said since the last key, without the echo of that key."""
    lines = terminal.fresh.replace("\r", "").splitlines()
    check_golden(f"{FOLDER}/{name}.txt", "\n".join(lines[1:-1]) + "\n")


def test_the_first_sitting(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        while typist.session.question is not None:
            question = typist.sees()
            if question.id in FIRST_SITTING:
                screen(question.id, terminal)
            if question.id == "focus":
                terminal.press("4").wait_for("I invited the peer to watch.", "not for here")
                screen("focus-marked", terminal)
            if question.id == "moment":
                terminal.press("1").wait_for("With whom?", "/x not for here")
                screen("with-whom", terminal)
                terminal.press("left")
                typist.sees()
            if question.id == "rating:joint-learning":
                terminal.press("?").wait_for("? list", "not for here")
                screen("rating-examples", terminal)
                terminal.press("?").wait_for("? examples", "not for here")
            if question.id == "rating:open-doors":
                terminal.press("n").wait_for("b back to the rating")
                screen("rating-absence", terminal)
                terminal.press("b").wait_for("? examples", "not for here")
            if question.id == "rating:own-answers":
                terminal.resize(40, 24)
                terminal.wait_for("4 mostly 5 every time n no opportunity s skip b back ?")
                terminal.wait_for("rating 8 of 12", "Conditions for own answers")
                terminal.wait("the narrow list", lambda: "1 never   2 rarely\n" in terminal.text)
                screen("rating-narrow", terminal)
                terminal.resize(80, 24)
                terminal.wait("the wide list", lambda: "4 mostly   5 every time\n" in terminal.text)
            typist.answer(FIRST.typed[question.id])
        typist.sees_the_page()
        screen("page", terminal)
        terminal.press(" ").wait_until_gone("What others would notice")
        terminal.wait_for("not for here")
        screen("page-below", terminal)
        terminal.press("2", "1").wait_for("Mend number 21?", "not for here")
        screen("page-mend", terminal)


def test_a_second_sitting(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        screen("look-back", terminal)
        terminal.press("?").wait_for("Ctrl-C stops for now", "not for here")
        screen("help", terminal)
        typist.answer("done")
        typist.answer_all({"live": []}, until="plan")
        typist.sees()
        screen("plan-again", terminal)
        terminal.press("x").wait_for("1) keep nothing", "3) go back")
        screen("not-for-here", terminal)
        terminal.kill()
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished", "2) throw it away")
        screen("offer", terminal)
    with Terminal("reflect", environment={"LEARNLEAD_TODAY": "2026-11-24"}) as terminal:
        terminal.wait_for("is unfinished").press("2", "enter").wait_for("2) no, about this week")
        screen("last-week", terminal)


def test_at_the_plain_door(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain", rows=50) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.sees()
        said("plain-look-back", terminal)
        typist.answer_all({"look-back": "done", "live": []}, until="rating:joint-learning")
        typist.sees()
        said("plain-rating", terminal)
        typist.answer_all({})
        typist.sees_the_page()
        said("plain-page", terminal)


def test_every_golden_screen_belongs_to_a_test() -> None:
    names = {name.replace(":", "-") for name in (*FIRST_SITTING, *MORE)}
    assert {file.stem for file in (GOLDEN / FOLDER).iterdir()} == names
