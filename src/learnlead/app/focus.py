"""The current focus, its start, and a new focus that waits for the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.app.pages import read_sittings
from learnlead.app.ports import FocusWaiting, PageStore
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import Sitting
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.sitting.context import FocusChoice
from learnlead.text.limits import line_within, remedy_for
from learnlead.text.problem_text import did_you_mean
from learnlead.trends.focus import focus_of


@dataclass(frozen=True, slots=True)
class FocusStatus:
    """The focus of the newest page, and the one that waits for the next.

    `behaviour` and `waiting` are None where there is none.
    """

    rubric: str
    behaviour: Behaviour | None
    since: date | None
    notice: str | None
    waiting: Behaviour | None
    waiting_notice: str | None
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no focus was ever chosen, or the newest page has none and none waits."""
        return self.behaviour is None and self.waiting is None


def focus_status(page_store: PageStore, rubric: Rubric, waiting: FocusWaiting) -> FocusStatus:
    """The focus of the rubric, from the journal and the pending focus."""
    sittings, problems = read_sittings(page_store)
    return focus_status_of(sittings, problems, rubric, waiting)


def focus_status_of(
    sittings: Sequence[Sitting], problems: Sequence[Problem], rubric: Rubric, waiting: FocusWaiting
) -> FocusStatus:
    """The same for the sittings of a journal that was read already."""
    focus = focus_of([s for s in sittings if s.rubric == rubric.id])
    pending, more = waiting.load(rubric.id)
    return FocusStatus(
        rubric=rubric.id,
        behaviour=rubric.behaviour(focus.behaviour) if focus else None,
        since=focus.since if focus else None,
        notice=focus.notice if focus else None,
        waiting=rubric.behaviour(pending.behaviour) if pending else None,
        waiting_notice=pending.notice if pending else None,
        problems=(*problems, *more),
    )


def choose_focus(
    rubric: Rubric, behaviour_id: str, notice: str | None, waiting: FocusWaiting
) -> Behaviour:
    """Let the focus wait for the next page.

    Raises:
        LearnleadError: the rubric has no such behaviour, or the notice is no line.
    """
    behaviour = rubric.behaviour(behaviour_id)
    if behaviour is None:
        ids = [b.id for b in rubric.behaviours]
        remedy = did_you_mean(behaviour_id, ids) or f"it has: {', '.join(ids)}"
        raise LearnleadError(Problem(f"{rubric.id} has no behaviour {behaviour_id!r}", remedy))
    try:
        cleaned = line_within(notice) if notice else None
    except ValueError as error:
        raise LearnleadError(Problem(f"--notice: {error}", remedy_for(error))) from None
    waiting.save(rubric.id, FocusChoice(behaviour.id, cleaned))
    return behaviour


def focus_lines(status: FocusStatus) -> list[str]:
    """The status as lines for people."""
    lines = []
    if status.behaviour is not None:
        lines.append(f"{status.behaviour.name} ({status.behaviour.id}), since {status.since}")
        lines.append(f"  {status.behaviour.sentence}")
        if status.notice:
            lines.append(f"  What others would notice: {status.notice}")
    if status.waiting is not None:
        lines.append(f"From the next page on: {status.waiting.name} ({status.waiting.id})")
        if status.waiting_notice:
            lines.append(f"  What others would notice: {status.waiting_notice}")
    return lines


def focus_json(status: FocusStatus) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": "learnlead/focus/1",
        "rubric": status.rubric,
        "focus": None
        if status.behaviour is None
        else {
            "id": status.behaviour.id,
            "name": status.behaviour.name,
            "since": status.since.isoformat() if status.since else None,
            "notice": status.notice,
        },
        "waiting": None
        if status.waiting is None
        else {
            "id": status.waiting.id,
            "name": status.waiting.name,
            "notice": status.waiting_notice,
        },
    }
