"""What a drawing shows, read back from its marks."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree as ET

from learnlead.i18n.words import ENGLISH
from learnlead.reports.document import SeriesRow, SeriesRows, WeeksFigure
from learnlead.reports.render.charts import row_chart, series_chart
from learnlead.reports.render.weeks_chart import weeks_chart
from learnlead.reports.verdicts.figures import series_figure
from learnlead.trends.model import Trends
from learnlead.trends.periods import weeks
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, sitting, small_rubric, weekly

TODAY = date(2027, 1, 31)


def drawn(markup: str) -> ET.Element:
    return ET.fromstring(markup)  # noqa: S314 - made here


def marks(drawing: ET.Element, class_: str) -> list[ET.Element]:
    return [one for one in drawing if one.get("class") == class_]


def large(found: Trends) -> ET.Element:
    figure = series_figure(found, found.behaviours[0].series, "Asking", ENGLISH)
    return drawn(series_chart(figure, about="x"))


def trends(values: list[int]) -> Trends:
    return summarise(weekly(values), small_rubric("asking"), today=TODAY)


def test_a_dot_is_a_value_higher_for_more() -> None:
    dots = marks(large(trends([1, 3, 5])), "dot")
    heights = [float(dot.get("cy") or 0) for dot in dots]
    assert len(dots) == 3
    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[1] == heights[1] - heights[2]


def test_the_means_of_the_thirds_are_written_out_from_the_first_look_on() -> None:
    assert marks(large(trends([1, 2, 3, 4, 5])), "mean") == []
    means = marks(large(trends([1, 2, 3, 4, 5, 4])), "mean")
    assert [one.text for one in means] == ["1.5", "4.5"]


def test_a_long_silence_stays_a_gap() -> None:
    pages = [sitting(week, {"asking": 3}) for week in (0, 1, 2, 20, 21, 22)]
    found = summarise(pages, small_rubric("asking"), today=TODAY)
    assert len(marks(large(found), "path")) == 4


def test_the_description_says_what_is_seen() -> None:
    (said,) = [one.text for one in large(trends([1, 2, 3, 4, 5, 4])) if one.tag == "desc"]
    assert said == (
        "6 values, 2 January to 6 February 2026, on a scale from 1, never, to 5, always; "
        "the latest is 4. From 1.5 to 4.5, 2 ratings each. Too early. "
        "The table of every rating holds all values."
    )


def test_without_a_value_there_is_no_large_drawing_and_a_small_one_says_so() -> None:
    found = trends([])
    series = found.behaviours[0].series
    assert series_chart(series_figure(found, series, "x", ENGLISH), about="x") == ""
    row = SeriesRow("Asking", "I ask", series)
    rows = SeriesRows((row,), BEGUN, BEGUN, found.rubric.scale, "weekly", "week")
    small = drawn(row_chart(row, rows, about="x"))
    assert [one.text for one in small][:2] == ["Your own rating of Asking", "No rating yet."]


def test_unusual_weeks_have_a_ring_and_a_word() -> None:
    ids = ("asking", "listening")
    values = [3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 3, 3]
    pages = [sitting(week, dict.fromkeys(ids, value)) for week, value in enumerate(values)]
    found = summarise(pages, small_rubric(*ids), today=TODAY)
    series = found.composite
    assert series.signals
    figure = series_figure(found, series, "overall", ENGLISH)
    drawing = drawn(series_chart(figure, about="x"))
    assert len(marks(drawing, "signal")) == len(series.signals)
    assert [one.text for one in marks(drawing, "tick")].count("unusual") == len(series.signals)


def test_weeks_are_told_apart_by_their_shape() -> None:
    pages = [sitting(week) for week in (0, 1, 5)]
    off = [(BEGUN + timedelta(weeks=2, days=-4), BEGUN + timedelta(weeks=3))]
    found = weeks([page.date for page in pages], "weekly", off)
    strip = drawn(weeks_chart(WeeksFigure(tuple(found), "weekly", "week"), about="x"))
    kinds = [(one.tag, one.get("class")) for one in strip if one.tag in ("rect", "circle")]
    assert kinds == [
        *[("rect", "held")] * 2,
        *[("rect", "excused")] * 2,
        ("circle", "blank"),
        ("rect", "held"),
    ]
    assert "3 weeks with a sitting, 2 weeks off" in "".join(strip.itertext())
