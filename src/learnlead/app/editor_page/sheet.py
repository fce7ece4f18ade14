"""The text that an editor is opened with, and what is read from it afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from learnlead.app.editor_page.make import NOT_HERE
from learnlead.app.editor_page.read import (
    FilledPage,
    answers_of_page,
    day_and_depth,
    misfit_problems,
)
from learnlead.app.editor_page.remarks import (
    first_of_each_line,
    with_problems,
    without_problems,
    without_questions,
)
from learnlead.app.ports import PageStore
from learnlead.app.prompter import Entry
from learnlead.app.scripted import named_plans
from learnlead.errors import Problem
from learnlead.page.markers import read_marker
from learnlead.rubric.model import Depth
from learnlead.sitting.context import OpenPlan, SittingContext
from learnlead.sitting.fields import MOMENT_FIELDS, NOTE, OWN_TEXTS
from learnlead.sitting.question import STEPS, Kind, Question, Step

ContextFor = Callable[[date | None, Depth | None], SittingContext]
"""Gives the context of a sitting on a day, at a depth; None means as on the command line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an editor is given.

    Attributes:
        text: the page, without remarks.
        remarks: to be shown above its lines.
        new: whether nothing on it was answered yet.
        has_problems: whether the remarks are problems.
    """

    text: str
    remarks: tuple[Problem, ...] = ()
    new: bool = False
    has_problems: bool = False

    @property
    def shown(self) -> str:
        """The text with its remarks."""
        return with_problems(self.text, self.remarks)

    def unchanged(self, written: str) -> bool:
        """Whether nothing was changed; if it has problems, changes of the remarks do not count."""
        if self.has_problems:
            return self.text.strip() == without_problems(written).strip()
        return self.shown.strip() == written.strip()


def is_not_for_here(text: str) -> bool:
    """Whether somebody wrote that this does not belong in a reflection."""
    return any(line.strip() == NOT_HERE for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as far as it can be read, with whatever is wrong on it; `plans` are by stem."""

    context: SittingContext
    page: FilledPage | None
    plans: Mapping[str, OpenPlan]
    problems: tuple[Problem, ...]

    @property
    def answered(self) -> bool:
        """Whether any question is."""
        return self.page is not None and self.page.answers.has_any


def read_page(text: str, context_for: ContextFor, page_store: PageStore) -> ReadPage:
    """Read a page without remarks, in the context of the day and the depth that it names."""
    context = context_for(*day_and_depth(text))
    page, problems = answers_of_page(text, context)
    if page is None:
        return ReadPage(context, None, {}, tuple(problems))
    plans = named_plans(page.answers, context, page_store)
    problems += misfit_problems(page, context, plans)
    return ReadPage(context, page, plans, tuple(first_of_each_line(problems)))


def sheet_of(text: str, read: ReadPage) -> Sheet | None:
    """What an editor is to show of a page that was read; None if nothing is answered."""
    if read.problems:
        return Sheet(text, read.problems, has_problems=True)
    waited = Problem(read.context.words("editor.waited"))
    return Sheet(text, (waited,)) if read.answered else None


_STEP_OF = {
    **{field.kind: field.step for field in (NOTE, *MOMENT_FIELDS, *OWN_TEXTS)},
    **dict.fromkeys(("ratings", "id"), Step.RATE),
    **dict.fromkeys(("questions", "answer"), Step.SO_WHAT),
    "plan": Step.NOW_WHAT,
}
_COMMENT = re.compile(r"[ \t]*<!--[^<>]*-->")
_EMPTY = re.compile(r"^\*\*\w+:\*\*[ \t]*$\n?", re.MULTILINE)
_PLAN = re.compile(r"^#?- \[.?\] .*<!-- plan [^<>]*-->.*$\n?", re.MULTILINE)
_LABEL = re.compile(r"^\*\*(\w+):\*\*", re.MULTILINE)
_EARLIER_PLAN = re.compile(r"^\*\*Plan:\*\*.*$", re.MULTILINE)


def entries_so_far(text: str) -> list[Entry]:
    """Each section of the page that holds words, in the order of a sitting's steps.

    A new plan's line is left out: whether it is one that was meant, only reading the page tells.
    """
    bare, _ = without_questions(without_problems(text))
    _, _, body = bare.removeprefix("---\n").partition("\n---\n")
    sections = re.split(r"^(?=#{1,3} )", body, flags=re.MULTILINE)
    return sorted(_entries(sections), key=lambda entry: STEPS.index(entry.question.step))


def _entries(sections: list[str]) -> Iterator[Entry]:
    for section in sections:
        heading, _, body = section.partition("\n")
        step = _STEP_OF.get(read_marker(heading).kind)
        words = _EMPTY.sub("", _COMMENT.sub("", _PLAN.sub("", body))).strip()
        if step is not None and _EARLIER_PLAN.sub("", words).strip():
            about = _COMMENT.sub("", heading).lstrip("# ")
            words = _EARLIER_PLAN.sub(lambda line: line[0].replace("**", ""), words)
            yield Entry(Question(heading, step, Kind.TEXT, about, ""), _LABEL.sub(r"\1:", words))
