"""The answers of a whole sitting, however they were entered: the format `learnlead: 1`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from learnlead.rubric.model import Depth
from learnlead.sitting.fields import own_texts
from learnlead.sitting.mark import Outcome
from learnlead.sitting.model import (
    CheckedCount,
    CheckedMark,
    MaybeLine,
    MaybeText,
    Moment,
    OwnTexts,
    Stem,
)
from learnlead.sitting.plan_words import action_words, cue_words
from learnlead.text.typed import Day as Date
from learnlead.text.typed import Id, Line, Part

MINUTES_AT_MOST = 1440
"""The longest sitting: a day."""


class FocusAnswer(Part):
    """Sets or renews the focus."""

    behaviour: Id
    notice: MaybeLine = None


class LookBack(Part):
    """What became of an earlier plan; `plan` is its page's stem, by default the newest open one."""

    plan: Stem | None = None
    outcome: Outcome | None = None
    note: MaybeText = None


class PlanAnswer(Part):
    """A new plan, or an earlier one adjusted: `kept` is the stem of the plan it carries on.

    An "if" before the cue or an "I will" before the action is taken off: the plan's sentence has
    them already.
    """

    behaviour: Id | None = None
    cue: Annotated[Line, AfterValidator(cue_words)]
    action: Annotated[Line, AfterValidator(action_words)]
    due: Date | None = None
    kept: Stem | None = None


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, Mapping) else value


class Answers(OwnTexts):
    """One sitting's answers. Every key is optional; what is left out was not answered.

    `relationships`: an empty list says that none was live, None that nothing was said.
    """

    format: Annotated[Literal[1], Field(alias="learnlead")] = 1
    rubric: Id | None = None
    date: Date | None = None
    depth: Depth | None = None
    minutes: Annotated[int, Field(ge=0, le=MINUTES_AT_MOST)] | None = None
    focus: FocusAnswer | None = None
    look_back: Annotated[tuple[LookBack, ...], BeforeValidator(_as_list)] = ()
    relationships: tuple[Id, ...] | None = None
    moments: tuple[Moment, ...] = ()
    ratings: Mapping[Id, CheckedMark | Mapping[Id, CheckedMark]] = Field(default_factory=dict)
    count: Mapping[Id, CheckedCount] = Field(default_factory=dict)
    evidence: Mapping[Id, MaybeText] = Field(default_factory=dict)
    plan: PlanAnswer | Literal["keep", "none"] | None = None
    answers: Mapping[Id, MaybeText | tuple[str, ...]] = Field(default_factory=dict)

    @property
    def has_any(self) -> bool:
        """Whether any question was answered; an empty text is no answer."""
        contents = (
            *(review.outcome or review.note for review in self.look_back),
            *(self.evidence.values()),
            *(self.answers.values()),
            *(text for _, text in own_texts(self)),
            *(self.focus, self.relationships, self.moments, self.ratings, self.count),
            self.plan != "none" and self.plan,
        )
        return any(contents)
