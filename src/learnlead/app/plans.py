"""All plans of the journal: selected, as lines, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words
from learnlead.reports.attributes import problem_json
from learnlead.sitting.context import SittingContext
from learnlead.sitting.plan_words import plan_in_words
from learnlead.text.problem_text import quoted
from learnlead.trends.plans import PlanItem, plan_items


def all_plans(page_store: PageStore) -> tuple[list[PlanItem], list[Problem]]:
    """Every plan of every rubric, newest first."""
    sittings, problems = read_sittings(page_store)
    return list(reversed(plan_items(sittings, sittings))), problems


def select_plan(plans: Sequence[PlanItem], named: str | None) -> PlanItem:
    """The open plan of that number, as `plan_lines` has it, or of that page; else the only one.

    Raises:
        LearnleadError: there is no such plan, or none is named and not just one is open.
    """
    open_ones = [plan for plan in plans if plan.open]
    if not open_ones:
        raise LearnleadError(Problem("no plan is open", "`learnlead plan list --all` shows all"))
    listed = ", ".join(f"{number}: {plan.id}" for number, plan in enumerate(open_ones, start=1))
    if not named:
        if len(open_ones) > 1:
            raise LearnleadError(Problem(f"{len(open_ones)} plans are open: say which", listed))
        return open_ones[0]
    name = named.removesuffix(".md").rsplit("/", 1)[-1]
    for number, plan in enumerate(open_ones, start=1):
        if name in (str(number), plan.id):
            return plan
    message = f"no open plan is called {quoted(named)}"
    raise LearnleadError(Problem(message, f"`learnlead plan list` shows those there are: {listed}"))


def with_closed_plans(context: SittingContext, page_store: PageStore) -> SittingContext:
    """The context with `closed` up to date: the newest plan may have been closed or kept since."""
    if not context.plans:
        return context
    newest = context.plans[0]
    since = newest.made.isoformat()
    sittings, _ = read_sittings(page_store, [n for n in page_store.listing().names if n >= since])
    closed = {plan.id for plan in plan_items(sittings, sittings) if not plan.open}
    return replace(context, closed=frozenset({newest.stem} & closed))


def plan_lines(plans: Sequence[PlanItem], today: date, words: Words, *, every: bool) -> list[str]:
    """Two lines a plan: what it says, and where and when it stands; open ones have a number."""
    if not plans:
        return [words("plans.none" if every else "plans.none-open")]
    lines = []
    numbers = count(1)
    width = len(str(sum(plan.open for plan in plans)))
    for plan in plans:
        if plan.outcome:
            state = words(f"outcome.{plan.outcome}")
        else:
            state = words("plans.open" if plan.open else "plans.carried-on")
        if plan.due is not None and plan.open:
            key = "plans.overdue" if plan.overdue(today) else "plans.due"
            state = words(key, state=state, day=words.full_date(plan.due))
        number = str(next(numbers)) if plan.open else ""
        lines += [
            f"{number:>{width}}  {plan_in_words(plan.cue, plan.action, words)}",
            f"{'':{width}}  {words('plans.state', page=plan.id, state=state)}",
        ]
    return lines


def plans_json(
    plans: Sequence[PlanItem], problems: Sequence[Problem], today: date
) -> dict[str, object]:
    """The same for programs, with what could not be read."""
    return {
        "schema": "learnlead/plans/1",
        "today": today.isoformat(),
        "plans": [
            {
                "id": plan.id,
                "behaviour": plan.behaviour,
                "cue": plan.cue,
                "action": plan.action,
                "due": plan.due.isoformat() if plan.due else None,
                "outcome": plan.outcome,
                "open": plan.open,
                "overdue": plan.overdue(today),
                "kept": plan.kept,
                "page": plan.page,
            }
            for plan in plans
        ],
        "problems": [problem_json(problem) for problem in problems],
    }
