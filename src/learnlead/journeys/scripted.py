"""A sitting handed in whole, as `--answers` does: read, check, hold, keep."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.week import one_period_later
from learnlead.journeys.keeping import Kept, keep_page
from learnlead.journeys.ports import Shelf
from learnlead.journeys.preparing import plan_of
from learnlead.plaintext.typed import typed
from learnlead.plaintext.yaml_reader import Document, read_yaml
from learnlead.reflection.answers import Answers, PlanAnswer
from learnlead.reflection.checking import misfits
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.holding import hold


@dataclass(frozen=True, slots=True)
class Script:
    """Answers as read, and where each stands in their file."""

    answers: Answers
    document: Document
    file: str


def read_script(text: str, file: str) -> Script:
    """The answers in that text.

    Raises:
        LearnleadError: with every problem and its line.
    """
    document, problems = read_yaml(text, file=file)
    if document is None:
        raise LearnleadError(*problems)
    if document.data is None:
        raise LearnleadError(
            Problem("there is no answer in it", "learnlead reflect --answers-form", file)
        )
    answers, problems = typed(Answers, document, file=file)
    if answers is None:
        raise LearnleadError(*problems)
    return Script(answers, document, file)


def hold_script(script: Script, around: Circumstances, shelf: Shelf) -> Kept:
    """Hold the sitting and keep its page.

    Raises:
        LearnleadError: an answer does not fit; nothing was written.
        MachineFailed: the page could not be written.
    """
    plans = named_plans(script.answers, around, shelf)
    found = misfits(script.answers, around, plans)
    if found:
        raise LearnleadError(
            *(
                Problem(m.message, m.remedy, script.file, script.document.line_of(m.place))
                for m in sorted(found, key=lambda m: script.document.line_of(m.place))
            )
        )
    return hold_answers(script.answers, around, plans, shelf)


def hold_answers(
    answers: Answers, around: Circumstances, plans: dict[str, OpenPlan], shelf: Shelf
) -> Kept:
    """Keep the page of answers that are known to fit."""
    due = one_period_later(around.day, around.rubric.rhythm)
    return keep_page(hold(answers, around, plans, due), around.rubric, shelf)


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
