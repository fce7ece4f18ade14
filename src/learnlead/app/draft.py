"""An unfinished sitting, read from a draft and saved as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, get_args

from learnlead.app.draft_parts import (
    Begun,
    read_answers,
    read_day,
    read_id,
    read_seconds,
    read_typing,
)
from learnlead.app.ports import Draft, Drafts
from learnlead.app.prompter import Prompter
from learnlead.errors import LearnleadError, MachineFailed
from learnlead.i18n.words import words_in
from learnlead.rubric.model import Depth, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import AnswerValue, Choice


@dataclass(frozen=True, slots=True)
class DraftSubject:
    """The plans and the focus that answers such as "partly" or "keep" refer to.

    Attributes:
        plan: the stem of the page whose plan is looked back on.
        older: those of the older plans that are asked about together.
        focus: the id of the behaviour.
    """

    plan: str | None = None
    older: tuple[str, ...] = ()
    focus: str | None = None

    @classmethod
    def of(cls, context: SittingContext) -> DraftSubject:
        """What the answers of a sitting with that context refer to."""
        focus = context.current_focus
        return cls(
            context.plans[0].stem if context.plans else None,
            tuple(plan.stem for plan in context.older_plans),
            focus.behaviour if focus else None,
        )


@dataclass(frozen=True, slots=True)
class UnfinishedSitting:
    """The content of a draft.

    Attributes:
        begun: when the sitting began.
        day: the day it is about.
        rubric_version: of the rubric that the answers were given for.
        answers: by question id.
        typing: the id of the question with the cursor, and what was begun on its screen by question
            id when it was cut off.
        seconds: spent so far.
        relationship: that the sitting was asked for, if any.
        unasked: answers that no question takes any more, as `Session.unasked`.
        subject: the plans and the focus that answers refer to.
    """

    begun: datetime
    day: date
    depth: Depth
    rubric_version: int
    answers: Mapping[str, AnswerValue]
    typing: Begun | None
    seconds: float
    relationship: str | None = None
    unasked: Mapping[str, AnswerValue] = field(default_factory=dict)
    subject: DraftSubject = DraftSubject()


def read_draft(draft: Draft) -> UnfinishedSitting:
    """Read a draft.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is not one of ours.
    """
    data = draft.data
    depth = data["depth"]
    if depth not in get_args(Depth):
        raise ValueError(depth)
    return UnfinishedSitting(
        begun=draft.begun,
        day=read_day(data["day"]),
        depth=depth,
        rubric_version=draft.rubric_version,
        answers=read_answers(data["answers"]),
        typing=read_typing(data["typing"]),
        seconds=read_seconds(data["seconds"]),
        relationship=read_id(data.get("relationship")),
        unasked=read_answers(data.get("beside", {})),
        subject=_read_subject(data["about"]),
    )


def _typing(typing: Begun | None) -> dict[str, Any] | None:
    at, begun = typing or ("", {})
    begun = {key: value for key, value in begun.items() if value not in (None, "")}
    return {"at": at, "begun": begun} if begun else None


def _read_subject(data: Mapping[str, Any]) -> DraftSubject:
    older = tuple(plan_id for plan_id in map(read_id, data["older"]) if plan_id is not None)
    return DraftSubject(read_id(data["plan"]), older, read_id(data["focus"]))


class DraftSaver:
    """Saves every answer in the rubric's draft; if the disk fails, asks the person what to do."""

    def __init__(
        self,
        drafts: Drafts,
        prompter: Prompter,
        rubric: Rubric,
        base: UnfinishedSitting,
        seconds: Callable[[], float],
    ) -> None:
        self._drafts = drafts
        self._prompter = prompter
        self._rubric = rubric
        self._base = base
        self._seconds = seconds
        self.stopped_saving = False
        """Whether the person chose to go on without a draft."""
        self.is_behind = False
        """Whether the newest answers are not on disk."""

    def keep_at_end(self, answers: Mapping[str, AnswerValue], typing: Begun | None) -> None:
        """Save what the person wants kept when the sitting is left; a failure is asked about.

        Saving is tried again even if the person went on without a draft before.

        Raises:
            MachineFailed: the disk refuses, and the person would rather stop.
        """
        self.stopped_saving = False
        self._save(self._draft(answers, typing), ("again", "stop"))

    def keep(self, answers: Mapping[str, AnswerValue], typing: Begun | None) -> bool:
        """Save the answers; return whether they are on disk. See `AnswerSaver.keep`.

        While a text is being typed, a failure asks nothing: the text is saved again soon, and at
        its end.

        Raises:
            MachineFailed: the disk refuses, and the person would rather stop.
        """
        ways = ("again", "on", "stop") if typing is None else ()
        return self._save(self._draft(answers, typing), ways)

    def _draft(self, answers: Mapping[str, AnswerValue], typing: Begun | None) -> Draft:
        data: dict[str, Any] = {
            "day": self._base.day.isoformat(),
            "depth": self._base.depth,
            "answers": dict(answers),
            "typing": _typing(typing),
            "seconds": round(self._seconds()),
            "relationship": self._base.relationship,
            "about": asdict(self._base.subject),
        }
        if self._base.unasked:
            data["beside"] = dict(self._base.unasked)
        return Draft(self._rubric.id, self._rubric.version, self._base.begun, data)

    def _save(self, draft: Draft, ways: Sequence[str]) -> bool:
        """Whether the draft is on disk. `ways`: what is asked where it fails; empty for nothing."""
        self.is_behind = True
        while not self.stopped_saving:
            try:
                self._drafts.save(draft)
            except MachineFailed as error:
                if not ways:
                    break
                if self._decide(error, ways) == "stop":
                    raise
            else:
                self.is_behind = False
                break
        return not self.is_behind

    def _decide(self, error: LearnleadError, ways: Sequence[str]) -> str:
        words = words_in(self._rubric.language)
        choices = [Choice(way, words(f"refused.{way}")) for way in ways]
        decided = self._prompter.choose(words("refused.answer", error=error), choices, "again")
        self.stopped_saving = decided == "on"
        return decided
