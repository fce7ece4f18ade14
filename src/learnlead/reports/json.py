"""JSON text, and trends as JSON; keys may be added, never changed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.findings import finding_text
from learnlead.reports.verdicts.bet import bets_json, third_json
from learnlead.reports.verdicts.words import shrunken_size
from learnlead.sitting.mark import OUTCOMES
from learnlead.trends.dated import DatedValues
from learnlead.trends.looks import Claim, Look, Standing, next_look
from learnlead.trends.model import Trends
from learnlead.trends.plans import PlanItem
from learnlead.trends.series import Series
from learnlead.trends.themes import Theme

TRENDS = "learnlead/trends/2"
"""The schema's name; `schemas/trends-2.json` describes it."""


_CONTROLS = re.compile(r"[\x7f-\x9f\ud800-\udfff]")
"""Characters that JSON need not escape: controls that terminals obey, and surrogates."""


def to_json(value: object) -> str:
    """JSON on one line, with a line break at its end; letters are not escaped.

    Without indents, since that is ten times as fast for a long journal; `jq .` indents it.

    Raises:
        ValueError: a number is not finite.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def trends_json(trends: Trends) -> dict[str, object]:
    """Trends of one rubric, for `to_json`; a missing figure is None."""
    window = trends.window
    return {
        "schema": TRENDS,
        "rubric": trends.rubric.id,
        "rubric_version": trends.rubric.version,
        "from": _iso(trends.first),
        "to": _iso(trends.last),
        "generated_on": _iso(trends.today),
        "sittings": trends.sittings,
        "window": {
            "values": len(window.dates),
            "from": _iso(window.dates[0] if window.dates else None),
            "to": _iso(window.dates[-1] if window.dates else None),
        },
        "weeks": attributes(trends.cadence, "unit", "expected", "held", "missed", "excused"),
        "apart": [
            {
                "rubric_version": apart.rubric_version,
                "n": apart.n,
                "from": _iso(apart.first),
                "to": _iso(apart.last),
            }
            for apart in trends.apart
        ],
        "focus": _focus(trends),
        "composite": _series(trends.composite),
        "differences": [
            {"id": key, "z": judgement.z, "p_adjusted": judgement.p_adjusted}
            for key, judgement in trends.differences.items()
        ],
        "behaviours": [
            {
                "id": trend.behaviour.id,
                "name": trend.behaviour.name,
                **_series(trend.series),
                **attributes(trend, "no_opportunity", "none_made", "skipped", "last_evidence"),
            }
            for trend in trends.behaviours
        ],
        "relationships": [
            {
                **attributes(relationship, "id", "name", "live_weeks", "last_live", "moments"),
                "values": _values(relationship.values),
            }
            for relationship in trends.relationships
        ],
        "looks": [_look(look) for look in trends.settled.looks],
        "bets": bets_json(trends),
        "plans": _plans(trends.plans, trends.today),
        "themes": {
            "rising": [_theme(theme) for theme in trends.themes.rising],
            "falling": [_theme(theme) for theme in trends.themes.falling],
            "steady": [_theme(theme) for theme in trends.themes.steady],
        },
        "findings": [
            {
                "kind": finding.kind,
                "subject": finding.subject,
                "text": finding_text(finding, trends),
                "pages": list(finding.pages),
            }
            for finding in trends.findings
        ],
        "problems": [problem_json(problem) for problem in trends.problems],
    }


def _focus(trends: Trends) -> dict[str, object] | None:
    if trends.focus is None:
        return None
    focus, occasions = trends.focus.focus, trends.focus.occasions
    return {
        "id": focus.behaviour,
        "since": _iso(focus.since),
        "notice": focus.notice,
        "occasions": occasions
        and {
            "before": occasions.before._asdict(),
            "since": occasions.since._asdict(),
        },
        **_series(trends.focus.series),
    }


def _series(series: Series) -> dict[str, object]:
    slope, judgement = series.slope, series.judgement
    interval = slope and slope.interval
    corrected = slope and slope.corrected
    test = series.mann_kendall
    look = series.judged and series.judged.look
    size = shrunken_size(series)
    return {
        **attributes(series, "n", "first", "last", "latest", "median"),
        "first_third": third_json(series.first_third),
        "last_third": third_json(series.last_third),
        "values": _values(series.dated),
        "slope_per_week": slope and slope.per_week,
        "slope_low": interval and interval.low,
        "slope_high": interval and interval.high,
        "slope_low_corrected": corrected and corrected.low,
        "slope_high_corrected": corrected and corrected.high,
        "mann_kendall": {
            "s": test and test.s,
            "var_s": test and test.var_s,
            "z": test and test.z,
            "p": test and test.p,
        },
        "phi": series.phi,
        "factor": judgement.factors and judgement.factors.used,
        "z": judgement.z,
        **attributes(judgement, "var_s_corrected", "p_corrected", "p_adjusted"),
        "signals": [
            {"date": _iso(signal.date), "value": signal.value, "limit": signal.limit}
            for signal in series.signals
        ],
        "depths": {depth: series.depths[depth] for depth in ("quick", "standard", "full")},
        "verdict": series.verdict,
        "look": look and look.sittings,
        "judged_on": look and _iso(look.on),
        "next_look": look and next_look(look.sittings),
        "claim": _claim(series.claim),
        "passes": series.judged and series.judged.standing.passes,
        "taken_back": _claim(series.lost),
        "likely_change": size and size[0],
        "largest_change": size and size[1],
    }


def _claim(claim: Claim | None) -> dict[str, object] | None:
    return None if claim is None else attributes(claim, "direction", "look", "on")


def _look(look: Look) -> dict[str, object]:
    """One look and the standing of every series."""
    return {
        "sittings": look.sittings,
        "on": _iso(look.on),
        "bound": look.bound,
        "composite": _standing(look.composite),
        "behaviours": [
            {"id": key, **_standing(standing)} for key, standing in look.behaviours.items()
        ],
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "z": standing.judgement.z,
        "p_adjusted": standing.judgement.p_adjusted,
        "claim": _claim(standing.claim),
        "passes": standing.passes,
        "taken_back": _claim(standing.lost),
    }


def _plans(plans: Sequence[PlanItem], today: date) -> dict[str, object]:
    outcomes = Counter(plan.outcome for plan in plans)
    return {
        "made": sum(not plan.kept for plan in plans),
        "kept": sum(plan.kept for plan in plans),
        **{outcome.replace("-", "_"): outcomes[outcome] for outcome in OUTCOMES},
        "open": sum(plan.open for plan in plans),
        "overdue": sum(plan.overdue(today) for plan in plans),
        "items": [
            attributes(plan, "id", "behaviour", "cue", "action", "due", "outcome", "open", "page")
            for plan in plans
        ],
    }


def _theme(theme: Theme) -> dict[str, object]:
    return {
        **attributes(theme, "term", "entries", "recent", "score"),
        "quotes": [
            {
                "date": _iso(quote.date),
                "text": quote.text,
                "page": quote.stem,
                "answer": quote.answer,
            }
            for quote in theme.quotes
        ],
    }


def _values(dated: DatedValues) -> list[dict[str, object]]:
    pairs = zip(dated.dates, dated.values, strict=True)
    return [{"date": _iso(day), "value": value} for day, value in pairs]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
