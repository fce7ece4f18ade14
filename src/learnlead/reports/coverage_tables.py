"""What the ratings leave out: absences, silence, relationships, and pages that stand apart."""

from __future__ import annotations

from datetime import date

from learnlead.reports.document import Column, Paragraph, Table
from learnlead.reports.words import capital, counted, short_day, span
from learnlead.trends.grid import Grid, grid
from learnlead.trends.model import Trends


def absences(trends: Trends) -> Table | Paragraph:
    """Each behaviour's sittings without a rating, by the kind of absence, and its last evidence."""
    heads = ("no opportunity", "none made", "skipped", "last evidence")
    return _unless_blank(
        Table(
            "Sittings without a rating, and when evidence was last written down.",
            (Column("Behaviour", figures=False), *map(Column, heads)),
            tuple(
                (
                    one.behaviour.name,
                    _count(one.no_opportunity),
                    _count(one.none_made),
                    _count(one.skipped),
                    _day(one.last_evidence),
                )
                for one in trends.behaviours
            ),
            nothing="no evidence yet",
        ),
        "Nothing: each behaviour has a rating in each sitting. No example so far.",
    )


def relationships(trends: Trends) -> Table | Paragraph | None:
    """How much each relationship was live; None where the rubric has none, or nothing was held."""
    if not trends.relationships or not trends.window.dates:
        return None
    heads = (f"{trends.cadence.unit}s", "moments", "last")
    return _unless_blank(
        Table(
            f"In how many {trends.cadence.unit}s each was live, and how many moments were told.",
            (Column("With whom", figures=False), *map(Column, heads)),
            tuple(
                (
                    capital(one.sentence),
                    _count(one.live_weeks),
                    _count(one.moments),
                    _day(one.last_live),
                )
                for one in trends.relationships
            ),
            nothing="not so far",
        ),
        "No page so far says who it was with.",
    )


def grid_table(trends: Trends) -> Table | None:
    """Means by behaviour and relationship; None without a sitting at depth full."""
    found = grid(trends.window.sittings, trends.rubric)
    rated = {behaviour for behaviour, _ in found.cells}
    used = {there for _, there in found.cells}
    across = [one for one in trends.rubric.relationships if one.id in used]
    if not across:
        return None
    several = ", in brackets of how many" if found.sittings > 1 else ""
    return Table(
        f"Mean ratings of {counted(found.sittings, 'full sitting')}{several}; a shorter sitting "
        "does not ask for relationships one by one.",
        (Column("Behaviour", figures=False), *(Column(one.sentence) for one in across)),
        tuple(
            (one.name, *(_cell(found, one.id, there.id) for there in across))
            for one in trends.rubric.behaviours
            if one.id in rated
        ),
        nothing="no rating yet",
        look="grid",
    )


def apart_sentences(trends: Trends) -> list[str]:
    """A sentence for each version that stands apart."""
    return [
        f"{counted(one.n, 'sitting')} with version {one.rubric_version} of the rubric, "
        f"{span(one.first, one.last)}: not comparable, so not in the figures above."
        for one in trends.apart
    ]


def _unless_blank(table: Table, said: str) -> Table | Paragraph:
    """The table; what is said in its place where it has no figure."""
    return table if any(any(row[1:]) for row in table.rows) else Paragraph(said)


def _cell(found: Grid, behaviour: str, relationship: str) -> str:
    """`3.5 (2)`: the mean and of how many ratings; empty without a rating."""
    cell = found.cells.get((behaviour, relationship))
    if cell is None:
        return ""
    return f"{cell.mean:.1f} ({cell.n})" if found.sittings > 1 else f"{cell.mean:.1f}"


def _count(n: int) -> str:
    return str(n) if n else ""


def _day(when: date | None) -> str:
    return "" if when is None else short_day(when)
