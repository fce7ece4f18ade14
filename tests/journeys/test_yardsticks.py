"""A yardstick of one's own: offered for a 2 or a 4 with evidence, in sight four weeks later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.app.yardsticks import (
    Yardstick,
    read_yardsticks,
    yardstick_to_offer,
    yardsticks_to_show,
)
from learnlead.sitting.answers import Answers

TODAY = date(2026, 11, 20)
FOCUS = "own-answers"
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def answers(mark: object, evidence: str | None = "He drew it himself. I was late.") -> Answers:
    evidence_by_behaviour = {} if evidence is None else {FOCUS: evidence}
    return Answers.model_validate(
        {"learnlead": 1, "ratings": {FOCUS: mark}, "evidence": evidence_by_behaviour}
    )


def kept(day: date, number: int = 4, words: str = "He drew it.") -> Yardstick:
    return Yardstick(day, FOCUS, number, words)


@pytest.mark.parametrize("number", [2, 4])
def test_the_first_sentence_of_the_evidence_for_a_2_or_a_4_is_offered(number: int) -> None:
    offered = yardstick_to_offer(answers(number), FOCUS, TODAY, [])
    assert offered == Yardstick(TODAY, FOCUS, number, "He drew it himself.")


@pytest.mark.parametrize("mark", [1, 3, 5, "no-opportunity", {"formal-authority": 4}])
def test_no_other_mark_is(mark: object) -> None:
    assert yardstick_to_offer(answers(mark), FOCUS, TODAY, []) is None


@pytest.mark.parametrize("evidence", [None, "%% private %%\nOnly mine.\n%% end %%"])
def test_without_evidence_for_the_screen_nothing_is(evidence: str | None) -> None:
    assert yardstick_to_offer(answers(4, evidence), FOCUS, TODAY, []) is None
    assert yardstick_to_offer(answers(4), "open-doors", TODAY, []) is None


@given(weeks=st.integers(0, 60))
def test_it_is_not_offered_again_for_26_weeks(weeks: int) -> None:
    before = [kept(TODAY - timedelta(weeks=weeks))]
    assert (yardstick_to_offer(answers(4), FOCUS, TODAY, before) is None) == (weeks <= 26)
    assert yardstick_to_offer(answers(2), FOCUS, TODAY, before) is not None, (
        "another number is another one"
    )


@given(st.lists(st.builds(kept, DAYS, st.sampled_from([2, 4]), st.just("He drew it: 4: x."))))
def test_what_is_kept_is_read_again(those: list[Yardstick]) -> None:
    lines = [
        "# By hand",
        *(yardstick.line for yardstick in those),
        "- 2026-13-45 x 4: no day",
        "- x",
        "",
    ]
    assert read_yardsticks(lines) == sorted(those, key=lambda yardstick: yardstick.day)


def test_the_newest_that_is_four_weeks_old_is_in_sight() -> None:
    old = kept(date(2025, 11, 7), 2, "I told him.")
    those = [kept(TODAY), kept(date(2026, 10, 23), words="It was still."), kept(date(2026, 3, 6))]
    assert yardsticks_to_show([*those, old], TODAY) == {
        FOCUS: (
            (2, "your own 2, 7 November 2025: I told him."),
            (4, "your own 4, 23 October: It was still."),
        )
    }


def test_a_long_one_leaves_room_for_the_examples() -> None:
    long = kept(date(2026, 10, 2), words="word " * 100 + "end.")
    ((_, sentence),) = yardsticks_to_show([long], TODAY)[FOCUS]
    assert len(sentence) < 200
    assert sentence.endswith("word …")
    assert read_yardsticks([long.line]) == [long]


@given(st.integers(0, 100))
def test_before_four_weeks_it_is_not(days: int) -> None:
    assert bool(yardsticks_to_show([kept(TODAY - timedelta(days=days))], TODAY)) == (days >= 28)
