"""A reflection becomes a page, and then the older page's box follows."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.editing import set_box
from learnlead.journal.plan_line import BOX_OF
from learnlead.journal.rendering import render
from learnlead.journeys.ports import Shelf
from learnlead.plaintext.limits import FILE_AT_MOST
from learnlead.reflection.model import Reflection
from learnlead.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that is safely on disk, and what did not follow it."""

    name: str
    problems: tuple[Problem, ...] = ()


def keep_page(reflection: Reflection, rubric: Rubric, shelf: Shelf) -> Kept:
    """Write the page, then set the boxes of the plans whose outcome it tells.

    The box of a plan that is only carried on stays as it is: nobody said how it went.

    Raises:
        LearnleadError: the page would be too large to be read again; none was written.
        MachineFailed: no page was written.
    """
    text = render(reflection, rubric)
    if len(text) > FILE_AT_MOST // 4 and len(text.encode()) > FILE_AT_MOST:
        message = f"the page would be larger than {FILE_AT_MOST // 1_000_000} MB"
        raise LearnleadError(Problem(message, "shorten what you wrote: nothing of it is lost"))
    name = shelf.create(reflection.date, rubric.id, text)
    outcomes = {r.plan: r.outcome for r in reflection.looking_back if r.outcome is not None}
    problems: list[Problem] = []
    for plan_stem, outcome in outcomes.items():
        try:
            mark_plan(shelf, plan_stem, BOX_OF[outcome])
        except LearnleadError as error:  # the new page is safe, and its look-back counts
            problems += error.problems
    return Kept(name, tuple(problems))


def mark_plan(shelf: Shelf, plan_stem: str, box: str) -> None:
    """Set the box of a plan on its page.

    Raises:
        LearnleadError: the page cannot be read, or is being changed.
        MachineFailed: the page could not be written; it is whole.
    """
    shelf.change(f"{plan_stem}.md", lambda text: set_box(text, box))
