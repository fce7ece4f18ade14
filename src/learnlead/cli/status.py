"""What is due, and what the workspace holds for a sitting: its context, notes, a page begun.

Most of it is not needed to say what is due, so that functions import what they need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar, cast

from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.naming import PageName
from learnlead.page.periods import period_of, sitting_day
from learnlead.reminders.due import DueStatus, rubric_statuses
from learnlead.rubric.model import Depth, Rubric

if TYPE_CHECKING:
    from learnlead.app.passages import ShownPassage
    from learnlead.app.yardsticks import Yardstick
    from learnlead.i18n.words import Words
    from learnlead.rubric.model import Rhythm
    from learnlead.sitting.context import SittingContext
    from learnlead.sitting.note import Note


T = TypeVar("T")

DEFAULT_RUBRIC = "learning-leader"


def due_statuses(app: AppContext) -> list[DueStatus]:
    """Whether each readable rubric in use is due; without a workspace the core one, which is.

    Raises:
        LearnleadError: no rubric can be read.
    """
    if app.workspace_if_any is None:
        period = period_of(app.today, "weekly")
        return [DueStatus(DEFAULT_RUBRIC, due=True, away=False, period=period, last=None)]
    names = app.page_store.page_names()
    return rubric_statuses(names, rhythms_in_use(app, names), app.today, app.settings.away)


def rhythms_in_use(app: AppContext, names: Sequence[PageName]) -> dict[str, Rhythm]:
    """The rhythm of each readable rubric in use; warns of the others.

    Raises:
        LearnleadError: no rubric can be read.
    """
    rhythms: dict[str, Rhythm] = {}
    problems: list[Problem] = []
    for rubric_id in app.rubrics_in_use(names):
        rhythm, rubric_problems = app.rubrics.rhythm(rubric_id)
        problems += rubric_problems
        if rhythm is not None:
            rhythms[rubric_id] = rhythm
    if not rhythms:
        raise LearnleadError(*problems)
    app.warn(problems)
    return rhythms


def due_lines(statuses: Sequence[DueStatus], words: Words = ENGLISH) -> list[str]:
    """A line of text for each rubric."""
    return [_line(status, words) for status in statuses]


def _line(status: DueStatus, words: Words) -> str:
    state = "away" if status.away else "due" if status.due else "not-due"
    line = words(f"due.{state}", rubric=status.rubric)
    return words("due.last", line=line, day=status.last) if status.last else line


def due_json(statuses: Sequence[DueStatus], today: date) -> dict[str, object]:
    """The same as JSON, of schema learnlead/due/1."""
    return {
        "schema": "learnlead/due/1",
        "today": today.isoformat(),
        "due": any(status.due for status in statuses),
        "rubrics": [
            {
                "rubric": status.rubric,
                "due": status.due,
                "away": status.away,
                "period_from": status.period.first.isoformat(),
                "period_to": status.period.last.isoformat(),
                "last": status.last.isoformat() if status.last else None,
            }
            for status in statuses
        ],
    }


def waiting_notes(app: AppContext) -> tuple[Note, ...]:
    """The open notes; none, with a warning, if the inbox cannot be read."""
    from learnlead.page.inbox import open_notes

    return tuple(_read_or_warn(app, lambda: open_notes(app.inbox.read())))


def _read_or_warn(app: AppContext, read: Callable[[], Iterable[T]]) -> list[T]:
    """All that is read; nothing, with a warning, if its file cannot be."""
    try:
        return list(read())
    except LearnleadError as error:
        app.warn(error.problems)
        return []


def sitting_context(
    app: AppContext, rubric: Rubric, day: date, depth: str | None
) -> SittingContext:
    """What a sitting of that rubric on that day is based on; warns of what cannot be read.

    Args:
        app: has the workspace.
        rubric: of the sitting.
        day: that it is about.
        depth: quick, standard or full; None is the one in the settings or the rubric.
    """
    from learnlead.app.prepare import prepare
    from learnlead.app.yardsticks import read_asked_questions

    bank, problems = app.rubrics.bank(rubric)
    app.warn(problems)
    pending, problems = app.focus_waiting.load(rubric.id)
    app.warn(problems)
    settings = app.settings
    return prepare(
        app.page_store,
        rubric,
        bank,
        day=day,
        today=app.today,
        depth=cast("Depth", depth or settings.depth or rubric.depth),
        pending=pending,
        people=settings.people,
        notes=waiting_notes(app),
        asked_questions=_read_or_warn(
            app, lambda: read_asked_questions(app.asked_questions.lines())
        ),
        yardsticks=yardsticks(app),
        shown_passages=shown_passages(app),
        steady=settings.prompts == "steady",
    )


def yardsticks(app: AppContext) -> list[Yardstick]:
    """The writer's yardsticks; none, with a warning, if they cannot be read."""
    from learnlead.app.yardsticks import read_yardsticks

    return _read_or_warn(app, lambda: read_yardsticks(app.yardsticks.lines()))


def shown_passages(app: AppContext) -> list[ShownPassage]:
    """What came back or is hidden; nothing, with a warning, if the record cannot be read."""
    from learnlead.app.passages import read_shown_passages

    return _read_or_warn(app, lambda: read_shown_passages(app.shown_passages.lines()))


def day_of(app: AppContext, option: str | None) -> date | None:
    """The day that `--date` means; None without it."""
    return sitting_day(option, app.today, app.settings.weekday) if option else None


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """An unfinished page of an editor, on which something is answered or wrong.

    Attributes:
        day: that it is about.
        saved: when the file was last written.
        text: without the remarks on problems.
    """

    day: date
    saved: datetime
    text: str


def waiting_page(app: AppContext, rubric: Rubric) -> WaitingPage | None:
    """The rubric's unfinished page, if there is one.

    Raises:
        LearnleadError: its file cannot be read.
    """
    from learnlead.app.editor_page.remarks import without_problems

    paper = app.open_page(rubric.id)
    text = without_problems(paper.read() or "")
    if not text.strip():
        return None

    from learnlead.app.editor_page.read import day_and_depth
    from learnlead.app.editor_page.sheet import read_page, sheet_of

    def context(day: date | None, depth: str | None) -> SittingContext:
        return sitting_context(app, rubric, day or app.today, depth)

    if sheet_of(text, read_page(text, context, app.page_store)) is None:
        return None
    return WaitingPage(day_and_depth(text)[0] or app.today, paper.saved, text)


_COUNTED_WEEKS = 26
"""A sitting reads no more pages, so that it cannot tell how long ago an older focus began."""


def day_and_focus(words: Words, day: date, name: str, since: date | None, rhythm: Rhythm) -> str:
    """The day; with the name of a focus that one, too, and in its first half year the week."""
    written = words.long_date(day)
    if not name:
        return written
    first = period_of(since or day, "weekly").first
    weeks = (period_of(day, "weekly").first - first).days // 7
    if rhythm != "weekly" or weeks >= _COUNTED_WEEKS:
        return words("opener.focus", day=written, name=name)
    return words("opener.week", day=written, n=weeks + 1, name=name)
