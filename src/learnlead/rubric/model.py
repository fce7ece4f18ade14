"""Rubric, Scale, Relationship, Behaviour, Question: what a sitting asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from learnlead.i18n.words import ENGLISH
from learnlead.text.typed import Id, Line, Part, Text

HEADINGS = frozenset(ENGLISH.keys_below("page"))
"""The headings of a page by their markers, as the catalogue has them."""

RESERVED = HEADINGS | {"moment", "other", "coach-reply"}
"""Ids that the page format needs for itself."""

OTHER = "other"
"""The built-in relationship for someone else, or a group: keeps moments, enters no series."""

ALL = "all"
"""The relationship of a behaviour that every relationship shares."""

Rhythm = Literal["weekly", "monthly", "quarterly"]
Depth = Literal["quick", "standard", "full"]

PERIODS: Mapping[Rhythm, str] = {"weekly": "week", "monthly": "month", "quarterly": "quarter"}
"""What people call the time between two sittings."""

ScaleKind = Literal["frequency", "agreement"]
Opportunity = Literal["met", "made"]
QuestionKind = Literal["short", "long", "choice", "list"]


HIGHEST = 5
"""The last number of every scale; the first is 1."""


def _by_version(value: Any) -> Any:
    if isinstance(value, list | tuple) and all(isinstance(part, str | int) for part in value):
        return dict.fromkeys(value, ALL)
    return value


Comparable = Annotated[
    Mapping[Annotated[int, Field(ge=1)], Literal["all"] | tuple[Id, ...]],
    BeforeValidator(_by_version),
    WithJsonSchema(
        {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "object"}]}
    ),
]
"""By earlier version, the behaviours whose ratings may be joined; a list of versions is of all."""


class Scale(Part):
    """What the numbers 1 to 5 mean. `labels` has one label a number, in rising order."""

    kind: ScaleKind
    labels: Annotated[tuple[Line, ...], Field(min_length=5, max_length=5)]

    def label(self, value: int) -> str:
        """The label of a rating, counted from 1."""
        return self.labels[value - 1]


class Relationship(Part):
    """One learning relationship; screens show the sentence, never the name."""

    id: Id
    name: Line
    sentence: Line


class Behaviour(Part):
    """One thing a leader does, as an opportunity (`when`) and one observable act (`i`).

    Attributes:
        relationship: a relationship's id, or `all`.
        opportunity: `met` comes from outside; `made` is the leader's to create, so its absence
            can be *none made*.
        anchors: example sentences by rating; 1, 3 and 5 are usual.
        reversed: whether to agree says the contrary, so that a rating is scored from the other end.
    """

    id: Id
    name: Line
    group: Line | None = None
    relationship: Id = ALL
    opportunity: Opportunity = "met"
    when: Line | None = None
    i: Line
    anchors: Mapping[Annotated[int, Field(ge=1, le=5)], Line] = Field(default_factory=dict)
    reversed: bool = False
    notes: Text | None = None

    def scored(self, rating: float) -> float:
        """The value that a rating has in trends: from the other end where the item is reversed."""
        return HIGHEST + 1 - rating if self.reversed else rating

    @property
    def sentence(self) -> str:
        """The item as a person reads it: the opportunity, a comma, the act."""
        if self.when is None:
            return self.i
        return f"{self.when.rstrip(',')}, {self.i}"


class Question(Part):
    """An open question: no rating, an answer in words."""

    id: Id
    kind: QuestionKind = "short"
    ask: Line
    options: tuple[Line, ...] = ()


class Rubric(Part):
    """A rubric of one version in one language. Ids never change meaning within a version.

    Attributes:
        overall: the groups whose behaviours form the overall value; empty is every behaviour.

    Raises:
        ValueError: its ids do not hold together, or it asks nothing.
    """

    format: Literal[1] = Field(alias="learnlead-rubric")
    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Line
    language: Line = "en"
    rhythm: Rhythm = "weekly"
    depth: Depth = "standard"
    source: Text | None = None
    notes: Text | None = None
    comparable_with: Annotated[Comparable, Field(alias="comparable-with", default_factory=dict)]
    scale: Scale
    relationships: tuple[Relationship, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()
    overall: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Rubric:
        seen: set[str] = set()
        for part_id in self.ids():
            if part_id in RESERVED or part_id == ALL:
                raise ValueError(f"the id {part_id!r} is reserved by the page format")
            if part_id in seen:
                raise ValueError(f"the id {part_id!r} stands twice")
            seen.add(part_id)
        known = {r.id for r in self.relationships} | {ALL}
        for behaviour in self.behaviours:
            if behaviour.relationship not in known:
                raise ValueError(
                    f"behaviour {behaviour.id!r} names the relationship "
                    f"{behaviour.relationship!r}, which this rubric does not have"
                )
            if behaviour.reversed and self.scale.kind == "frequency":
                raise ValueError(f"behaviour {behaviour.id!r} is reversed on a scale of how often")
        if unknown := set(self.overall) - {b.group for b in self.behaviours}:
            raise ValueError(f"overall names {sorted(unknown)}, which are no groups")
        if not self.behaviours and not self.questions:
            raise ValueError("a rubric needs at least one behaviour or one question")
        return self

    @property
    def period(self) -> str:
        """What people call the time between two sittings: week, month, quarter."""
        return PERIODS[self.rhythm]

    def ids(self) -> Iterator[str]:
        """Every id of the rubric: relationships, behaviours, questions, in that order."""
        yield from (r.id for r in self.relationships)
        yield from (b.id for b in self.behaviours)
        yield from (q.id for q in self.questions)

    def behaviour(self, behaviour_id: str) -> Behaviour | None:
        """The behaviour of that id, if the rubric has it."""
        return next((b for b in self.behaviours if b.id == behaviour_id), None)

    def relationship(self, relationship_id: str) -> Relationship | None:
        """The relationship of that id, if the rubric has it."""
        return next((r for r in self.relationships if r.id == relationship_id), None)

    def question(self, question_id: str) -> Question | None:
        """The open question of that id, if the rubric has it."""
        return next((q for q in self.questions if q.id == question_id), None)

    @property
    def in_overall(self) -> tuple[Behaviour, ...]:
        """The behaviours that form the overall value."""
        return tuple(b for b in self.behaviours if not self.overall or b.group in self.overall)

    def joins(self, version: int | None, behaviour_id: str | None = None) -> bool:
        """Whether ratings of a page of that version may stand in one series with this version.

        A page without a version belongs to the current one. Without a behaviour: whether those of
        any behaviour may.
        """
        if version is None or version == self.version:
            return True
        joined = self.comparable_with.get(version, ())
        return bool(joined) if behaviour_id is None else joined == ALL or behaviour_id in joined


def readable_id(unknown_id: str) -> str:
    """What something is called that no rubric names any more: `Open doors` for `open-doors`."""
    return unknown_id.replace("-", " ").capitalize()


RUBRIC_KEYS: Final = {
    "learnlead-rubric": "The format of this file: 1.",
    "id": "Names the rubric on pages and in commands; the file is called ID.yaml.",
    "version": "Raise it when an id, the scale, the order, the rhythm or a meaning changes.",
    "title": "What the rubric is called on screens and pages.",
    "language": "The language of its words; another language is a file ID.LANGUAGE.yaml beside.",
    "rhythm": "weekly, monthly or quarterly. Say the same period in your wordings.",
    "depth": "quick, standard or full: how much a sitting asks unless somebody chooses otherwise.",
    "source": "Where the ideas come from; `rubric show` says it.",
    "notes": "What somebody should know before trusting it: your own reading, what was left out.",
    "comparable-with": "Earlier versions, each with the behaviours whose ratings may be joined.",
    "overall": "The groups that form one overall value; without it all behaviours do.",
    "scale": "What the numbers 1 to 5 mean.",
    "relationships": "Who a behaviour is towards, if that matters: kinds of people, not names.",
    "behaviours": "What is rated, in the order of the sitting.",
    "questions": "Open questions, answered in words after the ratings.",
    "Scale.kind": "frequency asks how often, agreement how far you agree.",
    "Scale.labels": "One label for each of 1 to 5, rising.",
    "Relationship.id": "Names the relationship on pages; never shown in a sitting.",
    "Relationship.name": "What trends call it.",
    "Relationship.sentence": "What a sitting shows, such as: I helped a peer learn",
    "Behaviour.id": "Names its series for good: keep it when you change the words.",
    "Behaviour.name": "A few words for headings and charts.",
    "Behaviour.group": "A heading that several behaviours in a row share.",
    "Behaviour.relationship": "The id of its one relationship; all, or left out, is every one.",
    "Behaviour.opportunity": "met: the occasion comes from outside. made: it is yours to create.",
    "Behaviour.when": "The occasion, at most 15 words, beginning with When. Frequency needs it.",
    "Behaviour.i": "One act that somebody could see, at most 15 words, ending with a full stop.",
    "Behaviour.anchors": "Scenes for 1, 3, 5: not when it came up, some of the times, every time.",
    "Behaviour.reversed": "true: to agree says the contrary; trends score it from the other end.",
    "Behaviour.notes": "For whoever reads the file; no screen shows it.",
    "Question.id": "Names the question on pages.",
    "Question.kind": "short: a line. long: a text. list: a text of lines. choice: one of options.",
    "Question.ask": "The question as it is asked.",
    "Question.options": "What can be chosen, with kind: choice.",
}
"""What editors say of each key; that of a part has the part's name before it."""
