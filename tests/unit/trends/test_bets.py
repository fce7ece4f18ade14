from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from scipy.stats import norm
from scipy.stats import t as student

from learnlead.page.facts import Sitting
from learnlead.trends.bet_comparison import compared
from learnlead.trends.bets import Bet
from learnlead.trends.odds import SEEN, UNSEEN_OVERALL, odds_of_bet, unseen_rise
from learnlead.trends.settled import settle
from learnlead.trends.window import window_of
from simulated_journals import BEGUN, BEHAVIOURS, FOCUS, Cell, Change, twelve

OTHER = BEHAVIOURS[-1]


def journal(n: int, change: Change | None = None, seed: int = 0) -> list[Sitting]:
    random = Random(f"{n} {seed}")  # noqa: S311 - a seeded simulation
    return Cell("weekly", n, 0.0).journal(random, change or Change())


def focused(pages: list[Sitting], *foci: tuple[int, str | None]) -> list[Sitting]:
    """The pages with these foci, each from that place on."""
    result = list(pages)
    for start, focus in foci:
        result[start:] = [replace(page, focus=focus) for page in result[start:]]
    return result


def bets(pages: list[Sitting]) -> tuple[Bet, ...]:
    return settle(pages, twelve()).bets


class TestWhenItIsSettled:
    def test_at_the_13th_sitting_once(self) -> None:
        pages = focused(journal(50), (0, OTHER), (20, FOCUS))
        (_, at_12), (_, at_13), (_, later) = (bets(pages[:n]) for n in (32, 33, 50))
        assert (at_12.outcome, at_12.held, at_12.comparison) == ("open", 12, None)
        assert (at_13.settled_on, at_13.held) == (pages[32].date, 13)
        assert later.comparison == at_13.comparison
        assert later.outcome in ("seen", "not-seen")

    def test_at_most_26_sittings_before_count(self) -> None:
        _, bet = bets(focused(journal(60), (0, OTHER), (40, FOCUS)))
        assert bet.comparison is not None
        assert len(bet.comparison.before) == 26
        assert bet.comparison.before[-1] < bet.since == bet.comparison.since[0]
        assert len(bet.comparison.since) == 13

    def test_from_the_first_sitting_on_at_the_26th(self) -> None:
        pages = journal(30)
        assert bets(pages[:25])[0].outcome == "open"
        (bet,) = bets(pages)
        assert (bet.needed, bet.settled_on) == (26, pages[25].date)
        assert bet.comparison is not None
        assert bet.comparison.before == tuple(page.date for page in pages[:8])
        assert bet.comparison.since == tuple(page.date for page in pages[13:26])

    def test_a_focus_that_changes_early_cannot_be_judged(self) -> None:
        first, second = bets(focused(journal(40), (0, OTHER), (20, FOCUS)))
        assert (first.outcome, first.ended, first.held) == ("cannot-be-judged", True, 20)
        assert second.outcome != "cannot-be-judged"

    def test_a_renewed_focus_is_a_new_bet_and_a_new_notice_is_none(self) -> None:
        pages = focused(journal(60), (0, OTHER), (20, FOCUS))
        noticed = [
            replace(page, focus_notice="doors stand open") if place in (20, 25, 40) else page
            for place, page in enumerate(pages)
        ]
        assert [bet.since for bet in bets(noticed)] == [pages[place].date for place in (0, 20, 40)]

    def test_no_focus_ends_a_bet_and_begins_none(self) -> None:
        (first, second) = bets(focused(journal(40), (0, OTHER), (10, None), (20, FOCUS)))
        assert (first.ended, second.ended) == (True, False)
        assert [first.behaviour, second.behaviour] == [OTHER, FOCUS]

    def test_too_few_values_on_a_side_cannot_be_judged(self) -> None:
        pages = focused(journal(40), (0, OTHER), (20, FOCUS))
        sparse = [
            replace(page, ratings={k: v for k, v in page.ratings.items() if k != FOCUS})
            if 22 <= place < 30
            else page
            for place, page in enumerate(pages)
        ]
        _, bet = bets(sparse)
        assert (bet.outcome, bet.comparison) == ("cannot-be-judged", None)
        assert bet.settled_on is not None

    def test_the_rubric_may_no_longer_have_it(self) -> None:
        bet = bets(focused(journal(40), (0, "long-gone")))[0]
        assert bet.outcome == "cannot-be-judged"


class TestTheComparison:
    def test_it_is_what_its_words_say(self) -> None:
        """The same with numpy, but for F."""
        pages = journal(39, Change(step=1.0, at=26))
        window = window_of(pages, twelve())
        dates = window.dates
        found = compared(FOCUS, window.behaviours, dates[:26], dates[26:])
        assert found is not None
        table = np.array([[page.ratings[b] for b in BEHAVIOURS] for page in pages], dtype=float)
        centred = table - table.mean(axis=0)
        d = np.column_stack(
            [table[:, b] - np.delete(centred, b, axis=1).mean(axis=1) for b in range(12)]
        )
        before, since = d[:26].mean(axis=0), d[26:].mean(axis=0)
        squares = ((d[:26] - before) ** 2).sum(axis=0) + ((d[26:] - since) ** 2).sum(axis=0)
        spreads = squares / 37
        variance = (spreads[0] + spreads.mean()) / 2
        sampling = variance * found.factor_before / 26
        spread = max(before.var(ddof=1) - sampling, 0)
        kept = spread / (spread + sampling)
        shrunk = before.mean() + kept * (before[0] - before.mean())
        error = np.sqrt(
            variance * found.factor_since / 13
            + kept * sampling
            + (1 - kept) ** 2 * (spread + sampling) / 12
        )
        t, df = (since[0] - shrunk) / error, max(6, 2 * 37 / found.factor)
        oracle = (before[0], since[0], variance, spread, shrunk, error, t, df, student.sf(t, df))
        assert (
            *(found.d_before, found.d_since, found.variance, found.spread),
            *(found.shrunk, found.error, found.t, found.df, found.p),
        ) == pytest.approx(oracle, abs=1e-9)
        assert found.mean_since - found.mean_before - found.others == pytest.approx(
            found.d_since - found.d_before
        )
        assert found.chance == pytest.approx(norm.sf(student.isf(0.01, df) - 1 / error), abs=1e-9)

    def test_what_all_behaviours_do_is_no_rise_of_the_focus(self) -> None:
        pages = journal(39, Change(dict.fromkeys(BEHAVIOURS, 3.0)))
        window = window_of(pages, twelve())
        found = compared(FOCUS, window.behaviours, window.dates[:26], window.dates[26:])
        assert found is not None
        assert found.mean_since > found.mean_before + 0.8
        assert found.others > 0.8
        assert found.p > 0.01

    def test_fewer_than_six_others_tell_nothing(self) -> None:
        window = window_of(journal(39), twelve())
        few = {key: window.behaviours[key] for key in BEHAVIOURS[:6]}
        assert compared(FOCUS, few, window.dates[:26], window.dates[26:]) is None
        seven = {key: window.behaviours[key] for key in BEHAVIOURS[:7]}
        assert compared(FOCUS, seven, window.dates[:26], window.dates[26:]) is not None

    def test_moving_all_dates_changes_nothing(self) -> None:
        pages = focused(journal(40), (0, OTHER), (20, FOCUS))
        moved = [replace(page, date=page.date + timedelta(days=3)) for page in pages]
        for one, other in zip(bets(pages), bets(moved), strict=True):
            assert (one.comparison and one.comparison.p) == (
                other.comparison and other.comparison.p
            )
        assert pages[0].date == BEGUN


def test_a_large_step_is_mostly_seen_and_chance_hardly_ever() -> None:
    def seen(step: float) -> int:
        pages = (journal(39, Change(step=step, at=26), seed) for seed in range(40))
        outcomes = [bets(focused(page, (0, OTHER), (26, FOCUS)))[1].outcome for page in pages]
        return outcomes.count("seen")

    assert seen(1.5) >= 34
    assert seen(0.0) <= 4


class TestOdds:
    def test_they_are_the_simulated_ones(self) -> None:
        for before, shares in SEEN.items():
            for phi, share in zip((0.0, 0.3, 0.6), shares, strict=True):
                assert odds_of_bet(before, phi).chance == pytest.approx(share)

    def test_between_them_they_are_interpolated(self) -> None:
        assert odds_of_bet(26, 0.15).chance == pytest.approx((SEEN[26][0] + SEEN[26][1]) / 2)
        assert SEEN[13][1] < odds_of_bet(20, None).chance < SEEN[26][1]

    def test_too_few_before_make_it_a_late_one(self) -> None:
        odds = odds_of_bet(7, 0.0)
        assert (odds.before, odds.sittings) == (0, 26)
        assert odds_of_bet(8, 0.0).sittings == 13
        assert odds_of_bet(400, 0.9) == odds_of_bet(26, 0.6)._replace(phi=0.9)


class TestWhatGoesUnseen:
    def test_it_is_the_simulated_rise_and_interpolated(self) -> None:
        assert unseen_rise(52, 0.0, overall=True) == UNSEEN_OVERALL[52][0]
        between = unseen_rise(78, 0.3, overall=True)
        assert between == pytest.approx((UNSEEN_OVERALL[52][1] + UNSEEN_OVERALL[104][1]) / 2)
        assert unseen_rise(400, None, overall=True) == UNSEEN_OVERALL[104][1]

    def test_more_than_was_simulated_is_none(self) -> None:
        assert unseen_rise(26, 0.0, overall=True) is None
        assert unseen_rise(39, 0.0, overall=False) is None
        assert unseen_rise(104, 0.0, overall=False) == 1.0
