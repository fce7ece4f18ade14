"""The human wording beside a rubric, and which wording comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from learnlead.text.typed import Id, Line, Part

Tendency = Literal["high", "low"]
"""How a writer mostly rates."""

Wordings = Annotated[tuple[Line, ...], Field(min_length=1)]
"""The wordings of one step; they take turns."""


class Opposite(Part):
    """Questions that contradict a tendency: to rate mostly high, or mostly low."""

    high: Wordings = ()
    low: Wordings = ()


class FollowUps(Part):
    """Questions that follow from what was said; the reason for asking is said before them.

    Attributes:
        low: after a low rating; `high` after a 5.
        no_occasion: after the third sitting running without an occasion.
        empty: after a rating without an example.
    """

    low: Wordings = ()
    high: Wordings = ()
    no_occasion: Annotated[Wordings, Field(alias="no-occasion")] = ()
    empty: Wordings = ()


class CoachQuestions(Part):
    """Questions that a coach could ask, by the line of an export that is the reason for them.

    Attributes:
        want: after what the leader wants from the conversation.
        not_done: after a plan that was not done, or partly; `done` after one that was; `open`
            after one of which nothing is known yet.
        not_looked_at: after what has had no example or moment for long.
        passage: after a moment that was told.
    """

    want: Wordings = ()
    not_done: Annotated[Wordings, Field(alias="not-done")] = ()
    done: Wordings = ()
    open: Wordings = ()
    focus: Wordings = ()
    strength: Wordings = ()
    not_looked_at: Annotated[Wordings, Field(alias="not-looked-at")] = ()
    passage: Wordings = ()


class PromptBank(Part):
    """The wordings of one rubric in one language, each step a list; a missing step has none.

    Attributes:
        evidence: by behaviour.
        heard: asks what came back from somebody who was asked.
        cue: the half of the plan after "if"; `action` the half after "then".
        focus_notice: asks what somebody else would notice.
        welcome_back: the greeting after a longer time away.
        ask: the second line of a question that goes to one person about the focus.
        reminder: a word that it is time to sit down; `reminder_after_pause` after a longer time.
        coach_questions: offered to a coach who reads an export and asks for them.
    """

    format: Literal[1] = Field(alias="learnlead-prompts")
    rubric: Id
    language: Line = "en"
    opening: Wordings = ()
    welcome_back: Annotated[Wordings, Field(alias="welcome-back")] = ()
    look_back: Annotated[Wordings, Field(alias="look-back")] = ()
    heard: Wordings = ()
    moment: Wordings = ()
    other_side: Annotated[Wordings, Field(alias="other-side")] = ()
    evidence: Mapping[Id, Wordings] = Field(default_factory=dict)
    opposite: Opposite = Opposite()
    follow_up: Annotated[FollowUps, Field(alias="follow-up")] = FollowUps()
    insight: Wordings = ()
    obstacle: Wordings = ()
    plan: Wordings = ()
    cue: Wordings = ()
    action: Wordings = ()
    focus_notice: Annotated[Wordings, Field(alias="focus-notice")] = ()
    closing: Wordings = ()
    ask: Wordings = ()
    reminder: Wordings = ()
    reminder_after_pause: Annotated[Wordings, Field(alias="reminder-after-pause")] = ()
    coach_questions: Annotated[CoachQuestions, Field(alias="coach-questions")] = CoachQuestions()

    def knows(self, step: str) -> bool:
        """Whether a bank can have wordings for that step."""
        return step in STEPS

    def wording(
        self,
        step: str,
        *,
        sittings: int,
        steady: bool,
        behaviour: str | None = None,
        tendency: Tendency | None = None,
        kind: str | None = None,
    ) -> str | None:
        """The wording that a sitting asks, or None where the bank has none.

        Args:
            step: a key of the bank, such as `look-back`.
            sittings: earlier pages of the rubric; nothing else turns the list.
            steady: whether the first wording is always asked.
            behaviour: whose evidence is asked for.
            tendency: how the writer mostly rates; unknown counts as high, as most people rate
                themselves kindly.
            kind: what a follow-up follows from, a key of `follow-up`.

        Raises:
            ValueError: a bank has no such step.
        """
        if step == "evidence":
            choices = self.evidence.get(behaviour or "", ())
        elif step == "opposite":
            choices = self.opposite.low if tendency == "low" else self.opposite.high
        elif step == "follow-up":
            choices = getattr(self.follow_up, (kind or "").replace("-", "_"), ())
        elif self.knows(step):
            choices = getattr(self, step.replace("-", "_"))
        else:
            raise ValueError(f"a prompt bank has no step {step!r}")
        if not choices:
            return None
        return choices[0 if steady else sittings % len(choices)]

    def merged_over(self, base: PromptBank) -> PromptBank:
        """This bank with the base's wordings for every key that this one does not give.

        A key given replaces the base's whole list; `evidence` does so for each behaviour,
        `opposite` for each direction, `follow-up` and `coach-questions` for each kind.
        """
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.model_fields_set}
        if "evidence" in fields:
            fields["evidence"] = {**base.evidence, **self.evidence}
        for name in {"opposite", "follow_up", "coach_questions"} & fields.keys():
            own: Part = getattr(self, name)
            directions = {n: getattr(own, n) for n in own.model_fields_set}
            fields[name] = getattr(base, name).model_copy(update=directions)
        return base.model_copy(update=fields)


def keys_of(part: type[Part]) -> tuple[str, ...]:
    """The keys that a part of a bank may have."""
    return tuple(info.alias or name for name, info in part.model_fields.items())


STEPS = frozenset(keys_of(PromptBank)) - {
    "learnlead-prompts",
    "rubric",
    "language",
    "coach-questions",  # no step of a sitting
}
"""The keys of a bank that hold wordings."""

PROMPT_KEYS: Final = {
    "learnlead-prompts": "The format of this file: 1.",
    "rubric": "The id of the rubric that these words are for.",
    "language": "The language of these words.",
    "opening": "The greeting above the first question.",
    "welcome-back": "The greeting after two periods or more away.",
    "look-back": "Asks what became of the plan.",
    "heard": "Asks what came back from somebody who was asked.",
    "moment": "Asks for one real moment (only where the rubric has relationships).",
    "other-side": "Asks what the others said or did next.",
    "evidence": "By a behaviour's id: asks what happened, before the rating. Three or more each.",
    "opposite": "The one question that looks the other way.",
    "follow-up": "Asked in its place in every second sitting, after an answer that calls for it.",
    "insight": "Asks what somebody takes from the period.",
    "obstacle": "Asks what could get in the way of the plan.",
    "plan": "Asks whether to keep the plan, change it or make another.",
    "cue": "Asks for the if of the plan.",
    "action": "Asks for the then of the plan.",
    "focus-notice": "Asks what somebody else would notice if the focus grew.",
    "closing": "Said at the end.",
    "ask": "The second line of a question that goes to one person about the focus.",
    "reminder": "What `learnlead remind` says; others may read it.",
    "reminder-after-pause": "What it says after a longer time; no word of what was left out.",
    "coach-questions": "Offered to a coach who reads an export, each with its reason.",
    "CoachQuestions.want": "After what the leader wants from the conversation.",
    "CoachQuestions.not-done": "After a plan that was not done, or only partly.",
    "CoachQuestions.done": "After a plan that was done.",
    "CoachQuestions.open": "After a plan of which nothing is known yet.",
    "CoachQuestions.focus": "On the focus of the quarter.",
    "CoachQuestions.strength": "After a finding that says what goes well.",
    "CoachQuestions.not-looked-at": "After what has had no example or moment for long.",
    "CoachQuestions.passage": "After a moment that was told.",
    "Opposite.high": "For somebody who mostly rates high: when was it otherwise? An odd number.",
    "Opposite.low": "For somebody who mostly rates low: when did it go well? An odd number.",
    "FollowUps.low": "After a low rating. An odd number.",
    "FollowUps.high": "After a 5. An odd number.",
    "FollowUps.no-occasion": "After three sittings running without an occasion. An odd number.",
    "FollowUps.empty": "After a rating without an example. An odd number.",
}
"""What editors say of each key; that of a part has the part's name before it."""
