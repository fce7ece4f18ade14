"""The arithmetic of one verdict or bet, with the figures of each step, to be redone by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlead.i18n.words import Words
from learnlead.reports.document import Article, Block, Paragraph, Section
from learnlead.reports.verdicts.proof_tests import (
    Figures,
    SeriesNames,
    boundary_step,
    corrected_step,
    figures,
    grid_step,
    grid_steps,
    persistence_step,
    s_step,
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
        words: of the reader's language.
    """
    names = {"overall": words("why.overall")} | {
        trend.behaviour.id: trend.behaviour.name for trend in trends.behaviours
    }
    body: tuple[Block, ...] = (Paragraph(words("proof.nothing")),)
    if has_proof(why):
        comparison = why.bet.comparison if why.bet and why.subject == "focus" else None
        steps = _bet(why, comparison, names, words) if comparison else _test(why, names, words)
        body = tuple(
            Section(
                words("proof.heading", n=n, heading=words(f"proof.heading.{heading}")),
                tuple(blocks),
            )
            for n, (heading, blocks) in enumerate(steps, 1)
        )
    return Article(why_title(why, trends, words), trends.rubric.title, body, widest=80)


def _test(why: Why, names: SeriesNames, words: Words) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "values", _values(why, names, words)
    yield "s", s_step(why, words)
    yield "persistence", persistence_step(why, names, words)
    yield "grid", grid_steps(why, words)
    yield "corrected", corrected_step(why, words)
    yield "boundary", boundary_step(why, names, words)


def _values(why: Why, names: SeriesNames, words: Words) -> Iterator[Block]:
    show = Figures(words)
    if why.behaviour is None:
        yield Paragraph(words("proof.overall-value"))
        means = [(names.get(behaviour, behaviour), show.six(mean)) for behaviour, mean in why.usual]
        yield figures(words("table.behaviour"), show.heads("own-mean"), means)
    yield Paragraph(words("proof.a-date"))
    rows = [
        (
            step.date.isoformat(),
            str(step.days),
            show.exact(step.value),
            str(step.lower),
            str(step.higher),
        )
        for step in why.steps
    ]
    rows.append((words("proof.sum"), "", "", str(why.lower), str(why.higher)))
    heads = show.heads("day", "value", "lower", "higher")
    yield figures(words("table.date"), heads, rows, narrow=True)


def _bet(
    why: Why, comparison: Comparison, names: SeriesNames, words: Words
) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "bet-values", _days(comparison, words)
    yield "bet-before", _shrunk(comparison, names, words)
    yield "bet-factors", _factors(why, comparison, words)
    yield "bet-test", _t(comparison, words)


def _days(comparison: Comparison, words: Words) -> Iterator[Block]:
    show = Figures(words)
    yield Paragraph(words("proof.others", needed=OTHERS))
    n = comparison.n_before
    for heading, days in (
        ("proof.before", comparison.days[:n]),
        ("proof.since", comparison.days[n:]),
    ):
        yield figures(
            words(heading),
            show.heads("rating", "others-head", "d"),
            [
                (
                    day.date.isoformat(),
                    show.exact(day.rating),
                    show.decimals(day.others, 5),
                    show.decimals(day.d, 5),
                )
                for day in days
            ],
            narrow=True,
        )
    yield Paragraph(
        words(
            "proof.means-of-d",
            before=show.six(comparison.d_before),
            n_before=n,
            since=show.six(comparison.d_since),
            n_since=comparison.n_since,
            needed=ENOUGH,
        )
    )


def _shrunk(comparison: Comparison, names: SeriesNames, words: Words) -> Iterator[Block]:
    show = Figures(words)
    yield Paragraph(words("proof.levels"))
    yield figures(
        words("table.behaviour"),
        show.heads("own-mean", "d-before", "n", "variance"),
        [
            (
                names.get(level.behaviour, level.behaviour),
                show.decimals(level.mean, 5),
                show.decimals(level.before, 5),
                str(level.n_before),
                show.decimals(level.variance, 5),
            )
            for level in comparison.levels
        ],
    )
    variance, usual = show.six(comparison.variance), show.six(comparison.usual)
    yield Paragraph(words("proof.square", variance=variance, usual=usual))
    sampling = comparison.variance * comparison.factor_before / comparison.n_before
    yield Paragraph(
        words(
            "proof.shrunk",
            sampling=show.six(sampling),
            spread=show.six(comparison.spread),
            shrunk=show.six(comparison.shrunk),
        )
    )


def _factors(why: Why, comparison: Comparison, words: Words) -> Iterator[Block]:
    show = Figures(words)
    gap, prior = show.weeks(comparison.gap), show.six(PRIOR_OF_BETS)
    yield Paragraph(words("proof.bet-models", gap=gap, prior=prior))
    if why.bet_grid is not None:
        yield from grid_step(why.bet_grid, words)
    before, since = show.six(comparison.factor_before), show.six(comparison.factor_since)
    yield Paragraph(words("proof.bet-factors", before=before, since=since))


def _t(comparison: Comparison, words: Words) -> Iterator[Block]:
    show = Figures(words)
    error = show.six(comparison.error)
    since, shrunk = show.six(comparison.d_since), show.six(comparison.shrunk)
    yield Paragraph(words("proof.bet-error", error=error))
    yield Paragraph(
        words("proof.bet-t", since=since, shrunk=shrunk, error=error, t=show.six(comparison.t))
    )
    yield Paragraph(words("proof.bet-freedom", df=show.six(comparison.df)))
    p, level = show.chance(comparison.p), show.short(LEVEL)
    yield Paragraph(words("proof.bet-p", p=p, level=level))
