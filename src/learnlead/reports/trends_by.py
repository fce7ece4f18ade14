"""Trends arranged by behaviour, by relationship or by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, Literal

from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Focus,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    with_code,
)
from learnlead.reports.trends import no_sittings_sentence
from learnlead.reports.verdicts.figures import focus_figure, series_figure
from learnlead.reports.verdicts.words import short_verdict
from learnlead.reports.words import capital
from learnlead.rubric.model import ALL
from learnlead.trends.dated import CountedMedian, counted_median
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.tables import Month, months

Arrangement = Literal["behaviour", "relationship", "month"]


def by_article(trends: Trends, by: Arrangement, words: Words = ENGLISH) -> Article:
    """The trends of one rubric in that arrangement."""
    title = words(f"by.title.{by}", title=trends.rubric.title)
    if not trends.window.sittings:
        return Article(title, "", (Paragraph(no_sittings_sentence(trends, words)),))
    body = tuple(_ARRANGEMENTS[by](trends, words))
    return Article(title, "", body, widest=80 if by == "month" else 100)


def _by_behaviour(trends: Trends, words: Words) -> Iterator[Block]:
    focus = trends.focus
    if focus is not None and (behaviour := trends.rubric.behaviour(focus.focus.behaviour)):
        figure = focus_figure(trends, focus, words)
        since = words.full_date(focus.focus.since)
        yield Focus(words("trends.focus"), behaviour.name, since, "", (figure,), words)
    for group, inside in groupby(trends.behaviours, key=lambda trend: trend.behaviour.group):
        sections = []
        for trend in inside:
            body = (
                Paragraph(trend.behaviour.sentence, "aside"),
                series_figure(trends, trend.series, trend.behaviour.name, words),
                Paragraph(_absences(trend, words), "aside"),
            )
            sections.append(Section(trend.behaviour.name, body))
        yield from sections if group is None else (Section(group, tuple(sections)),)


def _absences(trend: BehaviourTrend, words: Words) -> str:
    kinds = {
        "by.no-opportunity": trend.no_opportunity,
        "by.none-made": trend.none_made,
        "by.skipped": trend.skipped,
    }
    parts = [words(kind, n=n) for kind, n in kinds.items() if n]
    last = trend.last_evidence
    evidence = (
        words("by.last-evidence", day=words.full_date(last)) if last else words("table.no-evidence")
    )
    return f"{capital(', '.join([*parts, evidence]))}."


def _by_relationship(trends: Trends, words: Words) -> Iterator[Section]:
    for relationship in trends.relationships:
        live = words("by.not-live")
        if relationship.last_live is not None:
            live = words(
                "by.live",
                units=words.counted(relationship.live_weeks, f"unit.in-{trends.cadence.unit}"),
                moments=words.counted(relationship.moments, "some.moments"),
                day=words.full_date(relationship.last_live),
            )
        body: list[Block] = [Paragraph(live)]
        full = counted_median(relationship.values)
        if full.median is not None:
            median, sittings = words.number(full.median), words.counted(full.n, "trends.sittings")
            body.append(Paragraph(words("by.full", median=median, sittings=sittings)))
        own = [
            trend for trend in trends.behaviours if trend.behaviour.relationship == relationship.id
        ]
        yield Section(capital(relationship.sentence), (*body, _verdicts(trends, own, words)))
    shared = [trend for trend in trends.behaviours if trend.behaviour.relationship == ALL]
    if shared and trends.relationships:
        yield Section(words("by.all"), (_verdicts(trends, shared, words),))


def _verdicts(trends: Trends, behaviours: Iterable[BehaviourTrend], words: Words) -> Listing:
    items = []
    for trend in behaviours:
        focus, series, name = trends.focus, trend.series, trend.behaviour.name
        if focus is not None and focus.focus.behaviour == trend.behaviour.id:
            name = words("why.focus", name=name)
        items.append(Item(name, capital(short_verdict(series, words))))
    return Listing(tuple(items), "cards")


def _by_month(trends: Trends, words: Words) -> Iterator[Block]:
    heads = [words("by.sittings"), words("table.moments"), words("by.overall"), "n"]
    if trends.focus is not None:
        heads += [words("by.focus"), "n"]
    yield Table(
        "",
        (Column(words("year.month"), figures=False), *map(Column, heads)),
        tuple((_name(row, words), *_figures(row, words)) for row in months(trends)),
    )
    yield Paragraph(with_code(words("by.explained")), "aside")


def _name(row: Month, words: Words) -> str:
    first = row.period.first
    return words("by.month", month=words.month(first), year=first.year)


def _figures(row: Month, words: Words) -> list[str]:
    figures = [str(row.sittings), str(row.moments or ""), *_middle(row.overall, words)]
    return figures if row.focus is None else [*figures, *_middle(row.focus, words)]


def _middle(summary: CountedMedian, words: Words) -> tuple[str, str]:
    return ("", "") if summary.median is None else (words.number(summary.median), str(summary.n))


_ARRANGEMENTS: Final[Mapping[Arrangement, Callable[[Trends, Words], Iterator[Block]]]] = {
    "behaviour": _by_behaviour,
    "relationship": _by_relationship,
    "month": _by_month,
}
