"""At the close the writer's own words come back: dated, on the same behaviour, never a rating."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnlead.app.yardsticks import closing_passages, first_sentence
from learnlead.page.naming import page_name
from learnlead.page.writer import render
from learnlead.sitting.answers import Answers
from learnlead.sitting.context import FocusChoice, SittingContext
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


def back(
    page_store: MemoryShelf,
    held: int = 20,
    written: str | None = None,
    focus: FocusChoice | None = None,
) -> list[tuple[str, str]]:
    context = SittingContext(RUBRIC, TODAY, TODAY, sittings=held - 1, focus=focus)
    answers = Answers(evidence={FOCUS: written})
    passages = closing_passages(page_store, context, FOCUS, answers)
    return [(said, passage.text) for said, passage in passages]


@pytest.mark.parametrize(
    ("weeks", "opening"),
    [(4, "Four weeks"), (13, "Three months"), (26, "Half a year"), (52, "A year")],
)
def test_an_own_sentence_comes_back_from_a_round_time_ago(weeks: int, opening: str) -> None:
    page_store = journal(
        (weeks, FOCUS, "She had half an answer. Then she left."), (1, FOCUS, "No.")
    )
    assert back(page_store) == [(f"{opening} ago you wrote:", "She had half an answer.")]


def test_the_furthest_sentence_there_is_comes_back() -> None:
    ((_, words),) = back(journal((4, FOCUS, "Near."), (26, FOCUS, "Far.")))
    assert words == "Far."


def test_words_on_another_behaviour_private_words_and_other_weeks_stay_away() -> None:
    assert back(journal((4, OTHER, "Other."))) == []
    assert back(journal((4, FOCUS, "%% private %%\nSecret.\n%% end %%"))) == []
    assert back(journal((5, FOCUS, "A week too far."))) == []
    assert back(journal()) == []


def test_what_was_hoped_for_comes_back_four_weeks_after_the_focus_was_declared() -> None:
    hope = "People finish their own sentences."
    since = {weeks: FocusChoice(FOCUS, hope, TODAY - timedelta(weeks=weeks)) for weeks in (3, 4)}
    assert back(journal(), focus=since[4]) == [("Four weeks ago you hoped to see:", hope)]
    assert back(journal(), focus=since[3]) == []
    private = FocusChoice(FOCUS, "%% private %%\nSecret.\n%% end %%", since[4].since)
    assert back(journal(), focus=private) == []


@pytest.mark.parametrize("held", [6, 13, 26, 52])
def test_then_and_now_at_the_6th_13th_26th_and_52nd_sitting(held: int) -> None:
    page_store = journal((30, FOCUS, "I told him. He left."), (4, FOCUS, "I waited."))
    assert back(page_store, held, "She told me.") == [
        ("On Friday 24 April 2026 you wrote:", "I told him. He left."),
        ("Now:", "She told me."),
    ]


def test_then_needs_a_now() -> None:
    private = "%% private %%\nSecret.\n%% end %%"
    for written in (None, "", private):
        ((said, _),) = back(journal((4, FOCUS, "I waited.")), 6, written)
        assert said.startswith("Four weeks ago")
    now = back(journal((4, FOCUS, "I waited.")), 6, f"Open.\n{private}")[1]
    assert now == ("Now:", "Open.")


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
