"""Two periods compared, in words that make no step out of a slope."""

from __future__ import annotations

from learnlead.own_name import as_typed
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
from learnlead.trends.verdict import FIRST_LOOK
from learnlead.trends.window import WIDTH

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
