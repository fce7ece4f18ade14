"""The test steps of a verdict: S and its variance, autocorrelation, p, and multiple testing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnlead.reports.document import Block, Column, Paragraph, Table
from learnlead.reports.words import counted
from learnlead.trends.stats.autocorrelation import HIGHEST_PHI, UNKNOWN_PHI
from learnlead.trends.verdict import FAMILY_LEVEL, FIRST_VERDICT
from learnlead.trends.why import Pool, Why

SeriesNames = Mapping[str, str]
"""Names of behaviours and `overall`, by id."""


def figures(
    first: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, narrow: bool = False
) -> Table:
    """A table of figures without a caption."""
    columns = (Column(first, figures=False), *map(Column, heads))
    return Table("", columns, tuple(map(tuple, rows)), look="narrow" if narrow else "plain")


def figure(value: float) -> str:
    """The value with six significant digits."""
    return f"{value:.6g}".replace("-", "−")


def chance(p: float) -> str:
    """A p value with six decimals."""
    return "below 0.000001" if p < 0.000001 else f"{p:.6f}"


def exact(value: float) -> str:
    """A value with nine decimals, so that ties are visible; overall values are rounded to these."""
    return f"{value:.9f}".rstrip("0").rstrip(".")


def s_step(why: Why) -> Iterator[Block]:
    """S, and V with its ties."""
    test = why.series.judgement.mann_kendall
    s, var_s = (0, 0.0) if test is None else (test.s, test.var_s)
    weight = " − ".join(str(n * (n - 1) * (2 * n + 5)) for n in (why.series.n, *why.tied))
    ties = ", ".join(f"{counted(times, 'time')} {exact(value)}" for value, times in why.ties)
    yield Paragraph(f"S = sum of lower − sum of higher = {why.lower} − {why.higher} = {figure(s)}")
    yield Paragraph(
        "V = (n (n − 1) (2n + 5) − the same of each tie) / 18, where n is the number of values, "
        f"{why.series.n}, and a tie is a value that stands more than once: {ties or 'none here'}."
    )
    yield Paragraph(f"V = ({weight}) / 18 = {figure(var_s)}")


def autocorrelation_step(why: Why, names: SeriesNames) -> Iterator[Block]:
    """The estimate of phi from all series."""
    behaviours, composite = why.behaviours_pool, why.composite_pool
    weeks = 0.0 if why.gap is None else why.gap
    yield Paragraph(
        "Values that resemble their neighbours tell less than their number says. The usual gap "
        f"between sittings, g, is {figure(weeks)} {'week' if weeks == 1 else 'weeks'}. Of each "
        "series: the residuals about its least-squares line, and r: the mean product of "
        "neighbours' residuals over the mean square of all. Neighbours lie 0.55 to 1.45 g apart. "
        "A series with fewer than five values or three pairs of neighbours tells none."
    )
    if compared := [*behaviours.of, *composite.of]:
        rows = [
            (
                names.get(series_id, series_id),
                str(series.n),
                figure(series.square),
                figure(series.product),
                str(series.pairs),
                figure(series.r),
            )
            for series_id, series in compared
        ]
        yield figures("Series", ("n", "square", "product", "pairs", "r"), rows)
    yield from _pooled("Behaviours", behaviours)
    if behaviours.phi is None:
        yield Paragraph(f"Behaviours: none tells, so phi = {UNKNOWN_PHI}, the careful side.")
    yield from _pooled("Overall", composite)
    larger = f"Overall takes the larger of the two: phi = {figure(why.phi_composite)}."
    if composite.phi is None:
        larger = f"Overall tells none of its own and takes the same: {figure(why.phi_composite)}."
    yield Paragraph(larger)
    if why.family != "composite":
        yield Paragraph(
            "Behaviours and the focus take the mean of the phi of all behaviours and of that: "
            f"phi = {figure(why.phi)}."
        )


def _pooled(whose: str, pool: Pool) -> Iterator[Block]:
    if pool.r is None or pool.n is None or pool.raw is None or pool.phi is None:
        return
    limited = (
        "" if pool.phi == pool.raw else f", held between 0 and {HIGHEST_PHI}: {figure(pool.phi)}"
    )
    yield Paragraph(
        f"{whose}: mean r {figure(pool.r)}, mean n {figure(pool.n)}; "
        f"phi = (r + 2/n) / (1 − 4/n) = {figure(pool.raw)}{limited}."
    )


def corrected_step(why: Why) -> Iterator[Block]:
    """V', from R."""
    judged = why.series.judgement
    var_s = 0.0 if judged.mann_kendall is None else judged.mann_kendall.var_s
    yield Paragraph(
        "R of the first value is 0; of each other it is phi^(days between / 7 / g) × (R of the "
        f"one before + 1), with phi = {figure(judged.phi or 0.0)}."
    )
    yield Paragraph(
        f"V' = V × (1 + 2 × sum of R / n) = {figure(var_s)} × {figure(why.factor or 0.0)} = "
        f"{figure(judged.var_s_corrected or 0.0)}"
    )


def p_step(why: Why) -> Iterator[Block]:
    """The z value and its p."""
    z, p = why.z, why.series.judgement.p_corrected
    yield Paragraph(f"z = (S, one nearer to 0) / √V' = {figure(z or 0.0)}")
    yield Paragraph(
        "p, how often a z as far from 0, on either side, comes without a trend (normal "
        f"distribution): {chance(1.0 if p is None else p)}"
    )


def family_step(why: Why, names: SeriesNames) -> Iterator[Block]:
    """The correction for several tests (Benjamini and Hochberg)."""
    if why.family != "behaviours":
        alone = "the focus" if why.family == "focus" else "overall"
        yield Paragraph(f"One: {alone} is a question of its own. Its level is {FAMILY_LEVEL}.")
        return
    if why.own_rank is None:
        yield Paragraph(
            f"Behaviours with {FIRST_VERDICT} values or more are judged together; this one has "
            f"{why.series.n}."
        )
        return
    count = len(why.ranks)
    yield Paragraph(
        f"{count}: all behaviours with {FIRST_VERDICT} values or more. By Benjamini and "
        f"Hochberg, in the order of p, each has the threshold {FAMILY_LEVEL} × rank / {count}. "
        "The last p below its own threshold, and all before it, are claims. The adjusted p "
        f"says the same in one figure: the smallest p × {count} / rank from its row on."
    )
    rows = [
        (
            ("→ " if ranked.behaviour == why.subject else "")
            + names.get(ranked.behaviour, ranked.behaviour),
            str(ranked.rank),
            chance(ranked.p),
            figure(ranked.threshold),
            chance(ranked.p_adjusted),
        )
        for ranked in why.ranks
    ]
    yield figures("Behaviour", ("rank", "p", "threshold", "adjusted p"), rows)
