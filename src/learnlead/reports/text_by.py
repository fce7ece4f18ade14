"""The same trends arranged otherwise: by behaviour, by relationship, by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Final, Literal

from learnlead.own_name import as_typed
from learnlead.reports.columns import columns
from learnlead.reports.headline import nothing
from learnlead.reports.lines import Layout, Line, Style, made_harmless, wrapped
from learnlead.reports.text_series import series_text
from learnlead.reports.words import counted, day, month, number, verdict
from learnlead.rubric.model import ALL
from learnlead.trends.middle import Middle, middle
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.months import Month, months

By = Literal["behaviour", "relationship", "month"]

_NARROWEST, _WIDEST = 36, 100


def by_text(trends: Trends, by: By, *, width: int = 80, plain: bool = False) -> list[Line]:
    """The trends of one rubric in that arrangement; the focus leads.

    Args:
        trends: of one rubric.
        by: what each part is about.
        width: of the screen, in columns.
        plain: figures and sentences in place of blocks and tables.
    """
    layout = Layout(min(max(width, _NARROWEST), _WIDEST), plain)
    title = f"{trends.rubric.title}, by {by}"
    lines = wrapped(title, layout.width, style="title")
    if not trends.window.sittings:
        return made_harmless([*lines, *wrapped(nothing(trends), layout.width)])
    return made_harmless([*lines, *_ARRANGED[by](trends, layout)])


def _by_behaviour(trends: Trends, layout: Layout) -> list[Line]:
    lines: list[Line] = []
    focus = trends.focus
    led = None
    if focus is not None and (behaviour := trends.rubric.behaviour(focus.focus.behaviour)):
        lines += [(), *_heading(f"Your focus: {behaviour.name}", layout)]
        lines += _say(f"Since {day(focus.focus.since)}", layout, style="dim")
        lines += series_text(trends, focus.series, f"your own rating of {behaviour.name}", layout)
        led = behaviour.id if focus.series.n else None
    for group, inside in groupby(trends.behaviours, key=lambda one: one.behaviour.group):
        if group is not None:
            lines += [(), *wrapped(group, layout.width, style="title")]
        for one in inside:
            lines += [(), *_heading(one.behaviour.name, layout)]
            lines += _say(one.behaviour.sentence, layout, style="dim")
            same = one.behaviour.id == led and focus and focus.series.n == one.series.n
            if same:
                lines += _say("Your focus, above.", layout)
            else:
                lines += series_text(trends, one.series, "your own rating", layout)
            lines += _say(_absences(one), layout, style="dim")
    return lines


def _absences(one: BehaviourTrend) -> str:
    kinds = {
        "no opportunity": one.no_opportunity,
        "none made": one.none_made,
        "skipped": one.skipped,
    }
    said = [f"{kind} {n}" for kind, n in kinds.items() if n]
    last = one.last_evidence
    text = ", ".join([*said, f"last evidence {day(last)}" if last else "no evidence yet"])
    return f"{text[0].upper()}{text[1:]}."


def _by_relationship(trends: Trends, layout: Layout) -> list[Line]:
    lines: list[Line] = []
    unit = trends.cadence.unit
    for one in trends.relationships:
        lines += [(), *_heading(one.sentence[0].upper() + one.sentence[1:], layout)]
        live = "Not live so far."
        if one.last_live is not None:
            told = f"{counted(one.moments, 'moment')} told"
            live = f"Live in {counted(one.live_weeks, unit)}, {told}; last on {day(one.last_live)}."
        lines += _say(live, layout)
        full = middle(one.values)
        if full.median is not None:
            rated = counted(full.n, "sitting")
            lines += _say(f"In full sittings: median {number(full.median)} ({rated}).", layout)
        own = (b for b in trends.behaviours if b.behaviour.relationship == one.id)
        lines += _listed(trends, own, layout)
    shared = [b for b in trends.behaviours if b.behaviour.relationship == ALL]
    if shared and trends.relationships:
        lines += [(), *_heading("In all of them", layout), *_listed(trends, shared, layout)]
    return lines


def _listed(trends: Trends, behaviours: Iterable[BehaviourTrend], layout: Layout) -> list[Line]:
    lines: list[Line] = []
    for one in behaviours:
        focus = trends.focus
        series = one.series
        name = one.behaviour.name
        if focus is not None and focus.focus.behaviour == one.behaviour.id:
            series, name = focus.series, f"{name}, your focus"
        said = verdict(series, "your own rating")
        lines += wrapped(f"{name}: {said}", layout.width, indent=2, hanging=2)
    return lines


def _by_month(trends: Trends, layout: Layout) -> list[Line]:
    found = months(trends)
    heads = ["sittings", "moments", "overall", "n"]
    if trends.focus is not None:
        heads += ["focus", "n"]
    rows = [(_name(one), _figures(one)) for one in found]
    table = columns(heads, rows, Layout(min(layout.width, 80), layout.plain), nothing="")
    return [
        (),
        *table,
        (),
        *_say(
            "Medians, and n, how many ratings they rest on. So few differ mostly by chance; "
            + as_typed("`learnlead trends` says what may be more."),
            layout,
            style="dim",
        ),
    ]


def _name(one: Month) -> str:
    return f"{month(one.period.first)} {one.period.first.year}"


def _figures(one: Month) -> list[str]:
    figures = [str(one.held), str(one.moments or ""), *_middle(one.overall)]
    return figures if one.focus is None else [*figures, *_middle(one.focus)]


def _middle(found: Middle) -> tuple[str, str]:
    return ("", "") if found.median is None else (number(found.median), str(found.n))


def _heading(text: str, layout: Layout) -> list[Line]:
    return wrapped(text, layout.width, style="heading")


def _say(text: str, layout: Layout, style: Style = "plain") -> list[Line]:
    return wrapped(text, layout.width, style=style, indent=2)


_ARRANGED: Final[Mapping[By, Callable[[Trends, Layout], list[Line]]]] = {
    "behaviour": _by_behaviour,
    "relationship": _by_relationship,
    "month": _by_month,
}
