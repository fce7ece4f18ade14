"""A sitting handed in whole, as `--answers` does: read, check, hold, keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import not_later
from learnlead.journal.week import one_period_later
from learnlead.journeys.keeping import Kept, keep_page
from learnlead.journeys.notes import tick_used
from learnlead.journeys.ports import Inbox, Shelf
from learnlead.journeys.preparing import plan_of
from learnlead.plaintext.typed import typed_in_part
from learnlead.plaintext.yaml_reader import YamlDocument, read_yaml
from learnlead.reflection.answers import Answers, PlanAnswer
from learnlead.reflection.checking import misfits
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.holding import hold
from learnlead.rubric.model import Depth

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Script:
    """Answers as far as they could be read, where each stands in their file, and what is wrong."""

    answers: Answers
    document: YamlDocument
    file: str
    problems: tuple[Problem, ...] = ()

    def problem(self, place: tuple[str | int, ...], message: str, remedy: str) -> Problem:
        """A problem at that place of the file."""
        return Problem(message, remedy, self.file, self.document.line_of(place))

    def given(self, key: str) -> bool:
        """Whether the key stands there, right or wrong."""
        return isinstance(self.document.data, dict) and self.document.data.get(key) is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sitting it is: what options say, and after `agreed` what the answers say as well."""

    rubric: str | None = None
    day: date | None = None
    depth: Depth | None = None


def read_script(text: str, file: str) -> Script:
    """The answers in that text.

    Raises:
        LearnleadError: nothing in it can be looked at; with every problem and its line.
    """
    document, found = read_yaml(text, file=file, in_part=True)
    if document is None:
        raise LearnleadError(*found)
    if document.data is None and not found:
        remedy = "`learnlead reflect --answers-form` prints a form to fill in"
        raise LearnleadError(Problem("there is no answer in it", remedy, file, 1))
    answers, problems = typed_in_part(Answers, document, file=file, found=found)
    if answers is None:
        raise LearnleadError(*problems)
    return Script(answers, document, file, tuple(problems))


def agreed(script: Script, options: Asked, today: date) -> tuple[Asked, list[Problem]]:
    """Which sitting is meant, and where options and answers disagree about it."""
    answers = script.answers
    problems: list[Problem] = []

    def one(key: str, given: T | None, option: T | None) -> T | None:
        if given is not None and option is not None and given != option:
            message = f"--{key} says {option}, but the answers say {key}: {given}"
            problems.append(script.problem((key,), message, "leave one of them out"))
        return option if given is None else given

    asked = Asked(
        rubric=one("rubric", answers.rubric, options.rubric),
        day=one("date", answers.date, options.day),
        depth=one("depth", answers.depth, options.depth),
    )
    try:
        not_later(asked.day or today, today)
    except LearnleadError as error:
        problems += (script.problem(("date",), p.message, p.remedy) for p in error.problems)
    return asked, problems


def wrong_answers(
    script: Script, around: Circumstances, plans: Mapping[str, OpenPlan]
) -> list[Problem]:
    """Everything in the script that the rubric or the journal does not allow."""
    found = misfits(script.answers, around, plans)
    if script.problems:
        # What is missing from the whole may only be missing because it could not be read.
        found = [misfit for misfit in found if len(misfit.place) > 1]
    return [script.problem(one.place, one.message, one.remedy) for one in found]


def hold_answers(
    answers: Answers,
    around: Circumstances,
    plans: Mapping[str, OpenPlan],
    shelf: Shelf,
    inbox: Inbox,
) -> Kept:
    """Keep the page of answers that are known to fit, then tick the notes that it used.

    Raises:
        MachineFailed: the page could not be written.
    """
    due = one_period_later(around.day, around.rubric.rhythm)
    kept = keep_page(hold(answers, around, plans, due), around.rubric, shelf)
    unticked = tick_used(inbox, around.notes, answers)
    return replace(kept, problems=(*kept.problems, *unticked))


def named_plans(answers: Answers, around: Circumstances, shelf: Shelf) -> dict[str, OpenPlan]:
    """By stem, every plan that the answers name and the journal has, and the open ones."""
    plans = {plan.stem: plan for plan in around.plans}
    named = {review.plan for review in answers.look_back}
    if isinstance(answers.plan, PlanAnswer):
        named.add(answers.plan.kept)
    for stem in named - {None} - plans.keys():
        if stem is not None and (plan := plan_of(shelf, stem)) is not None:
            plans[stem] = plan
    return plans
