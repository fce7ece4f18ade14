"""Reflection, Moment, PlanReview, Plan: the validated content of one sitting.

A field that holds text carries an `AnswerField`: its place on the page, its question, how it is
exported. `sitting/fields.py` reads its table off these models; nothing else lists the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, field_validator

from learnlead.rubric.model import Depth
from learnlead.sitting.kinds import Kind
from learnlead.sitting.mark import Absence, Count, Outcome
from learnlead.sitting.question import Step
from learnlead.sitting.stem import STEM_AT_MOST, STEM_PATTERN
from learnlead.text.limits import line_within, text_within
from learnlead.text.model_faults import Complaint
from learnlead.text.typed import Day as Date
from learnlead.text.typed import Id, Line, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerField:
    """Stands in the model's `Annotated`, beside the type; `sitting/fields.py` reads it there.

    Attributes:
        kind: what search and its JSON call it. A text with a heading of its own has it as its
            marker, and as the key of its sentences: `page.KIND`, `about.KIND`, `ask.KIND`.
        question_head: the part of its question's id before the first `:`; empty where another
            question asks for it as well.
        step: of that question.
        always_asked: whether every sitting that is not quick asks it, beside the insight; else
            the script says when.
        label: of a line inside a moment, the word between `**` that it stands behind.
        leaves: the kind of line that it may leave as; None if it never leaves.
        about: what that line is called, where its kind does not say it.
        themed: whether words that come back in it are a theme.
        in_year: whether it stands among a year's own words.
        about_focus: whether it is about the behaviour in focus.
        name: the model's attribute, filled in where the table is read.
    """

    kind: str
    question_head: str = ""
    step: Step = Step.SO_WHAT
    always_asked: bool = False
    label: str = ""
    leaves: Kind | None = None
    about: str = ""
    themed: bool = True
    in_year: bool = True
    about_focus: bool = False
    name: str = ""


Score = Annotated[int, Field(ge=1, le=5)]
CheckedMark = Score | Absence
"""A `Mark` that is refused where it is no number from 1 to 5."""


def _as_count(value: Any) -> Any:
    if isinstance(value, Count):
        return value
    count = Count.read(value) if isinstance(value, str) else None
    if count is None:
        raise Complaint("this is not a count", "write 2/3 for done in 2 of 3 occasions")
    return count


CheckedCount = Annotated[Count, PlainValidator(_as_count), PlainSerializer(str)]
"""A count, or a text that says one."""

Stem = Annotated[
    str,
    Field(
        pattern=STEM_PATTERN, max_length=STEM_AT_MOST, description="a page's name without its .md"
    ),
]
"""A page's file name without `.md`; also the id of the plan made on it."""

MaybeText = Annotated[
    str | None, BeforeValidator(lambda v: text_within(v) if isinstance(v, str) else v)
]
MaybeLine = Annotated[
    str | None, BeforeValidator(lambda v: line_within(v) if isinstance(v, str) else v)
]


class Moment(Part):
    """One concrete learning conversation.

    `with_whom` is a role, private by field; `relationship` is an id of the rubric, or `other`.
    """

    relationship: Id
    with_whom: Annotated[
        MaybeLine,
        Field(alias="with"),
        AnswerField(
            kind="with", question_head="moment-with", label="With", step=Step.WHAT, themed=False
        ),
    ] = None
    what: Annotated[
        MaybeText,
        AnswerField(kind="moment", question_head="moment-what", step=Step.WHAT, leaves="moments"),
    ] = None
    other_side: Annotated[
        MaybeText,
        AnswerField(
            kind="other-side", question_head="other-side", step=Step.WHAT, leaves="moments"
        ),
    ] = None


class PlanReview(Part):
    """What became of an earlier plan. `plan` is the stem of the page that made it."""

    plan: Stem
    cue: MaybeLine = None
    action: MaybeLine = None
    outcome: Outcome | None = None
    note: Annotated[
        MaybeText,
        AnswerField(
            kind="looking-back",
            question_head="look-back-note",
            step=Step.LOOK_BACK,
            leaves="look-backs",
            about="Of a plan",
        ),
    ] = None


class Plan(Part):
    """If `cue`, then I will `action`. `kept` is the stem of the plan that this one carries on."""

    behaviour: Id
    cue: Line
    action: Line
    due: Date | None = None
    kept: Stem | None = None


class OwnTexts(Part):
    """The texts that have a heading of their own, as a sitting's answers and its page have them.

    On the page those of the first steps stand above the ratings, the others below the answers to
    open questions, each in this order.
    """

    again: Annotated[
        MaybeText,
        AnswerField(kind="again", question_head="again", step=Step.LOOK_BACK, leaves="insights"),
    ] = None
    heard: Annotated[
        MaybeText,
        AnswerField(
            kind="heard",
            question_head="heard",
            step=Step.LOOK_BACK,
            leaves="heard",
            about="What came back from somebody who was asked",
            about_focus=True,
            themed=False,
            in_year=False,
        ),
    ] = None
    opposite: Annotated[
        MaybeText, AnswerField(kind="opposite", question_head="opposite", leaves="opposite")
    ] = None
    insight: Annotated[
        MaybeText,
        AnswerField(kind="insight", question_head="insight", always_asked=True, leaves="insights"),
    ] = None
    obstacle: Annotated[
        MaybeText,
        AnswerField(
            kind="obstacle",
            question_head="obstacle",
            step=Step.NOW_WHAT,
            leaves="obstacles",
            in_year=False,
        ),
    ] = None


class Reflection(OwnTexts):
    """One sitting. Whatever is None, empty or missing was not answered.

    Attributes:
        date: the local date on which the sitting began.
        written: the real day of a back-dated sitting.
        relationships: live this week; () is none, None is unknown.
        ratings: by behaviour; at depth full a shared behaviour may have a mark by relationship.
        count: by behaviour, of how many occasions it was done in how many; never tested.
        evidence: by behaviour, with or without a rating.
        answers: to open questions, by their id; a list is kept as lines that begin with `- `.
    """

    date: Date
    rubric: Id
    rubric_version: int | None = None
    depth: Depth = "standard"
    focus: Id | None = None
    focus_notice: MaybeLine = None
    relationships: tuple[Id, ...] | None = None
    minutes: Annotated[int, Field(ge=0)] | None = None
    written: Date | None = None
    looking_back: tuple[PlanReview, ...] = ()
    moments: tuple[Moment, ...] = ()
    ratings: Mapping[Id, CheckedMark | Mapping[Id, CheckedMark]] = Field(default_factory=dict)
    count: Mapping[Id, CheckedCount] = Field(default_factory=dict)
    evidence: Mapping[Id, str] = Field(default_factory=dict)
    plan: Plan | None = None
    answers: Mapping[Id, str] = Field(default_factory=dict)

    @field_validator("ratings", mode="before")
    @classmethod
    def _without_empty_marks(cls, value: Any) -> Any:
        """A behaviour with no mark in any relationship is skipped: it has no mark at all."""
        if not isinstance(value, Mapping):
            return value
        return {key: mark for key, mark in value.items() if mark != {}}

    @field_validator("evidence", "answers", mode="before")
    @classmethod
    def _without_empty_texts(cls, value: Any) -> Any:
        """Clean each text and drop the empty ones; a list becomes lines that begin with `- `."""
        if not isinstance(value, Mapping):
            return value
        cleaned = {key: _as_text(text) for key, text in value.items()}
        return {key: text for key, text in cleaned.items() if text is not None}


def _as_text(value: Any) -> Any:
    if isinstance(value, str):
        return text_within(value)
    if isinstance(value, (list, tuple)):
        items = (line_within(item) if isinstance(item, str) else str(item) for item in value)
        return text_within("\n".join(f"- {item}" for item in items if item))
    return value
