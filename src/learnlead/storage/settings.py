"""What a workspace is set to, and what holds where nobody said anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from learnlead.storage.workspace import DEFAULT_JOURNAL

if TYPE_CHECKING:  # `learnlead due` needs none of the models
    from learnlead.coaching.kinds import Kind
    from learnlead.rubric.model import Depth

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[dict[str, Weekday]] = {
    "mon": "monday",
    "tue": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}
"""The days by their short names, Monday first."""

Away = tuple[date, date]
"""Days off, first and last both inside."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace.

    Attributes:
        journal: the folder of pages, seen from the workspace.
        rubric: ids of the rubrics that are always in use; the first is the one meant by default.
        depth: of a sitting; None leaves it to the rubric.
        language: of rubrics and wording; None leaves it to the rubric.
        day: the day to sit down.
        prompts: whether wordings take turns.
        people: role labels offered in place of names.
        share: the kinds of lines that may leave for a coach; None is all of them, () is none.
        support: words on where help is found at this workplace.
        away: days off.
    """

    journal: str = DEFAULT_JOURNAL
    rubric: tuple[str, ...] = ("learning-leader",)
    depth: Depth | None = None
    language: str | None = None
    day: Weekday = "friday"
    prompts: Literal["rotate", "steady"] = "rotate"
    people: tuple[str, ...] = ()
    share: tuple[Kind, ...] | None = None
    support: tuple[str, ...] = ()
    away: tuple[Away, ...] = ()

    @property
    def weekday(self) -> int:
        """The day to sit down, Monday 0 to Sunday 6."""
        return list(WEEKDAYS.values()).index(self.day)
