"""A nudge in words: a few lines without anything that was typed, unless that is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from learnlead.errors import LearnleadError
from learnlead.journeys.plans import all_plans
from learnlead.journeys.ports import RubricSource, Shelf
from learnlead.own_name import as_typed
from learnlead.reminders.nudge import Nudge
from learnlead.trends.plans import PlanItem

_UNWORDED: Final = "A few minutes for looking back, whenever it suits you."
"""Where a rubric comes without wordings of its own."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A nudge in words.

    Attributes:
        title: `Friday sitting`, all that ever goes elsewhere.
        text: the wording of today.
        commands: what begins the sittings, one a rubric.
        plan: the newest open plan, where it is to be shown and there is one.
    """

    title: str
    text: str
    commands: tuple[str, ...]
    plan: PlanItem | None = None


def title_of(day: str) -> str:
    """`Friday sitting` for `friday`."""
    return f"{day.capitalize()} sitting"


def in_words(
    nudge: Nudge, source: RubricSource, *, day: str, today: date, usual: str, steady: bool
) -> Spoken:
    """The nudge in the words of the first rubric's bank, which take turns from week to week.

    Args:
        nudge: what to say.
        source: rubrics and wordings; one that cannot be read is no reason to stay silent.
        day: the name of the sitting day, such as `friday`.
        today: the local date.
        usual: the rubric that `learnlead reflect` means without being told.
        steady: whether the first wording is always taken.
    """
    return Spoken(
        title_of(day),
        _wording(nudge, source, today, steady=steady) or _UNWORDED,
        tuple(
            as_typed("learnlead reflect") + ("" if rubric == usual else f" --rubric {rubric}")
            for rubric in nudge.rubrics
        ),
    )


def _wording(nudge: Nudge, source: RubricSource, today: date, *, steady: bool) -> str | None:
    try:
        rubric, _ = source.rubric(nudge.rubrics[0])
        bank = source.bank(rubric)[0] if rubric is not None else None
    except LearnleadError:
        return None
    if bank is None:
        return None
    turn = today.toordinal() // 7 + nudge.nth - 1
    steps = ["reminder-after-pause", "reminder"] if nudge.after_pause else ["reminder"]
    worded = (bank.wording(step, sittings=turn, steady=steady) for step in steps)
    return next(filter(None, worded), None)


def newest_open_plan(shelf: Shelf) -> PlanItem | None:
    """The open plan that was made last, in its writer's own words."""
    plans, _ = all_plans(shelf)
    return next((plan for plan in plans if plan.open), None)


def nudge_lines(spoken: Spoken) -> list[str]:
    """What stdout says."""
    lines = [spoken.title, spoken.text]
    if spoken.plan is not None:
        lines.append(f"Your plan: if {spoken.plan.cue}, then I will {spoken.plan.action}")
    return [*lines, *(f"  {command}" for command in spoken.commands)]


def nudge_json(
    nudge: Nudge | None,
    spoken: Spoken | None,
    today: date,
    channels: Mapping[str, bool],
    *,
    show: bool,
) -> dict[str, object]:
    """The same for programs, silence included; `channels` are names, and whether they took it."""
    said: dict[str, object] = {
        "schema": "learnlead/remind/1",
        "today": today.isoformat(),
        "nudge": nudge is not None,
        "rubrics": list(nudge.rubrics) if nudge else [],
        "nth": nudge.nth if nudge else None,
        "after_pause": nudge.after_pause if nudge else None,
        "title": spoken.title if spoken else None,
        "text": spoken.text if spoken else None,
        "commands": list(spoken.commands) if spoken else [],
        "channels": [{"name": name, "taken": taken} for name, taken in channels.items()],
    }
    if show:
        plan = spoken.plan if spoken else None
        said["plan"] = None if plan is None else {"cue": plan.cue, "action": plan.action}
    return said
