"""What `learnlead.yaml` says, and what holds where it says nothing."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from learnlead.errors import Problem
from learnlead.plaintext.words import did_you_mean, quoted
from learnlead.rubric.model import Depth, Id, Line
from learnlead.storage.reading import read_text
from learnlead.storage.workspace import DEFAULT_JOURNAL, SETTINGS_FILE, Workspace

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAYS: Final[dict[str, Weekday]] = {
    "mon": "monday",
    "tue": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "fri": "friday",
    "sat": "saturday",
    "sun": "sunday",
}


_DAY: Final = r"(\d{4}-\d\d-\d\d)"
_RANGE: Final = re.compile(rf"{_DAY}(?: *\.\. *{_DAY})?", re.ASCII)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _full_weekday(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    return _WEEKDAYS.get(word, word)


def _away_range(value: Any) -> Any:
    """The first and the last day, both inside, of `2026-12-21..2027-01-03`; of one day both.

    What is a pair already stays one.

    Raises:
        ValueError: it reads otherwise, or ends before it begins.
    """
    if isinstance(value, tuple):
        return value
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("write days off like 2026-12-21..2027-01-03")
    first = date.fromisoformat(found[1])
    last = date.fromisoformat(found[2] or found[1])
    if last < first:
        raise ValueError(f"{found[2]} comes before {found[1]}")
    return first, last


Words = Annotated[tuple[Line, ...], BeforeValidator(_as_list)]
Away = tuple[date, date]
"""Days off, first and last both inside."""


class Settings(BaseModel):
    """The settings of a workspace; keys that this version does not know are kept as extras.

    Attributes:
        journal: the folder of pages, seen from the workspace.
        rubric: ids of the rubrics that are always in use; the first is the one meant by default.
        depth: of a sitting; None leaves it to the rubric.
        language: of rubrics and wording; None leaves it to the rubric.
        day: the day to sit down.
        prompts: whether wordings take turns.
        people: role labels offered in place of names.
        share: words that belong in what is shared with a coach.
        support: words on where help is found at this workplace.
        away: days off.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    journal: Line = DEFAULT_JOURNAL
    rubric: Annotated[tuple[Id, ...], BeforeValidator(_as_list), Field(min_length=1)] = (
        "learning-leader",
    )
    depth: Depth | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    day: Annotated[Weekday, BeforeValidator(_full_weekday)] = "friday"
    prompts: Literal["rotate", "steady"] = "rotate"
    people: Words = ()
    share: Words = ()
    support: Words = ()
    away: Annotated[
        tuple[Annotated[Away, BeforeValidator(_away_range)], ...], BeforeValidator(_as_list)
    ] = ()

    @property
    def weekday(self) -> int:
        """The day to sit down, Monday 0 to Sunday 6."""
        return list(_WEEKDAYS.values()).index(self.day)


def load_settings(workspace: Workspace) -> tuple[Settings | None, list[Problem]]:
    """The workspace's settings; see `read_settings`.

    Raises:
        LearnleadError: the file is no text.
        MachineFailed: the file cannot be read.
    """
    return read_settings(read_text(workspace.settings, SETTINGS_FILE))


def read_settings(text: str, file: str = SETTINGS_FILE) -> tuple[Settings | None, list[Problem]]:
    """The settings in that text, or None and what is wrong with it.

    Keys that this version does not know are one warning each.
    """
    if _says_nothing(text):
        return Settings(), []
    from learnlead.plaintext.typed import typed
    from learnlead.plaintext.yaml_reader import read_yaml

    document, problems = read_yaml(text, file=file)
    if document is None:
        return None, problems
    keys = document.data if isinstance(document.data, dict) else {}
    unknown = [
        Problem(
            f"the key {quoted(key)} means nothing to this version",
            remedy=did_you_mean(key, Settings.model_fields) or "it is left as it is",
            file=file,
            line=document.line_of([key]),
            severity="warning",
        )
        for key in keys
        if key not in Settings.model_fields
    ]
    return typed(Settings, document, file=file, found=unknown)


def _says_nothing(text: str) -> bool:
    """Whether there are only comments: spares loading the YAML reader at every start."""
    lines = text.removeprefix("\ufeff").splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
