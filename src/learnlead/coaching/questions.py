"""Questions that a coach could ask, each with the line of the bundle that is the reason for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from learnlead.coaching.bundle import Content, SentPlan
from learnlead.reflection.plan_words import in_words
from learnlead.rubric.prompts import PromptBank

AT_MOST = 5
"""More would be a questionnaire, and not a conversation."""

FALLBACK = {
    "want": "What would be different after our conversation if it was useful?",
    "not-done": "What would make the first step of this small enough to happen?",
    "done": "What did you do that made this work, and who noticed?",
    "open": "Where in the coming days will this moment come up?",
    "focus": "What did somebody else do or say that told you something about this?",
    "strength": "Where else could you use what you do here?",
    "not-looked-at": "What would you see if you looked there for a week?",
    "passage": "What do you think the other person would tell of this?",
}
"""Where the bank has no wording of a kind."""

_NOT_DONE = ("not-done", "partly", "cue-never-came")
_STATES = {
    None: "open",
    "done": "done",
    "partly": "partly done",
    "not-done": "not done",
    "cue-never-came": "the moment never came",
}
_SILENT = ("silent-relationship", "none-made", "no-evidence", "no-opportunity")


@dataclass(frozen=True, slots=True)
class CoachQuestion:
    """A question, and why it is offered: a line that the leader has sent."""

    kind: str
    ask: str
    reason: str


def coach_questions(content: Content, bank: PromptBank | None) -> list[CoachQuestion]:
    """At most five, each of another kind: what the leader wants first, then plans and the focus.

    Wordings take turns with the number of sittings. No question is about a rating.
    """
    return [
        CoachQuestion(kind, _wording(kind, bank, content.sittings), reason)
        for kind, reason in islice(_reasons(content), AT_MOST)
    ]


def _wording(kind: str, bank: PromptBank | None, turn: int) -> str:
    choices = getattr(bank.coach_questions, kind.replace("-", "_"), ()) if bank else ()
    return choices[turn % len(choices)] if choices else FALLBACK[kind]


def _reasons(content: Content) -> Iterator[tuple[str, str]]:
    if content.want:
        yield "want", f"What the leader wants: {content.want}"
    newest = sorted(content.plans, key=lambda plan: plan.date, reverse=True)
    for kind, outcomes in (("not-done", _NOT_DONE), ("done", ("done",)), ("open", (None,))):
        plan = next((p for p in newest if p.outcome in outcomes and not _only_carried_on(p)), None)
        if plan is not None:
            yield kind, _plan(plan)
    if content.focus is not None:
        yield "focus", f"The focus: {content.focus.name}"
    silent = next((one.text for one in content.findings if one.kind in _SILENT), None)
    if silent is not None:
        yield "not-looked-at", silent
    strength = next((one.text for one in content.findings if one.strength), None)
    if strength is not None:
        yield "strength", strength
    told = [one for one in content.passages if one.kind == "moments" and one.part == "what"]
    if told:
        newest_one = max(told, key=lambda one: one.date)
        yield "passage", newest_one.text


def _only_carried_on(plan: SentPlan) -> bool:
    """Whether it waits no longer, and nobody said what became of it."""
    return plan.outcome is None and plan.carried_on


def _plan(plan: SentPlan) -> str:
    return f"{in_words(plan.cue, plan.action).rstrip('.')}: {_STATES.get(plan.outcome, 'let go')}"
