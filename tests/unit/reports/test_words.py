from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from learnlead.reports.words import (
    caveats,
    counted,
    day,
    little_room,
    monthly_change,
    short_day,
    short_verdict,
    span,
    thirds,
    verdict,
)
from learnlead.trends.series import Series
from learnlead.trends.summarise import summarise
from made_sittings import small_rubric, weekly

OWN = "your own rating of Asking"
RISE = (1, 2, 3, 4, 5)


def series(values: Sequence[int], depth: str = "standard") -> Series:
    pages = weekly(values, depth=depth)
    found = summarise(pages, small_rubric("asking"), today=date(2030, 1, 1))
    return found.behaviours[0].series


def slowly(n: int, *, falling: bool = False) -> Series:
    values = [RISE[i * 5 // n] for i in range(n)]
    return series([6 - v for v in values] if falling else values)


@pytest.mark.parametrize(
    ("found", "said", "short"),
    [
        (series([]), "No rating yet; 6 sittings until a first look.", "no rating yet"),
        (series([3]), "So far 3; 5 more sittings until a first look.", "first look in 5"),
        (
            series([3, 4, 3, 5, 2]),
            "So far 3, 4, 3, 5, 2; 1 more sitting until a first look.",
            "first look in 1",
        ),
        (series([3] * 6), "Early, could be chance: 6 sittings. A verdict needs 12.", "early"),
        (
            series([1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5]),
            "Early, could be chance: 11 sittings. A verdict needs 12.",
            "early",
        ),
        (series([3] * 12), f"No trend detected in {OWN} (12 sittings).", "no trend detected"),
        (slowly(29), f"This suggests a rise in {OWN} (29 sittings).", "suggests a rise"),
        (slowly(30), f"A rising trend in {OWN} (30 sittings).", "rising trend"),
        (
            slowly(29, falling=True),
            f"This suggests a fall in {OWN} (29 sittings).",
            "suggests a fall",
        ),
        (slowly(30, falling=True), f"A falling trend in {OWN} (30 sittings).", "falling trend"),
    ],
)
def test_no_more_is_said_than_the_number_of_sittings_allows(
    found: Series, said: str, short: str
) -> None:
    assert verdict(found, OWN) == said
    assert short_verdict(found) == short


def test_a_fall_may_be_a_yardstick_that_rose() -> None:
    (said,) = caveats(series([4, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 1, 2]))
    assert said == (
        "The behaviour fell, or your yardstick rose: "
        "reread these two pages, 9 January 2026 and 10 April 2026."
    )
    assert caveats(slowly(30)) == []


def test_steadily_high_ratings_leave_little_room() -> None:
    assert little_room(series([5, 4, 5, 5] * 4))
    assert "little room left on this scale" in caveats(series([5] * 12))[0]
    assert not little_room(series([4] * 12))
    assert not little_room(series([5] * 11))


def test_thirds_wait_for_the_first_look() -> None:
    assert thirds(series([1, 1, 3, 4, 4])) is None
    assert thirds(series([1, 2, 3, 4, 4, 5])) == "From 1.5 to 4.5, 2 sittings each."


def test_a_change_a_month_has_its_interval() -> None:
    pages = weekly([1, 2, 1, 3, 2, 4, 3, 4, 5, 4, 5, 5])
    found = summarise(pages, small_rubric("asking"), today=date(2030, 1, 1)).composite
    assert found.slope is not None
    assert found.slope.corrected is not None
    month = 30.44 / 7
    assert monthly_change(found) == (
        f"Change a month: {found.slope.per_week * month:+.2f} points (95 % interval "
        f"{found.slope.corrected.low * month:+.2f} to {found.slope.corrected.high * month:+.2f})."
    ).replace("-", "−")


def test_nothing_is_said_of_a_month_before_the_first_look_or_of_one_behaviour() -> None:
    pages = weekly([1, 2, 3, 4, 5])
    assert (
        monthly_change(summarise(pages, small_rubric("asking"), today=date(2030, 1, 1)).composite)
        is None
    )
    assert monthly_change(slowly(30)) is None


def test_no_change_has_no_sign() -> None:
    found = summarise(
        weekly([3, 3, 3, 4, 3, 3] * 2), small_rubric("asking"), today=date(2030, 1, 1)
    ).composite
    assert monthly_change(found) == "Change a month: 0.00 points (95 % interval 0.00 to 0.00)."


def test_equal_ratings_are_not_called_a_certain_zero() -> None:
    found = summarise(weekly([3] * 12), small_rubric("asking"), today=date(2030, 1, 1)).composite
    assert monthly_change(found) == "All of them are the same, so that there is nothing to test."


def test_dates_and_counts_are_words() -> None:
    first, last = date(2026, 1, 9), date(2026, 11, 20)
    assert (day(first), short_day(first)) == ("9 January 2026", "9 Jan 2026")
    assert span(first, last) == "9 January to 20 November 2026"
    assert span(first, date(2026, 1, 16)) == "9 to 16 January 2026"
    assert span(first, date(2027, 1, 1)) == "9 January 2026 to 1 January 2027"
    assert span(first, first) == "9 January 2026"
    assert (counted(1, "page"), counted(0, "page")) == ("1 page", "0 pages")
    assert counted(2, "entry", "entries") == "2 entries"
