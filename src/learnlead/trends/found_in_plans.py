"""What stands out in plans and what stood in their way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from learnlead.journal.sitting import Sitting
from learnlead.trends.finding import Finding
from learnlead.trends.found_in_ratings import RUNNING
from learnlead.trends.parts import NEWEST
from learnlead.trends.plans import PlanItem
from learnlead.trends.saying import Said
from learnlead.trends.terms import terms_in

_MOST_OF_THEM = 2 / 3
_KEPT_LONG = 4


def stuck_plan(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plans with an outcome, where three or more running were not done."""
    settled = [plan for plan in plans if plan.outcome is not None]
    running = list(takewhile(lambda plan: plan.outcome == "not-done", reversed(settled)))
    if len(running) >= RUNNING:
        pages = tuple(plan.id for plan in reversed(running))
        yield Finding("stuck-plan", running[0].id, pages, len(running))


def plans_done(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plans with an outcome, where two thirds of them or more were done."""
    settled = [plan for plan in plans if plan.outcome is not None][-NEWEST:]
    done = [plan for plan in settled if plan.outcome == "done"]
    if len(done) >= max(RUNNING, _MOST_OF_THEM * len(settled)):
        pages = tuple(plan.id for plan in done)
        yield Finding("plans-done", done[-1].id, pages, len(settled), len(done))


def plan_kept(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plan, where it was kept through four sittings or more and done at times."""
    newest = plans[-1] if plans else None
    if newest is None or not newest.kept:
        return
    words = (newest.cue, newest.action)
    same = list(takewhile(lambda plan: (plan.cue, plan.action) == words, reversed(plans)))
    done = [plan for plan in same if plan.outcome in ("done", "partly")]
    if len(same) >= _KEPT_LONG and done:
        pages = tuple(plan.id for plan in reversed(same))
        yield Finding("plan-kept", newest.id, pages, len(same), len(done))


def stuck_obstacle(sittings: Sequence[Sitting], said: Said) -> Iterator[Finding]:
    """The term that stands in most obstacles of the newest sittings, if in three or more.

    Of several the longer one, then the one that stood there last.
    """
    newest = sittings[-NEWEST:]
    places: dict[str, list[str]] = {}
    for sitting in newest:
        obstacles = [one.text for one in said.get(sitting.stem, ()) if one.kind == "obstacle"]
        for term in dict.fromkeys(term for text in obstacles for term in terms_in(text)):
            places.setdefault(term, []).append(sitting.stem)
    terms = [term for term, pages in places.items() if len(pages) >= RUNNING]
    if terms:
        most = max(terms, key=lambda t: (len(places[t]), " " in t, places[t][-1], t))
        pages = tuple(places[most])
        yield Finding("stuck-obstacle", most, pages, len(newest), len(pages))
