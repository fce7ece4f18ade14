"""Where each rubric in use stands, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from learnlead.app.editor_page.remarks import without_problems
from learnlead.app.prepare import prepare
from learnlead.app.yardsticks import AskedQuestion, Yardstick, read_asked_questions, read_yardsticks
from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.page.dates import sitting_day
from learnlead.page.inbox import open_notes
from learnlead.page.naming import PageName
from learnlead.page.periods import period_of
from learnlead.reminders.due import DueStatus, rubric_statuses
from learnlead.rubric.model import Depth, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.note import Note

if TYPE_CHECKING:
    from learnlead.rubric.model import Rhythm


DEFAULT_RUBRIC = "learning-leader"


def due_statuses(app: AppContext) -> list[DueStatus]:
    """Each rubric in use that can be read; without a workspace the core one, which is due.

    Raises:
        LearnleadError: none of them can be read, so that nothing can be said.
    """
    if app.found is None:
        period = period_of(app.today, "weekly")
        return [DueStatus(DEFAULT_RUBRIC, due=True, away=False, period=period, last=None)]
    names = app.page_store.page_names()
    return rubric_statuses(names, rhythms_in_use(app, names), app.today, app.settings.away)


def rhythms_in_use(app: AppContext, names: Sequence[PageName]) -> dict[str, Rhythm]:
    """The rhythm of each rubric in use that can be read; the others are told.

    Raises:
        LearnleadError: none of them can be read, so that nothing can be said.
    """
    rhythms: dict[str, Rhythm] = {}
    problems: list[Problem] = []
    for rubric_id in app.rubrics_in_use(names):
        rhythm, found = app.rubrics.rhythm(rubric_id)
        problems += found
        if rhythm is not None:
            rhythms[rubric_id] = rhythm
    if not rhythms:
        raise LearnleadError(*problems)
    app.warn(problems)
    return rhythms


def due_lines(found: Sequence[DueStatus]) -> list[str]:
    """One plain line a rubric."""
    return [_line(one) for one in found]


def _line(one: DueStatus) -> str:
    last = f"; last held on {one.last}" if one.last else ""
    if one.away:
        return f"{one.rubric}: not due, marked as away{last}"
    if one.due:
        return f"{one.rubric}: due{last}"
    return f"{one.rubric}: not due{last}"


def due_json(found: Sequence[DueStatus], today: date) -> dict[str, object]:
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


def waiting_notes(app: AppContext) -> tuple[Note, ...]:
    """The open notes; an inbox that cannot be read is told, and stops nothing."""
    try:
        return open_notes(app.inbox.read())
    except LearnleadError as error:
        app.warn(error.problems)
        return ()


def sitting_context(
    app: AppContext, rubric: Rubric, day: date, depth: str | None
) -> SittingContext:
    """What the workspace says about a sitting of that rubric on that day."""
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
        asked_questions=_asked(app),
        yardsticks=yardsticks(app),
        steady=settings.prompts == "steady",
    )


def _asked(app: AppContext) -> list[AskedQuestion]:
    """The questions that were given out; records that cannot be read are told, and stop nothing."""
    try:
        return read_asked_questions(app.asked.lines())
    except LearnleadError as error:
        app.warn(error.problems)
        return []


def yardsticks(app: AppContext) -> list[Yardstick]:
    """The yardsticks that were kept; records that cannot be read are told, and stop nothing."""
    try:
        return read_yardsticks(app.yardsticks.lines())
    except LearnleadError as error:
        app.warn(error.problems)
        return []


def day_of(app: AppContext, option: str | None) -> date | None:
    """The day that `--date` means; None without it."""
    return sitting_day(option, app.today, app.settings.weekday) if option else None


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page on which something is answered, or wrong.

    Attributes:
        day: that it is about.
        saved: when it was last put on disk.
        text: without remarks.
    """

    day: date
    saved: datetime
    text: str


def waiting_page(app: AppContext, rubric: Rubric) -> WaitingPage | None:
    """The rubric's page, if one waits.

    Raises:
        LearnleadError: what lies in its place cannot be read.
    """
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
