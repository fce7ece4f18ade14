from __future__ import annotations

from datetime import date

from learnlead.reports.words import counted, day, short_day, span


def test_dates_and_counts_are_words() -> None:
    first, last = date(2026, 1, 9), date(2026, 11, 20)
    assert (day(first), short_day(first)) == ("9 January 2026", "9 Jan 2026")
    assert span(first, last) == "9 January to 20 November 2026"
    assert span(first, date(2026, 1, 16)) == "9 to 16 January 2026"
    assert span(first, date(2027, 1, 1)) == "9 January 2026 to 1 January 2027"
    assert span(first, first) == "9 January 2026"
    assert (counted(1, "page"), counted(0, "page")) == ("1 page", "0 pages")
    assert counted(2, "entry", "entries") == "2 entries"
