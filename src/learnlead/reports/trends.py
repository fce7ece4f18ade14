"""The trends report: the focus first, then findings, verdicts, plans and themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.own_name import USUAL, as_typed
from learnlead.reports.bet import bets
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Extent,
    Focus,
    Item,
    Listing,
    Paragraph,
    Section,
    SeriesFigure,
    SeriesRow,
    SeriesRows,
    Styled,
    WeeksFigure,
    section,
)
from learnlead.reports.findings import finding_pages, finding_text, themes
from learnlead.reports.plans import plans
from learnlead.reports.trends_tables import (
    absences,
    apart_sentences,
    figures_table,
    grid_table,
    ratings_table,
    relationships,
)
from learnlead.reports.words import (
    NOT_NO_CHANGE,
    capital,
    caveats,
    counted,
    day,
    little_room,
    monthly_change,
    response_shift,
    span,
    thirds,
    verdict,
)
from learnlead.trends.focus import Focus as FocusChosen
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.periods import weeks
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_VERDICT
from learnlead.trends.window import WIDTH


def no_sittings_sentence(trends: Trends) -> str:
    """The sentence for no sitting at all, or none in this period."""
    if trends.newest is None:
        return "No sittings to show yet."
    return f"No sitting lies in this period; the newest in your journal is of {day(trends.newest)}."


def sittings_sentence(trends: Trends) -> str:
    """`39 sittings held, 5 weeks off, 7 November 2025 to 6 November 2026`.

    The number of weeks is added only if some week had several: "39 in 39 weeks" would suggest that
    no week was without one, and "39 of 53" would read like a reproach.
    """
    sentence = counted(trends.sittings, "sitting") + " held"
    if 1 < trends.cadence.held < trends.sittings:
        sentence += f" in {counted(trends.cadence.held, trends.cadence.unit)}"
    if trends.cadence.excused:
        sentence += f", {counted(trends.cadence.excused, trends.cadence.unit)} off"
    if trends.first is not None and trends.last is not None:
        sentence += f", {span(trends.first, trends.last)}"
    dates = trends.window.dates
    if len(dates) == WIDTH and trends.first is not None and trends.first < dates[0]:
        sentence += f"; what is judged are the newest {WIDTH}, since {day(dates[0])}"
    return sentence


def focus_name(trends: Trends, focus: FocusChosen) -> str:
    """The name of the focus, or its id if the rubric no longer has it."""
    behaviour = trends.rubric.behaviour(focus.behaviour)
    return focus.behaviour if behaviour is None else behaviour.name


FINDINGS = 5
"""Findings in a first look."""

_READING = (
    Paragraph(
        f"{NOT_NO_CHANGE} Fewer than six ratings are only shown, six to eleven are early and could "
        "be chance, and from twelve on there is a verdict. “Suggests” becomes “trend” with thirty. "
        "A fall has two readings: the behaviour fell, or your yardstick rose."
    ),
    Paragraph(
        "No opportunity, none made and skipped are kinds of silence. None of them is ever a zero, "
        "or part of a mean."
    ),
)


def trends_report(trends: Sequence[Trends], extent: Extent = "first") -> Document:
    """The trends of one rubric or several.

    With fewer than twelve sittings, plans and themes come before all verdicts but that on the
    focus. Empty sections are left out.
    """
    several, made = len(trends) > 1, f"made on {day(trends[0].today)}"
    note = "" if several or extent != "record" else f"{capital(made)}."
    articles = [_article(rubric_trends, extent, note) for rubric_trends in trends]
    title = "Trends" if several else ""
    if extent != "record":
        return Document(articles, title)
    problems = {problem for rubric_trends in trends for problem in rubric_trends.problems}
    problem_note = (
        f" {counted(len(problems), 'problem')} in reading; `{USUAL} journal check` tells."
    )
    return Document(
        articles,
        title,
        kicker=f"Trends, {made}",
        closing=(Section("How to read this", _READING, "reading"),),
        annex=tuple(
            _annex(rubric_trends, several=several)
            for rubric_trends in trends
            if rubric_trends.behaviours and rubric_trends.window.dates
        ),
        footer="Made by learnlead from pages that belong to their writer. This file loads nothing "
        f"and sends nothing.{problem_note if problems else ''}",
    )


def views_report(articles: Sequence[Article]) -> Document:
    """A document of these articles, one for each rubric."""
    return Document(articles, title="" if len(articles) == 1 else "Trends")


def _article(trends: Trends, extent: Extent, note: str) -> Article:
    title = trends.rubric.title
    if not trends.sittings:
        return Article(title, "", (_nothing(trends),), note)
    figures = [
        *_judged(trends, extent),
        *section("With whom", relationships(trends)),
        *section("In which relationship", grid_table(trends), role="detail"),
        *weeks_section(trends),
        *section("Set apart", *map(Paragraph, apart_sentences(trends))),
    ]
    early = len(trends.window.dates) < FIRST_VERDICT
    words = [
        *section("Plans", *plans(trends, extent, closed=early)),
        *section("In your own words", *themes(trends, extent)),
    ]
    stands_out = section("What stands out", *findings(trends, extent))
    rest = [*words, *figures] if early else [*figures, *words]
    return Article(title, sittings_sentence(trends), (*_focus(trends), *stands_out, *rest), note)


def _nothing(trends: Trends) -> Paragraph:
    sentence = no_sittings_sentence(trends)
    if trends.newest is not None:
        return Paragraph(sentence)
    more = ": it takes about twelve minutes, and the page is yours."
    return Paragraph(
        (f"{sentence} Hold one with ", Styled(as_typed(f"{USUAL} reflect"), "code"), more)
    )


def _focus(trends: Trends) -> Iterator[Block]:
    paragraphs = [
        Paragraph(sentence, "earlier" if changed else "aside") for sentence, changed in bets(trends)
    ]
    if trends.focus is None:
        yield from paragraphs
        return
    focus = trends.focus.focus
    name = focus_name(trends, focus)
    figure = series_figure(trends, trends.focus.series, f"your own rating of {name}")
    notice = "" if focus.notice is None else f"Someone else would notice: {focus.notice}"
    yield Focus("Your focus", name, day(focus.since), notice, (figure, *paragraphs))


def series_figure(trends: Trends, series: Series, subject: str) -> SeriesFigure:
    """The figure of one series."""
    return SeriesFigure(
        series=series,
        subject=subject,
        scale=trends.rubric.scale,
        rhythm=trends.rubric.rhythm,
        unit=trends.cadence.unit,
        verdict=verdict(series, subject),
        changes=tuple(filter(None, (thirds(series), monthly_change(series)))),
        notes=tuple(caveats(series)),
    )


def findings(trends: Trends, extent: Extent) -> Iterator[Block]:
    """The first five findings, or all with their pages; without that on the focus."""
    others = [finding for finding in trends.findings if not finding.focus]
    first = extent == "first"
    shown = others[:FINDINGS] if first else others
    if shown:
        yield Listing(
            tuple(
                Item(finding_text(finding, trends), "" if first else finding_pages(finding, trends))
                for finding in shown
            ),
            "numbered",
        )
    if more := len(others) - len(shown):
        yield Paragraph(as_typed(f"`learnlead trends --all` shows {more} more."), "aside")


def _judged(trends: Trends, extent: Extent) -> Iterator[Section]:
    dates = trends.window.dates
    if not trends.rubric.behaviours or not dates:
        return
    overall: list[Block] = [series_figure(trends, trends.composite, "your overall rating")]
    rows = SeriesRows(
        tuple(_row(trend, trends) for trend in trends.behaviours),
        dates[0],
        dates[-1],
        trends.rubric.scale,
        trends.rubric.rhythm,
        trends.cadence.unit,
    )
    behaviours: list[Block] = [rows]
    shown = [trends.composite, *(trend.series for trend in trends.behaviours)]
    if trends.focus is not None:
        shown.append(trends.focus.series)
    if extent != "record" and any(series.verdict == "no-trend-detected" for series in shown):
        at = overall if trends.composite.verdict == "no-trend-detected" else behaviours
        at.append(Paragraph(NOT_NO_CHANGE, "aside"))
    yield from section("Overall", *overall, role="keep")
    yield from section("Behaviours", *behaviours)
    yield from section("What the ratings leave out", absences(trends))


def _row(trend: BehaviourTrend, trends: Trends) -> SeriesRow:
    focus = trends.focus
    shown_above = (
        focus is not None
        and focus.focus.behaviour == trend.behaviour.id
        and focus.series.n == trend.series.n > 0
    )
    return SeriesRow(
        trend.behaviour.name,
        trend.behaviour.sentence,
        trend.series,
        shown_above=shown_above,
        note=response_shift(trend.series) or "",
        high=little_room(trend.series),
    )


def weeks_section(trends: Trends) -> Iterator[Section]:
    """The weeks from the first sitting to the last, if there are several."""
    rhythm, unit = trends.rubric.rhythm, trends.cadence.unit
    all_weeks = weeks([page.date for page in trends.pages], rhythm, trends.away)
    if len(all_weeks) > 1:
        yield Section(f"Your {unit}s", (WeeksFigure(tuple(all_weeks), rhythm, unit),), "keep")


def _annex(trends: Trends, *, several: bool) -> Section:
    heading = f"Every rating: {trends.rubric.title}" if several else "Every rating"
    tests = Section("What the tests computed", (figures_table(trends),))
    return Section(heading, (ratings_table(trends), tests))
