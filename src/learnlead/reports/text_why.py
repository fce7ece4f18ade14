"""One verdict step by step, so that a sceptic with a calculator comes to the same."""

from __future__ import annotations

from learnlead.reports.lines import Line, Span, made_harmless, wrapped
from learnlead.reports.text_why_tests import (
    autocorrelation_step,
    corrected_step,
    family_step,
    p_step,
    s_step,
)
from learnlead.reports.why_sheet import Sheet, chance, exact, figure
from learnlead.reports.words import counted, short_verdict, span
from learnlead.trends.model import Trends
from learnlead.trends.verdict import FAMILY_LEVEL, FIRST_LOOK, FIRST_VERDICT
from learnlead.trends.why_model import Why

_NARROW = 68
"""Columns of the values: dates are short, and the eye should not lose the row."""


def why_text(why: Why, trends: Trends, *, width: int = 80, plain: bool = False) -> list[Line]:
    """Every step from the values to the verdict, with the figures of each.

    Args:
        why: the verdict taken apart.
        trends: what it is part of.
        width: of the screen, in columns.
        plain: sentences in place of tables.
    """
    names = {one.behaviour.id: one.behaviour.name for one in trends.behaviours}
    sheet = Sheet({"overall": "Overall", **names}, max(width, 40), plain)
    steps = [
        ("The values", _values(why, sheet)),
        ("The first and the last third", _thirds(why, sheet)),
    ]
    if why.factor is not None:
        steps += [
            ("S and its variance V", s_step(why, sheet)),
            ("Autocorrelation: phi", autocorrelation_step(why, sheet)),
            ("The variance corrected: V'", corrected_step(why, sheet)),
            ("How often chance does as much: p", p_step(why, sheet)),
            ("How many questions at once", family_step(why, sheet)),
        ]
    steps.append(("The rule", _rule(why, sheet)))
    lines = _top(why, trends, sheet)
    for number, (heading, body) in enumerate(steps, 1):
        lines += [(), (Span(f"{number}. {heading}", "heading"),), *body]
    return made_harmless(lines)


def _top(why: Why, trends: Trends, sheet: Sheet) -> list[Line]:
    series = why.series
    name = "Overall" if why.behaviour is None else sheet.name(why.behaviour)
    focus = " as your focus" if why.subject == "focus" else ""
    title = f"Why “{short_verdict(series)}”: {name}{focus}"
    from_pages = f"{trends.rubric.title}, {counted(series.n, 'value')}"
    if series.first is not None and series.last is not None:
        from_pages += f", {span(series.first, series.last)}"
    return [
        *wrapped(title, sheet.width, style="title"),
        *wrapped(from_pages, sheet.width, style="dim"),
    ]


def _values(why: Why, sheet: Sheet) -> list[Line]:
    if not why.steps:
        return sheet.say("There are none yet.")
    lines: list[Line] = []
    if why.family == "composite":
        lines += sheet.say(
            "An overall value is made for each sitting that rates at least half of the "
            "behaviours: the mean of (rating less that behaviour's own mean), plus the mean of "
            "those own means."
        )
        lines += sheet.table(("own mean",), [(sheet.name(b), (figure(m),)) for b, m in why.usual])
        lines.append(())
    if why.subject == "focus":
        lines += sheet.say("Only ratings since the focus was declared count here.")
    corrected = why.factor is not None
    lines += sheet.say(
        "One value a date. “Day” counts from the first. “Lower” and “higher”: how many earlier "
        "values are lower, and how many are higher, than this one."
        + (" Step 5 says what R is." if corrected else "")
    )
    heads = ("day", "value", "lower", "higher", "R")
    rows = [
        (
            step.date.isoformat(),
            (
                str(step.days),
                exact(step.value),
                str(step.lower),
                str(step.higher),
                "" if step.shared is None else figure(step.shared),
            ),
        )
        for step in why.steps
    ]
    rows.append(("Sum", ("", "", str(why.lower), str(why.higher), figure(why.shared))))
    shown = len(heads) if corrected else len(heads) - 1
    return lines + sheet.table(heads[:shown], [(d, f[:shown]) for d, f in rows], width=_NARROW)


def _thirds(why: Why, sheet: Sheet) -> list[Line]:
    first, last = why.series.first_third, why.series.last_third
    if first is None or last is None:
        return sheet.say("There are none below three values.")
    return sheet.say(
        f"Mean of the first {first.n}: {figure(first.mean)}; of the last {last.n}: "
        f"{figure(last.mean)}. They are for reading; the verdict does not rest on them."
    )


def _rule(why: Why, sheet: Sheet) -> list[Line]:
    n, p, verdict = why.series.n, why.series.judgement.p_adjusted, why.series.verdict
    if verdict == "values-only":
        return sheet.say(f"Below {FIRST_LOOK} values only the values are shown: there are {n}.")
    if p is None:
        return sheet.say(
            f"From {FIRST_LOOK} values on there is a first look, from {FIRST_VERDICT} on a "
            f"verdict: there are {n}, so it is early and could be chance."
        )
    enough = (
        f"{n} values are enough for a verdict ({FIRST_VERDICT} or more). The adjusted p is "
        f"{chance(p)};"
    )
    if verdict == "no-trend-detected":
        return sheet.say(
            f"{enough} that is not below {FAMILY_LEVEL}: no trend detected, which does not say "
            "that nothing changed."
        )
    side = "above" if verdict == "rising" else "below"
    return sheet.say(f"{enough} that is below {FAMILY_LEVEL}, and S is {side} 0: {verdict}.")
