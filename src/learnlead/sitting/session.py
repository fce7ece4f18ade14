"""The immutable state of a sitting: answering or going back returns a new Session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from learnlead.sitting.context import SittingContext
from learnlead.sitting.plan_words import clean_answer
from learnlead.sitting.question import AnswerValue, Question
from learnlead.sitting.screens import Screen, screens
from learnlead.sitting.script import questions
from learnlead.sitting.script_moments import without_bare_moments


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting in progress.

    Attributes:
        answers: by question id; None is skipped, a missing key is not yet asked.
        at: the id of the question with the cursor; None when the page is to be read.
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

    def screens(self) -> tuple[Screen, ...]:
        """The same on their screens."""
        return screens(self.questions())

    @property
    def screen(self) -> Screen | None:
        """The screen on show; None when the page is to be read."""
        return next((screen for screen in self.screens() if screen.holds(self.at)), None)

    def answer(self, answers: Mapping[str, AnswerValue]) -> Session:
        """The session after the answers of the screen on show: at the next one, or at the page.

        A question of the screen that they leave out is skipped.
        """
        screen = self.screen
        if screen is None:
            return self
        after = self.with_answers({q.id: answers.get(q.id) for q in screen.questions})
        if self.mending:
            return _at_first_open(after, mending=True)
        shown = {q.id for q in screen.questions}
        before, now = [q.id for q in self.questions()], [q.id for q in after.questions()]
        left = [question_id for question_id in now if question_id in shown]
        if left:
            following = now[now.index(left[-1]) + 1 :]
        else:  # they were asked for their words alone, and those were taken back
            behind = before[before.index(screen.questions[-1].id) + 1 :]
            following = [question_id for question_id in behind if question_id in now]
        if not following:
            # Whatever a change of mind has opened behind us comes before the page.
            return _at_first_open(after)
        return replace(after, at=following[0])

    def with_answers(self, answers: Mapping[str, AnswerValue]) -> Session:
        """The session with those answers too, still at the same question."""
        cleaned = {
            key: clean_answer(key, answer) if isinstance(answer, str) else answer
            for key, answer in answers.items()
        }
        return replace(self, answers=without_bare_moments({**self.answers, **cleaned}))

    def back(self) -> Session:
        """The session at the last question of the screen before; the first screen stays.

        From a question that was jumped to from the page it leads to the page again.
        """
        if self.mending and (read := _at_first_open(self)).at is None:
            return read
        all_screens = self.screens()
        places = [place for place, screen in enumerate(all_screens) if screen.holds(self.at)]
        place = places[0] if places else len(all_screens)
        if not all_screens:
            return self
        before = all_screens[max(place - 1, 0)].questions
        return replace(self, at=before[-1 if place else 0].id, mending=False)

    def at_first_question(self) -> Session:
        """The session at its first question, with whatever was answered."""
        ids = [q.id for q in self.questions()]
        return replace(self, at=ids[0], mending=False) if ids else self

    def mend(self, question_id: str) -> Session:
        """The session at that question; its screen's answers lead back to the page."""
        return replace(self, at=question_id, mending=True)

    def current_answers(self) -> dict[str, AnswerValue]:
        """The answers of the questions that are asked now, without skipped ones."""
        answers = ((q.id, self.answers.get(q.id)) for q in self.questions())
        return {key: value for key, value in answers if value is not None}


def _at_first_open(session: Session, *, mending: bool = False) -> Session:
    first = next((q.id for q in session.questions() if q.id not in session.answers), None)
    return replace(session, at=first, mending=mending and first is not None)
