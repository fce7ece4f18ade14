"""The close of a sitting that was held in person: facts, and the writer's own words."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.cli.wiring import Desk
from learnlead.journeys.coming_back import what_comes_back
from learnlead.journeys.keeping import Kept
from learnlead.reflection.answers import Answers
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.wording import FALLBACK


def closing(desk: Desk, around: Circumstances, answers: Answers, kept: Kept) -> Iterator[str]:
    """Where the page is, how many sittings were held, and a sentence that comes back."""
    rubric = around.rubric.id
    held = sum(name.rubric == rubric for name in desk.shelf.page_names())
    yield around.wording("closing", FALLBACK["closing"])
    yield f"Your page: {desk.workspace.journal / kept.name}"
    yield f"Sittings held: {held}"
    focus = answers.focus or around.current_focus
    if focus is not None:
        one, day, written = focus.behaviour, around.day, answers.evidence.get(focus.behaviour)
        yield from what_comes_back(desk.shelf, rubric, one, day, held=held, written=written)
