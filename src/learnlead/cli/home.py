"""learnlead alone: where you stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from learnlead.app.coach_questions import newest_with_time, waiting_questions
from learnlead.app.focus import FocusStatus, focus_status_of
from learnlead.app.notes import notes_to_offer
from learnlead.app.pages import NEWEST_PAGES, read_sittings
from learnlead.cli.context import AppContext
from learnlead.cli.status import (
    WaitingPage,
    due_json,
    due_lines,
    due_statuses,
    waiting_notes,
    waiting_page,
)
from learnlead.errors import LearnleadError
from learnlead.own_name import as_typed
from learnlead.reminders.due import DueStatus
from learnlead.reports.words import counted
from learnlead.rubric.model import Rubric
from learnlead.sitting.note import Note
from learnlead.trends.plans import PlanItem, plan_items


@dataclass(frozen=True, slots=True)
class Where:
    """Due or not, and what waits.

    Attributes:
        workspace: its folder.
        draft: the day on which an unfinished sitting began, None without one.
        page: that waits in an editor, None without one.
        sittings: how many pages there are that can be read.
        notes: those that a sitting today would offer.
        coach_questions: how many questions of a coach the next sitting asks.
        problems: how many things in the journal cannot be read as they stand.
    """

    workspace: str
    today: date
    rubrics: list[DueStatus]
    focus: FocusStatus
    plans: list[PlanItem]
    draft: date | None
    page: WaitingPage | None
    sittings: int
    notes: tuple[Note, ...]
    coach_questions: int
    problems: int


def where(app: AppContext) -> Where:
    """Where the workspace stands.

    Raises:
        LearnleadError: there is no workspace, or its rubric cannot be read.
    """
    workspace, rubric = app.workspace, app.rubric()
    sittings, problems = read_sittings(app.page_store)
    draft, lost = app.drafts.load(rubric.id)
    app.warn(lost)
    today = app.today
    held = [one for one in sittings if one.rubric == rubric.id and one.date <= today]
    last = newest_with_time(held[-NEWEST_PAGES:])
    names = app.page_store.listing().names
    return Where(
        workspace=str(workspace.root),
        today=today,
        rubrics=due_statuses(app),
        focus=focus_status_of(sittings, problems, rubric, app.focus_waiting),
        plans=[plan for plan in reversed(plan_items(sittings, sittings)) if plan.open],
        draft=draft.begun.date() if draft else None,
        page=_page(app, rubric),
        sittings=len(sittings),
        notes=notes_to_offer(waiting_notes(app), today, last.date if last else None),
        coach_questions=len(waiting_questions(names, app.page_store, rubric.id, last, today)),
        problems=len(problems),
    )


def _page(app: AppContext, rubric: Rubric) -> WaitingPage | None:
    """The page that an editor has; one that cannot be read is told, and stops nothing."""
    try:
        return waiting_page(app, rubric)
    except LearnleadError as error:
        app.warn(error.problems)
        return None


def where_lines(found: Where, *, show: bool) -> Iterator[str]:
    """A line a fact; nothing that was typed unless it is to be shown."""
    yield from map(as_typed, due_lines(found.rubrics))
    if found.focus.behaviour is not None:
        yield f"focus: {found.focus.behaviour.name}"
        if show and found.focus.notice:
            yield f"  What others would notice: {found.focus.notice}"
    if found.focus.waiting is not None:
        yield f"focus from the next page on: {found.focus.waiting.name}"
    yield from _waiting(found, show=show)
    if found.problems:
        check = as_typed("learnlead journal check")
        yield f"{counted(found.problems, 'problem')} in the journal ({check})"
    yield f"sittings held: {found.sittings}"
    yield f"workspace: {found.workspace}"
    yield as_typed("learnlead reflect begins a sitting; learnlead --help shows the rest.")


def _waiting(found: Where, *, show: bool) -> Iterator[str]:
    if found.plans:
        yield as_typed(f"open plans: {len(found.plans)} (learnlead plan list)")
    for plan in found.plans if show else ():
        yield f"  If {plan.cue}, then I will {plan.action}"
    if found.notes:
        yield f"notes waiting: {len(found.notes)}"
    for note in found.notes if show else ():
        yield f"  {note.text}"
    if found.coach_questions:
        waits = counted(found.coach_questions, "question")
        yield f"{waits} from your coach: the next sitting asks"
    if found.draft is not None:
        yield as_typed(f"an unfinished sitting of {found.draft} waits (learnlead reflect)")
    if found.page is not None:
        page = f"an unfinished page of {found.page.day}, last saved on {found.page.saved:%Y-%m-%d},"
        yield as_typed(f"{page} waits in your editor (learnlead reflect)")


def where_json(found: Where, *, show: bool) -> dict[str, object]:
    """The same for programs."""
    behaviour = found.focus.behaviour
    focus = None if behaviour is None else {"id": behaviour.id, "name": behaviour.name}
    said: dict[str, object] = {
        **due_json(found.rubrics, found.today),
        "schema": "learnlead/standing/1",
        "workspace": found.workspace,
        "focus": focus,
        "open_plans": len(found.plans),
        "draft": found.draft.isoformat() if found.draft else None,
        "page": found.page.day.isoformat() if found.page else None,
        "sittings": found.sittings,
        "notes_waiting": len(found.notes),
        "coach_questions_waiting": found.coach_questions,
        "problems": found.problems,
    }
    if show:
        said["notice"] = found.focus.notice
        said["notes"] = [note.text for note in found.notes]
        said["plans"] = [{"cue": plan.cue, "action": plan.action} for plan in found.plans]
    return said
