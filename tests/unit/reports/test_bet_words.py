from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from learnlead.page.facts import Sitting
from learnlead.reports.bet import bet_words, bets, odds, quarters_json
from learnlead.trends.model import Trends
from learnlead.trends.quarters import bet
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, sitting, small_rubric

RISING = [1, 2, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5]
FLAT = [3, 2, 3, 4, 3, 2, 3, 3, 4, 2, 3, 3, 3]


def trends_of(*runs: tuple[str, Sequence[int]]) -> Trends:
    found: list[Sitting] = []
    for focus, values in runs:
        for value in values:
            found.append(sitting(len(found), {focus: value}, focus=focus))
    return summarise(found, small_rubric(), today=BEGUN + timedelta(weeks=90))


def told(*runs: tuple[str, Sequence[int]]) -> list[str]:
    return [said for said, _ in bets(trends_of(*runs))]


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0, "no chance at all"),
        (0.076, "a chance of about 1 in 13"),
        (0.16, "a chance of about 1 in 6"),
        (0.33, "a chance of about 1 in 3"),
        (0.54, "a chance of about 5 in 10"),
        (0.87, "a chance of about 9 in 10"),
        (1.0, "a chance of about 9 in 10"),
    ],
)
def test_odds_are_small_whole_numbers(chance: float, said: str) -> None:
    assert odds(chance) == said


def test_a_new_focus_is_an_honest_bet() -> None:
    assert bet_words(bet(13, None), "weekly") == (
        "An honest bet: in 13 weekly sittings, a rise of one point would show with a chance of "
        "about 1 in 13. It takes about 80 sittings to make that as likely as not. Plans kept and "
        "your own words will tell you more."
    )
    assert "as likely as not" not in bet_words(bet(13, 0.9), "weekly")


def test_before_its_end_it_says_what_is_held() -> None:
    (said,) = told(("asking", RISING[:7]))
    assert said == (
        "A bet: in 13 weekly sittings, a rise of one point would show with a chance of about 1 "
        "in 13; 7 so far. Plans kept and your own words will tell you more."
    )


def test_its_end_has_an_answer_with_its_pages() -> None:
    pages = "on the pages of 2 January to 27 March 2026"
    assert told(("asking", RISING)) == [f"The bet on a rise, after 13 sittings: seen, {pages}."]
    (flat,) = told(("asking", FLAT))
    assert flat.startswith(
        f"The bet on a rise, after 13 sittings: not seen, {pages}. A rise of "
        f"one point would show here with "
        "a chance of about 1 in "
    )
    assert flat.endswith(", so that says little.")


def test_where_much_could_be_seen_silence_says_something() -> None:
    assert "says little" not in "".join(told(("asking", [3, 2, 4, 3, 2, 3, 4] * 15)))


def test_few_ratings_are_too_few_to_say() -> None:
    found = [sitting(w, {"asking": 3} if w < 8 else {}, focus="asking") for w in range(13)]
    trends = summarise(found, small_rubric(), today=BEGUN + timedelta(weeks=90))
    ((said, changed),) = bets(trends)
    assert not changed
    assert said == (
        "The bet on a rise, after 13 sittings: too few to say, with 8 of the 12 ratings that a "
        "verdict needs."
    )


def test_the_focus_before_is_told_after_the_present_one() -> None:
    now, before = told(("asking", RISING), ("listening", [3, 3]))
    assert now.startswith("A bet: ")
    assert before == (
        "The focus before, Asking: seen (13 ratings, from 1.5 to 4.5, 4 each; pages of 2 January "
        "to 27 March 2026)."
    )
    assert told(("asking", [3, 4]), ("listening", [3]))[-1] == (
        "The focus before, Asking: too few to say (2 ratings; pages of 2 to 9 January 2026)."
    )


def test_as_json_the_evidence_stands_beside_the_answer() -> None:
    before, now = quarters_json(trends_of(("asking", RISING), ("listening", [3])))
    assert (before["answer"], before["n"], now["answer"]) == ("seen", 13, None)
    assert before["first_third"] == {"mean": 1.5, "n": 4}
    assert len(before["pages"]) == 13  # type: ignore[arg-type]  # a list
    assert quarters_json(trends_of()) == []
