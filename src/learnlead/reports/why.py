"""One verdict explained step by step, with all figures; as an article and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlead.reports.attributes import attributes
from learnlead.reports.bet import third_json
from learnlead.reports.document import Article, Block, Paragraph, Section
from learnlead.reports.why_tests import (
    SeriesNames,
    autocorrelation_step,
    chance,
    corrected_step,
    exact,
    family_step,
    figure,
    figures,
    p_step,
    s_step,
)
from learnlead.reports.words import counted, short_verdict, span
from learnlead.trends.model import Trends
from learnlead.trends.verdict import FAMILY_LEVEL, FIRST_LOOK, FIRST_VERDICT
from learnlead.trends.why import Pool, Why

WHY = "learnlead/why/1"
"""The schema's name; `schemas/why-1.json` describes it."""


def why_json(why: Why, trends: Trends) -> dict[str, object]:
    """All steps with every digit, as JSON; a missing figure is None."""
    series, judged = why.series, why.series.judgement
    test = judged.mann_kendall
    return {
        "schema": WHY,
        "rubric": trends.rubric.id,
        "rubric_version": trends.rubric.version,
        "generated_on": trends.today.isoformat(),
        "subject": why.subject,
        "behaviour": why.behaviour,
        "n": series.n,
        "values": [
            attributes(step, "date", "days", "value", "lower", "higher", "shared")
            for step in why.steps
        ],
        "usual": [{"id": behaviour, "mean": mean} for behaviour, mean in why.usual],
        "first_third": third_json(series.first_third),
        "last_third": third_json(series.last_third),
        "ties": [{"value": value, "times": times} for value, times in why.ties],
        "s": test and test.s,
        "var_s": test and test.var_s,
        "gap_weeks": why.gap,
        "autocorrelation": {
            "behaviours": _pool(why.behaviours_pool),
            "composite": _pool(why.composite_pool),
            "phi_behaviours": why.phi,
            "phi_composite": why.phi_composite,
        },
        "phi": judged.phi,
        "factor": why.factor,
        "var_s_corrected": judged.var_s_corrected,
        "z_corrected": why.z,
        "p_corrected": judged.p_corrected,
        "family": {
            "name": why.family,
            "level": FAMILY_LEVEL,
            "ranks": [
                {
                    "id": ranked.behaviour,
                    **attributes(ranked, "rank", "p", "threshold", "p_adjusted"),
                }
                for ranked in why.ranks
            ],
        },
        "p_adjusted": judged.p_adjusted,
        "rule": {"early_from": FIRST_LOOK, "verdict_from": FIRST_VERDICT, "level": FAMILY_LEVEL},
        "verdict": series.verdict,
    }


def _pool(pool: Pool) -> dict[str, object]:
    return {
        "series": [
            {
                "id": series_id,
                **attributes(series, "n", "slope", "level"),
                "mean_square": series.square,
                "mean_product": series.product,
                "neighbours": series.pairs,
                "r": series.r,
            }
            for series_id, series in pool.of
        ],
        "mean_r": pool.r,
        "mean_n": pool.n,
        "raw": pool.raw,
        "phi": pool.phi,
    }


def why_article(why: Why, trends: Trends) -> Article:
    """Every step from the values to the verdict, with the figures of each.

    Args:
        why: the steps of the verdict.
        trends: that the verdict belongs to.
    """
    names = {"overall": "Overall"} | {
        trend.behaviour.id: trend.behaviour.name for trend in trends.behaviours
    }
    steps: list[tuple[str, Iterable[Block]]] = [
        ("The values", _values(why, names)),
        ("The first and the last third", [_thirds(why)]),
    ]
    if why.factor is not None:
        steps += [
            ("S and its variance V", s_step(why)),
            ("Autocorrelation: phi", autocorrelation_step(why, names)),
            ("The variance corrected: V'", corrected_step(why)),
            ("How often chance does as much: p", p_step(why)),
            ("How many questions at once", family_step(why, names)),
        ]
    steps.append(("The rule", [_rule(why)]))
    body = tuple(
        Section(f"{number}. {heading}", tuple(blocks))
        for number, (heading, blocks) in enumerate(steps, 1)
    )
    return Article(_title(why, names), _pages(why, trends), body, widest=80)


def _title(why: Why, names: SeriesNames) -> str:
    name = "Overall" if why.behaviour is None else names.get(why.behaviour, why.behaviour)
    focus = " as your focus" if why.subject == "focus" else ""
    return f"Why “{short_verdict(why.series)}”: {name}{focus}"


def _pages(why: Why, trends: Trends) -> str:
    series = why.series
    sentence = f"{trends.rubric.title}, {counted(series.n, 'value')}"
    if series.first is not None and series.last is not None:
        sentence += f", {span(series.first, series.last)}"
    return sentence


def _values(why: Why, names: SeriesNames) -> Iterator[Block]:
    if not why.steps:
        yield Paragraph("There are none yet.")
        return
    if why.family == "composite":
        yield Paragraph(
            "An overall value is made for each sitting that rates at least half of the "
            "behaviours: the mean of (rating less that behaviour's own mean), plus the mean of "
            "those own means."
        )
        means = [(names.get(behaviour, behaviour), figure(mean)) for behaviour, mean in why.usual]
        yield figures("Behaviour", ("own mean",), means)
    if why.subject == "focus":
        yield Paragraph("Only ratings since the focus was declared count here.")
    corrected = why.factor is not None
    yield Paragraph(
        "One value a date. “Day” counts from the first. “Lower” and “higher”: how many earlier "
        "values are lower, and how many are higher, than this one."
        + (" Step 5 says what R is." if corrected else "")
    )
    heads = ("day", "value", "lower", "higher", "R")
    rows = [
        (
            step.date.isoformat(),
            str(step.days),
            exact(step.value),
            str(step.lower),
            str(step.higher),
            "" if step.shared is None else figure(step.shared),
        )
        for step in why.steps
    ]
    rows.append(("Sum", "", "", str(why.lower), str(why.higher), figure(why.shared)))
    shown = len(heads) if corrected else len(heads) - 1
    yield figures("Date", heads[:shown], [row[: shown + 1] for row in rows], narrow=True)


def _thirds(why: Why) -> Paragraph:
    first, last = why.series.first_third, why.series.last_third
    if first is None or last is None:
        return Paragraph("There are none below three values.")
    return Paragraph(
        f"Mean of the first {first.n}: {figure(first.mean)}; of the last {last.n}: "
        f"{figure(last.mean)}. They are for reading; the verdict does not rest on them."
    )


def _rule(why: Why) -> Paragraph:
    n, p, verdict = why.series.n, why.series.judgement.p_adjusted, why.series.verdict
    if verdict == "values-only":
        return Paragraph(f"Below {FIRST_LOOK} values only the values are shown: there are {n}.")
    if p is None:
        return Paragraph(
            f"From {FIRST_LOOK} values on there is a first look, from {FIRST_VERDICT} on a "
            f"verdict: there are {n}, so it is early and could be chance."
        )
    enough = (
        f"{n} values are enough for a verdict ({FIRST_VERDICT} or more). The adjusted p is "
        f"{chance(p)};"
    )
    if verdict == "no-trend-detected":
        return Paragraph(
            f"{enough} that is not below {FAMILY_LEVEL}: no trend detected, which does not say "
            "that nothing changed."
        )
    side = "above" if verdict == "rising" else "below"
    return Paragraph(f"{enough} that is below {FAMILY_LEVEL}, and S is {side} 0: {verdict}.")
