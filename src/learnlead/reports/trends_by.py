"""The same trends arranged otherwise: by behaviour, by relationship, by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, Literal

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
from learnlead.reports.trends import nothing, series_figure
from learnlead.reports.words import capital, counted, day, month, number, verdict
from learnlead.rubric.model import ALL
from learnlead.trends.dated import Middle, middle
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.tables import Month, months

By = Literal["behaviour", "relationship", "month"]


def by_article(trends: Trends, by: By) -> Article:
    """The trends of one rubric in that arrangement, which says what each part is about."""
    title = f"{trends.rubric.title}, by {by}"
    if not trends.window.sittings:
        return Article(title, "", (Paragraph(nothing(trends)),))
    body = tuple(_ARRANGED[by](trends))
    return Article(title, "", body, widest=80 if by == "month" else 100)


def _by_behaviour(trends: Trends) -> Iterator[Block]:
    focus = trends.focus
    led = None
    if focus is not None and (behaviour := trends.rubric.behaviour(focus.focus.behaviour)):
        figure = series_figure(trends, focus.series, f"your own rating of {behaviour.name}")
        yield Focus("Your focus", behaviour.name, day(focus.focus.since), "", (figure,))
        led = behaviour.id if focus.series.n else None
    for group, inside in groupby(trends.behaviours, key=lambda one: one.behaviour.group):
        sections = []
        for one in inside:
            same = one.behaviour.id == led and focus and focus.series.n == one.series.n
            body = (
                Paragraph(one.behaviour.sentence, "aside"),
                Paragraph("Your focus, above.")
                if same
                else series_figure(trends, one.series, "your own rating"),
                Paragraph(_absences(one), "aside"),
            )
            sections.append(Section(one.behaviour.name, body))
        yield from sections if group is None else (Section(group, tuple(sections)),)


def _absences(one: BehaviourTrend) -> str:
    kinds = {
        "no opportunity": one.no_opportunity,
        "none made": one.none_made,
        "skipped": one.skipped,
    }
    said = [f"{kind} {n}" for kind, n in kinds.items() if n]
    last = one.last_evidence
    text = ", ".join([*said, f"last evidence {day(last)}" if last else "no evidence yet"])
    return f"{capital(text)}."


def _by_relationship(trends: Trends) -> Iterator[Section]:
    for one in trends.relationships:
        live = "Not live so far."
        if one.last_live is not None:
            told = f"{counted(one.moments, 'moment')} told"
            weeks = counted(one.live_weeks, trends.cadence.unit)
            live = f"Live in {weeks}, {told}; last on {day(one.last_live)}."
        body: list[Block] = [Paragraph(live)]
        full = middle(one.values)
        if full.median is not None:
            rated = counted(full.n, "sitting")
            body.append(Paragraph(f"In full sittings: median {number(full.median)} ({rated})."))
        own = [b for b in trends.behaviours if b.behaviour.relationship == one.id]
        yield Section(capital(one.sentence), (*body, _verdicts(trends, own)))
    shared = [b for b in trends.behaviours if b.behaviour.relationship == ALL]
    if shared and trends.relationships:
        yield Section("In all of them", (_verdicts(trends, shared),))


def _verdicts(trends: Trends, behaviours: Iterable[BehaviourTrend]) -> Listing:
    items = []
    for one in behaviours:
        focus, series, name = trends.focus, one.series, one.behaviour.name
        if focus is not None and focus.focus.behaviour == one.behaviour.id:
            series, name = focus.series, f"{name}, your focus"
        items.append(Item(name, verdict(series, "your own rating")))
    return Listing(tuple(items), "cards")


def _by_month(trends: Trends) -> Iterator[Block]:
    heads = ["sittings", "moments", "overall", "n"]
    if trends.focus is not None:
        heads += ["focus", "n"]
    yield Table(
        "",
        (Column("Month", figures=False), *map(Column, heads)),
        tuple((_name(one), *_figures(one)) for one in months(trends)),
    )
    said = "Medians, and n, how many ratings they rest on. So few differ mostly by chance; "
    command = Styled(as_typed("learnlead trends"), "code")
    yield Paragraph((said, command, " says what may be more."), "aside")


def _name(one: Month) -> str:
    return f"{month(one.period.first)} {one.period.first.year}"


def _figures(one: Month) -> list[str]:
    figures = [str(one.held), str(one.moments or ""), *_middle(one.overall)]
    return figures if one.focus is None else [*figures, *_middle(one.focus)]


def _middle(found: Middle) -> tuple[str, str]:
    return ("", "") if found.median is None else (number(found.median), str(found.n))


_ARRANGED: Final[Mapping[By, Callable[[Trends], Iterator[Block]]]] = {
    "behaviour": _by_behaviour,
    "relationship": _by_relationship,
    "month": _by_month,
}
