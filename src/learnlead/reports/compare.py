"""Two periods compared, as an article and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.errors import Problem
from learnlead.own_name import as_typed
from learnlead.page.periods import Period
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Item,
    Listing,
    Paragraph,
    Styled,
    Table,
    Words,
)
from learnlead.reports.words import counted, number, span
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


_HEADS = ("before", "n", "after", "n", "later higher", "by chance")


def compare_article(comparison: Comparison) -> Article:
    """Medians, counts and NAP (share of pairs) of the focus and overall, with chance's band.

    No other behaviour: of twelve that did not change some always differ.
    """
    sides = zip(
        ("Before", "After"), (comparison.before, comparison.after), comparison.sittings, strict=True
    )
    periods = Listing(
        tuple(
            Item(name, f"{span(period.first, period.last)}, {counted(n, 'sitting')}")
            for name, period, n in sides
        ),
        "cards",
    )
    body: tuple[Block, ...] = (Paragraph("Neither holds a sitting.", "aside"),)
    if sum(comparison.sittings):
        rows = _rows(comparison)
        table = Table(
            "",
            (Column("Behaviour", figures=False), *map(Column, _HEADS)),
            tuple((name, *_figures(pair)) for name, pair in rows),
            nothing="no rating",
        )
        notes = _notes(comparison, [pair for _, pair in rows])
        body = (table, *(Paragraph(note, "aside") for note in notes))
    title = f"{comparison.rubric.title}: two periods"
    return Article(title, "", (periods, *body), widest=80)


def _rows(comparison: Comparison) -> list[tuple[str, Pair]]:
    focus = [
        (f"{behaviour.name}, your focus", pair)
        for behaviour, pair in comparison.behaviours
        if behaviour.id == comparison.focus
    ]
    return [*focus, ("Overall", comparison.overall)]


def _figures(pair: Pair) -> tuple[str, ...]:
    before, after = pair.before, pair.after
    if not before.n and not after.n:
        return ("",) * len(_HEADS)
    return (
        "" if before.median is None else number(before.median),
        str(before.n),
        "" if after.median is None else number(after.median),
        str(after.n),
        _share(pair),
        _band(pair),
    )


def _share(pair: Pair) -> str:
    return f"{100 * pair.nap:.0f} %" if pair.nap is not None and pair.enough else "too few to say"


def _band(pair: Pair) -> str:
    """`31 to 69 %`: what chance alone gives in 95 of 100 pairs of unchanged periods."""
    if pair.reach is None or not pair.enough:
        return ""
    return f"{50 - 100 * pair.reach:.0f} to {50 + 100 * pair.reach:.0f} %"


def _notes(comparison: Comparison, pairs: list[Pair]) -> list[Words]:
    notes: list[Words] = []
    if any(pair.enough for pair in pairs):
        notes.append(
            "Medians, and how many ratings. “Later higher” (NAP): of all pairs of one rating from "
            "each period, the share in which the later is the higher one, ties counting half; 50 % "
            "is no difference. “By chance”: between which shares 95 of 100 pairs of periods lie in "
            "which nothing changed."
        )
        explanation = (
            "This describes your own ratings; it is no test. A trend that runs through both "
            "periods looks like a step between them: "
        )
        command = Styled(as_typed("learnlead trends"), "code")
        notes.append((explanation, command, " looks for trends."))
    if any(pair.before.n + pair.after.n and not pair.enough for pair in pairs):
        notes.append(
            f"Too few to say: fewer than {FIRST_LOOK} ratings in one of the periods. So few differ "
            "by chance."
        )
    if comparison.apart:
        notes.append(
            f"{counted(comparison.apart, 'sitting')} with another version of the rubric: not "
            "comparable, so not in these figures."
        )
    if comparison.older:
        notes.append(
            f"{counted(comparison.older, 'sitting')} before the newest {WIDTH} dates: not in these "
            "figures."
        )
    return notes
