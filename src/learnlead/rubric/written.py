"""A rubric as its file writes it: the same parts, each checked by Pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from learnlead.plaintext.parts import Id, Line, Part, Text
from learnlead.rubric import model
from learnlead.rubric.model import ALL, Depth, Opportunity, QuestionKind, Rhythm, ScaleKind


class Scale(Part):
    """As `model.Scale`."""

    kind: ScaleKind
    labels: Annotated[tuple[Line, ...], Field(min_length=5, max_length=5)]


class Relationship(Part):
    """As `model.Relationship`."""

    id: Id
    name: Line
    sentence: Line


class Behaviour(Part):
    """As `model.Behaviour`."""

    id: Id
    name: Line
    group: Line | None = None
    relationship: Id = ALL
    opportunity: Opportunity = "met"
    when: Line | None = None
    i: Line
    anchors: Mapping[Annotated[int, Field(ge=1, le=5)], Line] = Field(default_factory=dict)
    notes: Text | None = None


class Question(Part):
    """As `model.Question`."""

    id: Id
    kind: QuestionKind = "short"
    ask: Line
    options: tuple[Line, ...] = ()


class Written(Part):
    """The keys of a rubric file."""

    format: Literal[1] = Field(alias="learnlead-rubric")
    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Line
    language: Line = "en"
    rhythm: Rhythm = "weekly"
    depth: Depth = "standard"
    source: Text | None = None
    notes: Text | None = None
    comparable_with: Annotated[tuple[int, ...], Field(alias="comparable-with")] = ()
    scale: Scale
    relationships: tuple[Relationship, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()
    questions: tuple[Question, ...] = ()

    @model_validator(mode="after")
    def _is_a_rubric(self) -> Written:
        self.rubric()
        return self

    def rubric(self) -> model.Rubric:
        """The rubric that is written here.

        Raises:
            ValueError: as `model.Rubric`; never once this is made.
        """
        parts = {
            "scale": model.Scale(**dict(self.scale)),
            "relationships": tuple(model.Relationship(**dict(r)) for r in self.relationships),
            "behaviours": tuple(model.Behaviour(**dict(b)) for b in self.behaviours),
            "questions": tuple(model.Question(**dict(q)) for q in self.questions),
        }
        return model.Rubric(**{k: v for k, v in self if k != "format"} | parts)
