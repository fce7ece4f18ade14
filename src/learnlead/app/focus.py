"""The current focus, its start, and a new focus that waits for the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.app.pages import read_sittings
from learnlead.app.ports import FocusWaiting, PageStore
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words
from learnlead.page.facts import Sitting
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.rubric.named import named_behaviour
from learnlead.sitting.context import FocusChoice
from learnlead.text.limits import line_within, remedy_for
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
    rubric: Rubric, typed: str, notice: str | None, waiting: FocusWaiting
) -> Behaviour:
    """Let the focus wait for the next page; `typed` is how somebody names it.

    Raises:
        LearnleadError: no behaviour is meant, or more than one, or the notice is no line.
    """
    behaviour_id = named_behaviour(rubric, typed)
    try:
        cleaned = line_within(notice) if notice else None
    except ValueError as error:
        raise LearnleadError(Problem(f"--notice: {error}", remedy_for(error))) from None
    waiting.save(rubric.id, FocusChoice(behaviour_id, cleaned))
    return next(b for b in rubric.behaviours if b.id == behaviour_id)


def focus_lines(status: FocusStatus, words: Words) -> list[str]:
    """The status as lines for people."""
    if status.is_empty:
        return [words("focus-is.none")]
    lines = []
    if status.behaviour is not None and status.since is not None:
        name, id_ = status.behaviour.name, status.behaviour.id
        since = words.full_date(status.since)
        lines.append(words("focus-is.since", name=name, id=id_, day=since))
        lines.append(f"  {status.behaviour.sentence}")
        if status.notice:
            lines.append(f"  {words('focus-is.notice', notice=status.notice)}")
    if status.waiting is not None:
        name, id_ = status.waiting.name, status.waiting.id
        lines.append(words("focus-is.waiting", name=name, id=id_))
        if status.waiting_notice:
            lines.append(f"  {words('focus-is.notice', notice=status.waiting_notice)}")
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
