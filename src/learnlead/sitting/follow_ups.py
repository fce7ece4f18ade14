"""The one follow-up question that ratings raise, and the reason that is shown with it.

A sitting has at most one. It replaces the question about the opposite, in every second sitting at
most, so that no sitting gets longer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnlead.i18n.words import ENGLISH, Words
from learnlead.rubric.model import Behaviour
from learnlead.rubric.prompts import Tendency
from learnlead.sitting.context import RecentSittings
from learnlead.sitting.mark import NO_OPPORTUNITY
from learnlead.sitting.question import AnswerValue

RUNNING = 3
"""How many times in a row make a pattern that is worth a question."""

ENOUGH_MARKS = 12
"""With fewer earlier ratings, the tendency is taken from this sitting alone."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One question that follows.

    Attributes:
        kind: the key of its wordings in the bank, under `follow-up`.
        behaviour: whose evidence the answer is added to.
        reason: a few words on why it is asked.
    """

    kind: str
    behaviour: Behaviour
    reason: str


def follow_up(
    behaviours: Sequence[Behaviour],
    focus: str | None,
    answers: Mapping[str, AnswerValue],
    recent: RecentSittings,
    *,
    labels: Sequence[str],
    words: Words = ENGLISH,
) -> FollowUp | None:
    """What follows from the ratings of this sitting, the most telling first; None if nothing does.

    `labels` are those of the scale, from 1 on.

    A behaviour without an occasion three times running comes first: its series is ending. Then
    the focus: a low rating, a 5, a rating without an example. Then any other rating of 1.
    """
    for behaviour in behaviours:
        if _without_occasion(behaviour, answers, recent):
            reason = words("reason.no-occasion", name=behaviour.name, n=RUNNING)
            return FollowUp("no-occasion", behaviour, reason)
    ordered = sorted(behaviours, key=lambda b: b.id != focus)
    for behaviour in ordered:
        mark = answers.get(f"rating:{behaviour.id}")
        if not isinstance(mark, int):
            continue
        gave = words("reason.gave", mark=mark, label=labels[mark - 1], name=behaviour.name)
        if mark == 1 or (mark == 2 and behaviour.id == focus):
            return FollowUp("low", behaviour, gave)
        if behaviour.id == focus and mark == 5:
            return FollowUp("high", behaviour, gave)
        if behaviour.id == focus and answers.get(f"evidence:{focus}") is None:
            key, label = "reason.without-example", labels[mark - 1]
            reason = words(key, mark=mark, label=label, name=behaviour.name)
            return FollowUp("empty", behaviour, reason)
    return None


def _without_occasion(
    behaviour: Behaviour, answers: Mapping[str, AnswerValue], recent: RecentSittings
) -> bool:
    if answers.get(f"rating:{behaviour.id}") != NO_OPPORTUNITY:
        return False
    # A quick sitting does not ask for every behaviour, and a skip says nothing: neither counts.
    before = [marks[behaviour.id] for marks in recent.marks if behaviour.id in marks]
    newest = before[-(RUNNING - 1) :]
    # Exactly the third time: the fourth and fifth say nothing new.
    return newest == [NO_OPPORTUNITY] * (RUNNING - 1) and (
        len(before) < RUNNING or before[-RUNNING] != NO_OPPORTUNITY
    )


def tendency(answers: Mapping[str, AnswerValue], recent: RecentSittings) -> Tendency:
    """How the writer mostly rates, `high` or `low`: over the newest sittings, else in this one."""
    marks = [
        mark
        for marks_of_sitting in recent.marks
        for mark in marks_of_sitting.values()
        if isinstance(mark, int)
    ]
    if len(marks) < ENOUGH_MARKS:
        marks = [v for k, v in answers.items() if k.startswith("rating:") and isinstance(v, int)]
    return "low" if marks and sum(marks) < 3 * len(marks) else "high"
