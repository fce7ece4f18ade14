"""Two periods compared, for programs."""

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
from learnlead.trends.dated import Middle
from learnlead.trends.verdict import FIRST_LOOK
from learnlead.trends.window import WIDTH

COMPARE = "learnlead/compare/1"
"""The schema's name; `schemas/compare-1.json` describes it."""


def compare_json(found: Comparison, today: date, problems: Sequence[Problem]) -> dict[str, object]:
    """What `compare_text` shows. A figure that does not exist is None."""
    return {
        "schema": COMPARE,
        "rubric": found.rubric.id,
        "rubric_version": found.rubric.version,
        "generated_on": today.isoformat(),
        "before": _period(found.before, found.held[0]),
        "after": _period(found.after, found.held[1]),
        **attributes(found, "apart", "older", "focus"),
        "composite": _pair(found.overall),
        "behaviours": [
            {"id": behaviour.id, "name": behaviour.name, **_pair(pair)}
            for behaviour, pair in found.behaviours
        ],
        "problems": [problem_json(problem) for problem in problems],
    }


def _period(period: Period, held: int) -> dict[str, object]:
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "sittings": held,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "before": _side(pair.before),
        "after": _side(pair.after),
        "nap": pair.nap,
        "enough": pair.enough,
    }


def _side(side: Middle) -> dict[str, object]:
    return {"n": side.n, "median": side.median}


_HEADS = ("before", "n", "after", "n", "later higher")


def compare_article(found: Comparison) -> Article:
    """Medians, counts and the share of pairs; the focus first, then overall, then the rest."""
    held = zip(("Before", "After"), (found.before, found.after), found.held, strict=True)
    periods = Listing(
        tuple(
            Item(name, f"{span(period.first, period.last)}, {counted(n, 'sitting')}")
            for name, period, n in held
        ),
        "cards",
    )
    body: tuple[Block, ...] = (Paragraph("Neither holds a sitting.", "aside"),)
    if sum(found.held):
        rows = _rows(found)
        table = Table(
            "",
            (Column("Behaviour", figures=False), *map(Column, _HEADS)),
            tuple((name, *_figures(pair)) for name, pair in rows),
            nothing="no rating",
        )
        notes = _notes(found, [pair for _, pair in rows])
        body = (table, *(Paragraph(note, "aside") for note in notes))
    title = f"{found.rubric.title}: two periods"
    return Article(title, "", (periods, *body), widest=80)


def _rows(found: Comparison) -> list[tuple[str, Pair]]:
    focus = [(f"{b.name}, your focus", p) for b, p in found.behaviours if b.id == found.focus]
    rest = [(b.name, pair) for b, pair in found.behaviours if b.id != found.focus]
    return [*focus, ("Overall", found.overall), *rest]


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
    )


def _share(pair: Pair) -> str:
    return f"{100 * pair.nap:.0f} %" if pair.nap is not None and pair.enough else "too few to say"


def _notes(found: Comparison, pairs: list[Pair]) -> list[Words]:
    notes: list[Words] = []
    if any(pair.enough for pair in pairs):
        notes.append(
            "Medians, and how many ratings. “Later higher” (NAP): of all pairs of one rating from "
            "each period, the share in which the later is the higher one, ties counting half; 50 % "
            "is no difference."
        )
        said = (
            "This describes your own ratings; it is no test. A trend that runs through both "
            "periods looks like a step between them: "
        )
        command = Styled(as_typed("learnlead trends"), "code")
        notes.append((said, command, " looks for trends."))
    if any(pair.before.n + pair.after.n and not pair.enough for pair in pairs):
        notes.append(
            f"Too few to say: fewer than {FIRST_LOOK} ratings in one of the periods. So few differ "
            "by chance."
        )
    if found.apart:
        notes.append(
            f"{counted(found.apart, 'sitting')} with another version of the rubric: not "
            "comparable, so not in these figures."
        )
    if found.older:
        notes.append(
            f"{counted(found.older, 'sitting')} before the newest {WIDTH} dates: not in these "
            "figures."
        )
    return notes
