"""Why a verdict is what it is: in three sentences, and as JSON with every figure."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.i18n.words import Words
from learnlead.reports.attributes import attributes
from learnlead.reports.document import Article, Paragraph
from learnlead.reports.verdicts.bet import behaviour_named, bet_text
from learnlead.reports.verdicts.words import overall_subject, own_subject, verdict
from learnlead.trends.bet_comparison import ENOUGH, Comparison
from learnlead.trends.looks import HOLDS, LOOKS
from learnlead.trends.model import Trends
from learnlead.trends.series import Judged
from learnlead.trends.stats.student import normal_tail
from learnlead.trends.why import Why

WHY = "learnlead/why/2"
"""The schema's name; `schemas/why-2.json` describes it."""


def why_article(why: Why, trends: Trends, words: Words) -> Article:
    """The three sentences of one verdict or bet.

    Args:
        why: what the verdict rests on.
        trends: that the verdict belongs to.
        words: of the reader's language.
    """
    sentences = _of_focus(why, trends, words) if why.subject == "focus" else _of(why, trends, words)
    body = (
        *(Paragraph(sentence) for sentence in sentences),
        *([Paragraph(words("why.proof", subject=why.subject), "aside")] if has_proof(why) else ()),
    )
    return Article(why_title(why, trends, words), "", body, widest=80)


def has_proof(why: Why) -> bool:
    """Whether there is arithmetic to show: of a look, or of a settled bet."""
    if why.subject == "focus":
        return why.bet is not None and why.bet.comparison is not None
    return bool(why.steps) and why.series.judgement.factors is not None


def why_title(why: Why, trends: Trends, words: Words) -> str:
    """`Overall`, or the behaviour's name."""
    if why.behaviour is None:
        return words("why.overall")
    name = behaviour_named(trends, why.behaviour)
    return words("why.focus", name=name) if why.subject == "focus" else name


def _of(why: Why, trends: Trends, words: Words) -> Iterator[str]:
    series, judged = why.series, why.series.judged
    subject = (
        overall_subject(words)
        if why.behaviour is None
        else own_subject(behaviour_named(trends, why.behaviour), words)
    )
    if series.figures_only:
        yield words("why.figures" if trends.chosen else "why.quarterly")
        return
    if judged is None:
        yield verdict(series, subject, trends, words)
        yield words("why.no-look", first=words.counted(LOOKS[0], "trends.at-sittings"))
        held = words.counted(len(trends.window.dates), "trends.sittings")
        yield words("why.so-far", sittings=held)
        return
    yield words("why.judged", sentence=verdict(series, subject, trends, words))
    judgement = series.judgement
    if judgement.p_adjusted is None or judgement.factors is None:
        return
    yield _test(why, judged, judgement.p_adjusted, words)
    yield words("why.memory", factor=words.figure(judgement.factors.used))


def _test(why: Why, judged: Judged, p: float, words: Words) -> str:
    bound = judged.look.bound
    figures = {
        "z": words.figure(judged.standing.judgement.z or 0.0, 2),
        "look": words.counted(judged.look.sittings, "trends.at-sittings"),
        "bound": words.figure(bound, 2),
        "half": words.figure(HOLDS * bound, 2),
        "p": words.figure(p, 4),
        "level": words.figure(judged.look.level, 4),
        "rare": _rare(2 * normal_tail(bound), words),
    }
    weaker = why.series.claim is not None and not judged.standing.passes
    if why.behaviour is not None:
        return words("why.family-held" if weaker else "why.family", **figures)
    if weaker:
        return words("why.held", **figures)
    return words("why.passed" if judged.standing.passes else "why.not-passed", **figures)


def _rare(share: float, words: Words) -> str:
    if share >= 0.01:
        return words("rare.hundred", n=round(100 * share))
    if share >= 0.0005:
        return words("rare.thousand", n=round(1000 * share))
    return words("rare.million")


def _of_focus(why: Why, trends: Trends, words: Words) -> Iterator[str]:
    bet = why.bet
    if bet is None:
        yield words("why.figures" if trends.chosen else "why.quarterly")
        return
    if bet.outcome == "open":
        needed = words.counted(bet.needed, "trends.at-sittings")
        yield words("why.bet-open", needed=needed, held=bet.held)
        yield bet_text(bet, trends, words)
        return
    comparison = bet.comparison
    if comparison is None or bet.settled_on is None:
        yield words("why.bet-cannot", needed=ENOUGH)
        return
    yield words("why.bet-settled", day=words.full_date(bet.settled_on))
    yield bet_text(bet, trends, words)
    percent = 100 * comparison.p
    yield words(
        "why.bet-test",
        size=words.figure(comparison.size, 2, sign=True),
        error=words.figure(comparison.error, 2),
        percent=words.figure(percent, 2 if percent < 0.1 else 1 if percent < 10 else 0),
    )


def why_json(why: Why, trends: Trends) -> dict[str, object]:
    """All figures with every digit, as JSON; a missing one is None."""
    judged, judgement = why.series.judged, why.series.judgement
    look = judged and judged.look
    test, factors = judgement.mann_kendall, judgement.factors
    comparison = why.bet and why.bet.comparison
    return {
        "schema": WHY,
        "rubric": trends.rubric.id,
        "rubric_version": trends.rubric.version,
        "generated_on": trends.today.isoformat(),
        "subject": why.subject,
        "behaviour": why.behaviour,
        "n": judgement.n,
        "look": look and look.sittings,
        "judged_on": look and look.on.isoformat(),
        "bound": look and look.bound,
        "level": look and look.level,
        "values": [
            attributes(step, "date", "days", "value", "lower", "higher") for step in why.steps
        ],
        "usual": [{"id": behaviour, "mean": mean} for behaviour, mean in why.usual],
        "ties": [{"value": value, "times": times} for value, times in why.ties],
        "s": test and test.s,
        "var_s": test and test.var_s,
        "gap_weeks": why.gap,
        "lags": [
            {
                "series": lagged.name,
                "n": lagged.n,
                "slope": lagged.slope,
                "level": lagged.level,
                "mean_square": lagged.square,
                "lags": [attributes(lag, "r", "pairs") for lag in lagged.lags],
            }
            for lagged in why.lagged
        ],
        "pooled": [attributes(lag, "r", "pairs") for lag in why.pooled],
        "pooled_n": why.pooled_n,
        "grids": [
            {
                "name": grid.name,
                "factor": grid.factor,
                "models": [
                    {
                        **attributes(row.model, "phi", "share"),
                        **attributes(row, "expected", "misfit", "factor", "weight"),
                    }
                    for row in grid.rows
                ],
            }
            for grid in (*why.grids, *((why.bet_grid,) if why.bet_grid else ()))
        ],
        "factors": factors and attributes(factors, "pooled", "composite", "own", "used"),
        "var_s_corrected": judgement.var_s_corrected,
        "z": judgement.z,
        "p_corrected": judgement.p_corrected,
        "ranks": [
            {"id": rank.behaviour, **attributes(rank, "rank", "p", "threshold", "p_adjusted")}
            for rank in why.ranks
        ],
        "p_adjusted": judgement.p_adjusted,
        "verdict": why.series.verdict,
        "bet": comparison and _comparison(comparison),
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        **attributes(
            comparison,
            *("n_before", "n_since", "mean_before", "mean_since", "others"),
            *("d_before", "d_since", "usual", "spread", "variance"),
            *("factor", "factor_before", "factor_since", "shrunk", "error", "t", "df", "p"),
        ),
        "days": [
            attributes(compared, "date", "rating", "others", "d") for compared in comparison.days
        ],
        "levels": [
            attributes(level, "behaviour", "mean", "before", "n_before", "variance")
            for level in comparison.levels
        ],
    }
