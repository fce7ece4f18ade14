from __future__ import annotations

from datetime import date, timedelta

from learnlead.reports.lines import Layout
from learnlead.reports.trends import weeks_section
from learnlead.text.cells import cells
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, sitting, small_rubric
from unit.reports.laid_out import body_text

TODAY = date(2026, 12, 31)


def said(*weeks: int, width: int = 80, plain: bool = False, rhythm: str = "weekly") -> list[str]:
    """The strip of sittings in these weeks; the third and fourth week are off."""
    off = [(BEGUN + timedelta(weeks=2, days=-4), BEGUN + timedelta(weeks=3))]
    rubric = small_rubric(rhythm=rhythm)
    found = summarise([sitting(week) for week in weeks], rubric, today=TODAY, away=off)
    strip = [one for section in weeks_section(found) for one in section.body]
    return body_text(strip, Layout(width, plain)).splitlines()


def test_one_week_is_no_strip() -> None:
    assert said(0) == said() == []


def test_a_row_is_a_year_and_a_mark_a_week() -> None:
    assert said(-1, 0, 1, 5) == [
        "  A square is a week with a sitting, a dash a week off, a dot a week without.",
        "        Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec",
        "  2025" + " " * 53 + "■",
        "  2026  ■■––·■",
    ]


def test_no_dash_is_explained_where_there_is_none() -> None:
    assert said(0, 1)[0] == "  A square is a week with a sitting."


def test_where_there_is_no_room_a_year_takes_two_rows() -> None:
    lines = said(0, 20, 40, width=40)
    assert lines[2:] == ["  2026  ■·––················■······", "        ·············■"]
    assert all(cells(line) <= 40 for line in lines)


def test_plain_counts_instead() -> None:
    assert said(-1, 0, 1, 5, plain=True) == ["  2025: 1 week held. 2026: 3 weeks held, 2 off."]


def test_months_have_twelve_places() -> None:
    lines = said(0, 5, 9, 20, rhythm="monthly")
    assert lines == [
        "  A square is a month with a sitting, a dot a month without.",
        "  2026  ■■■·■",
    ]


def test_nothing_is_called_missed() -> None:
    for plain in (True, False):
        assert "missed" not in "".join(said(0, 20, plain=plain))
