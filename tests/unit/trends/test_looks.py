from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.facts import Sitting
from learnlead.trends.looks import (
    Claim,
    Look,
    Standing,
    _standing,
    differences,
    looks,
    looks_until,
    more_or_less,
    next_look,
    series_at,
)
from learnlead.trends.settled import settle
from learnlead.trends.verdict import Judgement, bound_at, level_at
from learnlead.trends.window import window_of
from made_sittings import BEGUN, sitting, small_rubric
from simulated_journals import BEHAVIOURS, Cell, Change, twelve
from sizes import examples


def test_looks_come_at_13_26_39_52_and_then_every_26() -> None:
    assert looks_until(12) == ()
    assert looks_until(13) == (13,)
    assert looks_until(51) == (13, 26, 39)
    assert looks_until(131) == (13, 26, 39, 52, 78, 104, 130)
    assert [next_look(n) for n in (0, 12, 13, 51, 52, 77, 78, 104)] == [
        *(13, 13, 26, 52, 78, 78, 104, 130)
    ]


TODAY = BEGUN + timedelta(weeks=26)


def standing(z: float, size: int, held: Claim | None) -> Standing:
    p = 0.0 if abs(z) > bound_at(size) else 1.0
    return _standing(Judgement(size, z=z, p_adjusted=p), held, size, TODAY)


RISEN = Claim("rising", 13, BEGUN)


def test_a_claim_is_made_where_the_bound_is_passed() -> None:
    new = standing(3.5, 26, None)
    assert (new.claim, new.passes, new.lost) == (Claim("rising", 26, TODAY), True, None)
    assert new.is_new_at(26)
    assert standing(3.3, 26, None).claim is None
    down = standing(-3.5, 26, None).claim
    assert down is not None
    assert down.direction == "falling"


def test_it_holds_while_it_passes_half_the_bound() -> None:
    half = bound_at(26) / 2
    assert standing(half + 0.01, 26, RISEN) == Standing(
        Judgement(26, z=half + 0.01, p_adjusted=1.0), RISEN, passes=False
    )
    assert not standing(half + 0.01, 26, RISEN).is_new_at(26)
    again = standing(4.0, 26, RISEN)
    assert (again.claim, again.passes) == (RISEN, True)


@pytest.mark.parametrize("share", [0.499, 0.0, -0.9])
def test_else_it_is_lost_once(share: float) -> None:
    lost = standing(share * bound_at(26), 26, RISEN)
    assert (lost.claim, lost.lost) == (None, RISEN)
    assert standing(0.0, 39, lost.claim) == Standing(Judgement(39, z=0.0, p_adjusted=1.0))


def test_an_opposite_claim_replaces_it() -> None:
    turned = standing(-3.5, 26, RISEN)
    assert turned.claim == Claim("falling", 26, TODAY)
    assert turned.lost is None


def test_few_values_take_a_claim_back() -> None:
    assert _standing(Judgement(9, z=9.0), RISEN, 26, TODAY).passes is False
    assert _standing(Judgement(1), RISEN, 26, TODAY).lost == RISEN


def journal(n: int, rho: float = 0.3, change: Change | None = None) -> list[Sitting]:
    random = Random(f"{n} {rho}")  # noqa: S311 - a seeded simulation
    return Cell("weekly", n, rho).journal(random, change or Change())


def told(look: Look) -> object:
    return (look.sittings, look.on, look.composite, look.behaviours)


def test_a_verdict_is_a_pure_function_of_the_sittings_up_to_its_look() -> None:
    pages = journal(104, change=Change(dict.fromkeys(BEHAVIOURS, 2.0)))
    whole = settle(pages, twelve()).looks
    for n in (13, 25, 26, 38, 52, 77, 103):
        until = settle(pages[:n], twelve()).looks
        assert [told(look) for look in until] == [told(look) for look in whole[: len(until)]]
        assert len(until) == len(looks_until(n))


def test_between_looks_nothing_changes() -> None:
    pages = journal(51)
    before = settle(pages[:39], twelve()).look
    after = settle(pages, twelve()).look
    assert before is not None
    assert after is not None
    assert told(before) == told(after)


def test_looks_rest_on_the_newest_260_dates() -> None:
    rubric = small_rubric("asking")
    pages = [sitting(week, {"asking": 1 + week % 5}) for week in range(300)]
    settled = settle(pages, rubric)
    assert [look.sittings for look in settled.looks] == [52, *range(78, 300, 26)]
    assert len(settled.looks[-1].series.dates) == 260
    assert settled.looks[-1].series.dates[-1] == settled.looks[-1].on
    long = [sitting(week, {"asking": 1 + week % 5}) for week in range(700)]
    newest = settle(long, rubric).looks
    assert newest[0].sittings > 440
    assert {len(look.series.dates) for look in newest} == {260}


def test_a_quarterly_rubric_has_no_looks() -> None:
    pages = [sitting(13 * n, {"asking": 3}) for n in range(30)]
    assert settle(pages, small_rubric("asking", rhythm="quarterly")).looks == ()
    assert settle(pages, small_rubric("asking", rhythm="monthly")).looks != ()


def test_two_sittings_on_a_date_are_one_dated_sitting() -> None:
    pages = [sitting(week, {"asking": 3}, stem=f"{week}.{n}") for week in range(7) for n in (1, 2)]
    assert settle(pages, small_rubric("asking")).looks == ()


class TestDifferences:
    def test_they_are_the_rating_less_the_mean_of_the_others(self) -> None:
        pages = journal(26)
        window = window_of(pages, twelve())
        table = np.array([[page.ratings[b] for b in BEHAVIOURS] for page in pages], dtype=float)
        centred = table - table.mean(axis=0)
        found = differences(series_at(window, window.dates))
        for column, behaviour in enumerate(BEHAVIOURS):
            others = np.delete(centred, column, axis=1).mean(axis=1)
            oracle = centred[:, column] - others
            assert found[behaviour].values == pytest.approx(list(oracle), abs=1e-9)

    def test_who_rose_more_and_who_less_is_named(self) -> None:
        rises = dict.fromkeys(BEHAVIOURS, 1.0) | {BEHAVIOURS[0]: 3.5, BEHAVIOURS[1]: -2.0}
        look = settle(journal(104, 0.0, Change(rises)), twelve()).look
        assert look is not None
        assert look.composite.claim is not None
        found = more_or_less(look.series, look.level)
        signs = {key: (judgement.z or 0) > 0 for key, judgement in found.items()}
        assert signs == {BEHAVIOURS[0]: True, BEHAVIOURS[1]: False}

    def test_where_all_rise_alike_none_is_named(self) -> None:
        change = Change(dict.fromkeys(BEHAVIOURS, 1.5))
        look = settle(journal(104, 0.0, change), twelve()).look
        assert look is not None
        assert look.composite.claim is not None
        assert more_or_less(look.series, look.level) == {}


@settings(max_examples=examples(20))
@given(st.lists(st.integers(1, 5), min_size=13, max_size=30))
def test_upside_down_turns_every_claim(values: Sequence[int]) -> None:
    rubric = small_rubric("asking")
    up, down = (
        looks(window_of([sitting(week, {"asking": v}) for week, v in enumerate(those)], rubric))
        for those in (values, [6 - v for v in values])
    )
    for one, other in zip(up, down, strict=True):
        assert (one.composite.claim is None) == (other.composite.claim is None)
        assert one.composite.judgement.z == pytest.approx(-(other.composite.judgement.z or 0))
        assert level_at(one.sittings) == one.level
