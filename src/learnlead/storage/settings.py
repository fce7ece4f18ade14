"""What a workspace is set to, and what holds where nobody said anything."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from learnlead.plaintext.faults import Complaint
from learnlead.plaintext.parts import Id, Line
from learnlead.reflection.kinds import Kind
from learnlead.rubric.model import Depth
from learnlead.storage.workspace import DEFAULT_JOURNAL

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

_DAY: Final = r"(\d{4}-\d\d-\d\d)"
_RANGE: Final = re.compile(rf"{_DAY}(?: *\.\. *{_DAY})?", re.ASCII)


def full_weekday(value: Any) -> Any:
    """`friday` for `Fri` and `FRIDAY`; what is no text stays what it is."""
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    return WEEKDAYS.get(word, word)


def _away_range(value: Any) -> Away:
    """The first and the last day, both inside, of `2026-12-21..2027-01-03`; of one day both."""
    if isinstance(value, tuple):  # from the program; a file has lists
        return value
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    try:
        days = [date.fromisoformat(day) for day in found.groups() if day] if found else []
    except ValueError:
        days = []
    if not days:
        raise Complaint("these are no days", "write days off like 2026-12-21..2027-01-03")
    if days[-1] < days[0]:
        raise Complaint(f"{days[-1]} comes before {days[0]}", "put the first day first")
    return days[0], days[-1]


_one_is_a_list: Final = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)

_Lines = Annotated[tuple[Line, ...], _one_is_a_list]


class Settings(BaseModel):
    """The settings of a workspace, as `learnlead.yaml` writes them.

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

    model_config = ConfigDict(frozen=True)

    journal: Line = DEFAULT_JOURNAL
    rubric: Annotated[tuple[Id, ...], _one_is_a_list, Field(min_length=1)] = ("learning-leader",)
    depth: Depth | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    day: Annotated[Weekday, BeforeValidator(full_weekday)] = "friday"
    prompts: Literal["rotate", "steady"] = "rotate"
    people: _Lines = ()
    share: Annotated[tuple[Kind, ...], _one_is_a_list] | None = None
    support: _Lines = ()
    away: Annotated[tuple[Annotated[Away, BeforeValidator(_away_range)], ...], _one_is_a_list] = ()

    @property
    def weekday(self) -> int:
        """The day to sit down, Monday 0 to Sunday 6."""
        return list(WEEKDAYS.values()).index(self.day)
