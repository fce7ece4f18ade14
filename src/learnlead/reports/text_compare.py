"""Two periods compared, in words that make no step out of a slope."""

from __future__ import annotations

from learnlead.own_name import as_typed
from learnlead.reports.columns import columns
from learnlead.reports.lines import Layout, Line, made_harmless, wrapped
from learnlead.reports.words import counted, number, span
from learnlead.trends.compare import Comparison, Pair
from learnlead.trends.verdict import FIRST_LOOK
from learnlead.trends.window import WIDTH

_WIDEST = 80

_HEADS = ("before", "n", "after", "n", "later higher")


def compare_text(found: Comparison, *, width: int = 80, plain: bool = False) -> list[Line]:
    """Medians, counts and the share of pairs; the focus first, then overall, then the rest.

    Args:
        found: the comparison.
        width: of the screen, in columns.
        plain: sentences in place of the table.
    """
    layout = Layout(min(max(width, 36), _WIDEST), plain)
    before = f"{span(found.before.first, found.before.last)}, {counted(found.held[0], 'sitting')}"
    after = f"{span(found.after.first, found.after.last)}, {counted(found.held[1], 'sitting')}"
    lines = [
        *wrapped(f"{found.rubric.title}: two periods", layout.width, style="title"),
        *wrapped(f"Before: {before}", layout.width, style="dim", indent=2),
        *wrapped(f"After: {after}", layout.width, style="dim", indent=2),
    ]
    if not sum(found.held):
        return made_harmless([*lines, (), *_say("Neither holds a sitting.", layout)])
    rows = _rows(found)
    lines.append(())
    if plain:
        for name, pair in rows:
            lines += wrapped(_sentence(name, pair), layout.width, indent=2, hanging=2)
    else:
        figures = [(name, _figures(pair)) for name, pair in rows]
        lines += columns(_HEADS, figures, layout, nothing="no rating")
    for said in _notes(found, [pair for _, pair in rows]):
        lines += [(), *_say(said, layout)]
    return made_harmless(lines)


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


def _sentence(name: str, pair: Pair) -> str:
    before, after = pair.before, pair.after
    if not before.n and not after.n:
        return f"{name}: no rating."
    said = [
        f"{when} {'no rating' if side.median is None else f'{number(side.median)}, n {side.n}'}"
        for when, side in (("before", before), ("after", after))
    ]
    told = f"later higher {_share(pair)}" if pair.enough else _share(pair)
    return f"{name}: {said[0]}; {said[1]}; {told}."


def _share(pair: Pair) -> str:
    return f"{100 * pair.nap:.0f} %" if pair.nap is not None and pair.enough else "too few to say"


def _notes(found: Comparison, pairs: list[Pair]) -> list[str]:
    notes = []
    if any(pair.enough for pair in pairs):
        notes.append(
            "Medians, and how many ratings. “Later higher” (NAP): of all pairs of one rating from "
            "each period, the share in which the later is the higher one, ties counting half; 50 % "
            "is no difference."
        )
        notes.append(
            "This describes your own ratings; it is no test. A trend that runs through both "
            "periods looks like a step between them: "
            + as_typed("`learnlead trends` looks for trends.")
        )
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


def _say(text: str, layout: Layout) -> list[Line]:
    return wrapped(text, layout.width, style="dim", indent=2)
