"""A typed sitting: question by question, each answer on disk before the next one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from learnlead.app.prompter import (
    Entry,
    Mend,
    NotForHere,
    Prompter,
    QuestionView,
    Save,
    Skipped,
    WentBack,
)
from learnlead.sitting.answers import PlanAnswer
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import LeftOut, left_out
from learnlead.sitting.plan_words import plan_in_words
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, as_answer
from learnlead.sitting.session import Session


class AnswerSaver(Protocol):
    """Saves the answers of an unfinished sitting."""

    def keep(
        self, answers: Mapping[str, AnswerValue], unfinished: tuple[str, AnswerValue] | None
    ) -> bool:
        """Save the answers and an unfinished text; return whether they are on disk."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The page was read and is to be saved."""

    session: Session


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The writer said that this is not for here; `unfinished` is what `sit` would go on with."""

    session: Session
    unfinished: tuple[str, AnswerValue] | None = None


def sit(
    session: Session,
    prompter: Prompter,
    saver: AnswerSaver,
    *,
    title: str,
    unfinished: tuple[str, AnswerValue] | None = None,
    look_again: Callable[[SittingContext], SittingContext] = lambda context: context,
) -> Finished | Abandoned:
    """Ask until the page is right.

    Args:
        session: at its first question without an answer.
        prompter: asks and shows.
        saver: is given every answer before the next question shows.
        title: of the page to read at the end.
        unfinished: question id, and what an earlier sitting was cut off in.
        look_again: updates the context's plans before the question about the plan.
    """
    read_back: tuple[str, ...] = ()
    while True:
        session = _up_to_now(session, look_again)
        question = session.question
        if question is None:
            out = left_out(session)
            if not collect_answers(session).has_any and not any(
                answer.kept_elsewhere for answer in out
            ):
                words = session.context.words
                ways = [Choice(way, words(f"nothing.{way}")) for way in ("end", "back")]
                if prompter.choose(words("nothing"), ways, "end", at_once=True) == "end":
                    return Finished(session)
                session = session.at_first_question()
                continue
            above = (*read_back, *_not_correctable(session, out))
            verdict = prompter.read(title, _entries(session, out), _labels(session), above)
            if isinstance(verdict, Save):
                return Finished(session)
            if isinstance(verdict, NotForHere):
                return Abandoned(session)
            session = (
                session.mend(verdict.question_id) if isinstance(verdict, Mend) else session.back()
            )
            read_back = ()
            continue
        begun = unfinished[1] if unfinished and unfinished[0] == question.id else None
        reply = prompter.ask(_scene(session, question, begun, saver))
        if isinstance(reply, NotForHere):
            left_at = reply.answer or begun
            return Abandoned(session, (question.id, left_at) if left_at else None)
        if isinstance(reply, WentBack):
            begun = reply.answer or as_answer(question.kind, begun)
            if begun is not None:
                session, unfinished = session.with_answer(begun), None
                saver.keep(session.answers, None)
            session = session.back()
            continue
        session = session.skip() if isinstance(reply, Skipped) else session.answer(reply.answer)
        read_back, unfinished = _read_back(session, question), None
        saver.keep(session.answers, None)


def _up_to_now(session: Session, look_again: Callable[[SittingContext], SittingContext]) -> Session:
    """The session, where it comes to the plan, with what became of the plans since it began."""
    if session.at != "plan":
        return session
    return replace(session, context=look_again(session.context))


def _entries(session: Session, out: Sequence[LeftOut]) -> list[Entry]:
    """What will be on the page, as its answers make it; then what will not, and can be mended."""
    not_on_it = {answer.mended_at for answer in out if answer.question.id == answer.mended_at}
    on_it = (q for q in session.questions() if q.id not in not_on_it)
    return [
        *(Entry(q, session.answers.get(q.id)) for q in on_it),
        *(_off_the_page(answer) for answer in out if answer.mended_at),
    ]


def _off_the_page(answer: LeftOut) -> Entry:
    return Entry(
        answer.question,
        answer.answer,
        saved=False,
        mended_at=answer.mended_at,
        kept_elsewhere=answer.kept_elsewhere,
    )


def _not_correctable(session: Session, out: Sequence[LeftOut]) -> Iterator[str]:
    """What nothing on this page can bring back, by name."""
    names = [answer.question.about for answer in out if answer.mended_at is None]
    if names:
        yield session.context.words("beside", names="; ".join(names))


def _read_back(session: Session, answered: Question) -> tuple[str, ...]:
    """The whole plan, once its last words are there."""
    plan = collect_answers(session).plan if answered.id == "action" else None
    if not isinstance(plan, PlanAnswer):
        return ()
    words = session.context.words
    return (words("your-plan", plan=plan_in_words(plan.cue, plan.action, words)),)


def _scene(
    session: Session, question: Question, unfinished: AnswerValue, saver: AnswerSaver
) -> QuestionView:
    def keep(begun: AnswerValue) -> bool:
        return saver.keep(session.answers, (question.id, begun))

    ratings: list[tuple[Question, AnswerValue]] = []
    skipped: frozenset[str] = frozenset()
    if question.kind is Kind.RATING:
        ratings = [
            (q, session.answers.get(q.id)) for q in session.questions() if q.kind is Kind.RATING
        ]
        skipped = frozenset(q.id for q, mark in ratings if mark is None) & session.answers.keys()
    return QuestionView(
        question,
        session.answers.get(question.id),
        unfinished,
        ratings,
        _labels(session),
        session.context.people,
        keep,
        skipped,
    )


def _labels(session: Session) -> tuple[str, ...]:
    return session.context.rubric.scale.labels
