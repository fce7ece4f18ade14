"""The close of a sitting that was held in person: facts, and the writer's own words."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.cli.wiring import Desk
from learnlead.journal.naming import read_name
from learnlead.journeys.coming_back import what_comes_back
from learnlead.journeys.keeping import Kept
from learnlead.journeys.pages import read_sittings
from learnlead.journeys.ports import Shelf
from learnlead.reflection.answers import Answers
from learnlead.reflection.circumstances import Circumstances


def closing(desk: Desk, around: Circumstances, answers: Answers, kept: Kept) -> Iterator[str]:
    """Where the page is, how many sittings were held, and a sentence that comes back."""
    rubric, words = around.rubric.id, around.words
    held = _held(desk.shelf, rubric)
    yield around.wording("closing")
    yield words("end.page", path=desk.workspace.journal / kept.name)
    yield words("end.held", n=held)
    focus = answers.focus or around.current_focus
    if focus is not None:
        one, day, written = focus.behaviour, around.day, answers.evidence.get(focus.behaviour)
        yield from what_comes_back(
            desk.shelf, rubric, one, day, held=held, written=written, words=words
        )


def _held(shelf: Shelf, rubric: str) -> int:
    """How many sittings of the rubric have a page that can be read."""
    named = ((name, read_name(name)) for name in shelf.listing().names)
    names = [name for name, read in named if read is None or read.rubric == rubric]
    sittings, _ = read_sittings(shelf, names)
    return sum(sitting.rubric == rubric for sitting in sittings)
