from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.page.periods import periods
from learnlead.reports.render.text_blocks import period_axis, period_figures, sparkline
from learnlead.rubric.model import Rhythm
from learnlead.trends.dated import by_date
from made_sittings import BEGUN, sitting


def test_the_scale_is_fixed_and_a_week_without_a_value_is_a_gap() -> None:
    dated = by_date((sitting(week), week + 1) for week in range(5) if week != 2)
    along = period_axis(dated.dates[0], dated.dates[-1], "weekly", 99)
    assert sparkline(dated, along) == "▁▂ ▅▇"
    assert period_figures(dated, along) == "1 2 - 4 5"


def test_means_round_to_the_nearest_block_and_keep_a_decimal_in_figures() -> None:
    dated = by_date([(sitting(0), 2.5), (sitting(1), 3.4), (sitting(2), 10 / 3)])
    along = period_axis(dated.dates[0], dated.dates[-1], "weekly", 99)
    assert sparkline(dated, along) == "▃▃▃"
    assert period_figures(dated, along) == "2.5 3.4 3.3"


def test_two_dates_of_one_period_share_its_place() -> None:
    dated = by_date([(sitting(BEGUN), 1), (sitting(BEGUN + timedelta(days=1)), 5)])
    assert sparkline(dated, period_axis(BEGUN, BEGUN, "weekly", 9)) == "▃"


@pytest.mark.parametrize("rhythm", ["weekly", "monthly", "quarterly"])
@pytest.mark.parametrize("weeks", [0, 11, 12, 13, 14, 200])
def test_the_axis_is_the_end_of_all_periods(rhythm: Rhythm, weeks: int) -> None:
    last = BEGUN + timedelta(weeks=weeks)
    assert period_axis(BEGUN, last, rhythm, 13) == list(periods(BEGUN, last, rhythm))[-13:]


def test_only_the_newest_periods_are_on_the_axis() -> None:
    along = period_axis(BEGUN, BEGUN + timedelta(weeks=20), "weekly", 13)
    assert len(along) == 13
    assert BEGUN + timedelta(weeks=20) in along[-1]
