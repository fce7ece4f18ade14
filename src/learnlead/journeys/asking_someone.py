"""One question on the focus for one person to answer, and whether an answer may have come.

Reflection without outside feedback did little in two experiments (Anseel 2009), and leaders rate
themselves kindly (Heidemeier and Moser 2009): somebody else has seen what the writer cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from learnlead.catalogue.words import ENGLISH, Words
from learnlead.journeys.dated_records import dated
from learnlead.rubric.model import Behaviour

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank

_RECORD = re.compile(r"- (\d{4}-\d{2}-\d{2}) ([a-z][a-z0-9-]*): (.*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was given out: when, on which behaviour, in which words."""

    day: date
    behaviour: str
    words: str

    @property
    def line(self) -> str:
        """As it stands in the records."""
        return f"- {self.day} {self.behaviour}: {self.words}"


def read_asked(lines: Iterable[str]) -> list[Asked]:
    """The questions in the records, oldest first; lines of any other form are left aside."""
    return [Asked(day, read[2], read[3]) for day, read in dated(lines, _RECORD)]


def question_on(
    focus: Behaviour, bank: PromptBank | None, asked_before: int, words: Words = ENGLISH
) -> tuple[str, str]:
    """Two lines to copy: what is being worked on, and what is asked; the second takes turns."""
    act = focus.sentence.rstrip(".")
    wordings = bank.ask if bank else ()
    ask = wordings[asked_before % len(wordings)] if wordings else words("someone.ask")
    return words("someone.focus", act=act), ask


def is_waiting(asked: Iterable[Asked], last_sitting: date | None) -> bool:
    """Whether the next sitting asks what came back: somebody was asked since `last_sitting`.

    That is the last one that could ask it; a quick one has no time for it.
    """
    newest = max((one.day for one in asked), default=None)
    return newest is not None and (last_sitting is None or newest >= last_sitting)
