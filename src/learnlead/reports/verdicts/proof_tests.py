"""The arithmetic of a look's test: S, persistence, the corrected variance, and the family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnlead.i18n.words import Words
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


class Figures:
    """Figures with the digits that redoing the arithmetic takes, as a language writes them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def heads(self, *keys: str) -> list[str]:
        """The heads of columns: sentences of `proof`, and signs as they are."""
        keyed = (f"proof.{key}" for key in keys)
        return [
            self._words(whole) if whole in self._words else key
            for key, whole in zip(keys, keyed, strict=True)
        ]

    def six(self, value: float) -> str:
        """The value with six significant digits."""
        return self._written(f"{value:.6g}")

    def weeks(self, gap: float) -> str:
        """`1 week`, `4.28571 weeks`."""
        return self._words("proof.week" if gap == 1 else "proof.weeks", n=self.six(gap))

    def decimals(self, value: float, places: int = 3) -> str:
        """The value with so many decimals."""
        return self._written(f"{value:.{places}f}")

    def chance(self, p: float) -> str:
        """A p value with six decimals."""
        least = 0.000001
        if p < least:
            return self._words("proof.below", p=self.decimals(least, 6))
        return self.decimals(p, 6)

    def exact(self, value: float) -> str:
        """A value with nine decimals, so that ties are visible; overall values are rounded so."""
        return self._words.with_sign(f"{value:.9f}".rstrip("0").rstrip("."))

    def short(self, value: float) -> str:
        """A number that was chosen, as it is: `0.5`."""
        return self._written(f"{value:g}")

    def _written(self, text: str) -> str:
        return self._words.with_sign(text.replace("-", "−"))


def s_step(why: Why, words: Words) -> Iterator[Block]:
    """S, and V with its ties."""
    judgement, show = why.series.judgement, Figures(words)
    s, var_s = (
        (0, 0.0)
        if judgement.mann_kendall is None
        else (judgement.mann_kendall.s, judgement.mann_kendall.var_s)
    )
    sizes = (judgement.n, *(times for _, times in why.ties))
    weight = " − ".join(str(n * (n - 1) * (2 * n + 5)) for n in sizes)
    ties = ", ".join(
        words("proof.tie", n=times, value=show.exact(value)) for value, times in why.ties
    )
    yield Paragraph(words("proof.s", lower=why.lower, higher=why.higher, s=show.six(s)))
    yield Paragraph(words("proof.ties", n=judgement.n, ties=ties or words("proof.no-tie")))
    yield Paragraph(words("proof.v", weight=weight, v=show.six(var_s)))


_NEAR = 0.45
"""How far from k gaps two values may lie, in gaps."""


def persistence_step(why: Why, names: SeriesNames, words: Words) -> Iterator[Block]:
    """The autocorrelations of every series, and of the behaviours together."""
    show, series = Figures(words), words("table.series")
    most = max((len(lagged.lags) for lagged in why.lagged), default=0)
    gap = show.weeks(why.gap or 0.0)
    yield Paragraph(words("proof.persistence", gap=gap, near=show.short(_NEAR)))
    yield figures(
        series,
        show.heads("n", "slope", "level", "square-head"),
        [
            (
                names.get(entry.name, entry.name),
                str(entry.n),
                show.decimals(entry.slope, 5),
                show.decimals(entry.level, 4),
                show.decimals(entry.square, 5),
            )
            for entry in why.lagged
        ],
    )
    heads = [f"r({k})" for k in range(1, most + 1)]
    rows = [
        (names.get(entry.name, entry.name), *(show.decimals(lag.r, 2) for lag in entry.lags))
        for entry in why.lagged
    ]
    yield figures(series, heads, [(*row, *[""] * (most + 1 - len(row))) for row in rows])
    if why.pooled:
        lags = "; ".join(
            words("proof.pooled-lag", k=k, r=show.decimals(lag.r), pairs=lag.pairs)
            for k, lag in enumerate(why.pooled, 1)
        )
        yield Paragraph(words("proof.pooled", lags=lags, n=show.six(why.pooled_n)))


_LEAST_WEIGHT = 0.01
"""Models that weigh less are told together."""

_PHI_WHERE_UNKNOWN = 0.5


def grid_steps(why: Why, words: Words) -> Iterator[Block]:
    """The models, and F of each estimate."""
    yield Paragraph(words("proof.grid", prior=Figures(words).six(PRIOR)))
    for grid in why.grids:
        yield from grid_step(grid, words)


def grid_step(grid: GridStep, words: Words) -> Iterator[Block]:
    """One estimate of F: what it was estimated from, and the models that weigh something."""
    show = Figures(words)
    used = ", ".join(
        show.decimals(lag.r) if lag.pairs else words("proof.no-pairs") for lag in grid.lags
    )
    yield Paragraph(
        words(
            "proof.estimate",
            name=words(f"proof.of.{grid.name}"),
            used=used or words("proof.unknown", phi=show.short(_PHI_WHERE_UNKNOWN)),
            sharpness=show.six(grid.sharpness),
            n=show.six(grid.n),
        )
    )
    shown = [row for row in grid.rows if row.weight >= _LEAST_WEIGHT]
    yield Paragraph(words("proof.expects"))
    yield figures(
        words("proof.model"),
        [f"E({k})" for k in range(1, len(grid.lags) + 1)],
        [(_model(row, words), *_expected(row, len(grid.lags), words)) for row in shown],
    )
    yield Paragraph(words("proof.weighs"))
    yield figures(
        words("proof.model"),
        show.heads("misfit", "F", "weight"),
        [
            (
                _model(row, words),
                show.decimals(row.misfit, 5),
                show.decimals(row.factor, 4),
                show.decimals(row.weight, 5),
            )
            for row in shown
        ],
        narrow=True,
    )
    others = [row for row in grid.rows if row.weight < _LEAST_WEIGHT]
    yield Paragraph(
        words(
            "proof.rest",
            n=len(others),
            weight=show.decimals(sum(row.weight for row in others), 5),
            part=show.decimals(sum(row.weight * row.factor for row in others), 5),
            factor=show.six(grid.factor),
        )
    )


def _expected(row: GridRow, lags: int, words: Words) -> list[str]:
    """What the model expects at each lag; empty where it is too long for a model to expect any."""
    shown = [_short_share(value, words) for value in row.expected]
    return [*shown, *[""] * (lags - len(shown))]


def _short_share(value: float, words: Words) -> str:
    """Three decimals without the nought before them, since these columns are many."""
    sign = words("decimal")
    return Figures(words).decimals(value).replace(f"0{sign}", sign, 1)


def _model(row: GridRow, words: Words) -> str:
    show = Figures(words)
    phi, share = show.short(row.model.phi), show.short(row.model.share)
    return words("proof.of-model", phi=phi, share=share)


def corrected_step(why: Why, words: Words) -> Iterator[Block]:
    """The factor used, V', z and p."""
    judgement, show = why.series.judgement, Figures(words)
    factors, test = judgement.factors, judgement.mann_kendall
    if factors is None or test is None:
        return
    used = show.six(factors.used)
    if factors.own is None:
        yield Paragraph(words("proof.takes-overall", used=used))
    else:
        yield Paragraph(
            words(
                "proof.takes",
                pooled=show.six(factors.pooled),
                composite=show.six(factors.composite),
                own=show.six(factors.own),
                used=used,
            )
        )
    corrected = show.six(judgement.var_s_corrected or 0.0)
    yield Paragraph(
        words("proof.corrected", v=show.six(test.var_s), used=used, corrected=corrected)
    )
    yield Paragraph(words("proof.z-of-s", z=show.six(judgement.z or 0.0)))
    p = judgement.p_corrected
    yield Paragraph(words("proof.p-of-z", p=show.chance(1.0 if p is None else p)))


def boundary_step(why: Why, names: SeriesNames, words: Words) -> Iterator[Block]:
    """The look's bound, the family of the behaviours, and the looks before."""
    judged, show = why.series.judged, Figures(words)
    if judged is None:
        return
    look = judged.look
    level = show.six(look.level)
    boundary, bound = show.decimals(BOUNDARY, 2), show.six(look.bound)
    yield Paragraph(words("proof.bound", boundary=boundary, year=YEAR, bound=bound, level=level))
    if why.ranks:
        yield Paragraph(words("proof.family", n=len(why.ranks), level=level))
        yield figures(
            words("table.behaviour"),
            show.heads("rank", "p", "threshold", "adjusted"),
            [
                (
                    ("→ " if ranked.behaviour == why.subject else "")
                    + names.get(ranked.behaviour, ranked.behaviour),
                    str(ranked.rank),
                    show.chance(ranked.p),
                    show.six(ranked.threshold),
                    show.chance(ranked.p_adjusted),
                )
                for ranked in why.ranks
            ],
        )
    yield Paragraph(words("proof.holds", holds=show.short(HOLDS)))
    yield figures(
        words("proof.look"),
        show.heads("sittings", "z", "bound-head", "stands"),
        [
            (
                entry.on.isoformat(),
                str(entry.sittings),
                "" if standing.judgement.z is None else show.decimals(standing.judgement.z),
                show.decimals(entry.bound),
                words(f"proof.stands.{_stands(standing)}"),
            )
            for entry, standing in why.history
        ],
    )


def _stands(standing: Standing) -> str:
    if standing.claim is not None:
        return f"{standing.claim.direction}{'' if standing.passes else '-weaker'}"
    return "nothing" if standing.lost is None else "taken-back"
