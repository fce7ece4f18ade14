"""Plans in the leader's own words, with their outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from learnlead.own_name import as_typed
from learnlead.reports.document import (
    Block,
    Extent,
    Item,
    Listing,
    Paragraph,
    Styled,
    Words,
)
from learnlead.reports.words import counted, day
from learnlead.sitting.mark import Outcome
from learnlead.sitting.plan_words import OUTCOME_WORDS
from learnlead.trends.model import Trends
from learnlead.trends.plans import PlanItem

if TYPE_CHECKING:  # trends know no bundle
    from learnlead.coach.bundle import SentPlan

P = TypeVar("P", PlanItem, "SentPlan")

_MOST, _IN_SIGHT = 3, 5
"""Plans that a screen shows; plans of a record that are shown without unfolding."""


def plans(trends: Trends, extent: Extent, *, closed: bool) -> Iterator[Block]:
    """Counts, and the plans in their own words.

    Args:
        trends: with the plans.
        extent: a record has all plans, newest first; a screen the newest few, newest last.
        closed: whether a screen also shows plans that are no longer open.
    """
    if not trends.plans:
        return
    yield Paragraph(_counts(trends.plans))
    if extent == "record":
        items = _items(trends.plans)[::-1]
        yield Listing(items, "plans", shown=_IN_SIGHT, more="Earlier plans")
        return
    items = _items(plan for plan in trends.plans if closed or plan.open)
    if items:
        yield Listing(items[-_MOST:], "plans")
    if len(items) > _MOST:
        yield Paragraph(as_typed("`learnlead plan list` shows more."), "aside")


def newest_plan(trends: Trends) -> Iterator[Block]:
    """The newest plan, if it is open."""
    yield Listing(_items(plan for plan in trends.plans if plan.open)[-1:], "plans")


def _items(plans: Iterable[PlanItem]) -> tuple[Item, ...]:
    """The plans in order; those with the same words are one item."""
    return tuple(
        Item(plan_words(*words), _states(same)) for words, same in plans_by_words(plans).items()
    )


def plans_by_words(plans: Iterable[P]) -> dict[tuple[str, str], list[P]]:
    """The plans grouped by cue and action, in order; a carried-on plan keeps its words."""
    by_words: dict[tuple[str, str], list[P]] = {}
    for plan in plans:
        by_words.setdefault((plan.cue, plan.action), []).append(plan)
    return by_words


def plan_words(cue: str, action: str) -> Words:
    """`If a report asks, then I will wait`."""
    return ("If ", Styled(cue), ", then I will ", Styled(action))


def _states(plans: Iterable[PlanItem]) -> str:
    """The states of the plans: `done, partly done, open, due 13 November 2026`.

    A plan that was carried on without an outcome is left out.
    """
    return ", ".join(filter(None, map(_state, plans))) or "carried on"


def _counts(plans: Sequence[PlanItem]) -> str:
    """The numbers of plans made, carried on and by outcome, as a sentence."""
    carried_on = sum(plan.kept for plan in plans)
    made = f"{counted(len(plans) - carried_on, 'plan')} made"
    if carried_on:
        made += f" and carried on {'once' if carried_on == 1 else f'{carried_on} times'}"
    outcomes = Counter(plan.outcome for plan in plans)
    outcomes_in_words = [
        f"{outcomes[outcome]} {'where ' if outcome == 'cue-never-came' else ''}{words}"
        for outcome, words in OUTCOME_WORDS.items()
        if outcomes[outcome]
    ]
    return f"{made}: {', '.join(outcomes_in_words)}." if outcomes_in_words else f"{made}."


def _state(plan: PlanItem) -> str | None:
    return plan_state(plan.outcome, plan.due, is_open=plan.open)


def plan_state(outcome: Outcome | None, due: date | None, *, is_open: bool) -> str | None:
    """The state of a plan; None if it was carried on without an outcome."""
    if outcome is not None:
        return OUTCOME_WORDS[outcome]
    if not is_open:
        return None
    return "open" if due is None else f"open, due {day(due)}"
