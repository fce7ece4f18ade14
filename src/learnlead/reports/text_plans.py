"""Plans in a leader's own words, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from learnlead.own_name import as_typed
from learnlead.reflection.plan_words import OUTCOME_WORDS
from learnlead.reports.lines import Layout, Line, wrapped
from learnlead.reports.words import counted, day
from learnlead.trends.model import Trends
from learnlead.trends.plans import PlanItem

_MOST = 3
"""How many plans are shown in their own words, the newest."""


def plans_text(trends: Trends, layout: Layout, *, closed: bool) -> list[Line]:
    """Counts, and the newest plans: the open ones, with `closed` the others too."""
    if not trends.plans:
        return []
    lines = wrapped(plan_counts(trends.plans), layout.width, indent=2)
    by_words = plans_by_words(plan for plan in trends.plans if closed or plan.open)
    newest = list(by_words.items())[-_MOST:]
    for (cue, action), plans in newest:
        said = f"If {cue}, then I will {action}: {plan_states(plans)}"
        lines += wrapped(said, layout.width, indent=2, hanging=2)
    if len(newest) < len(by_words):
        more = as_typed("`learnlead plan list` shows more.")
        lines += wrapped(more, layout.width, style="dim", indent=2)
    return lines


def plans_by_words(plans: Iterable[PlanItem]) -> dict[tuple[str, str], list[PlanItem]]:
    """The plans by cue and action, in order: one that is carried on keeps its words."""
    found: dict[tuple[str, str], list[PlanItem]] = {}
    for plan in plans:
        found.setdefault((plan.cue, plan.action), []).append(plan)
    return found


def plan_states(plans: Iterable[PlanItem]) -> str:
    """What became of each of the plans: `done, partly done, open, due 13 November 2026`.

    One that was carried on, without an outcome, is told by the one that carries it on.
    """
    return ", ".join(filter(None, map(_state, plans))) or "carried on"


def plan_counts(plans: Sequence[PlanItem]) -> str:
    """How many were made, and what became of them, in a sentence."""
    kept = sum(plan.kept for plan in plans)
    made = f"{counted(len(plans) - kept, 'plan')} made"
    if kept:
        made += f" and carried on {'once' if kept == 1 else f'{kept} times'}"
    outcomes = Counter(plan.outcome for plan in plans)
    said = [
        f"{outcomes[one]} {'where ' if one == 'cue-never-came' else ''}{words}"
        for one, words in OUTCOME_WORDS.items()
        if outcomes[one]
    ]
    return f"{made}: {', '.join(said)}." if said else f"{made}."


def _state(plan: PlanItem) -> str | None:
    if plan.outcome is not None:
        return OUTCOME_WORDS[plan.outcome]
    if not plan.open:
        return None
    return "open" if plan.due is None else f"open, due {day(plan.due)}"
