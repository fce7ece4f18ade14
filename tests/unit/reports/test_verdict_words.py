from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from learnlead.i18n.words import ENGLISH, words_in
from learnlead.reports.verdicts.words import (
    caveats,
    little_room,
    lost_sentence,
    overall_notes,
    own_subject,
    short_verdict,
    shrunken_size,
    since_sentence,
    size_sentence,
    thirds,
    unseen_of_one,
    verdict,
)
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric, weekly

OWN = own_subject("Asking", ENGLISH)
TODAY = date(2030, 1, 1)


def trends(values: Sequence[int], *, last: date | None = None) -> Trends:
    return summarise(weekly(values), small_rubric("asking"), today=TODAY, last=last)


def series(values: Sequence[int]) -> Series:
    return trends(values).behaviours[0].series


def noisy(seed: int, means: Sequence[float]) -> list[int]:
    random = Random(seed)  # noqa: S311 - the same ratings each time
    return [min(max(round(random.gauss(mean, 0.7)), 1), 5) for mean in means]


LATE = noisy(0, [2.3 + 1.8 * week / 52 for week in range(52)])
"""A rise that the look of 52 is the first to call."""


def slowly(n: int, *, falling: bool = False) -> list[int]:
    values = [1 + i * 5 // n for i in range(n)]
    return [6 - v for v in values] if falling else values


@pytest.mark.parametrize(
    ("values", "said", "short"),
    [
        ([], "No rating yet. The first verdict comes after 13 more sittings.", "no rating yet"),
        ([3], "So far 3. The first verdict comes after 12 more sittings.", "too early"),
        (
            [3, 4, 3, 5, 2],
            "So far 3, 4, 3, 5, 2. The first verdict comes after 8 more sittings.",
            "too early",
        ),
        (
            [3] * 12,
            "Too early to judge. The first verdict comes after 1 more sitting.",
            "too early",
        ),
        (
            [3] * 13,
            f"No trend detected in {OWN}, judged on 27 March 2026 (13 sittings).",
            "no trend detected",
        ),
        (
            LATE,
            f"A clear rise in {OWN}, judged on 25 December 2026 (52 sittings).",
            "risen",
        ),
        (
            [6 - v for v in LATE],
            f"A clear fall in {OWN}, judged on 25 December 2026 (52 sittings).",
            "fallen",
        ),
        (
            [*LATE, *noisy(1, [4.0] * 26)],
            (
                f"A rise in {OWN}, judged on 25 December 2026 (52 sittings); still so on "
                "25 June 2027 (78 sittings)."
            ),
            "risen",
        ),
    ],
)
def test_no_more_is_said_than_the_looks_allow(values: list[int], said: str, short: str) -> None:
    found = trends(values)
    assert verdict(found.behaviours[0].series, OWN, found, ENGLISH) == said
    assert short_verdict(found.behaviours[0].series) == short


def test_a_weaker_claim_is_not_taken_back_and_a_lost_one_is_said_once() -> None:
    weaker = trends([*LATE, *noisy(1, [3.6] * 26)])
    said = verdict(weaker.composite, OWN, weaker, ENGLISH)
    assert said.endswith("weaker on 25 June 2027 (78 sittings), not taken back.")
    assert short_verdict(weaker.composite) == "risen, weaker now"
    lost = trends([*LATE, *[1] * 26])
    assert lost_sentence(weaker.composite, OWN, ENGLISH) is None
    assert lost_sentence(lost.composite, OWN, ENGLISH) == (
        f"You read on 25 December 2026 that {OWN} had risen; on 25 June 2027 that no longer "
        "held. It may have been chance, or it may have passed."
    )
    later = trends([*LATE, *[1] * 26, *[3] * 26])
    assert lost_sentence(later.composite, OWN, ENGLISH) is None


def test_too_few_of_one_behaviour_are_not_judged() -> None:
    pages = [sitting(w, {"asking": 3} if w < 9 else {"listening": 3}) for w in range(26)]
    found = summarise(pages, small_rubric("asking", "listening"), today=TODAY)
    series = found.behaviours[0].series
    assert verdict(series, OWN, found, ENGLISH) == (
        "Too few to judge: 9 ratings at the look of 26 June 2026, and a test needs 12."
    )
    assert (series.verdict, short_verdict(series)) == ("early", "too few")


def test_figures_only_has_two_reasons() -> None:
    chosen = trends([3] * 20, last=TODAY)
    assert verdict(chosen.composite, OWN, chosen, ENGLISH).startswith("Figures only; verdicts")
    pages = [sitting(13 * n, {"asking": 3}) for n in range(20)]
    quarterly = summarise(pages, small_rubric("asking", rhythm="quarterly"), today=TODAY)
    said = verdict(quarterly.composite, OWN, quarterly, ENGLISH)
    assert said.startswith("Figures only: quarterly")
    assert quarterly.composite.verdict == "figures-only"


def test_what_would_have_gone_unseen_follows_the_number_and_the_journal() -> None:
    few, many = trends([3, 4, 3, 2] * 6 + [3, 3]), trends([3, 4, 3, 2] * 26)
    assert "Even a rise of 2.5 points would mostly go unseen here." in overall_notes(few, ENGLISH)
    assert unseen_of_one(few, ENGLISH) == (
        "Of a single behaviour even a rise of 2.5 points would mostly go unseen here (26 ratings)."
    )
    least = "A rise of less than about 0.5 points would mostly go unseen here."
    assert least in overall_notes(many, ENGLISH)
    assert unseen_of_one(many, ENGLISH) == (
        "Of a single behaviour a rise of less than about 1 point would mostly go unseen here "
        "(104 ratings)."
    )
    claimed = trends(slowly(52))
    assert not any("unseen" in note for note in overall_notes(claimed, ENGLISH))
    assert unseen_of_one(claimed, ENGLISH) is None


def test_between_looks_there_is_a_mean_and_the_next_look() -> None:
    assert since_sentence(series([3] * 12), ENGLISH) is None
    assert since_sentence(series([3] * 13), ENGLISH) == "The next look is at 26 sittings."
    assert since_sentence(series([*[3] * 13, 5, 4]), ENGLISH) == (
        "Since then 4.5 (2 sittings), too few to judge; the next look is at 26 sittings."
    )


def test_the_size_is_shrunken_and_told_of_new_and_passing_claims_alone() -> None:
    size = shrunken_size(series(slowly(52)))
    assert size is not None
    likely, most = size
    assert 2.5 < likely <= most
    assert "what is likely is about +" in (size_sentence(series(slowly(52)), ENGLISH) or "")
    assert size_sentence(series([3] * 52), ENGLISH) is None


def test_where_all_rise_alike_that_is_said() -> None:
    pages = [sitting(w, dict.fromkeys(("a", "b", "c"), v)) for w, v in enumerate(slowly(52))]
    found = summarise(pages, small_rubric("a", "b", "c"), today=TODAY)
    assert next(overall_notes(found, ENGLISH)).startswith("All rose about alike")
    german = words_in("de")
    assert next(overall_notes(found, german)).startswith("Alle Einschätzungen sind etwa gleich")


def test_a_fall_may_be_a_yardstick_that_rose() -> None:
    (said,) = caveats(series([5, 5, *slowly(50, falling=True)]))
    assert said.startswith(
        "The behaviour fell, or your yardstick rose: reread these two pages, 2 January 2026 and "
    )
    assert caveats(series(slowly(52))) == []


def test_steadily_high_ratings_leave_little_room() -> None:
    assert little_room(series([5, 4, 5, 5] * 4))
    assert "little room left on this scale" in caveats(series([5] * 13))[0]
    assert not little_room(series([4] * 13))
    assert not little_room(series([5] * 12))


def test_thirds_wait_for_six_values() -> None:
    assert thirds(series([1, 1, 3, 4, 4])) is None
    assert thirds(series([1, 2, 3, 4, 4, 5])) == "From 1.5 to 4.5, 2 ratings each."
    assert (
        thirds(series([1, 2, 3, 4, 4, 5]), words_in("de"))
        == "Von 1,5 auf 4,5, je 2 Einschätzungen."
    )
