"""Tables of trends: absences, relationships, means by relationship, all ratings, test figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.reports.document import Column, Paragraph, Table
from learnlead.reports.words import capital, counted, number, short_day, span
from learnlead.trends.dated import combined_mark
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.tables import Grid, grid


def absences(trends: Trends) -> Table | Paragraph:
    """Each behaviour's sittings without a rating, by kind of absence, and its last evidence."""
    heads = ("no opportunity", "none made", "skipped", "last evidence")
    return _unless_blank(
        Table(
            "Sittings without a rating, and when evidence was last written down.",
            (Column("Behaviour", figures=False), *map(Column, heads)),
            tuple(
                (
                    trend.behaviour.name,
                    _count(trend.no_opportunity),
                    _count(trend.none_made),
                    _count(trend.skipped),
                    _day(trend.last_evidence),
                )
                for trend in trends.behaviours
            ),
            nothing="no evidence yet",
        ),
        "Nothing: each behaviour has a rating in each sitting. No example so far.",
    )


def relationships(trends: Trends) -> Table | Paragraph | None:
    """How often each relationship was live; None without relationships or sittings."""
    if not trends.relationships or not trends.window.dates:
        return None
    heads = (f"{trends.cadence.unit}s", "moments", "last")
    return _unless_blank(
        Table(
            f"In how many {trends.cadence.unit}s each was live, and how many moments were told.",
            (Column("With whom", figures=False), *map(Column, heads)),
            tuple(
                (
                    capital(relationship.sentence),
                    _count(relationship.live_weeks),
                    _count(relationship.moments),
                    _day(relationship.last_live),
                )
                for relationship in trends.relationships
            ),
            nothing="not so far",
        ),
        "No page so far says who it was with.",
    )


def grid_table(trends: Trends) -> Table | None:
    """Means by behaviour and relationship; None without a sitting at depth full."""
    means = grid(trends.window.sittings, trends.rubric)
    rated = {behaviour for behaviour, _ in means.cells}
    used = {relationship for _, relationship in means.cells}
    across = [
        relationship for relationship in trends.rubric.relationships if relationship.id in used
    ]
    if not across:
        return None
    several = ", in brackets of how many" if means.sittings > 1 else ""
    return Table(
        f"Mean ratings of {counted(means.sittings, 'full sitting')}{several}; a shorter sitting "
        "does not ask for relationships one by one.",
        (
            Column("Behaviour", figures=False),
            *(Column(relationship.sentence) for relationship in across),
        ),
        tuple(
            (
                behaviour.name,
                *(_cell(means, behaviour.id, relationship.id) for relationship in across),
            )
            for behaviour in trends.rubric.behaviours
            if behaviour.id in rated
        ),
        nothing="no rating yet",
        look="grid",
    )


def apart_sentences(trends: Trends) -> list[str]:
    """A sentence for each rubric version that is not comparable, as a whole or in some items."""
    apart = [
        f"{counted(version.n, 'sitting')} with version {version.rubric_version} of the rubric, "
        f"{span(version.first, version.last)}: not comparable, so not in the figures above."
        for version in trends.apart
    ]
    return [*apart, *_partly_joined(trends)]


def _partly_joined(trends: Trends) -> Iterator[str]:
    """For each joined version the behaviours that it asked in another sense."""
    rubric = trends.rubric
    for version in sorted({page.rubric_version or rubric.version for page in trends.pages}):
        anew = [b.name for b in rubric.behaviours if not rubric.joins(version, b.id)]
        if anew and rubric.joins(version):
            pages = [page.date for page in trends.pages if page.rubric_version == version]
            yield (
                f"{counted(len(pages), 'sitting')} with version {version} of the rubric, "
                f"{span(pages[0], pages[-1])}, which asked {counted(len(anew), 'behaviour')} in "
                f"another sense: {', '.join(anew)}. Their ratings begin anew after it."
            )


def _unless_blank(table: Table, sentence: str) -> Table | Paragraph:
    """The table, or the sentence if it has no figure."""
    return table if any(any(row[1:]) for row in table.rows) else Paragraph(sentence)


def _cell(means: Grid, behaviour: str, relationship: str) -> str:
    """`3.5 (2)`: the mean and of how many ratings; empty without a rating."""
    cell = means.cells.get((behaviour, relationship))
    if cell is None:
        return ""
    return f"{cell.mean:.1f} ({cell.n})" if means.sittings > 1 else f"{cell.mean:.1f}"


def _count(n: int) -> str:
    return str(n) if n else ""


def _day(when: date | None) -> str:
    return "" if when is None else short_day(when)


_MARKS = {"no-opportunity": "–", "none-made": "○"}
"""Absences in the table of all ratings; skipped stays empty."""


def ratings_table(trends: Trends) -> Table:
    """Every mark of every sitting in the window, newest first, and the overall value."""
    overall = dict(zip(trends.composite.dated.dates, trends.composite.dated.values, strict=True))
    shown: set[date] = set()
    rows: list[tuple[str, ...]] = []
    for sitting in reversed(trends.window.sittings):
        value = overall.get(sitting.date) if sitting.date not in shown else None
        shown.add(sitting.date)
        marks = (
            combined_mark(sitting.ratings.get(trend.behaviour.id)) for trend in trends.behaviours
        )
        rows.append(
            (
                short_day(sitting.date),
                *(_mark(mark) for mark in marks),
                "" if value is None else f"{value:.1f}",
            )
        )
    return Table(
        "Newest first. A dash: no opportunity. A ring: none made. Empty: skipped, or not asked.",
        (
            Column("Date", figures=False),
            *(Column(trend.behaviour.name) for trend in trends.behaviours),
            Column("Overall"),
        ),
        tuple(rows),
        look="matrix",
    )


def figures_table(trends: Trends) -> Table:
    """The figures of the tests, for checking a verdict."""
    heads = ("n", "median", "slope a week", "95 % interval", "S", "F", "z", "p", "p adjusted")
    return Table(
        "Theil–Sen slope with its interval, Mann–Kendall S; of the newest look the factor F of the "
        "variance of S, z and p with it, and p adjusted for the number of behaviours.",
        (Column("Series", figures=False), *map(Column, heads)),
        tuple(_figures(name, series) for name, series in _all_series(trends)),
    )


def _all_series(trends: Trends) -> Sequence[tuple[str, Series]]:
    focus = [] if trends.focus is None else [("Your focus", trends.focus.series)]
    return [
        *focus,
        ("Overall", trends.composite),
        *((trend.behaviour.name, trend.series) for trend in trends.behaviours),
    ]


def _figures(name: str, series: Series) -> tuple[str, ...]:
    slope, judged = series.slope, series.judgement
    interval = slope and (slope.corrected or slope.interval)
    test = series.mann_kendall
    return (
        name,
        str(series.n),
        "" if series.median is None else number(series.median),
        "" if slope is None else _signed(slope.per_week),
        f"{_signed(interval.low)} to {_signed(interval.high)}" if interval else "",
        "" if test is None else _minus(f"{test.s:g}"),
        _decimals(judged.factors and judged.factors.used, 2),
        "" if judged.z is None else _minus(f"{judged.z:.2f}"),
        _decimals(judged.p_corrected, 3),
        _decimals(judged.p_adjusted, 3),
    )


def _mark(mark: float | str | None) -> str:
    if mark is None:
        return ""
    return _MARKS[mark] if isinstance(mark, str) else number(mark)


def _decimals(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _signed(value: float) -> str:
    return _minus(f"{value:+.3f}")


def _minus(text: str) -> str:
    return text.replace("-", "−")
