"""At the close the writer's own words come back: dated, on the same behaviour, never a rating."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnlead.app.yardsticks import closing_lines, first_sentence
from learnlead.page.naming import page_name
from learnlead.page.writer import render
from learnlead.sitting.model import Reflection
from made_sittings import small_rubric
from twins import MemoryShelf

TODAY = date(2026, 11, 20)
RUBRIC = small_rubric("asking", "waiting")
FOCUS, OTHER = RUBRIC.behaviours[0].id, RUBRIC.behaviours[1].id


def journal(*pages: tuple[int, str, str]) -> MemoryShelf:
    """Pages so many weeks ago with words on a behaviour."""
    texts = {}
    for weeks, behaviour, words in pages:
        day = TODAY - timedelta(weeks=weeks)
        reflection = Reflection(
            date=day, rubric=RUBRIC.id, ratings={behaviour: 2}, evidence={behaviour: words}
        )
        texts[page_name(day, RUBRIC.id)] = render(reflection, RUBRIC)
    return MemoryShelf(texts)


def back(page_store: MemoryShelf, held: int = 20, written: str | None = None) -> list[str]:
    return closing_lines(page_store, RUBRIC.id, FOCUS, TODAY, sittings=held, written=written)


@pytest.mark.parametrize(
    ("weeks", "opening"),
    [(4, "Four weeks"), (13, "A quarter"), (26, "Half a year"), (52, "A year")],
)
def test_one_own_sentence_comes_back_from_a_round_time_ago(weeks: int, opening: str) -> None:
    page_store = journal(
        (weeks, FOCUS, "She had half an answer. Then she left."), (1, FOCUS, "No.")
    )
    (line,) = back(page_store)
    assert line.startswith(opening)
    assert line.endswith("you wrote: “She had half an answer.”")
    assert "2" not in line.removeprefix(opening)


def test_the_furthest_sentence_there_is_comes_back() -> None:
    (line,) = back(journal((4, FOCUS, "Near."), (26, FOCUS, "Far.")))
    assert "Far." in line


def test_words_on_another_behaviour_private_words_and_other_weeks_stay_away() -> None:
    assert back(journal((4, OTHER, "Other."))) == []
    assert back(journal((4, FOCUS, "%% private %%\nSecret.\n%% end %%"))) == []
    assert back(journal((5, FOCUS, "A week too far."))) == []
    assert back(journal()) == []


@pytest.mark.parametrize("held", [6, 13, 26, 52])
def test_then_and_now_at_the_6th_13th_26th_and_52nd_sitting(held: int) -> None:
    page_store = journal((30, FOCUS, "I told him. He left."), (4, FOCUS, "I waited."))
    then, now = back(page_store, held, "She told me.")
    assert then == "Then, Friday 24 April 2026: “I told him. He left.”"
    assert now == "Now, Friday 20 November 2026: “She told me.”"


def test_then_needs_a_now() -> None:
    private = "%% private %%\nSecret.\n%% end %%"
    for written in (None, "", private):
        (line,) = back(journal((4, FOCUS, "I waited.")), 6, written)
        assert line.startswith("Four weeks ago")
    now = back(journal((4, FOCUS, "I waited.")), 6, f"Open.\n{private}")[1]
    assert now.endswith("“Open.”")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("no end of a sentence", "no end of a sentence"),
        ("“Wait.” Then more", "“Wait.”"),
        ("At 3.5 bar it hums. Yes", "At 3.5 bar it hums."),
        ("two\nlines. more", "two lines."),
    ],
)
def test_a_first_sentence_is_found_in_plain_prose(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
