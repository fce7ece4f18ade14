"""Tables of trends: absences, relationships, means by relationship, all ratings, test figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.document import Column, Paragraph, Table
from learnlead.reports.words import capital
from learnlead.trends.dated import combined_mark
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.tables import Grid, grid


def absences(trends: Trends, words: Words = ENGLISH) -> Table | Paragraph:
    """Each behaviour's sittings without a rating, by kind of absence, and its last evidence."""
    heads = ("no-opportunity", "none-made", "skipped", "last-evidence")
    return _unless_blank(
        Table(
            words("table.absences"),
            (_behaviour(words), *(Column(words(f"table.{head}")) for head in heads)),
            tuple(
                (
                    trend.behaviour.name,
                    _count(trend.no_opportunity),
                    _count(trend.none_made),
                    _count(trend.skipped),
                    _day(trend.last_evidence, words),
                )
                for trend in trends.behaviours
            ),
            nothing=words("table.no-evidence"),
        ),
        words("table.nothing-left-out"),
    )


def relationships(trends: Trends, words: Words = ENGLISH) -> Table | Paragraph | None:
    """How often each relationship was live; None without relationships or sittings."""
    if not trends.relationships or not trends.window.dates:
        return None
    unit = trends.cadence.unit
    heads = (words(f"table.units.{unit}"), words("table.moments"), words("table.last"))
    return _unless_blank(
        Table(
            words(f"table.live.{unit}"),
            (Column(words("table.with-whom"), figures=False), *map(Column, heads)),
            tuple(
                (
                    capital(relationship.sentence),
                    _count(relationship.live_weeks),
                    _count(relationship.moments),
                    _day(relationship.last_live, words),
                )
                for relationship in trends.relationships
            ),
            nothing=words("table.not-so-far"),
        ),
        words("table.nobody"),
    )


def grid_table(trends: Trends, words: Words = ENGLISH) -> Table | None:
    """Means by behaviour and relationship; None without a sitting at depth full."""
    means = grid(trends.window.sittings, trends.rubric)
    rated = {behaviour for behaviour, _ in means.cells}
    used = {relationship for _, relationship in means.cells}
    across = [
        relationship for relationship in trends.rubric.relationships if relationship.id in used
    ]
    if not across:
        return None
    return Table(
        words.counted(means.sittings, "table.grid"),
        (_behaviour(words), *(Column(relationship.sentence) for relationship in across)),
        tuple(
            (
                behaviour.name,
                *(_cell(means, behaviour.id, relationship.id, words) for relationship in across),
            )
            for behaviour in trends.rubric.behaviours
            if behaviour.id in rated
        ),
        nothing=words("table.no-rating"),
        look="grid",
    )


def apart_sentences(trends: Trends, words: Words = ENGLISH) -> list[str]:
    """A sentence for each rubric version that is not comparable, as a whole or in some items."""
    apart = [
        words(
            f"table.apart.{'one' if version.n == 1 else 'many'}",
            n=version.n,
            version=version.rubric_version,
            span=words.span(version.first, version.last),
        )
        for version in trends.apart
    ]
    return [*apart, *_partly_joined(trends, words)]


def _partly_joined(trends: Trends, words: Words) -> Iterator[str]:
    """For each joined version the behaviours that it asked in another sense."""
    rubric = trends.rubric
    for version in sorted({page.rubric_version or rubric.version for page in trends.pages}):
        anew = [b.name for b in rubric.behaviours if not rubric.joins(version, b.id)]
        if anew and rubric.joins(version):
            pages = [page.date for page in trends.pages if page.rubric_version == version]
            yield words(
                f"table.partly.{'one' if len(pages) == 1 else 'many'}",
                n=len(pages),
                version=version,
                span=words.span(pages[0], pages[-1]),
                behaviours=words.counted(len(anew), "finding.behaviours"),
                names=", ".join(anew),
            )


def _behaviour(words: Words) -> Column:
    return Column(words("table.behaviour"), figures=False)


def _unless_blank(table: Table, sentence: str) -> Table | Paragraph:
    """The table, or the sentence if it has no figure."""
    return table if any(any(row[1:]) for row in table.rows) else Paragraph(sentence)


def _cell(means: Grid, behaviour: str, relationship: str, words: Words) -> str:
    """`3.5 (2)`: the mean and of how many ratings; empty without a rating."""
    cell = means.cells.get((behaviour, relationship))
    if cell is None:
        return ""
    mean = words.figure(cell.mean)
    return f"{mean} ({cell.n})" if means.sittings > 1 else mean


def _count(n: int) -> str:
    return str(n) if n else ""


def _day(when: date | None, words: Words) -> str:
    return "" if when is None else words.short_date(when)


_MARKS = {"no-opportunity": "–", "none-made": "○"}
"""Absences in the table of all ratings; skipped stays empty."""


def ratings_table(trends: Trends, words: Words = ENGLISH) -> Table:
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
                words.short_date(sitting.date),
                *(_mark(mark, words) for mark in marks),
                "" if value is None else words.figure(value),
            )
        )
    return Table(
        words("table.ratings-key"),
        (
            Column(words("table.date"), figures=False),
            *(Column(trend.behaviour.name) for trend in trends.behaviours),
            Column(words("table.overall")),
        ),
        tuple(rows),
        look="matrix",
    )


def figures_table(trends: Trends, words: Words = ENGLISH) -> Table:
    """The figures of the tests, for checking a verdict."""
    of_slope = (words(f"table.{head}") for head in ("median", "slope", "interval"))
    heads = ("n", *of_slope, "S", "F", "z", "p", words("table.adjusted"))
    return Table(
        words("table.figures"),
        (Column(words("table.series"), figures=False), *map(Column, heads)),
        tuple(_figures(name, series, words) for name, series in _all_series(trends, words)),
    )


def _all_series(trends: Trends, words: Words) -> Sequence[tuple[str, Series]]:
    focus = [] if trends.focus is None else [(words("trends.focus"), trends.focus.series)]
    return [
        *focus,
        (words("table.overall"), trends.composite),
        *((trend.behaviour.name, trend.series) for trend in trends.behaviours),
    ]


def _figures(name: str, series: Series, words: Words) -> tuple[str, ...]:
    slope, judged = series.slope, series.judgement
    interval = slope and (slope.corrected or slope.interval)
    test = series.mann_kendall
    return (
        name,
        str(series.n),
        "" if series.median is None else words.number(series.median),
        "" if slope is None else _signed(slope.per_week, words),
        words("table.from-to", low=_signed(interval.low, words), high=_signed(interval.high, words))
        if interval
        else "",
        "" if test is None else _minus(f"{test.s:g}", words),
        _decimals(judged.factors and judged.factors.used, 2, words),
        "" if judged.z is None else _minus(f"{judged.z:.2f}", words),
        _decimals(judged.p_corrected, 3, words),
        _decimals(judged.p_adjusted, 3, words),
    )


def _mark(mark: float | str | None, words: Words) -> str:
    if mark is None:
        return ""
    return _MARKS[mark] if isinstance(mark, str) else words.number(mark)


def _decimals(value: float | None, digits: int, words: Words) -> str:
    return "" if value is None else words.with_sign(f"{value:.{digits}f}")


def _signed(value: float, words: Words) -> str:
    return _minus(f"{value:+.3f}", words)


def _minus(text: str, words: Words) -> str:
    return words.with_sign(text.replace("-", "−"))
