"""The output of `learnlead` without a command: what is due, and what is unfinished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from learnlead.app.coach_questions import newest_with_time, questions_in, waiting_replies
from learnlead.app.focus import FocusStatus, focus_status_of
from learnlead.app.notes import notes_to_offer
from learnlead.app.pages import NEWEST_PAGES, read_sittings
from learnlead.app.prompter import CardLine
from learnlead.cli.console import make_prompter
from learnlead.cli.context import AppContext
from learnlead.cli.status import (
    WaitingPage,
    day_and_focus,
    due_json,
    due_lines,
    due_statuses,
    waiting_notes,
    waiting_page,
)
from learnlead.errors import LearnleadError
from learnlead.i18n.words import Words
from learnlead.own_name import as_typed
from learnlead.page.periods import period_of
from learnlead.reminders.due import DueStatus
from learnlead.rubric.model import Rubric
from learnlead.sitting.note import Note
from learnlead.sitting.plan_words import plan_in_words
from learnlead.sitting.question import Choice
from learnlead.trends.plans import PlanItem, plan_items

WEEKS_AT_MOST = 52
"""Squares of the strip, on one line of 80 columns."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is due, and what is unfinished.

    Attributes:
        workspace: the path of its folder.
        rubric: the one meant by default.
        titles: of the rubrics in use, by id, where there are several.
        draft: the day on which an unfinished sitting began, None without one.
        draft_day: the day that it is about.
        page: the unfinished page of an editor, None without one.
        sittings: the number of readable pages.
        held: in how many periods of the rubric a sitting was held.
        notes: those that a sitting today would offer.
        coach_questions: the number of a coach's questions that the next sitting asks.
        problems: the number of problems in the journal.
    """

    workspace: str
    rubric: Rubric
    titles: Mapping[str, str]
    today: date
    rubrics: list[DueStatus]
    focus: FocusStatus
    plans: list[PlanItem]
    draft: date | None
    draft_day: date | None
    page: WaitingPage | None
    sittings: int
    held: int
    notes: tuple[Note, ...]
    coach_questions: int
    problems: int


def read_overview(app: AppContext) -> Overview:
    """Read the overview of the workspace.

    Raises:
        LearnleadError: there is no workspace, or its rubric cannot be read.
    """
    workspace, rubric = app.workspace, app.rubric()
    sittings, problems = read_sittings(app.page_store)
    draft, lost = app.drafts.load(rubric.id)
    app.warn(lost)
    today = app.today
    past_sittings = [
        sitting for sitting in sittings if sitting.rubric == rubric.id and sitting.date <= today
    ]
    last = newest_with_time(past_sittings[-NEWEST_PAGES:])
    names = app.page_store.listing().names
    statuses = due_statuses(app)
    others = {s.rubric: app.rubrics.rubric(s.rubric)[0] for s in statuses if len(statuses) > 1}
    return Overview(
        workspace=str(workspace.root),
        rubric=rubric,
        titles={each: other.title if other else each for each, other in others.items()},
        today=today,
        rubrics=statuses,
        focus=focus_status_of(sittings, problems, rubric, app.focus_waiting),
        plans=[plan for plan in reversed(plan_items(sittings, sittings)) if plan.open],
        draft=draft.begun.date() if draft else None,
        draft_day=draft.day if draft else None,
        page=_page(app, rubric),
        sittings=len(sittings),
        held=len({period_of(sitting.date, rubric.rhythm) for sitting in past_sittings}),
        notes=tuple(
            note
            for note in notes_to_offer(waiting_notes(app), today, last.date if last else None)
            if not note.is_tally
        ),
        coach_questions=len(
            questions_in(waiting_replies(names, app.page_store, rubric.id, last, today))
        ),
        problems=len(problems),
    )


def _page(app: AppContext, rubric: Rubric) -> WaitingPage | None:
    """The unfinished page; None, with a warning, if it cannot be read."""
    try:
        return waiting_page(app, rubric)
    except LearnleadError as error:
        app.warn(error.problems)
        return None


def overview_lines(overview: Overview, words: Words, *, show: bool) -> Iterator[str]:
    """A line for each fact; the writer's own words only if `show` is set."""
    yield from map(as_typed, due_lines(overview.rubrics, words))
    if overview.focus.behaviour is not None:
        yield words("status.focus", name=overview.focus.behaviour.name)
        if show and overview.focus.notice:
            yield words("status.notice", notice=overview.focus.notice)
    if overview.focus.waiting is not None:
        yield words("status.focus-next", name=overview.focus.waiting.name)
    yield from _waiting(overview, words, show=show)
    if overview.problems:
        yield words.counted(overview.problems, "status.problems")
    yield words("status.held", n=overview.sittings)
    yield words("status.workspace", folder=overview.workspace)
    yield words("status.next")


def _waiting(overview: Overview, words: Words, *, show: bool) -> Iterator[str]:
    if overview.plans:
        yield words("status.plans", n=len(overview.plans))
    for plan in overview.plans if show else ():
        yield words("status.plan", cue=plan.cue, action=plan.action)
    if overview.notes:
        yield words("status.notes", n=len(overview.notes))
    for note in overview.notes if show else ():
        yield f"  {note.text}"
    if overview.coach_questions:
        yield words.counted(overview.coach_questions, "status.coach")
    if overview.draft_day is not None:
        yield words("status.draft", day=overview.draft_day)
    if (page := overview.page) is not None:
        yield words("status.page", day=page.day, saved=f"{page.saved:%Y-%m-%d}")


def show_home(app: AppContext, overview: Overview) -> str:
    """Show the home screen; the command that was chosen, empty for none.

    Raises:
        Interrupted: the person stopped.
    """
    words = app.words
    keys = (
        Choice("reflect", words("home.reflect")),
        Choice("note", words("home.note"), key="n"),
        Choice("read", words("home.read"), key="r"),
        Choice("trends", words("home.trends"), key="t"),
        Choice("", words("home.leave"), key="q"),
    )
    prompter = make_prompter(app, words)
    try:
        return prompter.card([*_home_lines(app, overview, words)], keys)
    finally:
        prompter.close()


def _home_lines(app: AppContext, overview: Overview, words: Words) -> Iterator[CardLine]:
    focus, rhythm = overview.focus, overview.rubric.rhythm
    name = focus.behaviour.name if focus.behaviour else ""
    yield CardLine(day_and_focus(words, overview.today, name, focus.since, rhythm))
    if focus.waiting is not None:
        yield CardLine(words("home.focus-next", name=focus.waiting.name))
    yield CardLine("")
    for status in overview.rubrics:
        sentence = _due(app, status, words)
        title = overview.titles.get(status.rubric)
        yield CardLine(f"{title}: {sentence}" if title else sentence)
    yield from map(CardLine, _waits(overview, words))
    if app.settings.shows_plans:
        for plan in overview.plans:
            yield CardLine("")
            yield CardLine(words("home.plan"))
            yield CardLine(plan_in_words(plan.cue, plan.action, words), own=True)
    if overview.held:
        squares = "■" * min(overview.held, WEEKS_AT_MOST)
        held = words.counted(overview.held, f"home.held.{rhythm}")
        yield CardLine("")
        yield CardLine(held if app.plain else f"{held}  {squares}")


def _due(app: AppContext, status: DueStatus, words: Words) -> str:
    rhythm = app.rubrics.rhythm(status.rubric)[0] or "weekly"
    if status.away:
        return words(f"home.away.{rhythm}")
    if status.due:
        return words(f"home.due.{rhythm}")
    return words(
        f"home.held-now.{rhythm}", day=words.day_and_month(status.last or status.period.first)
    )


def _waits(overview: Overview, words: Words) -> Iterator[str]:
    if overview.draft_day is not None:
        yield words("home.draft", day=words.day_and_month(overview.draft_day))
    if overview.page is not None:
        yield words("home.page", day=words.day_and_month(overview.page.day))
    if overview.notes:
        yield words.counted(len(overview.notes), "home.notes")
    if overview.coach_questions:
        yield words.counted(overview.coach_questions, "home.coach")
    if overview.problems:
        yield words("home.problems", problems=words.counted(overview.problems, "problems"))


def overview_json(overview: Overview, *, show: bool) -> dict[str, object]:
    """The same as JSON; the writer's own words only if `show` is set."""
    behaviour = overview.focus.behaviour
    focus = None if behaviour is None else {"id": behaviour.id, "name": behaviour.name}
    data: dict[str, object] = {
        **due_json(overview.rubrics, overview.today),
        "schema": "learnlead/standing/1",
        "workspace": overview.workspace,
        "focus": focus,
        "open_plans": len(overview.plans),
        "draft": overview.draft.isoformat() if overview.draft else None,
        "page": overview.page.day.isoformat() if overview.page else None,
        "sittings": overview.sittings,
        "notes_waiting": len(overview.notes),
        "coach_questions_waiting": overview.coach_questions,
        "problems": overview.problems,
    }
    if show:
        data["notice"] = overview.focus.notice
        data["notes"] = [note.text for note in overview.notes]
        data["plans"] = [{"cue": plan.cue, "action": plan.action} for plan in overview.plans]
    return data
