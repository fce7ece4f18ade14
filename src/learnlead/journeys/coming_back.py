"""What comes back at the close of a sitting: the writer's own words, dated, without a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from learnlead.catalogue.words import ENGLISH, Words
from learnlead.errors import LearnleadError
from learnlead.journal.naming import PageName
from learnlead.journal.page import parse
from learnlead.journal.private import for_other_eyes
from learnlead.journal.week import period_of
from learnlead.journeys.ports import Shelf

AGO = (52, 26, 13, 4)
"""How far back a sentence may come from, in weeks; the furthest there is comes first."""

THEN_AND_NOW = (6, 13, 26, 52)
"""At these sittings, counted with the one just held, two passages stand side by side."""

_SENTENCE = re.compile(r".+?[.!?…]+[\"'”’)]*(?=\s|$)", re.DOTALL)


def what_comes_back(
    shelf: Shelf,
    rubric_id: str,
    behaviour_id: str,
    day: date,
    *,
    held: int,
    written: str | None,
    words: Words = ENGLISH,
) -> list[str]:
    """Lines for the close of a sitting; none when there is nothing to come back.

    Args:
        shelf: the journal.
        rubric_id: of the sitting.
        behaviour_id: its focus; only words on the same behaviour come back, never its rating.
        day: of the sitting.
        held: how many sittings of the rubric there are, this one counted.
        written: this sitting's own evidence for the behaviour; of it, too, what is private stays
            away.
        words: of the language of the sitting.
    """
    written = for_other_eyes(written or "").strip()
    names = [n for n in shelf.page_names() if n.rubric == rubric_id and n.day < day]
    if held in THEN_AND_NOW and written:
        for name, text in _evidence(shelf, names, behaviour_id):
            then = words("end.then", day=words.long_date(name.day), words=text)
            return [then, words("end.now", day=words.long_date(day), words=written)]
    for weeks in AGO:
        week = period_of(day - timedelta(weeks=weeks), "weekly")
        there = [name for name in names if name.day in week]
        for _, text in _evidence(shelf, there, behaviour_id):
            return [words(f"end.ago.{weeks}", words=first_sentence(text))]
    return []


def first_sentence(text: str) -> str:
    """The first sentence, or all of a text that has no end of a sentence, on one line."""
    found = _SENTENCE.match(text)
    return " ".join((found[0] if found else text).split())


def _evidence(
    shelf: Shelf, names: Sequence[PageName], behaviour_id: str
) -> Iterator[tuple[PageName, str]]:
    """The words on the behaviour, oldest first, read only as far as they are asked for.

    The pages may be many and the behaviour new, so no more than 60 of them are opened.
    """
    for name in names[:60]:
        try:
            page, _ = parse(shelf.read(name.name), shelf.shown(name.name))
        except LearnleadError:
            continue
        text = page and for_other_eyes(page.reflection.evidence.get(behaviour_id, "")).strip()
        if text:
            yield name, text
