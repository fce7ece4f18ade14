"""Notes as a sitting offers them, and which of them a moment took up."""

from __future__ import annotations

from datetime import date

import pytest

from learnlead.sitting.answers import Answers
from learnlead.sitting.note import Note, note_choices, used_notes

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 11, 17), "Tuesday: Kim asked"),
        (date(2026, 11, 14), "Saturday: Kim asked"),
        (date(2026, 11, 13), "13 November: Kim asked"),
        (date(2026, 11, 22), "Sunday: Kim asked"),
        (None, "Kim asked"),
    ],
)
def test_an_offer_says_when_and_gives_the_words_alone(day: date | None, label: str) -> None:
    (offer,) = note_choices([Note(1, day, "Kim asked")], FRIDAY)
    assert (offer.value, offer.label) == ("Kim asked", label)


def moment(what: str | None, other_side: str | None = None) -> Answers:
    fields = {"relationship": "other", "what": what, "other_side": other_side}
    return Answers.model_validate({"moments": [fields]})


@pytest.mark.parametrize(
    ("what", "taken"),
    [
        ("Kim asked  why", True),
        ("On Tuesday Kim asked\nwhy, and I waited.", True),
        ("Kim wanted to know why", False),
        (None, False),
    ],
)
def test_a_note_is_used_when_its_words_stand_in_what_a_moment_tells(
    what: str | None, taken: bool
) -> None:
    notes = [Note(3, FRIDAY, "Kim asked  why"), Note(4, FRIDAY, "Ola drew it")]
    assert used_notes(notes, moment(what, "Ola drew it")) == tuple(notes[:1] if taken else [])
