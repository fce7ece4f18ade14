"""Saves a reflection as a page, sets boxes of reviewed plans, records answers left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from learnlead.app.pages import NEWEST_PAGES, read_sittings
from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError, Problem
from learnlead.page.edit import set_box
from learnlead.page.plans import BOX_OF, reported_outcomes
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import LeftOut
from learnlead.sitting.model import Reflection
from learnlead.text.limits import FILE_AT_MOST


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that is on disk, and the problems of boxes that could not be set."""

    name: str
    problems: tuple[Problem, ...] = ()


def save_page(reflection: Reflection, rubric: Rubric, page_store: PageStore) -> SavedPage:
    """Write the page, then set the boxes of the plans whose outcome it has.

    The box of a plan that is only kept stays as it is, since it has no outcome.

    Raises:
        LearnleadError: the page would be too large to be read again; none was written.
        MachineFailed: no page was written.
    """
    text = render(reflection, rubric)
    if len(text) > FILE_AT_MOST // 4 and len(text.encode()) > FILE_AT_MOST:
        message = f"the page would be larger than {FILE_AT_MOST // 1_000_000} MB"
        raise LearnleadError(Problem(message, "shorten what you wrote: nothing of it is lost"))
    name = page_store.create(reflection.date, rubric.id, text)
    outcomes = {r.plan: r.outcome for r in reflection.looking_back if r.outcome is not None}
    problems: list[Problem] = []
    for plan_stem, outcome in outcomes.items():
        try:
            mark_plan(page_store, plan_stem, BOX_OF[outcome])
        except LearnleadError as error:  # the new page is safe, and its look-back counts
            problems += error.problems
    return SavedPage(name, tuple(problems))


def mark_plan(page_store: PageStore, plan_stem: str, box: str) -> None:
    """Set the box of a plan on its page.

    Raises:
        LearnleadError: the page cannot be read, or is being changed.
        MachineFailed: the page could not be written; it is whole.
    """
    page_store.change(f"{plan_stem}.md", lambda text: set_box(text, box))


NOT_ON_PAGE_FILE = "not-on-a-page.md"
"""The file in `records/` for answers that their page does not hold."""


def record_section(out: Sequence[LeftOut], context: SittingContext) -> str:
    """A section of that file: the sitting as its heading, then an item for each answer."""
    lines = [f"## {context.day} {context.rubric.id}", ""]
    for answer in out:
        first, *more = f"{answer.question.about}: {_text(answer)}".split("\n")
        lines += [f"- {first}", *(f"  {line}".rstrip() for line in more)]
    return "\n".join(["", *lines])


def count_answers(lines: Sequence[str]) -> int:
    """How many answers the file holds."""
    return sum(line.startswith("- ") for line in lines)


def _text(left_out: LeftOut) -> str:
    question, answer = left_out.question, left_out.answer
    parts = answer if isinstance(answer, list) else [str(answer)]
    return "; ".join(question.label(part) for part in parts)


_OPEN = " "


def mend_boxes(page_store: PageStore) -> Iterator[Problem]:
    """Set the open boxes of plans whose outcome a later page has; each gives a warning.

    A box with another mark is left alone; `journal check` reports where it disagrees. A box that
    cannot be set gives a problem.
    """
    names = islice(reversed(page_store.page_names()), NEWEST_PAGES)
    sittings, _ = read_sittings(page_store, [name.name for name in names])
    outcomes = reported_outcomes(sittings)
    for page in sittings:
        if page.plan is None or page.plan.box != _OPEN or page.stem not in outcomes:
            continue
        outcome, later = outcomes[page.stem]
        box = BOX_OF[outcome]
        try:
            mark_plan(page_store, page.stem, box)
        except LearnleadError as error:
            yield from error.problems
        else:
            message = f"the box of this plan was still open, and is [{box}] now"
            remedy = f"{later.stem} tells that it is {outcome.replace('-', ' ')}; nothing to do"
            yield Problem(message, remedy, page.file, None, "warning")
