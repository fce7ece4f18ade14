"""The immutable state of a sitting: answering, skipping or going back returns a new Session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from learnlead.sitting.context import SittingContext
from learnlead.sitting.plan_words import clean_answer
from learnlead.sitting.question import AnswerValue, Question
from learnlead.sitting.script import questions


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting in progress.

    Attributes:
        answers: by question id; None is skipped, a missing key is not yet asked.
        at: the id of the question on screen; None when the page is to be read.
        mending: whether the question was jumped to from the page, and leads back to it.
        unasked: answers of an earlier run that no question of this sitting takes any more, by the
            question's id (a second one of the same id ends in `~2`). They are only kept.
    """

    context: SittingContext
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    at: str | None = None
    mending: bool = False
    unasked: Mapping[str, AnswerValue] = field(default_factory=dict)

    @classmethod
    def begin(
        cls,
        context: SittingContext,
        answers: Mapping[str, AnswerValue] | None = None,
        typing: str | None = None,
        unasked: Mapping[str, AnswerValue] | None = None,
    ) -> Session:
        """A session at its first question without an answer: a fresh one, or from a draft.

        `typing` is the id of a question that an earlier sitting was cut off in: it comes first,
        if it is still asked.
        """
        session = cls(context, dict(answers or {}), unasked=dict(unasked or {}))
        if any(q.id == typing for q in session.questions()):
            return replace(session, at=typing)
        return _at_first_open(session)

    def questions(self) -> tuple[Question, ...]:
        """The questions as the answers so far make them, in order."""
        return questions(self.context, self.answers)

    @property
    def question(self) -> Question | None:
        """The question on screen; None when the page is to be read."""
        return next((q for q in self.questions() if q.id == self.at), None)

    def answer(self, answer: AnswerValue) -> Session:
        """The session after that answer: at the next question, or at the page."""
        if self.at is None:
            return self
        after = self.with_answer(answer)
        if self.mending:
            return _at_first_open(after, mending=True)
        ids = [q.id for q in after.questions()]
        if self.at in ids:
            following = ids[ids.index(self.at) + 1 :]
        else:  # it was asked for its words alone, and they were taken back
            before = [q.id for q in self.questions()]
            following = [
                question_id for question_id in before[before.index(self.at) :] if question_id in ids
            ]
        if not following:
            # Whatever a change of mind has opened behind us comes before the page.
            return _at_first_open(after)
        return replace(after, at=following[0])

    def skip(self) -> Session:
        """The session after a skip: no answer, and no question again."""
        return self.answer(None)

    def with_answer(self, answer: AnswerValue) -> Session:
        """The session with that answer, still at the same question."""
        if self.at is None:
            return self
        cleaned = clean_answer(self.at, answer) if isinstance(answer, str) else answer
        return replace(self, answers={**self.answers, self.at: cleaned})

    def back(self) -> Session:
        """The session at the question before; the first one stays.

        From a question that was jumped to from the page it leads to the page again.
        """
        if self.mending and (read := _at_first_open(self)).at is None:
            return read
        ids = [q.id for q in self.questions()]
        place = len(ids) if self.at is None else ids.index(self.at)
        return replace(self, at=ids[max(place - 1, 0)], mending=False) if ids else self

    def at_first_question(self) -> Session:
        """The session at its first question, with whatever was answered."""
        ids = [q.id for q in self.questions()]
        return replace(self, at=ids[0], mending=False) if ids else self

    def mend(self, question_id: str) -> Session:
        """The session at that question; its answer leads back to the page."""
        return replace(self, at=question_id, mending=True)

    def current_answers(self) -> dict[str, AnswerValue]:
        """The answers of the questions that are asked now, without skipped ones."""
        answers = ((q.id, self.answers.get(q.id)) for q in self.questions())
        return {key: value for key, value in answers if value is not None}


def _at_first_open(session: Session, *, mending: bool = False) -> Session:
    first = next((q.id for q in session.questions() if q.id not in session.answers), None)
    return replace(session, at=first, mending=mending and first is not None)
