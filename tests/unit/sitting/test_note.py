"""Notes as a sitting offers them, and which of them a moment took up."""

from __future__ import annotations

from datetime import date

import pytest

from learnlead.sitting.answers import Answers
from learnlead.sitting.mark import Count
from learnlead.sitting.note import Note, note_choices, tally, used_notes

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


COUNTED = [Note(1, FRIDAY, "did"), Note(2, FRIDAY, "missed"), Note(3, None, "did")]


def test_did_and_missed_are_counted_and_never_offered_as_words() -> None:
    notes = [*COUNTED, Note(4, FRIDAY, "I did it")]
    assert tally(notes) == Count(2, 3)
    assert tally(notes[3:]) is None
    assert [offer.value for offer in note_choices(notes, FRIDAY)] == ["I did it"]


def test_a_tally_is_used_once_a_count_was_given() -> None:
    assert used_notes(COUNTED, moment("I did it")) == ()
    counted = Answers.model_validate({"count": {"own-answers": "2/3"}})
    assert used_notes(COUNTED, counted) == tuple(COUNTED)
