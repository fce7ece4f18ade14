"""What the ratings leave out: absences, silence, relationships, and pages that stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.reports.columns import columns
from learnlead.reports.lines import Layout, Line, wrapped
from learnlead.reports.words import counted, short_day, span
from learnlead.trends.model import Trends


def absences_text(trends: Trends, layout: Layout) -> list[Line]:
    """Each behaviour's sittings without a rating, by the kind of absence, and its last evidence."""
    if not trends.window.dates:
        return []
    rows = [
        (
            one.behaviour.name,
            (
                _figure(one.no_opportunity),
                _figure(one.none_made),
                _figure(one.skipped),
                _day(one.last_evidence),
            ),
        )
        for one in trends.behaviours
    ]
    if trends.behaviours and _all_blank(rows):
        said = "Nothing: each behaviour has a rating in each sitting. No example so far."
        return wrapped(said, layout.width, indent=2)
    heads = ("no opportunity", "none made", "skipped", "last evidence")
    return columns(heads, rows, layout, nothing="no evidence yet")


def relationships_text(trends: Trends, layout: Layout) -> list[Line]:
    """How much each relationship was live, in its own sentence."""
    if not trends.window.dates:
        return []
    rows = [
        (
            one.sentence[0].upper() + one.sentence[1:],
            (_figure(one.live_weeks), _figure(one.moments), _day(one.last_live)),
        )
        for one in trends.relationships
    ]
    if trends.relationships and _all_blank(rows):
        return wrapped("No page so far says who it was with.", layout.width, indent=2)
    heads = (f"{trends.cadence.unit}s", "moments", "last")
    return columns(heads, rows, layout, nothing="not so far")


def apart_text(trends: Trends, layout: Layout) -> list[Line]:
    """Pages of versions that may not be compared, in no series above."""
    said = apart_sentences(trends)
    return [line for one in said for line in wrapped(one, layout.width, indent=2)]


def apart_sentences(trends: Trends) -> list[str]:
    """A sentence for each version that stands apart."""
    return [
        f"{counted(one.n, 'sitting')} with version {one.rubric_version} of the rubric, "
        f"{span(one.first, one.last)}: not comparable, so not in the figures above."
        for one in trends.apart
    ]


def _all_blank(rows: Sequence[tuple[str, Sequence[str]]]) -> bool:
    return not any(any(figures) for _, figures in rows)


def _figure(n: int) -> str:
    return str(n) if n else ""


def _day(when: date | None) -> str:
    return "" if when is None else short_day(when)
