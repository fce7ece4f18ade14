"""Two periods compared, as an article and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.errors import Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.periods import Period
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Item,
    Listing,
    Paragraph,
    Table,
    with_code,
)
from learnlead.reports.document import Words as Text
from learnlead.trends.compare import Comparison, Pair
from learnlead.trends.dated import CountedMedian
from learnlead.trends.verdict import FIRST_LOOK
from learnlead.trends.window import WIDTH

COMPARE = "learnlead/compare/1"
"""The schema's name; `schemas/compare-1.json` describes it."""


def compare_json(
    comparison: Comparison, today: date, problems: Sequence[Problem]
) -> dict[str, object]:
    """The comparison as JSON; a missing figure is None."""
    return {
        "schema": COMPARE,
        "rubric": comparison.rubric.id,
        "rubric_version": comparison.rubric.version,
        "generated_on": today.isoformat(),
        "before": _period(comparison.before, comparison.sittings[0]),
        "after": _period(comparison.after, comparison.sittings[1]),
        **attributes(comparison, "apart", "older", "focus"),
        "composite": _pair(comparison.overall),
        "behaviours": [
            {"id": behaviour.id, "name": behaviour.name, **_pair(pair)}
            for behaviour, pair in comparison.behaviours
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def _period(period: Period, sittings: int) -> dict[str, object]:
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "sittings": sittings,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "before": _side(pair.before),
        "after": _side(pair.after),
        "nap": pair.nap,
        "reach": pair.reach,
        "enough": pair.enough,
    }


def _side(side: CountedMedian) -> dict[str, object]:
    return {"n": side.n, "median": side.median}


def _heads(words: Words) -> tuple[str, ...]:
    before, after = words("compare.head-before"), words("compare.head-after")
    return (before, "n", after, "n", words("compare.higher"), words("compare.chance"))


def compare_article(comparison: Comparison, words: Words = ENGLISH) -> Article:
    """Medians, counts and NAP (share of pairs) of the focus and overall, with chance's band.

    No other behaviour: of twelve that did not change some always differ.
    """
    sides = zip(
        (words("compare.before"), words("compare.after")),
        (comparison.before, comparison.after),
        comparison.sittings,
        strict=True,
    )
    periods = Listing(
        tuple(Item(name, _dates(period, n, words)) for name, period, n in sides),
        "cards",
    )
    body: tuple[Block, ...] = (Paragraph(words("compare.none"), "aside"),)
    if sum(comparison.sittings):
        rows = _rows(comparison, words)
        table = Table(
            "",
            (Column(words("table.behaviour"), figures=False), *map(Column, _heads(words))),
            tuple((name, *_figures(pair, words)) for name, pair in rows),
            nothing=words("compare.no-rating"),
        )
        notes = _notes(comparison, [pair for _, pair in rows], words)
        body = (table, *(Paragraph(note, "aside") for note in notes))
    title = words("compare.title", title=comparison.rubric.title)
    return Article(title, "", (periods, *body), widest=80)


def _dates(period: Period, sittings: int, words: Words) -> str:
    span = words.span(period.first, period.last)
    return words("compare.period", span=span, sittings=words.counted(sittings, "trends.sittings"))


def _rows(comparison: Comparison, words: Words) -> list[tuple[str, Pair]]:
    focus = [
        (words("why.focus", name=behaviour.name), pair)
        for behaviour, pair in comparison.behaviours
        if behaviour.id == comparison.focus
    ]
    return [*focus, (words("why.overall"), comparison.overall)]


def _figures(pair: Pair, words: Words) -> tuple[str, ...]:
    before, after = pair.before, pair.after
    if not before.n and not after.n:
        return ("",) * len(_heads(words))
    return (
        "" if before.median is None else words.number(before.median),
        str(before.n),
        "" if after.median is None else words.number(after.median),
        str(after.n),
        _share(pair, words),
        _band(pair, words),
    )


def _share(pair: Pair, words: Words) -> str:
    if pair.nap is None or not pair.enough:
        return words("compare.too-few")
    return words("compare.share", n=f"{100 * pair.nap:.0f}")


def _band(pair: Pair, words: Words) -> str:
    """`31 to 69 %`: what chance alone gives in 95 of 100 pairs of unchanged periods."""
    if pair.reach is None or not pair.enough:
        return ""
    low, high = 50 - 100 * pair.reach, 50 + 100 * pair.reach
    return words("compare.band", low=f"{low:.0f}", high=f"{high:.0f}")


def _notes(comparison: Comparison, pairs: list[Pair], words: Words) -> list[Text]:
    notes: list[Text] = []
    if any(pair.enough for pair in pairs):
        notes += [words("compare.explained"), with_code(words("compare.no-test"))]
    if any(pair.before.n + pair.after.n and not pair.enough for pair in pairs):
        notes.append(words("compare.few", needed=FIRST_LOOK))
    if comparison.apart:
        notes.append(words.counted(comparison.apart, "compare.apart"))
    if comparison.older:
        number = "one" if comparison.older == 1 else "many"
        notes.append(words(f"compare.older.{number}", n=comparison.older, width=WIDTH))
    return notes
