"""Plans in the leader's own words, with their outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from learnlead.i18n.words import Words
from learnlead.reports.document import (
    Block,
    Extent,
    Item,
    Listing,
    Paragraph,
    Styled,
)
from learnlead.reports.document import Words as Text
from learnlead.sitting.mark import OUTCOMES, Outcome
from learnlead.trends.model import Trends
from learnlead.trends.plans import PlanItem

if TYPE_CHECKING:  # trends know no bundle
    from learnlead.coach.bundle import SentPlan

P = TypeVar("P", PlanItem, "SentPlan")

_MOST, _IN_SIGHT = 3, 5
"""Plans that a screen shows; plans of a record that are shown without unfolding."""


def plans(trends: Trends, extent: Extent, words: Words, *, closed: bool) -> Iterator[Block]:
    """Counts, and the plans in their own words.

    Args:
        trends: with the plans.
        extent: a record has all plans, newest first; a screen the newest few, newest last.
        words: of the reader's language.
        closed: whether a screen also shows plans that are no longer open.
    """
    if not trends.plans:
        return
    yield Paragraph(_counts(trends.plans, words))
    if extent == "record":
        items = _items(trends.plans, words)[::-1]
        yield Listing(items, "plans", shown=_IN_SIGHT, more=words("plans.earlier"))
        return
    items = _items((plan for plan in trends.plans if closed or plan.open), words)
    if items:
        yield Listing(items[-_MOST:], "plans")
    if len(items) > _MOST:
        yield Paragraph(words("plans.more"), "aside")


def newest_plan(trends: Trends, words: Words) -> Iterator[Block]:
    """The newest plan, if it is open."""
    yield Listing(_items((plan for plan in trends.plans if plan.open), words)[-1:], "plans")


def _items(plans: Iterable[PlanItem], words: Words) -> tuple[Item, ...]:
    """The plans in order; those with the same words are one item."""
    return tuple(
        Item(_plan_words(cue, action, words), _states(same, words))
        for (cue, action), same in plans_by_words(plans).items()
    )


def plans_by_words(plans: Iterable[P]) -> dict[tuple[str, str], list[P]]:
    """The plans grouped by cue and action, in order; a carried-on plan keeps its words."""
    by_words: dict[tuple[str, str], list[P]] = {}
    for plan in plans:
        by_words.setdefault((plan.cue, plan.action), []).append(plan)
    return by_words


def _plan_words(cue: str, action: str, words: Words) -> Text:
    """`If a report asks, then I will wait`."""
    return (words("plan.if"), Styled(cue), words("plan.then"), Styled(action))


def _states(plans: Iterable[PlanItem], words: Words) -> str:
    """The states of the plans: `done, partly done, open, due 13 November 2026`.

    A plan that was carried on without an outcome is left out.
    """
    states = (_plan_state(plan.outcome, plan.due, words, is_open=plan.open) for plan in plans)
    return ", ".join(filter(None, states)) or words("plans.carried-on")


def _counts(plans: Sequence[PlanItem], words: Words) -> str:
    """The numbers of plans made, carried on and by outcome, as a sentence."""
    carried_on = sum(plan.kept for plan in plans)
    made = words.counted(len(plans) - carried_on, "plans.made")
    if carried_on:
        number = "one" if carried_on == 1 else "many"
        made = words(f"plans.made-carried-on.{number}", made=made, n=carried_on)
    outcomes = Counter(plan.outcome for plan in plans)
    counts = [
        words(f"plans.count.{outcome}", n=outcomes[outcome])
        for outcome in OUTCOMES
        if outcomes[outcome]
    ]
    if not counts:
        return words("plans.counts-none", made=made)
    return words("plans.counts", made=made, outcomes=", ".join(counts))


def _plan_state(
    outcome: Outcome | None, due: date | None, words: Words, *, is_open: bool
) -> str | None:
    """The state of a plan; None if it was carried on without an outcome."""
    if outcome is not None:
        return words(f"plans.outcome.{outcome}")
    if not is_open:
        return None
    return words("plans.open") if due is None else words("plans.open-due", day=words.full_date(due))
