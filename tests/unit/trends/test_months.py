from __future__ import annotations

from datetime import date

from learnlead.trends.summarise import summarise
from learnlead.trends.tables import months
from made_sittings import sitting, small_rubric


def test_each_month_with_a_sitting_has_its_own_figures() -> None:
    pages = [
        sitting(date(2026, 1, 31), {"asking": 5, "listening": 5}),
        sitting(date(2026, 2, 1), {"asking": 2}, moments=("own", "other"), focus="asking"),
        sitting(date(2026, 2, 28), {"asking": 3}, moments=("own",), focus="asking"),
        sitting(date(2026, 5, 1), {}, focus="asking"),
    ]
    rows = months(summarise(pages, small_rubric(), today=date(2026, 6, 1)))
    assert [(m.period.first.isoformat(), m.sittings, m.moments) for m in rows] == [
        ("2026-01-01", 1, 0),
        ("2026-02-01", 2, 3),
        ("2026-05-01", 1, 0),
    ]
    assert [m.focus and (m.focus.median, m.focus.n) for m in rows] == [
        (None, 0),  # the focus was declared in February
        (2.5, 2),
        (None, 0),
    ]
    assert [m.overall.n for m in rows] == [1, 0, 0], "half of the behaviours make an overall value"


def test_without_a_focus_there_is_no_such_figure() -> None:
    pages = [sitting(date(2026, 1, 1), {"asking": 5})]
    (month,) = months(summarise(pages, small_rubric(), today=date(2026, 6, 1)))
    assert month.focus is None
    assert months(summarise([], small_rubric(), today=date(2026, 6, 1))) == ()
