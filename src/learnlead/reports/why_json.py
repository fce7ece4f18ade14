"""One verdict step by step, for programs and for sceptics with a spreadsheet."""

from __future__ import annotations

from learnlead.reports.attributes import attributes
from learnlead.reports.bet_json import third_json
from learnlead.trends.model import Trends
from learnlead.trends.verdict import FAMILY_LEVEL, FIRST_LOOK, FIRST_VERDICT
from learnlead.trends.why_model import Pool, Why

WHY = "learnlead/why/1"
"""The schema's name; `schemas/why-1.json` describes it."""


def why_json(why: Why, trends: Trends) -> dict[str, object]:
    """What `why_text` shows, with every digit. A figure that does not exist is None."""
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
        "usual": [{"id": one, "mean": mean} for one, mean in why.usual],
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
                    "id": one.behaviour,
                    **attributes(one, "rank", "p", "threshold", "p_adjusted"),
                }
                for one in why.ranks
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
                "id": one,
                **attributes(found, "n", "slope", "level"),
                "mean_square": found.square,
                "mean_product": found.product,
                "neighbours": found.pairs,
                "r": found.r,
            }
            for one, found in pool.of
        ],
        "mean_r": pool.r,
        "mean_n": pool.n,
        "raw": pool.raw,
        "phi": pool.phi,
    }
