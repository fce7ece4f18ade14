"""The arithmetic of one verdict or bet, with the figures of each step, to be redone by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlead.i18n.words import Words
from learnlead.reports.document import Article, Block, Paragraph, Section
from learnlead.reports.verdicts.proof_tests import (
    SeriesNames,
    boundary_step,
    chance,
    corrected_step,
    decimals,
    exact,
    figure,
    figures,
    grid_step,
    grid_steps,
    persistence_step,
    s_step,
    weeks,
)
from learnlead.reports.verdicts.why import has_proof, why_title
from learnlead.trends.bet_comparison import ENOUGH, LEVEL, PRIOR_OF_BETS, Comparison
from learnlead.trends.model import Trends
from learnlead.trends.relative import OTHERS
from learnlead.trends.why import Why


def proof_article(why: Why, trends: Trends, words: Words) -> Article:
    """Every step from the values to the verdict, with the figures of each.

    Args:
        why: the steps.
        trends: that the verdict belongs to.
        words: of the reader's language, for the title; the arithmetic is told in English.
    """
    names = {"overall": "Overall"} | {
        trend.behaviour.id: trend.behaviour.name for trend in trends.behaviours
    }
    body: tuple[Block, ...] = (Paragraph(words("proof.nothing")),)
    if has_proof(why):
        comparison = why.bet.comparison if why.bet and why.subject == "focus" else None
        steps = _bet(why, comparison, names) if comparison else _test(why, names)
        body = tuple(
            Section(f"{number}. {heading}", tuple(blocks))
            for number, (heading, blocks) in enumerate(steps, 1)
        )
    return Article(why_title(why, trends, words), trends.rubric.title, body, widest=80)


def _test(why: Why, names: SeriesNames) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "The values of the look", _values(why, names)
    yield "S and its variance V", s_step(why)
    yield "How much neighbours resemble each other", persistence_step(why, names)
    yield "What that does to a variance: F", grid_steps(why)
    yield "The variance corrected: V'", corrected_step(why)
    yield "What it has to pass", boundary_step(why, names)


def _values(why: Why, names: SeriesNames) -> Iterator[Block]:
    if why.behaviour is None:
        yield Paragraph(
            "An overall value is made for each sitting that rates at least half of the "
            "behaviours: the mean of (rating less that behaviour's own mean), plus the mean of "
            "those own means."
        )
        means = [(names.get(behaviour, behaviour), figure(mean)) for behaviour, mean in why.usual]
        yield figures("Behaviour", ("own mean",), means)
    yield Paragraph(
        "One value a date, up to the look. “Day” counts from its first sitting. “Lower” and "
        "“higher”: how many earlier values are lower, and how many are higher, than this one."
    )
    rows = [
        (
            step.date.isoformat(),
            str(step.days),
            exact(step.value),
            str(step.lower),
            str(step.higher),
        )
        for step in why.steps
    ]
    rows.append(("Sum", "", "", str(why.lower), str(why.higher)))
    yield figures("Date", ("day", "value", "lower", "higher"), rows, narrow=True)


def _bet(
    why: Why, comparison: Comparison, names: SeriesNames
) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "The values", _days(comparison)
    yield "The mean before, shrunk over all behaviours", _shrunk(comparison, names)
    yield "How much neighbours resemble each other: F", _factors(why, comparison)
    yield "The test", _t(comparison)


def _days(comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(
        "“Others” is the mean, over the other behaviours rated that day, of the rating less that "
        f"behaviour's own mean on these dates; at least {OTHERS} have to be rated. d is the rating "
        "less others."
    )
    n = comparison.n_before
    for heading, days in (
        ("Before", comparison.days[:n]),
        ("Since", comparison.days[n:]),
    ):
        yield figures(
            heading,
            ("rating", "others", "d"),
            [
                (
                    day.date.isoformat(),
                    exact(day.rating),
                    decimals(day.others, 5),
                    decimals(day.d, 5),
                )
                for day in days
            ],
            narrow=True,
        )
    yield Paragraph(
        f"Mean d before {figure(comparison.d_before)} ({n} values), since "
        f"{figure(comparison.d_since)} ({comparison.n_since} values); at least {ENOUGH} each."
    )


def _shrunk(comparison: Comparison, names: SeriesNames) -> Iterator[Block]:
    yield Paragraph(
        "Of every behaviour: its own mean on these dates, the mean of its d before, of how many "
        "values, and the variance of its d about the means of both sides (squares over n − 2)."
    )
    yield figures(
        "Behaviour",
        ("own mean", "d before", "n", "variance"),
        [
            (
                names.get(level.behaviour, level.behaviour),
                decimals(level.mean, 5),
                decimals(level.before, 5),
                str(level.n_before),
                decimals(level.variance, 5),
            )
            for level in comparison.levels
        ],
    )
    sampling = comparison.variance * comparison.factor_before / comparison.n_before
    yield Paragraph(
        f"s² = half the focus's variance and half the mean of all = {figure(comparison.variance)}. "
        f"Mean of all d before: {figure(comparison.usual)}."
    )
    yield Paragraph(
        f"A mean before varies by chance by v = s² × F(before) / n(before) = {figure(sampling)}; "
        "how much behaviours truly differ is τ² = (variance of all d before) − s² × F(before) × "
        "mean of 1 / n, at least 0: "
        f"{figure(comparison.spread)}. Kept is k = τ² / (τ² + v) of the distance from the mean of "
        f"all, so the mean before counts as {figure(comparison.shrunk)}."
    )


def _factors(why: Why, comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(
        f"The usual gap, g, is {weeks(comparison.gap)}. The residuals are d less the mean "
        "of its side; r(k), the 29 models, F and the weights are as for a trend (`--proof "
        "overall` tells them), with E(k) of residuals about two means, and a weight ∝ exp(−½ × "
        f"sharpness × n × misfit) × F^({figure(PRIOR_OF_BETS)})."
    )
    if why.bet_grid is not None:
        yield from grid_step(why.bet_grid)
    yield Paragraph(
        f"The same weights give F(before) = {figure(comparison.factor_before)} and F(since) = "
        f"{figure(comparison.factor_since)} at the dates of each side."
    )


def _t(comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(
        "error = √(s² × F(since) / n(since) + k × v + (1 − k)² × (τ² + v) / number of behaviours) "
        f"= {figure(comparison.error)}"
    )
    yield Paragraph(
        f"t = ({figure(comparison.d_since)} − {figure(comparison.shrunk)}) / "
        f"{figure(comparison.error)} = {figure(comparison.t)}"
    )
    yield Paragraph(
        "degrees of freedom = 2 × (n − 2) / F, at least 6, n being all values of d: "
        f"{figure(comparison.df)}"
    )
    yield Paragraph(
        "p, how often chance alone gives such a t or a larger one (Student's t, one-sided): "
        f"{chance(comparison.p)}; a rise is seen below {LEVEL}."
    )
