"""Screens: consecutive questions that are asked together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from learnlead.i18n.words import Words
from learnlead.sitting.question import Question, Step


@dataclass(frozen=True, slots=True)
class Screen:
    """Questions that are asked together, at least one."""

    questions: tuple[Question, ...]

    @property
    def id(self) -> str:
        """What its questions name as their screen; a question's id where it stands alone."""
        return _screen_of(self.questions[0])

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of its questions, in order."""
        return steps(self.questions)

    def holds(self, question_id: str | None) -> bool:
        """Whether that question is asked on it."""
        return any(question.id == question_id for question in self.questions)

    def heading(self, all_steps: Sequence[Step], words: Words) -> str:
        """Where in the sitting it is: `2 of 4 · Ratings 1–4 of 12`, with every step that it has."""
        return "   ".join(
            words(
                "standing", n=all_steps.index(step) + 1, all=len(all_steps), step=self._name(step)
            )
            for step in self.steps
        )

    def _name(self, step: Step) -> str:
        own = (q.heading for q in self.questions if q.step is step and q.heading)
        return next(own, step.label(self.questions[0].words))


def steps(questions: Iterable[Question]) -> tuple[Step, ...]:
    """The steps that those questions have, in order."""
    return tuple(dict.fromkeys(question.step for question in questions))


def screens(questions: Iterable[Question]) -> tuple[Screen, ...]:
    """Consecutive questions that name the same screen, together; each other one alone."""
    return tuple(Screen(tuple(group)) for _, group in groupby(questions, key=_screen_of))


def _screen_of(question: Question) -> str:
    return question.screen or question.id
