"""Sentences of what leaves for a coach."""

from __future__ import annotations

from learnlead.coaching.bundle import SentPlan, Terms
from learnlead.reports.plan_report import plan_state
from learnlead.reports.words import counted, day, thirds, verdict
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_LOOK

FREE_TEXT = (
    "Free text may still tell who is meant: a place, a date or an event can be enough. Replaced "
    "are the names that stood behind With: and those that you hid, no others."
)
"""What no program can promise."""


def focus_statement(series: Series, name: str) -> str:
    """What may be said of the focus without a single rating of it."""
    if series.verdict == "values-only":
        missing = FIRST_LOOK - series.n
        return f"{counted(series.n, 'rating')} so far; {missing} more until a first look."
    said = [verdict(series, f"your own rating of {name}", lead="The journal"), thirds(series)]
    return " ".join(sentence for sentence in said if sentence)


def plan_sentence(plan: SentPlan) -> str:
    """`If a report asks, then I will wait: done`."""
    return f"If {plan.cue}, then I will {plan.action}: {sent_state(plan)}"


def sent_state(plan: SentPlan) -> str:
    """What became of it."""
    return plan_state(plan.outcome, plan.due, is_open=not plan.carried_on) or "carried on"


def terms_sentence(terms: Terms) -> str:
    """For whom, until when, and for whom not, in a sentence or two."""
    said = [f"For {terms.recipient}" if terms.recipient else "For whoever is given it"]
    if terms.until:
        said.append(f"until {day(terms.until)}, then to be deleted")
    if terms.not_for:
        said.append(" and ".join(f"not for the {who}" for who in terms.not_for))
    return f"{', '.join(said)}."
