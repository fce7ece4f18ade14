"""The arithmetic of a look's test: S, persistence, the corrected variance, and the family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnlead.reports.document import Block, Column, Paragraph, Table
from learnlead.trends.looks import HOLDS, Standing
from learnlead.trends.verdict import BOUNDARY, PRIOR, YEAR
from learnlead.trends.why import GridRow, GridStep, Why

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


def weeks(gap: float) -> str:
    """`1 week`, `4.28571 weeks`."""
    return f"{figure(gap)} week{'' if gap == 1 else 's'}"


def decimals(value: float, places: int = 3) -> str:
    """The value with so many decimals."""
    return f"{value:.{places}f}".replace("-", "−")


def chance(p: float) -> str:
    """A p value with six decimals."""
    return "below 0.000001" if p < 0.000001 else f"{p:.6f}"


def exact(value: float) -> str:
    """A value with nine decimals, so that ties are visible; overall values are rounded to these."""
    return f"{value:.9f}".rstrip("0").rstrip(".")


def s_step(why: Why) -> Iterator[Block]:
    """S, and V with its ties."""
    judgement = why.series.judgement
    s, var_s = (
        (0, 0.0)
        if judgement.mann_kendall is None
        else (judgement.mann_kendall.s, judgement.mann_kendall.var_s)
    )
    sizes = (judgement.n, *(times for _, times in why.ties))
    weight = " − ".join(str(n * (n - 1) * (2 * n + 5)) for n in sizes)
    ties = ", ".join(f"{times} times {exact(value)}" for value, times in why.ties)
    yield Paragraph(f"S = sum of lower − sum of higher = {why.lower} − {why.higher} = {figure(s)}")
    yield Paragraph(
        "V = (n (n − 1) (2n + 5) − the same of each tie) / 18, where n is the number of values, "
        f"{judgement.n}, and a tie is a value that stands more than once: {ties or 'none here'}."
    )
    yield Paragraph(f"V = ({weight}) / 18 = {figure(var_s)}")


def persistence_step(why: Why, names: SeriesNames) -> Iterator[Block]:
    """The autocorrelations of every series, and of the behaviours together."""
    most = max((len(lagged.lags) for lagged in why.lagged), default=0)
    yield Paragraph(
        "Values that resemble their neighbours tell less than their number says. The usual gap "
        f"between sittings, g, is {weeks(why.gap or 0.0)}. Of each series: the residuals "
        "about its least-squares line (value less level less slope × week, weeks counted from the "
        "first sitting), and for k = 1, 2, … at most a quarter of n, at most 8: r(k), the mean "
        "product of residuals that lie k g apart, within 0.45 g, over the mean square of all, held "
        "between −1 and 1."
    )
    yield figures(
        "Series",
        ("n", "slope", "level", "square"),
        [
            (
                names.get(entry.name, entry.name),
                str(entry.n),
                decimals(entry.slope, 5),
                decimals(entry.level, 4),
                decimals(entry.square, 5),
            )
            for entry in why.lagged
        ],
    )
    heads = [f"r({k})" for k in range(1, most + 1)]
    rows = [
        (names.get(entry.name, entry.name), *(decimals(lag.r, 2) for lag in entry.lags))
        for entry in why.lagged
    ]
    yield figures("Series", heads, [(*row, *[""] * (most + 1 - len(row))) for row in rows])
    if why.pooled:
        yield Paragraph(
            "All behaviours together, weighed by their pairs: "
            + "; ".join(
                f"r({k}) = {decimals(lag.r)} ({lag.pairs} pairs)"
                for k, lag in enumerate(why.pooled, 1)
            )
            + f". They have {figure(why.pooled_n)} values on average."
        )


_LEAST_WEIGHT = 0.01
"""Models that weigh less are told together."""

_OF_GRID = {
    "pooled": "Fp, from all behaviours together",
    "composite": "Fc, from overall (never less than Fp)",
    "all": "F, from all behaviours together, whose F is the larger one",
    "alone": "F, from the focus alone, whose F is larger than that of all behaviours",
    "own": "Fo, from half its own r and half that of all behaviours",
}


def grid_steps(why: Why) -> Iterator[Block]:
    """The models, and F of each estimate."""
    yield Paragraph(
        "F says how many times as large a variance is because of that. 29 models are weighed: a "
        "share of the noise is autocorrelated by phi from one gap to the next, the rest is not. "
        "F of a model is 1 + share × (I − 1), I = (1/n) Σ Σ phi^(days between two values / 7 / g) "
        "over all pairs of this series' dates, each with itself and both ways round. E(k) is the "
        "r(k) that the model expects of residuals about a line through n evenly spaced values. "
        "misfit = Σ (r(k) − E(k))². weight ∝ exp(−½ × sharpness × n × misfit) × F^"
        f"({figure(PRIOR)})."
    )
    for grid in why.grids:
        yield from grid_step(grid)


def grid_step(grid: GridStep) -> Iterator[Block]:
    """One estimate of F: what it was estimated from, and the models that weigh something."""
    used = ", ".join(decimals(lag.r) if lag.pairs else "none" for lag in grid.lags)
    yield Paragraph(
        f"{_OF_GRID[grid.name]}: r = {used or 'unknown, so phi 0.5, share 1'}; sharpness "
        f"{figure(grid.sharpness)}, n {figure(grid.n)}."
    )
    shown = [row for row in grid.rows if row.weight >= _LEAST_WEIGHT]
    yield Paragraph("By phi, share: what each model expects.")
    yield figures(
        "phi, share",
        [f"E({k})" for k in range(1, len(grid.lags) + 1)],
        [
            (_model(row), *(decimals(e).replace("0.", ".", 1) for e in row.expected))
            for row in shown
        ],
    )
    yield Paragraph("By phi, share: how far that is off, and what it weighs.")
    yield figures(
        "phi, share",
        ("misfit", "F", "weight"),
        [
            (
                _model(row),
                decimals(row.misfit, 5),
                decimals(row.factor, 4),
                decimals(row.weight, 5),
            )
            for row in shown
        ],
        narrow=True,
    )
    others = [row for row in grid.rows if row.weight < _LEAST_WEIGHT]
    weight = sum(row.weight for row in others)
    part = sum(row.weight * row.factor for row in others)
    yield Paragraph(
        f"The {len(others)} other models weigh {decimals(weight, 5)} together, and their weight × "
        f"F adds up to {decimals(part, 5)} (`--json` lists them). Sum of weight × F = "
        f"{figure(grid.factor)}."
    )


def _model(row: GridRow) -> str:
    return f"{row.model.phi:g}, {row.model.share:g}"


def corrected_step(why: Why) -> Iterator[Block]:
    """The factor used, V', z and p."""
    judgement = why.series.judgement
    factors, test = judgement.factors, judgement.mann_kendall
    if factors is None or test is None:
        return
    if factors.own is None:
        yield Paragraph(f"Overall takes Fc = {figure(factors.used)}.")
    else:
        yield Paragraph(
            "A behaviour takes the larger of √(Fp √(Fp Fc)) and Fo: Fp = "
            f"{figure(factors.pooled)}, Fc = {figure(factors.composite)}, Fo = "
            f"{figure(factors.own)}, so F = {figure(factors.used)}."
        )
    yield Paragraph(
        f"V' = V × F = {figure(test.var_s)} × {figure(factors.used)} = "
        f"{figure(judgement.var_s_corrected or 0.0)}"
    )
    yield Paragraph(f"z = (S, one nearer to 0) / √V' = {figure(judgement.z or 0.0)}")
    p = judgement.p_corrected
    yield Paragraph(
        "p, how often a z as far from 0, on either side, comes without a trend (normal "
        f"distribution): {chance(1.0 if p is None else p)}"
    )


def boundary_step(why: Why, names: SeriesNames) -> Iterator[Block]:
    """The look's bound, the family of the behaviours, and the looks before."""
    judged = why.series.judged
    if judged is None:
        return
    look = judged.look
    yield Paragraph(
        f"At a look of k sittings |z| has to pass {BOUNDARY:.2f} × √({YEAR} / k), k at most "
        f"{YEAR}: {figure(look.bound)} here. Chance passes it in a share of {figure(look.level)}."
    )
    if why.ranks:
        count = len(why.ranks)
        yield Paragraph(
            f"The {count} behaviours with twelve values or more share that level, by Benjamini and "
            f"Hochberg: in the order of p, each has the threshold {figure(look.level)} × rank / "
            f"{count}. The last p below its own threshold, and all before it, are called. The "
            f"adjusted p says the same: the smallest p × {count} / rank from its row on."
        )
        yield figures(
            "Behaviour",
            ("rank", "p", "threshold", "adjusted p"),
            [
                (
                    ("→ " if ranked.behaviour == why.subject else "")
                    + names.get(ranked.behaviour, ranked.behaviour),
                    str(ranked.rank),
                    chance(ranked.p),
                    figure(ranked.threshold),
                    chance(ranked.p_adjusted),
                )
                for ranked in why.ranks
            ],
        )
    yield Paragraph(
        "A claim holds at later looks while z keeps its sign and passes "
        f"{HOLDS:g} times the bound. The looks so far:"
    )
    yield figures(
        "Look",
        ("sittings", "z", "bound", "stands"),
        [
            (
                entry.on.isoformat(),
                str(entry.sittings),
                "" if standing.judgement.z is None else decimals(standing.judgement.z),
                decimals(entry.bound),
                _stands(standing),
            )
            for entry, standing in why.history
        ],
    )


def _stands(standing: Standing) -> str:
    if standing.claim is not None:
        return f"{standing.claim.direction}{'' if standing.passes else ', weaker'}"
    return "nothing" if standing.lost is None else "taken back"
