"""How long a series remembers: autocorrelation at several lags, and what it does to a variance.

One lag cannot tell noise whose level wanders from white noise. So the autocorrelations of residuals
at up to eight lags are held against a grid of models, each a share of AR(1) noise in white noise,
and the models are weighed by how well they fit. F, the factor of a variance, is their mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp, sqrt
from operator import mul
from typing import NamedTuple

from learnlead.trends.stats.lags import Lags, lags_of

PHIS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
"""Autocorrelations of the models, from one gap to the next."""

SHARES = (1.0, 0.75, 0.5, 0.3)
"""Shares of autocorrelated noise in the variance of the models."""

UNKNOWN_PHI = 0.5
"""The autocorrelation assumed where no lag can be estimated: a cautious value."""


class Model(NamedTuple):
    """A model of the grid: so much of the variance is AR(1) noise, the rest is white."""

    phi: float
    share: float


GRID = (Model(0.0, 1.0), *(Model(phi, share) for phi in PHIS[1:] for share in SHARES))


@lru_cache(maxsize=256)
def expected_about_line(n: int) -> tuple[tuple[float, ...], ...]:
    """For each model, the expected autocorrelations of residuals about a line, n even gaps."""
    level = [1 / sqrt(n)] * n
    times = [i - (n - 1) / 2 for i in range(n)]
    length = sqrt(sum(map(mul, times, times)))
    return _expected(n, (level, [time / length for time in times]), mirrored=True)


@lru_cache(maxsize=256)
def expected_about_phases(before: int, since: int) -> tuple[tuple[float, ...], ...]:
    """The same about the means of two phases of so many values."""
    first = [1 / sqrt(before)] * before + [0.0] * since
    second = [0.0] * before + [1 / sqrt(since)] * since
    return _expected(before + since, (first, second), mirrored=False)


def _expected(
    n: int, basis: tuple[list[float], list[float]], *, mirrored: bool
) -> tuple[tuple[float, ...], ...]:
    """tr_k(MRM) / (n − k) over tr(MRM) / n for each model; M takes out the basis, R is the model.

    The basis is of two columns of unit length that are orthogonal; `mirrored` says that each reads
    the same from behind, but for its sign.
    """
    most = lags_of(n)
    pairs = ((0, 0), (1, 1)) if mirrored else ((0, 0), (0, 1), (1, 0), (1, 1))
    shifted = [
        {(a, b): sum(map(mul, basis[a], basis[b][k:])) for a, b in pairs} for k in range(most + 1)
    ]
    white, *others = (_traces(n, phi, basis, shifted, mirrored=mirrored) for phi in PHIS)
    by_phi = dict(zip(PHIS, (white, *others), strict=True))
    result = []
    for phi, share in GRID:
        rest = 1 - share
        square, *products = [
            share * own + rest * plain for own, plain in zip(by_phi[phi], white, strict=True)
        ]
        result.append(tuple(product / square for product in products))
    return tuple(result)


def _traces(
    n: int,
    phi: float,
    basis: tuple[list[float], list[float]],
    shifted: Sequence[Mapping[tuple[int, int], float]],
    *,
    mirrored: bool,
) -> list[float]:
    """The means of the k-th side diagonals of MAM, k from 0, where A is AR(1) of that phi.

    `shifted` has for each k the products of pairs of columns, the second one k later; of mirrored
    columns only those with themselves, since all others cancel out.
    """
    images = [_times_ar1(column, phi, mirrored=mirrored) for column in basis]
    overlaps = {(a, b): sum(map(mul, basis[a], images[b])) for a, b in shifted[0]}
    result = []
    for k, products in enumerate(shifted):
        total = (n - k) * phi**k if k else float(n)
        for column, image in zip(basis, images, strict=True):
            if column[0] == column[-1]:  # the level, all of whose values are equal
                later = column[0] * sum(image[k:])
            else:
                later = sum(map(mul, column, image[k:]))
            total -= later + (later if mirrored else sum(map(mul, image, column[k:])))
        total += sum(overlaps[pair] * product for pair, product in products.items())
        result.append(total / (n - k))
    return result


def _times_ar1(column: Sequence[float], phi: float, *, mirrored: bool) -> list[float]:
    """A·column in linear time: what comes from the left, and what comes from the right."""

    def fade(before: float, value: float) -> float:
        return phi * before + value

    left = list(accumulate(column, fade))
    if mirrored:
        sign = 1 if column[0] == column[-1] else -1
        right = [sign * value for value in reversed(left)]
    else:
        right = list(accumulate(reversed(column), fade))[::-1]
    return [a + b - value for a, b, value in zip(left, right, column, strict=True)]


@lru_cache(maxsize=1024)
def inflations(weeks: tuple[float, ...], gap: float) -> tuple[float, ...]:
    """For each model, F: the factor of the variance of a sum (and of S) at these times.

    1 + share · (I(phi) − 1), where I is 1/n ΣΣ phi^(|w_i − w_j| / gap).
    """
    by_phi = {phi: inflation(weeks, phi, gap) for phi in PHIS}
    return tuple(1 + share * (by_phi[phi] - 1) for phi, share in GRID)


def inflation(weeks: Sequence[float], phi: float, gap: float) -> float:
    """The factor by which autocorrelation raises the variance of S: 1/n ΣΣ phi^(|w_i − w_j| / gap).

    In linear time, since the sum over the values before i is phi^Δ (1 + the sum before i − 1).
    """
    if not phi:
        return 1.0
    shared = total = 0.0
    for i in range(1, len(weeks)):
        shared = phi ** ((weeks[i] - weeks[i - 1]) / gap) * (shared + 1)
        total += shared
    return 1 + 2 * total / len(weeks)


@lru_cache(maxsize=256)
def _squares(expected: tuple[tuple[float, ...], ...], lags: int) -> tuple[float, ...]:
    """For each model Σ E(k)² over the first so many lags."""
    return tuple(sum(e * e for e in model[:lags]) for model in expected)


def weights(
    lags: Lags,
    expected: tuple[tuple[float, ...], ...],
    factors: Sequence[float],
    *,
    n: float,
    sharpness: float,
    prior: float,
) -> tuple[float, ...]:
    """How much each model of the grid counts; they add up to 1.

    ∝ exp(−½ · sharpness · n · Σ (r_k − E_k)²) · F^prior, over the lags with pairs.

    Args:
        lags: the autocorrelations; empty ones give all weight to `UNKNOWN_PHI` alone.
        expected: for each model what the autocorrelations would be.
        factors: F of each model.
        n: the number of values.
        sharpness: how much a misfit counts: more where several series agree.
        prior: the exponent of F, negative: without evidence memory is short.
    """
    used = [k for k, lag in enumerate(lags[: len(expected[0])]) if lag.pairs]
    if not used:
        return tuple(float(model == Model(UNKNOWN_PHI, 1.0)) for model in GRID)
    if len(used) == len(lags):
        at, squares = expected, _squares(expected, len(used))
    else:
        at = tuple(tuple(e[k] for k in used) for e in expected)
        squares = _squares(at, len(used))
    twice = [2 * lags[k].r for k in used]  # Σ (r − E)² = Σ E² − Σ 2 r E, but for the same Σ r²
    misfits = [square - sum(map(mul, twice, e)) for square, e in zip(squares, at, strict=True)]
    least = min(misfits)
    raw = [
        exp(-0.5 * sharpness * n * (misfit - least)) * each**prior
        for misfit, each in zip(misfits, factors, strict=True)
    ]
    total = sum(raw)
    return tuple(weight / total for weight in raw)


def factor(weighed: Sequence[float], factors: Sequence[float]) -> float:
    """The mean F of the models."""
    return float(sum(map(mul, weighed, factors)))
