"""One question on the focus goes to one person; the sitting after it asks what came back."""

from __future__ import annotations

from datetime import date

from learnlead.app.yardsticks import (
    AskedQuestion,
    asked_since,
    question_about,
    read_asked_questions,
)
from learnlead.rubric.prompts import PromptBank
from made_sittings import small_rubric

RUBRIC = small_rubric("asking")
FOCUS = RUBRIC.behaviours[0]
BANK = PromptBank.model_validate(
    {"learnlead-prompts": 1, "rubric": RUBRIC.id, "ask": ["First?", "Second?"]}
)


def asked(day: str) -> AskedQuestion:
    return AskedQuestion(date.fromisoformat(day), FOCUS.id, "When did you see it?")


def test_two_lines_say_what_is_worked_on_and_what_is_asked_and_the_second_takes_turns() -> None:
    about, first = question_about(FOCUS, BANK, 0)
    assert FOCUS.sentence.rstrip(".") in about
    assert [first, question_about(FOCUS, BANK, 1)[1], question_about(FOCUS, BANK, 2)[1]] == [
        "First?",
        "Second?",
        "First?",
    ]
    assert question_about(FOCUS, None, 5)[1].endswith("?")


def test_records_are_read_back_and_other_lines_are_left_aside() -> None:
    lines = ["# By hand", asked("2026-11-13").line, "- 2026-13-45 x: no date", ""]
    assert read_asked_questions(lines) == [asked("2026-11-13")]


def test_what_came_back_is_asked_once_in_the_next_sitting() -> None:
    records = [asked("2026-10-02"), asked("2026-11-13")]
    assert asked_since(records, None)
    assert asked_since(records, date(2026, 11, 13))
    assert not asked_since(records, date(2026, 11, 20))
    assert not asked_since([], None)
