"""Sentences that return later: at the close of a sitting, as yardsticks, and questions to others.

A yardstick is a sentence that the writer keeps as an example of their 2 or 4 on a behaviour. The
rating screen shows it, so that a number keeps its meaning. It is no measurement: trends and exports
never contain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.naming import PageName
from learnlead.page.page import parse
from learnlead.page.periods import period_of
from learnlead.page.private import redact_for_sharing
from learnlead.rubric.model import Behaviour
from learnlead.sitting.context import Passage

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank
    from learnlead.sitting.answers import Answers
    from learnlead.sitting.context import SittingContext


AGO = (52, 26, 13, 4)
"""How many weeks ago a returning sentence may have been written, tried in this order."""

THEN_AND_NOW = (6, 13, 26, 52)
"""The numbers of the sittings whose close shows an old and a new passage together."""

_SENTENCE = re.compile(r".+?[.!?…]+[\"'”’)]*(?=\s|$)", re.DOTALL)


def closing_passages(
    page_store: PageStore, context: SittingContext, behaviour_id: str, answers: Answers
) -> list[tuple[str, Passage]]:
    """Old words on the focus for the close of a sitting, each below a sentence on when they are of.

    First what somebody hoped that others would see, four weeks, a quarter, half a year and a year
    after the focus was declared; in some sittings an old and a new passage beside one another; else
    what was written about the same behaviour so long ago. Never a rating, and nothing private.
    """
    words, day = context.words, context.day
    written = redact_for_sharing(answers.evidence.get(behaviour_id) or "").strip()
    focus = context.focus
    if focus and focus.notice and focus.since and focus.behaviour == behaviour_id:
        for weeks in AGO:
            hoped = redact_for_sharing(focus.notice).strip()
            if hoped and focus.since in period_of(day - timedelta(weeks=weeks), "weekly"):
                passage = Passage("", focus.since, first_sentence(hoped))
                return [(words(f"end.hoped.{weeks}"), passage)]
    names = [n for n in page_store.page_names() if n.rubric == context.rubric.id and n.day < day]
    if context.sittings + 1 in THEN_AND_NOW and written:
        for name, text in _evidence(page_store, names, behaviour_id):
            return [
                (words("end.then", day=words.long_date(name.day)), _passage(name, text)),
                (words("end.now"), Passage("", day, written)),
            ]
    for weeks in AGO:
        week = period_of(day - timedelta(weeks=weeks), "weekly")
        there = [name for name in names if name.day in week]
        for name, text in _evidence(page_store, there, behaviour_id):
            return [(words(f"end.ago.{weeks}"), _passage(name, first_sentence(text)))]
    return []


def _passage(name: PageName, text: str) -> Passage:
    return Passage(name.name.removesuffix(".md"), name.day, text)


def first_sentence(text: str) -> str:
    """The first sentence, or all of a text that has no end of a sentence, on one line."""
    match = _SENTENCE.match(text)
    return " ".join((match[0] if match else text).split())


def _evidence(
    page_store: PageStore, names: Sequence[PageName], behaviour_id: str
) -> Iterator[tuple[PageName, str]]:
    """The words on the behaviour, oldest first, read only as far as they are asked for.

    The pages may be many and the behaviour new, so no more than 60 of them are opened.
    """
    for name in names[:60]:
        try:
            page, _ = parse(page_store.read(name.name), page_store.shown(name.name))
        except LearnleadError:
            continue
        text = page and redact_for_sharing(page.reflection.evidence.get(behaviour_id, "")).strip()
        if text:
            yield name, text


def dated_records(
    lines: Iterable[str], form: re.Pattern[str]
) -> Iterator[tuple[date, re.Match[str]]]:
    """The lines of that form, whose first group is an ISO date, oldest first; no others."""
    records: list[tuple[date, re.Match[str]]] = []
    for line in lines:
        read = form.fullmatch(line.rstrip())
        if read is not None:
            try:
                records.append((date.fromisoformat(read[1]), read))
            except ValueError:  # no day of any month
                continue
    yield from sorted(records, key=lambda record: record[0])


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
    return [
        Yardstick(day, read[2], int(read[3]), read[4])
        for day, read in dated_records(lines, _RECORD)
    ]


def yardstick_to_offer(
    answers: Answers, focus: str, day: date, yardsticks: Iterable[Yardstick]
) -> Yardstick | None:
    """What may be kept after a sitting: its evidence for a focus rated 2 or 4.

    None when there is no such evidence apart from private parts, or when one was kept for that
    behaviour and number in the 26 weeks before.
    """
    number = answers.ratings.get(focus)
    words = first_sentence(redact_for_sharing(answers.evidence.get(focus) or "").strip())
    if not isinstance(number, int) or number not in (2, 4) or not words:
        return None
    known = (
        yardstick
        for yardstick in yardsticks
        if (yardstick.behaviour, yardstick.number) == (focus, number)
    )
    if any(abs(day - yardstick.day) <= KEPT_FOR for yardstick in known):
        return None
    return Yardstick(day, focus, number, words)


def yardsticks_to_show(
    yardsticks: Iterable[Yardstick], day: date, words: Words = ENGLISH
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """By behaviour, the newest yardstick of each number that is four weeks old, as it is shown."""
    ripe = sorted(
        (yardstick for yardstick in yardsticks if yardstick.day <= day - RIPE_AFTER),
        key=lambda yardstick: yardstick.day,
    )
    newest = {(yardstick.behaviour, yardstick.number): yardstick for yardstick in ripe}
    shown: dict[str, tuple[tuple[int, str], ...]] = {}
    for (behaviour, number), yardstick in sorted(newest.items()):
        when = words.day_and_month(yardstick.day)
        if yardstick.day.year != day.year:
            when = words("day-of-year", day=when, year=yardstick.day.year)
        sentence = words("yardstick", n=number, when=when, words=yardstick.shown)
        shown[behaviour] = (*shown.get(behaviour, ()), (number, sentence))
    return shown


_ASKED_LINE = re.compile(r"- (\d{4}-\d{2}-\d{2}) ([a-z][a-z0-9-]*): (.*)")


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was given out: when, on which behaviour, in which words."""

    day: date
    behaviour: str
    words: str

    @property
    def line(self) -> str:
        """As it stands in the records."""
        return f"- {self.day} {self.behaviour}: {self.words}"


def read_asked_questions(lines: Iterable[str]) -> list[AskedQuestion]:
    """The questions in the records, oldest first; lines of any other form are left aside."""
    return [AskedQuestion(day, read[2], read[3]) for day, read in dated_records(lines, _ASKED_LINE)]


def question_about(
    focus: Behaviour, bank: PromptBank | None, asked_before: int, words: Words = ENGLISH
) -> tuple[str, str]:
    """Two lines to copy: what is being worked on, and what is asked; the second takes turns."""
    act = focus.sentence.rstrip(".")
    wordings = bank.ask if bank else ()
    ask = wordings[asked_before % len(wordings)] if wordings else words("someone.ask")
    return words("someone.focus", act=act), ask


def asked_since(questions: Iterable[AskedQuestion], last_sitting: date | None) -> bool:
    """Whether the next sitting asks what came back: somebody was asked since `last_sitting`.

    That is the last one that could ask it; a quick one has no time for it.
    """
    newest = max((question.day for question in questions), default=None)
    return newest is not None and (last_sitting is None or newest >= last_sitting)
