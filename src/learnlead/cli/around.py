"""What the workspace says about a sitting before its first question."""

from __future__ import annotations

from datetime import date
from typing import cast

from learnlead.cli.waiting_notes import waiting_notes
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError
from learnlead.journal.days import sitting_day
from learnlead.journeys.asking_someone import Asked, read_asked
from learnlead.journeys.preparing import prepare
from learnlead.journeys.yardsticks import Yardstick, read_yardsticks
from learnlead.reflection.circumstances import Circumstances
from learnlead.rubric.model import Depth, Rubric


def circumstances(desk: Desk, rubric: Rubric, day: date, depth: str | None) -> Circumstances:
    """What the workspace says about a sitting of that rubric on that day."""
    bank, problems = desk.rubrics.bank(rubric)
    desk.warn(problems)
    pending, problems = desk.focus_waiting.load(rubric.id)
    desk.warn(problems)
    settings = desk.settings
    return prepare(
        desk.shelf,
        rubric,
        bank,
        day=day,
        today=desk.today,
        depth=cast("Depth", depth or settings.depth or rubric.depth),
        pending=pending,
        people=settings.people,
        notes=waiting_notes(desk),
        asked=_asked(desk),
        yardsticks=yardsticks(desk),
        steady=settings.prompts == "steady",
    )


def _asked(desk: Desk) -> list[Asked]:
    """The questions that were given out; records that cannot be read are told, and stop nothing."""
    try:
        return read_asked(desk.asked.lines())
    except LearnleadError as error:
        desk.warn(error.problems)
        return []


def yardsticks(desk: Desk) -> list[Yardstick]:
    """The yardsticks that were kept; records that cannot be read are told, and stop nothing."""
    try:
        return read_yardsticks(desk.yardsticks.lines())
    except LearnleadError as error:
        desk.warn(error.problems)
        return []


def day_of(desk: Desk, option: str | None) -> date | None:
    """The day that `--date` means; None without it."""
    return sitting_day(option, desk.today, desk.settings.weekday) if option else None
