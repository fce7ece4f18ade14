"""A leader's first and fifth sitting, typed into the real program, screen by screen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager
from copy import deepcopy
from pathlib import Path

import pyte

from learnlead.sitting.question import AnswerValue
from learnlead.sitting.session import Session
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

EARLIER = Path(__file__).parents[1] / "docs" / "invented-year"
FIRST_DAY, FIFTH_DAY = "2025-11-07", "2025-12-12"
NOTE = "B. came with the rota, left with my answer."

_RATINGS: dict[str, AnswerValue] = {
    "rating:follower-needs": 4,
    "rating:performance-emphasis": 3,
    "rating:joint-learning": "no-opportunity",
    "rating:open-doors": "none-made",
    "rating:interdependence": 3,
    "rating:own-expertise": 2,
    "rating:ask-and-listen": 4,
    "rating:own-answers": 2,
    "rating:freedom-to-challenge": 3,
    "rating:accessible": 4,
    "rating:emotionally-open": 3,
    "rating:learning-at-heart": 2,
}

FIRST: dict[str, AnswerValue] = {
    "live": ["formal-authority"],
    "moment-with": "report A",
    "moment-what": "She asked how to restart it. I told her.",
    "other-side": "She wrote it down.",
    **_RATINGS,
    "focus": "own-answers",
    "focus-notice": "People finish their own sentences.",
    "obstacle": "I want it off my list.",
    "cue": "someone brings me a problem",
    "action": 'ask "What have you tried?"',
}

FIFTH: dict[str, AnswerValue] = {
    "memory": "on",
    "look-back": "partly",
    "look-back-note": "We were walking, not sitting at my screen.",
    "live": ["formal-authority", "equal-influence"],
    "note": NOTE,
    "moment-with": "report B",
    "moment-what": NOTE,
    "other-side": "He thanked me and left.",
    "moment": "formal-authority",
    "evidence:own-answers": "Rota: answered. Invoice: asked, then waited.",
    "count:own-answers": "2/3",
    **_RATINGS,
    "opposite": "The outage. Nobody had time to guess.",
    "follow-up:low:own-answers": "I said what I would do, and they wrote it down.",
    "insight": "Away from my desk I ask more.",
    "plan": "keep",
}

SITTINGS = {"first": (FIRST_DAY, FIRST), "fifth": (FIFTH_DAY, FIFTH)}


@contextmanager
def at(home: Path, name: str) -> Iterator[dict[str, AnswerValue]]:
    """A home in which that sitting is due; its answers."""
    day, answers = SITTINGS[name]
    os.environ |= {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    with chdir(home):  # no workspace of this checkout
        for earlier in [] if name == "first" else sorted(EARLIER.glob("*.yaml"))[:4]:
            _run("reflect", "--answers", str(earlier), day=earlier.stem)
        if name != "first":
            _run("note", NOTE, day=day)
        os.environ["LEARNLEAD_TODAY"] = day
        yield answers


def _run(*command: str, day: str) -> None:
    os.environ["LEARNLEAD_TODAY"] = day
    subprocess.run([sys.executable, "-m", "learnlead", *command], check=True, capture_output=True)


def screens(home: Path, name: str) -> list[pyte.Screen]:
    """Each screen of the sitting as it is left, with what was typed."""
    seen: list[pyte.Screen] = []
    with at(home, name) as answers, Terminal("reflect") as terminal:

        def take() -> None:
            seen.append(deepcopy(_still(terminal)))

        terminal.wait_for("Enter begin")
        take()
        terminal.press("enter").wait_for("1 of")
        hand = Watched(terminal, begun(), take)
        hand.answer_all(answers)
        hand.sees_the_page()
        take()
        hand.reads_the_page()
        terminal.press("enter").wait_for("Enter leave")
        take()
        hand.finish()
    return seen


def _still(terminal: Terminal) -> pyte.Screen:
    """The screen with no more of the program's in it than can be copied."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    screen.buffer = terminal.screen.buffer
    return screen


class Watched(Typist):
    """Has a look at each screen before its last key."""

    def __init__(self, terminal: Terminal, session: Session, take: Callable[[], None]) -> None:
        super().__init__(terminal, session)
        self.take = take

    def fill(self, answers: Mapping[str, AnswerValue]) -> None:
        """See `Typist`."""
        screen = self.sees()
        given = {question.id: answers.get(question.id) for question in screen.questions}
        *keys, last = self.keys(given)
        self.terminal.press(*keys)
        read = -1
        while read != len(self.terminal.raw):  # until all that was typed is in sight
            read = len(self.terminal.raw)
            self.terminal._read(0.5)  # noqa: SLF001 - its own reader, for as long as more comes
        self.take()
        self.terminal.press(last)
        self.session = self.session.answer(given)


def said(home: Path, name: str) -> str:
    """The same sitting at the plain door, with `~` for the home that it was held in."""
    with at(home, name) as answers, Terminal("reflect", "--plain") as terminal:
        terminal.wait_for_prompt("begin")
        terminal.press("enter").wait_for_prompt("1 of")
        hand = PlainTypist(terminal, begun())
        hand.answer_all(answers)
        hand.save()
        text = terminal.raw.decode().replace(chr(13), "")
    return text.replace(str(home), "~")
