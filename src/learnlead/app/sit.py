"""A typed sitting: screen by screen, each one's answers on disk before the next one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from learnlead.app.draft_parts import Begun
from learnlead.app.prompter import (
    Answered,
    Entry,
    Mend,
    NotForHere,
    Prompter,
    QuestionView,
    Save,
    ScreenView,
    Typed,
)
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import LeftOut, left_out
from learnlead.sitting.question import AnswerValue, Choice
from learnlead.sitting.screens import Screen, steps
from learnlead.sitting.script_plans import PLAN_LINES
from learnlead.sitting.session import Session


class AnswerSaver(Protocol):
    """Saves the answers of an unfinished sitting."""

    def keep(self, answers: Mapping[str, AnswerValue], unfinished: Begun | None) -> bool:
        """Save the answers and what is begun on a screen; return whether they are on disk."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The page was read and is to be saved."""

    session: Session


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The writer said that this is not for here; `unfinished` is what `sit` would go on with."""

    session: Session
    unfinished: Begun | None = None

    @property
    def has_answers(self) -> bool:
        """Whether there is anything that a draft could hold."""
        begun = self.unfinished[1].values() if self.unfinished else ()
        return any(answer is not None for answer in (*self.session.answers.values(), *begun))


def sit(
    session: Session,
    prompter: Prompter,
    saver: AnswerSaver,
    *,
    title: str,
    unfinished: Begun | None = None,
    look_again: Callable[[SittingContext], SittingContext] = lambda context: context,
    answered: Callable[[Session, Screen], None] = lambda _session, _screen: None,
) -> Finished | Abandoned:
    """Ask until the page is right.

    Args:
        session: at its first question without an answer.
        prompter: asks and shows.
        saver: is given every answer before the next screen shows.
        title: of the page to read at the end.
        unfinished: what an earlier sitting was cut off in.
        look_again: updates the context's plans before the questions about the plan.
        answered: is told of each screen once its answers are saved.
    """
    changed: str | None = None
    while True:
        session = _up_to_now(session, look_again)
        screen = session.screen
        if screen is None:
            read = _read(session, prompter, title, changed)
            if not isinstance(read, Session):
                return read
            session, changed = read, read.at if read.mending else None
            continue
        begun, unfinished = unfinished[1] if unfinished else {}, None
        reply = prompter.ask(_view(session, screen, begun, saver))
        if isinstance(reply, NotForHere):
            return Abandoned(session, (session.at or "", reply.answers))
        if isinstance(reply, Answered):
            session = session.answer(reply.answers)
        else:
            session = session.with_answers(_begun(session, reply.answers)).back()
        saver.keep(session.answers, None)
        if isinstance(reply, Answered):
            answered(session, screen)


def _read(
    session: Session, prompter: Prompter, title: str, changed: str | None
) -> Session | Finished | Abandoned:
    """The page is read: the sitting's end, or the session at the question to go to."""
    out = left_out(session)
    if not collect_answers(session).has_any and not any(item.kept_elsewhere for item in out):
        words = session.context.words
        ways = [Choice(way, words(f"nothing.{way}")) for way in ("end", "back")]
        if prompter.choose(words("nothing"), ways, "end", at_once=True) == "end":
            return Finished(session)
        return session.at_first_question()
    entries, above = _entries(session, out), tuple(_not_correctable(session, out))
    verdict = prompter.read(title, entries, _labels(session), above, changed)
    if isinstance(verdict, Save):
        return Finished(session)
    if isinstance(verdict, NotForHere):
        return Abandoned(session)
    return session.mend(verdict.question_id) if isinstance(verdict, Mend) else session.back()


def _begun(session: Session, answers: Typed) -> dict[str, AnswerValue]:
    """What was begun on a screen that was left backwards: what is empty there is no skip yet."""
    return {
        key: answer
        for key, answer in answers.items()
        if answer is not None or key in session.answers
    }


def _up_to_now(session: Session, look_again: Callable[[SittingContext], SittingContext]) -> Session:
    """The session, where it comes to the plan, with what became of the plans since it began."""
    screen = session.screen
    if screen is None or not any(screen.holds(key) for key in ("plan", *PLAN_LINES)):
        return session
    before = [question.id for question in session.questions()]
    session = replace(session, context=look_again(session.context))
    now = {question.id for question in session.questions()}
    if session.at in now:
        return session
    later = before[before.index(session.at or "") :]
    following = next((key for key in (*later, *PLAN_LINES) if key in now), None)
    return replace(session, at=following)


def _entries(session: Session, out: Sequence[LeftOut]) -> list[Entry]:
    """What will be on the page, as its answers make it; then what will not, and can be mended."""
    not_on_it = {answer.mended_at for answer in out if answer.question.id == answer.mended_at}
    on_it = (q for q in session.questions() if q.id not in not_on_it and not q.is_asked_only)
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


def _view(session: Session, screen: Screen, begun: Typed, saver: AnswerSaver) -> ScreenView:
    def keep(typed: Typed, at: str) -> bool:
        return saver.keep(session.answers, (at, typed))

    questions = session.questions()
    return ScreenView(
        fields=[
            QuestionView(
                q,
                session.answers.get(q.id),
                begun.get(q.id),
                is_skipped=q.id in session.answers and session.answers[q.id] is None,
            )
            for q in screen.questions
        ],
        at=session.at or screen.questions[0].id,
        heading=screen.heading(steps(questions), session.context.words),
        is_first=questions[0].id == screen.questions[0].id,
        is_mending=session.mending,
        labels=_labels(session),
        people=session.context.people,
        keep=keep,
    )


def _labels(session: Session) -> tuple[str, ...]:
    return session.context.rubric.scale.labels
