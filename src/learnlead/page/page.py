"""A page parsed whole: its reflection, what its writer added by hand, and its single answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from learnlead.errors import Problem
from learnlead.page.body import Body, Target
from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.reader import Reading, name_of, read, sitting_from
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS
from learnlead.sitting.model import Moment, Plan, PlanReview, Reflection
from learnlead.text.flat_yaml import Value


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a page.

    Attributes:
        reflection: the answers, written by the program or by hand.
        plan_line: the plan with its box, if there is one.
        extra: front-matter keys that the format does not know.
        foreign: sections that the format does not know, verbatim, each with its heading.
    """

    reflection: Reflection
    plan_line: PlanLine | None
    extra: Mapping[str, Value]
    foreign: tuple[str, ...]


def parse(text: str, file: str, rubric: Rubric | None = None) -> tuple[Page | None, list[Problem]]:
    """Parse a page.

    Args:
        text: the file as it is, with its BOM and CRLF if it has them.
        file: its path relative to the workspace.
        rubric: the page's own, if at hand: then `none made` where opportunity is met is a problem.

    Returns:
        The page and its problems. The page is None if it is no reflection (without a problem) or
        cannot be read (with one). A bad line in the body is a problem, and the rest is read.
        `parse(render(r))` gives r.
    """
    rubrics = {} if rubric is None else {rubric.id: rubric}
    reading, problems = read(text, file, name_of(file), rubrics)
    return (None if reading is None else page_of(reading)), problems


def page_of(reading: Reading) -> Page:
    """The page's content from its parsed parts."""
    texts = reading.body.texts()
    foreign = tuple(text.strip("\n") for (kind, _), text in texts.items() if kind == "foreign")
    return Page(
        _reflection(reading, texts),
        reading.body.plan,
        reading.header.extra,
        tuple(section for section in foreign if section and not _is_title(section)),
    )


def _is_title(section: str) -> bool:
    return section.startswith("# ") and "\n" not in section


def _reflection(reading: Reading, texts: Mapping[Target, str]) -> Reflection:
    header, body = reading.header, reading.body
    return Reflection(
        date=header.date,
        rubric=header.rubric,
        rubric_version=header.rubric_version,
        depth=header.depth,
        focus=header.focus,
        focus_notice=header.focus_notice,
        relationships=header.relationships,
        minutes=header.minutes,
        written=header.written,
        looking_back=tuple(_looking_back(body, texts)),
        moments=_moments(body, texts),
        ratings=body.ratings,
        count=body.count,
        evidence=_by_id("evidence", texts),
        plan=_plan(body.plan),
        answers=_by_id("answer", texts),
        **{field.name: texts.get((field.kind, "")) for field in OWN_TEXTS},
    )


def _looking_back(body: Body, texts: Mapping[Target, str]) -> Iterator[PlanReview]:
    for number, review in enumerate(body.reviews):
        cue, action = review.cue_and_action()
        note = texts.get(("note", number))
        yield PlanReview(
            plan=review.plan, cue=cue, action=action, outcome=review.outcome, note=note
        )


def _moments(body: Body, texts: Mapping[Target, str]) -> tuple[Moment, ...]:
    return tuple(
        Moment(
            relationship=relationship,
            **{
                field.name: body.labels.get((number, field.label))
                if field.label
                else texts.get((field.kind, number))
                for field in MOMENT_FIELDS
            },
        )
        for number, relationship in enumerate(body.moments)
    )


def _by_id(field: str, texts: Mapping[Target, str]) -> dict[str, str]:
    return {str(target[1]): text for target, text in texts.items() if target[0] == field}


def _plan(line: PlanLine | None) -> Plan | None:
    if line is None:
        return None
    return Plan(
        behaviour=line.behaviour,
        cue=line.cue,
        action=line.action,
        due=line.due,
        kept=line.kept,
    )


def sitting_of(page: Page, stem: str, file: str) -> Sitting:
    """The facts of a page parsed whole, equal to what `scan` gives for its text."""
    reflection = page.reflection
    moments = [moment.relationship for moment in reflection.moments]
    reviews = reflection.looking_back
    return sitting_from(
        stem, file, reflection, reflection, moments=moments, reviews=reviews, plan=page.plan_line
    )


OWN = "own"
"""The kind of a section that the format does not know."""


class Answer(NamedTuple):
    """One text of a page, with its private parts.

    Attributes:
        kind: the kind of its `AnswerField`, or `OWN` for a section that is no answer.
        relationship: the relationship's id, for a text of a moment.
        behaviour: the id of the behaviour that it is about, if any.
        question: the question's id, for the answer to an open question.
        themed: whether words that come back in it are a theme.
    """

    kind: str
    text: str
    relationship: str | None = None
    behaviour: str | None = None
    question: str | None = None
    themed: bool = True


def answers_on(page: Page) -> Iterator[Answer]:
    """Every answer in the order of the page, then the sections that the format does not know."""
    yield from answers_in(page.reflection)
    yield from (Answer(OWN, section, themed=False) for section in page.foreign)


def answers_in(reflection: Reflection) -> Iterator[Answer]:
    """Every answer in the order of a page."""
    from learnlead.sitting.fields import written_texts

    for w in written_texts(reflection):
        yield Answer(w.field.kind, w.text, w.relationship, w.behaviour, w.question, w.field.themed)
