"""`learnlead.yaml`: read, with all that is wrong at its line; days off added to it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from learnlead.adapters.disk.files.changing import change_text
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.workspace import DEFAULT_JOURNAL, SETTINGS_FILE, Workspace
from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Depth
from learnlead.sitting.kinds import Kind
from learnlead.text.model_faults import Complaint
from learnlead.text.problem_text import did_you_mean, quoted
from learnlead.text.typed import Id, Line, typed
from learnlead.text.yaml_reader import read_yaml

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
    match = _RANGE.fullmatch(value) if isinstance(value, str) else None
    try:
        days = [date.fromisoformat(day) for day in match.groups() if day] if match else []
    except ValueError:
        days = []
    if not days:
        raise Complaint("these are no days", "write days off like 2026-12-21..2027-01-03")
    if days[-1] < days[0]:
        raise Complaint(f"{days[-1]} comes before {days[0]}", "put the first day first")
    return days[0], days[-1]


_as_list: Final = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)

_Lines = Annotated[tuple[Line, ...], _as_list]


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
        shows_plans: whether home may show the words of open plans, which somebody else may see.
    """

    model_config = ConfigDict(frozen=True)

    journal: Line = DEFAULT_JOURNAL
    rubric: Annotated[tuple[Id, ...], _as_list, Field(min_length=1)] = ("learning-leader",)
    depth: Depth | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    day: Annotated[Weekday, BeforeValidator(full_weekday)] = "friday"
    prompts: Literal["rotate", "steady"] = "rotate"
    people: _Lines = ()
    share: Annotated[tuple[Kind, ...], _as_list] | None = None
    support: _Lines = ()
    away: Annotated[tuple[Annotated[Away, BeforeValidator(_away_range)], ...], _as_list] = ()
    shows_plans: Annotated[bool, Field(alias="show-plans")] = False

    @property
    def weekday(self) -> int:
        """The day to sit down, Monday 0 to Sunday 6."""
        return list(WEEKDAYS.values()).index(self.day)


_KEYS: Final = [field.alias or name for name, field in Settings.model_fields.items()]


def load_settings(workspace: Workspace) -> tuple[Settings | None, list[Problem]]:
    """The workspace's settings; see `read_settings`.

    Raises:
        LearnleadError: the file is no text.
        MachineFailed: the file cannot be read.
    """
    return read_settings(read_text(workspace.settings, SETTINGS_FILE))


def line_of(workspace: Workspace, key: str) -> int | None:
    """The line of the settings on which the key stands, if it does.

    Raises:
        LearnleadError: the file is no text.
        MachineFailed: the file cannot be read.
    """
    document, _ = read_yaml(read_text(workspace.settings, SETTINGS_FILE))
    return None if document is None else document.line_of_key(key)


def read_settings(text: str) -> tuple[Settings | None, list[Problem]]:
    """The settings in that text, or None and what is wrong with it.

    Keys that this version does not know are one warning each.
    """
    document, problems = read_yaml(text, file=SETTINGS_FILE, in_part=True)
    if document is None:
        return None, problems
    unknown = [
        Problem(
            f"the key {quoted(key)} means nothing to this version",
            remedy=did_you_mean(key, _KEYS) or "it is left as it is",
            file=SETTINGS_FILE,
            line=document.line_of([key]),
            severity="warning",
        )
        for key in document.keys
        if key not in _KEYS
    ]
    return typed(Settings, document, file=SETTINGS_FILE, earlier=[*problems, *unknown])


_KEY = "away"


def add_away(workspace: Workspace, first: date, last: date) -> None:
    """Add days off to the workspace's settings; see `append_away`.

    Raises:
        LearnleadError: they cannot be added, or the file is being changed; it is as it was.
        MachineFailed: the machine refused; the file is whole.
    """
    with report_failures("change the settings", SETTINGS_FILE):
        change_text(
            workspace.settings,
            SETTINGS_FILE,
            lambda text: append_away(text, first, last),
        )


def append_away(text: str, first: date, last: date) -> str:
    """The settings with those days off added to `away`; every other byte stays.

    A list of lines gets one line more, a list in brackets one entry more, a single range becomes
    a list in brackets, and where there is no `away` it is added at the end. Days that stand
    there already are not added again.

    Raises:
        LearnleadError: the text is no YAML, or is written in a way that this cannot change
            safely; the message has the line to add by hand.
    """
    entry = f"{first}..{last}"
    document, problems = read_yaml(text, file=SETTINGS_FILE)
    if document is None:
        raise LearnleadError(*problems)
    before = {} if document.data is None else document.data
    if isinstance(before, dict):
        already = before.get(_KEY)
        entries = already if isinstance(already, list) else [already] if already else []
        if entry in entries:
            return text
        changed = _with_entry(text, entry)
        after, _ = read_yaml(changed)
        if after is not None and after.data == before | {_KEY: [*entries, entry]}:
            return changed
    raise LearnleadError(
        Problem(
            "days off cannot be added to this file without rewriting it",
            remedy=f"add this by hand: {_KEY}: [{entry}]",
            file=SETTINGS_FILE,
        )
    )


def _with_entry(text: str, entry: str) -> str:  # noqa: PLR0911 - one way of writing it each
    """The one edit that suits how the file is written; the caller checks that it does."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return text
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    away = next((value for key, value in pairs if key.value == _KEY), None)
    if away is None:
        indent = " " * (pairs[0][0].start_mark.column if pairs else 0)
        return _with_line(text, len(text), f"{indent}{_KEY}: [{entry}]", end=_line_break(text))
    begins, ends = away.start_mark.index, away.end_mark.index
    if isinstance(away, yaml.ScalarNode):
        value = text[begins:ends]
        return text[:begins] + (f"[{value}, {entry}]" if value else f" [{entry}]") + text[ends:]
    if not isinstance(away, yaml.SequenceNode):
        return text
    if not away.value:
        return f"{text[: begins + 1]}{entry}{text[begins + 1 :]}"
    after = away.value[-1].end_mark.index
    if away.flow_style:
        return f"{text[:after]}, {entry}{text[after:]}"
    line_end = text.find("\n", after) + 1
    indent = " " * away.start_mark.column
    return _with_line(
        text, line_end or len(text), f"{indent}- {entry}", end=_line_break(text) if line_end else ""
    )


def _with_line(text: str, at: int, line: str, end: str) -> str:
    """The text with a line of its own before `at`."""
    missing = "" if at == 0 or text[at - 1] == "\n" else _line_break(text)
    return f"{text[:at]}{missing}{line}{end}{text[at:]}"


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
