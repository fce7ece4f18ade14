"""`--proof` on paper: what is printed is enough to work it out again, with a calculator."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from math import sqrt
from random import Random
from statistics import NormalDist, mean, variance

import pytest
from scipy.stats import t as student

from learnlead.i18n.words import ENGLISH, words_in
from learnlead.page.facts import Sitting
from learnlead.reports.document import Document
from learnlead.reports.verdicts.proof import proof_article
from learnlead.reports.verdicts.why import why_article
from learnlead.text.cells import cells
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.why import why
from made_sittings import BEGUN, sitting, small_rubric
from simulated_journals import BEHAVIOURS, FOCUS, Cell, Change, twelve
from unit.reports.laid_out import laid_out

CLOSE = pytest.approx
TODAY = BEGUN + timedelta(weeks=2000)


def journal(kind: str, n: int, change: Change | None = None) -> list[Sitting]:
    random = Random(f"proof {kind} {n}")  # noqa: S311 - the same journal each time
    pages = Cell(kind, n, 0.3).journal(random, change or Change())  # type: ignore[arg-type]  # a kind
    return [
        replace(page, focus=BEHAVIOURS[-1] if place < 26 else FOCUS)
        for place, page in enumerate(pages)
    ]


def trends_of(sittings: list[Sitting]) -> Trends:
    return summarise(sittings, twelve(), today=TODAY)


def printed(trends: Trends, subject: str, *, width: int = 80, plain: bool = False) -> str:
    found = why(trends, subject)
    assert found is not None
    article = proof_article(found, trends, ENGLISH)
    return laid_out(Document([article]), width=width, plain=plain).replace("−", "-")


def number(text: str, pattern: str) -> float:
    found = re.search(pattern.replace("#", r"(-?[0-9.]+(?:e-?\d+)?)"), " ".join(text.split()))
    assert found, pattern
    return float(found[1].rstrip("."))


def section(text: str, number: int) -> str:
    after = text[text.index(f"\n{number}. ") :]
    following = after.find(f"\n{number + 1}. ")
    return after if following < 0 else after[:following]


@pytest.mark.parametrize("subject", ["overall", BEHAVIOURS[3]])
@pytest.mark.parametrize("kind", ["weekly", "gappy"])
def test_a_sceptic_comes_to_the_same_verdict(kind: str, subject: str) -> None:
    text = printed(trends_of(journal(kind, 80)), subject)
    rows = re.findall(r"^  \d{4}-\d\d-\d\d +(\d+) +([\d.]+) ", section(text, 1), re.MULTILINE)
    values = [float(value) for _, value in rows]
    weeks = [int(day) / 7 for day, _ in rows]
    n = len(values)
    pairs = [(a, b) for j, b in enumerate(values) for a in values[:j]]
    s = sum((b > a) - (b < a) for a, b in pairs)
    assert number(text, r"S = .* = #(?= V = \()") == s
    tied = Counter(values).values()
    v = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in tied)) / 18
    assert number(text, r"V = \([^)]*\) / 18 = #") == CLOSE(v, rel=1e-5)

    name = "Overall" if subject == "overall" else subject
    lines = re.findall(rf"^  {name} +(\d+) +(\S+) +(\S+) +(\S+)$", text, re.MULTILINE)
    count, slope, level, square = map(float, lines[0])
    assert count == n
    residuals = [v_ - level - slope * w for v_, w in zip(values, weeks, strict=True)]
    assert mean(residuals) == CLOSE(0, abs=1e-3)
    assert mean(r * r for r in residuals) == CLOSE(square, abs=1e-3)
    gap = number(text, "between sittings, g, is # week")
    correlations = re.findall(rf"^  {name}((?: +-?\d\.\d\d)+)$", text, re.MULTILINE)[0].split()
    for k, r in enumerate(correlations, 1):
        products = [
            residuals[i] * residuals[j]
            for i in range(n)
            for j in range(i + 1, n)
            if abs((weeks[j] - weeks[i]) / gap - k) <= 0.45
        ]
        own = max(-1, min(1, mean(products) / square))
        assert float(r) == CLOSE(own, abs=0.006)

    sums = [float(one) for one in re.findall(r"weight × F = ([\d.]+)\.\s", text)]
    if subject == "overall":
        pooled, composite = sums
        factor = max(pooled, composite)
    else:
        pooled, composite, own = sums
        composite = max(pooled, composite)
        factor = max(sqrt(pooled * sqrt(pooled * composite)), own)
    corrected = v * factor
    assert number(text, r"V' = V × F = .* = # z") == CLOSE(corrected, rel=1e-4)
    z = 0 if s == 0 else (s - (1 if s > 0 else -1)) / sqrt(corrected)
    assert number(text, r"√V' = #") == CLOSE(z, abs=1e-4)
    p = 2 * (1 - NormalDist().cdf(abs(z)))
    assert number(text, r"normal distribution\): #") == CLOSE(p, abs=1e-5)
    k = 78 if kind == "weekly" else 52
    assert number(text, r"at most 52: # here") == CLOSE(2.4 * sqrt(52 / min(k, 52)), abs=1e-4)


def test_the_weights_that_are_shown_follow_from_what_is_shown() -> None:
    text = printed(trends_of(journal("weekly", 60)), "overall")
    block = section(text, 4)
    lines = re.findall(r"^  ([\d.]+), ([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)$", block, re.MULTILINE)
    first = [tuple(map(float, line)) for line in lines]
    assert len(first) > 4
    n, sharpness = number(block, r"n #\."), number(block, "sharpness #,")
    _, _, misfit, factor, weight = first[0]
    for _, _, other_misfit, other_factor, other_weight in first[1:4]:
        ratio = 2.718281828 ** (-0.5 * sharpness * n * (other_misfit - misfit))
        ratio *= sqrt(factor / other_factor)
        assert other_weight / weight == CLOSE(ratio, rel=0.02)


@pytest.mark.parametrize("step", [0.0, 1.5])
def test_a_sceptic_comes_to_the_same_bet(step: float) -> None:
    trends = trends_of(journal("weekly", 50, Change(step=step, at=26)))
    text = printed(trends, "focus")
    rows = re.findall(
        r"^  \d{4}-\d\d-\d\d +([\d.]+) +(-?[\d.]+) +(-?[\d.]+)$", section(text, 1), re.MULTILINE
    )
    values = [(float(a), float(b), float(c)) for a, b, c in rows]
    assert len(values) == 39
    assert all(rating - others == CLOSE(d, abs=2e-5) for rating, others, d in values)
    before, since = [d for *_, d in values[:26]], [d for *_, d in values[26:]]
    levels = re.findall(
        r"^  behaviour-\d+ +([\d.]+) +(-?[\d.]+) +26 +([\d.]+)$", section(text, 2), re.MULTILINE
    )
    assert len(levels) == 12
    d_before, variances = [float(b) for _, b, _ in levels], [float(c) for _, _, c in levels]
    assert mean(before) == CLOSE(d_before[0], abs=1e-4)
    squares = sum((d - mean(before)) ** 2 for d in before)
    squares += sum((d - mean(since)) ** 2 for d in since)
    assert squares / 37 == CLOSE(variances[0], abs=1e-4)
    s2 = (variances[0] + mean(variances)) / 2
    f_before, f_since = (number(text, rf"F\({side}\) = #") for side in ("before", "since"))
    factor = number(text, r"weight × F = #\.\s")
    v = s2 * f_before / 26
    spread = max(variance(d_before) - v, 0)
    kept = spread / (spread + v)
    shrunk = mean(d_before) + kept * (d_before[0] - mean(d_before))
    error = sqrt(s2 * f_since / 13 + kept * v + (1 - kept) ** 2 * (spread + v) / 12)
    t = (mean(since) - shrunk) / error
    assert number(text, r"error = .*\) = #") == CLOSE(error, rel=1e-3)
    assert number(text, r"t = \([^)]*\) / [\d.]+ = #") == CLOSE(t, abs=1e-2)
    df = max(6, 2 * 37 / factor)
    assert number(text, r"values of d: #") == CLOSE(df, rel=1e-3)
    p = float(student.sf(t, df))
    assert number(text, r"one-sided\): #|below #;") == CLOSE(p, abs=1e-3)
    assert (p < 0.01) == (trends.settled.bets[-1].outcome == "seen")


def test_before_the_first_look_there_is_nothing_to_compute() -> None:
    pages = [sitting(week, {"asking": 1 + week % 4}) for week in range(12)]
    trends = summarise(pages, small_rubric("asking"), today=TODAY)
    assert "Nothing to compute yet" in printed(trends, "asking")
    assert "Nothing to compute yet" in printed(trends, "overall")


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_keeps_to_the_width(width: int, plain: bool) -> None:
    trends = trends_of(journal("weekly", 50))
    for subject in ("overall", BEHAVIOURS[0], "focus"):
        text = printed(trends, subject, width=width, plain=plain)
        assert max(map(cells, text.splitlines())) <= min(width, 80)
    assert "day 0, value" in printed(trends, "overall", plain=True)


def sentences(trends: Trends, subject: str, language: str = "en") -> list[str]:
    found = why(trends, subject)
    assert found is not None
    text = laid_out(Document([why_article(found, trends, words_in(language))]))
    return [" ".join(part.split()) for part in text.split("\n\n")]


class TestWhy:
    @pytest.mark.parametrize("subject", ["overall", BEHAVIOURS[2], "focus"])
    @pytest.mark.parametrize("n", [10, 30, 50, 80])
    def test_it_takes_three_sentences_and_says_where_there_is_arithmetic(
        self, n: int, subject: str
    ) -> None:
        trends = trends_of(journal("weekly", n))
        found = why(trends, subject)
        assert found is not None
        for language in ("en", "de"):
            article = why_article(found, trends, words_in(language))
            assert 2 <= len(article.body) <= 4
            text = " ".join(laid_out(Document([article])).split())
            arithmetic = laid_out(Document([proof_article(found, trends, words_in(language))]))
            has_any = "\n1. " in arithmetic
            assert (f"`learnlead trends --proof {subject}`" in text) == has_any
            assert has_any == (n > (30 if subject == "focus" else 10))

    def test_it_says_the_look_and_its_boundary(self) -> None:
        text = " ".join(sentences(trends_of(journal("weekly", 30)), "overall"))
        assert "judged on" in text
        assert "at 26 sittings it would have to pass 3.39" in text
        german = " ".join(sentences(trends_of(journal("weekly", 30)), "overall", "de"))
        assert "müsste er 3,39 übertreffen" in german

    def test_a_chosen_period_has_its_reason(self) -> None:
        trends = summarise(journal("weekly", 40), twelve(), today=TODAY, last=TODAY)
        for subject in ("overall", "focus"):
            assert "A chosen period shows figures only" in sentences(trends, subject)[0]
