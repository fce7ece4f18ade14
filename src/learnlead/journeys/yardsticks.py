"""A yardstick of one's own: a sentence that the writer keeps as their 2 or their 4 on a behaviour.

It stands beside the examples of the rating screen, so that the same number means the same a
quarter later. It is no measurement: trends and exports never hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from learnlead.catalogue.words import ENGLISH, Words
from learnlead.journal.private import for_other_eyes
from learnlead.journeys.coming_back import first_sentence
from learnlead.journeys.dated_records import dated

if TYPE_CHECKING:
    from learnlead.reflection.answers import Answers

KEPT_FOR = timedelta(weeks=26)
"""For so long one is not asked again for the same behaviour and number."""

RIPE_AFTER = timedelta(weeks=4)
"""Before that it would be last week's number in other words."""

_SHOWN = 160
"""Of a longer sentence so many letters are shown, so that the examples stay in sight."""

_RECORD = re.compile(r"- (\d{4}-\d{2}-\d{2}) ([a-z][a-z0-9-]*) ([24]): (.*\S)")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a 2 or a 4 of one behaviour was like, in the writer's words of one day."""

    day: date
    behaviour: str
    number: int
    words: str

    @property
    def line(self) -> str:
        """As it stands in the records."""
        return f"- {self.day} {self.behaviour} {self.number}: {self.words}"

    @property
    def shown(self) -> str:
        """The words as a screen has room for them."""
        if len(self.words) <= _SHOWN:
            return self.words
        return f"{self.words[:_SHOWN].rsplit(' ', 1)[0]} …"


def read_yardsticks(lines: Iterable[str]) -> list[Yardstick]:
    """The yardsticks in the records, oldest first; lines of any other form are left aside."""
    return [Yardstick(day, read[2], int(read[3]), read[4]) for day, read in dated(lines, _RECORD)]


def to_offer(
    answers: Answers, focus: str, day: date, kept: Iterable[Yardstick]
) -> Yardstick | None:
    """What may be kept after a sitting: its evidence for a focus rated 2 or 4.

    None when there is no such evidence that other eyes may see, or when one was kept for that
    behaviour and number in the 26 weeks before.
    """
    number = answers.ratings.get(focus)
    words = first_sentence(for_other_eyes(answers.evidence.get(focus) or "").strip())
    if not isinstance(number, int) or number not in (2, 4) or not words:
        return None
    known = (one for one in kept if (one.behaviour, one.number) == (focus, number))
    if any(abs(day - one.day) <= KEPT_FOR for one in known):
        return None
    return Yardstick(day, focus, number, words)


def in_sight(
    kept: Iterable[Yardstick], day: date, words: Words = ENGLISH
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """By behaviour, the newest yardstick of each number that is four weeks old, as it is shown."""
    ripe = sorted((one for one in kept if one.day <= day - RIPE_AFTER), key=lambda one: one.day)
    newest = {(one.behaviour, one.number): one for one in ripe}
    shown: dict[str, tuple[tuple[int, str], ...]] = {}
    for (behaviour, number), one in sorted(newest.items()):
        when = words.day_and_month(one.day)
        if one.day.year != day.year:
            when = words("yardstick.year", day=when, year=one.day.year)
        said = words("yardstick", n=number, when=when, words=one.shown)
        shown[behaviour] = (*shown.get(behaviour, ()), (number, said))
    return shown
