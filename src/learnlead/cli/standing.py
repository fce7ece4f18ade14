"""Where each rubric in use stands: due, held, or away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import PageName
from learnlead.journal.week import period_of
from learnlead.reminders.due import Due, due

if TYPE_CHECKING:  # `learnlead due` needs none of the models
    from learnlead.rubric.model import Rhythm

DEFAULT_RUBRIC = "learning-leader"


def standing(desk: Desk) -> list[Due]:
    """Each rubric in use that can be read; without a workspace the core one, which is due.

    Raises:
        LearnleadError: none of them can be read, so that nothing can be said.
    """
    if desk.found is None:
        period = period_of(desk.today, "weekly")
        return [Due(DEFAULT_RUBRIC, due=True, away=False, period=period, last=None)]
    names = desk.shelf.page_names()
    return due(names, rhythms_in_use(desk, names), desk.today, desk.settings.away)


def rhythms_in_use(desk: Desk, names: Sequence[PageName]) -> dict[str, Rhythm]:
    """The rhythm of each rubric in use that can be read; the others are told.

    Raises:
        LearnleadError: none of them can be read, so that nothing can be said.
    """
    rhythms: dict[str, Rhythm] = {}
    problems: list[Problem] = []
    for rubric_id in desk.rubrics_in_use(names):
        rhythm, found = desk.rubrics.rhythm(rubric_id)
        problems += found
        if rhythm is not None:
            rhythms[rubric_id] = rhythm
    if not rhythms:
        raise LearnleadError(*problems)
    desk.warn(problems)
    return rhythms


def due_lines(found: Sequence[Due]) -> list[str]:
    """One plain line a rubric."""
    return [_line(one) for one in found]


def _line(one: Due) -> str:
    last = f"; last held on {one.last}" if one.last else ""
    if one.away:
        return f"{one.rubric}: not due, marked as away{last}"
    if one.due:
        return f"{one.rubric}: due{last}"
    return f"{one.rubric}: not due{last}"


def due_json(found: Sequence[Due], today: date) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": "learnlead/due/1",
        "today": today.isoformat(),
        "due": any(one.due for one in found),
        "rubrics": [
            {
                "rubric": one.rubric,
                "due": one.due,
                "away": one.away,
                "period_from": one.period.first.isoformat(),
                "period_to": one.period.last.isoformat(),
                "last": one.last.isoformat() if one.last else None,
            }
            for one in found
        ],
    }
