"""Trends arranged by behaviour, by relationship or by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, Literal

from learnlead.i18n.words import ENGLISH
from learnlead.own_name import as_typed
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Focus,
    Item,
    Listing,
    Paragraph,
    Section,
    Styled,
    Table,
)
from learnlead.reports.trends import no_sittings_sentence
from learnlead.reports.verdicts.figures import focus_figure, series_figure
from learnlead.reports.verdicts.words import short_verdict
from learnlead.reports.words import capital, counted, day, month, number
from learnlead.rubric.model import ALL
from learnlead.trends.dated import CountedMedian, counted_median
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.tables import Month, months

Arrangement = Literal["behaviour", "relationship", "month"]


def by_article(trends: Trends, by: Arrangement) -> Article:
    """The trends of one rubric in that arrangement."""
    title = f"{trends.rubric.title}, by {by}"
    if not trends.window.sittings:
        return Article(title, "", (Paragraph(no_sittings_sentence(trends)),))
    body = tuple(_ARRANGEMENTS[by](trends))
    return Article(title, "", body, widest=80 if by == "month" else 100)


def _by_behaviour(trends: Trends) -> Iterator[Block]:
    words = ENGLISH
    focus = trends.focus
    if focus is not None and (behaviour := trends.rubric.behaviour(focus.focus.behaviour)):
        figure = focus_figure(trends, focus, words)
        yield Focus("Your focus", behaviour.name, day(focus.focus.since), "", (figure,))
    for group, inside in groupby(trends.behaviours, key=lambda trend: trend.behaviour.group):
        sections = []
        for trend in inside:
            body = (
                Paragraph(trend.behaviour.sentence, "aside"),
                series_figure(trends, trend.series, trend.behaviour.name, words),
                Paragraph(_absences(trend), "aside"),
            )
            sections.append(Section(trend.behaviour.name, body))
        yield from sections if group is None else (Section(group, tuple(sections)),)


def _absences(trend: BehaviourTrend) -> str:
    kinds = {
        "no opportunity": trend.no_opportunity,
        "none made": trend.none_made,
        "skipped": trend.skipped,
    }
    parts = [f"{kind} {n}" for kind, n in kinds.items() if n]
    last = trend.last_evidence
    text = ", ".join([*parts, f"last evidence {day(last)}" if last else "no evidence yet"])
    return f"{capital(text)}."


def _by_relationship(trends: Trends) -> Iterator[Section]:
    for relationship in trends.relationships:
        live = "Not live so far."
        if relationship.last_live is not None:
            moments = f"{counted(relationship.moments, 'moment')} told"
            weeks = counted(relationship.live_weeks, trends.cadence.unit)
            live = f"Live in {weeks}, {moments}; last on {day(relationship.last_live)}."
        body: list[Block] = [Paragraph(live)]
        full = counted_median(relationship.values)
        if full.median is not None:
            rated = counted(full.n, "sitting")
            body.append(Paragraph(f"In full sittings: median {number(full.median)} ({rated})."))
        own = [
            trend for trend in trends.behaviours if trend.behaviour.relationship == relationship.id
        ]
        yield Section(capital(relationship.sentence), (*body, _verdicts(trends, own)))
    shared = [trend for trend in trends.behaviours if trend.behaviour.relationship == ALL]
    if shared and trends.relationships:
        yield Section("In all of them", (_verdicts(trends, shared),))


def _verdicts(trends: Trends, behaviours: Iterable[BehaviourTrend]) -> Listing:
    words = ENGLISH
    items = []
    for trend in behaviours:
        focus, series, name = trends.focus, trend.series, trend.behaviour.name
        if focus is not None and focus.focus.behaviour == trend.behaviour.id:
            name = f"{name}, your focus"
        items.append(Item(name, capital(short_verdict(series, words))))
    return Listing(tuple(items), "cards")


def _by_month(trends: Trends) -> Iterator[Block]:
    heads = ["sittings", "moments", "overall", "n"]
    if trends.focus is not None:
        heads += ["focus", "n"]
    yield Table(
        "",
        (Column("Month", figures=False), *map(Column, heads)),
        tuple((_name(row), *_figures(row)) for row in months(trends)),
    )
    explanation = "Medians, and n, how many ratings they rest on. So few differ mostly by chance; "
    command = Styled(as_typed("learnlead trends"), "code")
    yield Paragraph((explanation, command, " says what may be more."), "aside")


def _name(row: Month) -> str:
    return f"{month(row.period.first)} {row.period.first.year}"


def _figures(row: Month) -> list[str]:
    figures = [str(row.sittings), str(row.moments or ""), *_middle(row.overall)]
    return figures if row.focus is None else [*figures, *_middle(row.focus)]


def _middle(summary: CountedMedian) -> tuple[str, str]:
    return ("", "") if summary.median is None else (number(summary.median), str(summary.n))


_ARRANGEMENTS: Final[Mapping[Arrangement, Callable[[Trends], Iterator[Block]]]] = {
    "behaviour": _by_behaviour,
    "relationship": _by_relationship,
    "month": _by_month,
}
