"""A page on its way to an editor and back: what is shown, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from learnlead.errors import Problem
from learnlead.journeys.filled_page import FilledPage, answers_of_page, meant, wrong_on_page
from learnlead.journeys.page_to_fill import NOT_HERE
from learnlead.journeys.ports import Shelf
from learnlead.journeys.remarks import one_a_line, with_problems, without_problems
from learnlead.journeys.scripted import named_plans
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.rubric.model import Depth

Around = Callable[[date | None, Depth | None], Circumstances]
"""The circumstances of a sitting on a day, at a depth; of None as it was asked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an editor is given.

    Attributes:
        text: the page, without remarks.
        remarks: to be shown above its lines.
        new: whether nothing on it was answered yet.
        wrong: whether the remarks are problems.
    """

    text: str
    remarks: tuple[Problem, ...] = ()
    new: bool = False
    wrong: bool = False

    @property
    def shown(self) -> str:
        """The text with its remarks."""
        return with_problems(self.text, self.remarks)

    def unchanged(self, written: str) -> bool:
        """Whether nothing came of it; of a wrong one only what was typed counts."""
        if self.wrong:
            return self.text.strip() == without_problems(written).strip()
        return self.shown.strip() == written.strip()


def is_not_for_here(text: str) -> bool:
    """Whether somebody wrote that this does not belong in a reflection."""
    return any(line.strip() == NOT_HERE for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as far as it can be read, with whatever is wrong on it; `plans` are by stem."""

    around: Circumstances
    page: FilledPage | None
    plans: Mapping[str, OpenPlan]
    problems: tuple[Problem, ...]

    @property
    def answered(self) -> bool:
        """Whether any question is."""
        return self.page is not None and self.page.answers.holds_any


def read_page(text: str, around_of: Around, shelf: Shelf) -> ReadPage:
    """Read a page without remarks, in the circumstances of the day and the depth that it names."""
    around = around_of(*meant(text))
    page, problems = answers_of_page(text, around)
    if page is None:
        return ReadPage(around, None, {}, tuple(problems))
    plans = named_plans(page.answers, around, shelf)
    problems += wrong_on_page(page, around, plans)
    return ReadPage(around, page, plans, tuple(one_a_line(problems)))


def sheet_of(text: str, read: ReadPage) -> Sheet | None:
    """What a page that was read goes back as: None for one that nobody has answered."""
    if read.problems:
        return Sheet(text, read.problems, wrong=True)
    waited = Problem(read.around.words("editor.waited"))
    return Sheet(text, (waited,)) if read.answered else None
