"""`--why` on paper: what is printed is enough to work the verdict out again, with a calculator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from math import sqrt
from random import Random
from statistics import NormalDist, mean

import pytest

from learnlead.page.facts import Sitting
from learnlead.reports.document import Document
from learnlead.reports.why import why_article
from learnlead.text.cells import cells
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.why import why
from made_sittings import BEGUN, sitting, small_rubric
from unit.reports.laid_out import laid_out

CLOSE = pytest.approx
SUBJECTS = ("asking", "listening", "own-own", "overall", "focus")


def journal(seed: int, n: int = 30) -> list[Sitting]:
    """Ratings that resemble their neighbours, some missing, `asking` on its way up."""
    chance = Random(seed)  # noqa: S311 - the same journal each time
    day, mood, found = BEGUN, 0.0, []
    for at in range(n):
        mood = 0.7 * mood + chance.gauss(0, 0.7)
        ratings = {
            one: min(max(round(3 + mood + chance.gauss(0, 0.4) + rise * at / n), 1), 5)
            for one, rise in (("asking", 2.5), ("listening", 0), ("own-own", -0.5))
            if chance.random() > 0.15
        }
        found.append(sitting(day, ratings, focus="asking" if at > 3 else None))
        day += timedelta(days=7 * chance.choice([1, 1, 1, 2]))
    return found


def trends_of(sittings: Sequence[Sitting]) -> Trends:
    return summarise(sittings, small_rubric(), today=BEGUN + timedelta(weeks=200))


def printed(trends: Trends, subject: str, *, width: int = 80, plain: bool = False) -> str:
    found = why(trends, subject)
    assert found is not None
    return laid_out(Document([why_article(found, trends)]), width=width, plain=plain).replace(
        "−", "-"
    )


def number(text: str, pattern: str) -> float:
    found = re.search(pattern.replace("#", r"(-?[0-9.]+(?:e-?\d+)?)"), " ".join(text.split()))
    assert found, pattern
    return float(found[1])


def rows(text: str) -> list[tuple[int, float]]:
    """Day and value of each printed row."""
    found = re.findall(r"^  \d{4}-\d\d-\d\d +(\d+) +([\d.]+) ", text, re.MULTILINE)
    return [(int(day), float(value)) for day, value in found]


def phi_from(text: str, whose: str) -> float:
    """Phi from the printed r and n."""
    table = text[text.index("4. Autocorrelation") : text.index("5. The variance")]
    lines = re.findall(r"^  (\w[\w-]*) +(\d+) +\S+ +\S+ +\d+ +(\S+)$", table, re.MULTILINE)
    wanted = [(int(n), float(r)) for name, n, r in lines if (name == "Overall") == (whose == "o")]
    r, n = mean(r for _, r in wanted), mean(n for n, _ in wanted)
    return min(max((r + 2 / n) / (1 - 4 / n), 0), 0.9)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("seed", range(6))
def test_a_sceptic_comes_to_the_same(seed: int, subject: str) -> None:
    trends = trends_of(journal(seed))
    text = printed(trends, subject)
    days, values = zip(*rows(text), strict=True)
    n = len(values)

    pairs = [(a, b) for j, b in enumerate(values) for a in values[:j]]
    s = sum((b > a) - (b < a) for a, b in pairs)
    assert number(text, r"S = .* = #(?= V = \()") == s

    tied = Counter(values).values()
    v = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in tied)) / 18
    assert number(text, r"V = \([^)]*\) / 18 = #") == CLOSE(v, rel=1e-5)
    weights = re.findall(r"\d+", re.findall(r"V = \(([\d\s-]+)\) / 18", text)[0])
    assert (2 * int(weights[0]) - sum(map(int, weights))) / 18 == CLOSE(v)

    phi_pooled, phi_own = phi_from(text, "b"), phi_from(text, "o")
    phi_c = max(phi_pooled, phi_own)
    phi = phi_c if subject == "overall" else (phi_pooled + phi_c) / 2
    assert number(text, r"\+ 1\), with phi = #\.") == CLOSE(phi, abs=1e-5)

    gap = number(text, "between sittings, g, is # week")
    r, total = 0.0, 0.0
    for before, after in pairwise(days):
        r = phi ** ((after - before) / 7 / gap) * (r + 1)
        total += r
    corrected = v * (1 + 2 * total / n)
    assert number(text, r"V' = V .* = # 6\.") == CLOSE(corrected, rel=1e-4)

    z = 0 if s == 0 else (s - (1 if s > 0 else -1)) / sqrt(corrected)
    p = 2 * (1 - NormalDist().cdf(abs(z)))
    assert number(text, r"normal distribution\): #") == CLOSE(p, abs=1e-5)

    if subject not in ("overall", "focus"):
        table = text[text.index("7. How many") : text.index("8. The rule")]
        ps = {
            name: float(given)
            for name, given in re.findall(r"^  (?:→ )?(\S+) +\d+ +([\d.]+) +", table, re.MULTILINE)
        }
        ranked = sorted(ps.values())
        own = ranked.index(ps[subject.capitalize()])
        p = min(one * len(ranked) / rank for rank, one in enumerate(ranked, 1) if rank > own)
    verdict = "no trend detected" if p >= 0.03 else "rising" if s > 0 else "falling"
    assert f": {verdict}" in text[text.index("8. The rule") :].replace("\n  ", " ")
    assert n >= 12


def test_some_of_these_are_claims_and_some_are_not() -> None:
    verdicts = {
        found.series.verdict
        for seed in range(6)
        for subject in SUBJECTS
        if (found := why(trends_of(journal(seed)), subject))
    }
    assert {"rising", "no-trend-detected"} <= verdicts


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Below 6 values only the values are shown: there are 0."),
        (1, "Below 6 values only the values are shown: there are 1."),
        (5, "Below 6 values only the values are shown: there are 5."),
        (6, "so it is early and could be chance."),
        (11, "on a verdict: there are 11, so it is early"),
    ],
)
def test_few_values_end_in_the_rule_that_holds_for_them(count: int, said: str) -> None:
    pages = [sitting(week, {"asking": 1 + week % 4}) for week in range(count)]
    text = printed(trends_of(pages), "asking")
    assert said in " ".join(text.split())
    assert ("S and its variance" in text) == (count > 1)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_keeps_to_the_width(width: int, plain: bool) -> None:
    trends = trends_of(journal(1))
    for subject in SUBJECTS:
        text = printed(trends, subject, width=width, plain=plain)
        assert max(map(cells, text.splitlines())) <= min(width, 80)
    assert "day 0, value" in printed(trends, "asking", plain=True)
