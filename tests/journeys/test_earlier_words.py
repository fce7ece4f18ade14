"""A sitting begins with an earlier insight: not always, none twice soon, and no hidden one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

import pytest

from learnlead.app.passages import (
    NOT_AGAIN_FOR,
    ShownPassage,
    is_hidden,
    passage_to_show,
    read_shown_passages,
)
from learnlead.page.naming import page_name
from learnlead.page.writer import render
from learnlead.sitting.context import Passage
from learnlead.sitting.model import Reflection
from made_sittings import small_rubric
from twins import MemoryShelf

BEGUN = date(2026, 1, 2)
RUBRIC = small_rubric("asking", "waiting")
PRIVATE = "%% private %%\nOnly mine.\n%% end %%"


def add(journal: MemoryShelf, day: date, insight: str | None, heard: str | None = None) -> None:
    reflection = Reflection(
        date=day,
        rubric=RUBRIC.id,
        insight=insight,
        heard=heard,
        obstacle="An obstacle.",
        opposite="The other way.",
        ratings={"asking": 3},
    )
    journal.pages[page_name(day, RUBRIC.id)] = render(reflection, RUBRIC)


def year(number: int) -> Iterator[tuple[date, Passage | None, list[ShownPassage]]]:
    """A year of somebody who skips 30 % of the insights, repeats himself, and hides some words."""
    chance, journal = Random(number), MemoryShelf()  # noqa: S311 - the same year again
    records: list[ShownPassage] = []
    for week in range(52):
        day = BEGUN + timedelta(weeks=week)
        passage = passage_to_show(journal, RUBRIC.id, day, week, records)
        yield day, passage, list(records)
        if passage is not None:
            hides = chance.random() < 0.1
            records.append(ShownPassage.of(passage, day, "hidden" if hides else "shown"))
        insight: str | None = f"I ask more in week {week}."
        if chance.random() < 0.3:
            insight = None
        elif chance.random() < 0.4:
            insight = chance.choice(("Silence helps.", "silence  helps.", "I talk too much."))
        elif chance.random() < 0.1:
            insight = PRIVATE
        add(journal, day, insight, heard="Somebody else's words.")


@pytest.mark.parametrize("number", range(10))
def test_in_a_year_it_quotes_in_15_to_40_weeks_and_nothing_twice_within_13(number: int) -> None:
    weeks = list(year(number))
    quoted = [(day, passage) for day, passage, _ in weeks if passage is not None]
    assert 15 <= len(quoted) <= 40
    for at, (day, passage) in enumerate(quoted):
        words = " ".join(passage.text.casefold().split())
        again = [
            later
            for later, other in quoted[at + 1 :]
            if " ".join(other.text.casefold().split()) == words
        ]
        assert all(later - day >= NOT_AGAIN_FOR for later in again)
    for _, began_with, records in weeks:
        if began_with is not None:
            assert not is_hidden(began_with, records)
            assert began_with.text.casefold().startswith(("i ask", "silence", "i talk"))


def journal_of(*insights: tuple[int, str]) -> MemoryShelf:
    """Pages so many weeks before `TODAY`, each with an insight."""
    journal = MemoryShelf()
    for weeks, insight in insights:
        add(journal, TODAY - timedelta(weeks=weeks), insight)
    return journal


TODAY = date(2026, 12, 4)


def shown(
    journal: MemoryShelf, records: Sequence[ShownPassage] = (), sittings: int = 4
) -> str | None:
    passage = passage_to_show(journal, RUBRIC.id, TODAY, sittings, records)
    return passage.text if passage else None


def test_it_is_the_newest_that_is_two_weeks_old_with_its_day() -> None:
    journal = journal_of((1, "Of last week."), (2, "Two weeks."), (5, "Five."))
    passage = passage_to_show(journal, RUBRIC.id, TODAY, 4, ())
    assert passage == Passage("2026-11-20-small", date(2026, 11, 20), "Two weeks.")


def test_every_fourth_sitting_begins_without_earlier_words() -> None:
    journal = journal_of((2, "Two weeks."))
    assert [n for n in range(12) if shown(journal, sittings=n) is None] == [3, 7, 11]


def test_a_sitting_that_is_taken_up_again_begins_as_it_began() -> None:
    journal = journal_of((2, "Two weeks."), (5, "Five."))
    five = Passage("", TODAY, "Five.")
    assert shown(journal, [ShownPassage.of(five, TODAY, "shown")]) == "Five."
    assert shown(journal, [ShownPassage.of(five, TODAY, "hidden")]) == "Two weeks."


def test_the_record_holds_no_words_and_is_read_again() -> None:
    record = ShownPassage.of(Passage("2026-11-20-small", TODAY, "Silence helps."), TODAY, "hidden")
    assert "ilence" not in record.line
    lines = ["# Mine", record.line, "- 2026-13-45 shown 0000000000000000 x", "- x", ""]
    assert read_shown_passages(lines) == [record]
