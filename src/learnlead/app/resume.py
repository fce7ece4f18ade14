"""Resumes a draft in a workspace that may have changed: rubric, plans and focus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from learnlead.app.draft import DraftSubject, UnfinishedSitting
from learnlead.app.ports import PageStore
from learnlead.app.prepare import plan_of
from learnlead.errors import LearnleadError
from learnlead.rubric.model import OTHER, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_QUESTIONS
from learnlead.sitting.left_out import ASKED_ONLY, mended_at, question_for
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, Count
from learnlead.sitting.plan_words import clean_answer
from learnlead.sitting.question import (
    ADJUST,
    KEEP,
    NO_FOCUS,
    AnswerValue,
    Kind,
    Question,
    as_answer,
)
from learnlead.sitting.session import Session


def fit_to_rubric(
    answers: Mapping[str, AnswerValue], rubric: Rubric
) -> tuple[dict[str, AnswerValue], tuple[str, ...]]:
    """The answers that the rubric still has a place for, and the names of the others."""
    fitting = {key: answer for key, answer in answers.items() if _has_place(key, answer, rubric)}
    return fitting, tuple(_name(key) for key in answers if key not in fitting)


def _name(question_id: str) -> str:
    """`rating:open-doors` is "rating of open-doors"."""
    return question_id.replace(":", " of ", 1).replace(":", ", ").replace("-", " ")


def _has_place(question_id: str, answer: AnswerValue, rubric: Rubric) -> bool:
    head, _, about = question_id.partition(":")
    match head:
        case "rating":
            behaviour, _, relationship = about.partition(":")
            place = _is_behaviour(behaviour, rubric) and (
                _is_mark(answer, behaviour, rubric) and _is_relationship(relationship, rubric)
            )
        case "evidence" | "count":
            place = _is_behaviour(about, rubric)
        case "follow-up":
            place = _is_behaviour(about.partition(":")[2], rubric)
        case "focus":
            place = answer in (None, KEEP, NO_FOCUS) or _is_behaviour(answer, rubric)
        case "live":
            place = answer is None or (
                isinstance(answer, list)
                and all(_is_relationship(relationship, rubric) for relationship in answer)
            )
        case "moment":
            place = _is_relationship(about, rubric) and (
                answer in (None, OTHER) or rubric.relationship(str(answer)) is not None
            )
        case _ if head in MOMENT_QUESTIONS:
            place = _is_relationship(about, rubric)
        case "question":
            place = _is_answer(about, answer, rubric)
        case _:
            place = True
    return place


def _is_behaviour(answer: AnswerValue, rubric: Rubric) -> bool:
    return isinstance(answer, str) and rubric.behaviour(answer) is not None


def _is_relationship(relationship: str, rubric: Rubric) -> bool:
    """Nothing is no relationship, and has its place in every rubric."""
    return not relationship or rubric.relationship(relationship) is not None


def _is_mark(answer: AnswerValue, behaviour_id: str, rubric: Rubric) -> bool:
    if isinstance(answer, int):
        return 1 <= answer <= len(rubric.scale.labels)
    behaviour = rubric.behaviour(behaviour_id)
    made = behaviour is not None and behaviour.opportunity == "made"
    return answer in (None, NO_OPPORTUNITY, *([NONE_MADE] if made else []))


def _is_answer(question_id: str, answer: AnswerValue, rubric: Rubric) -> bool:
    question = next((question for question in rubric.questions if question.id == question_id), None)
    return question is not None and (
        answer is None or question.kind != "choice" or answer in question.options
    )


_ON_THE_PLAN = ("look-back", "look-back-note")
"""Questions whose answers refer to the plan without naming it, besides keeping or adjusting."""


@dataclass(frozen=True, slots=True)
class ResumedSitting:
    """A draft as its sitting resumes it.

    Attributes:
        unfinished: the draft; each of its answers either fits this sitting or is in `unasked`.
        gone: the names of the questions that this sitting no longer asks.
    """

    unfinished: UnfinishedSitting
    gone: tuple[str, ...] = ()


def with_plan_of_draft(
    context: SittingContext, unfinished: UnfinishedSitting, page_store: PageStore
) -> SittingContext:
    """The context with the plan first that the draft's answers refer to, even if it was closed.

    Unchanged if they refer to none, or if no page has that plan any more.
    """
    stem = unfinished.subject.plan if _has_plan_answers(unfinished) else None
    if stem is None or (context.plans and context.plans[0].stem == stem):
        return context
    plan = next((plan for plan in context.plans if plan.stem == stem), None)
    if plan is None:
        try:
            plan = plan_of(page_store, stem)
        except LearnleadError:
            plan = None  # its page is told where pages are told
    if plan is None:
        return context
    return replace(
        context, plans=(plan, *(open_plan for open_plan in context.plans if open_plan.stem != stem))
    )


def _has_plan_answers(unfinished: UnfinishedSitting) -> bool:
    typing = unfinished.typing[0] if unfinished.typing else ""
    answered = any(unfinished.answers.get(question_id) is not None for question_id in _ON_THE_PLAN)
    return answered or typing in _ON_THE_PLAN or unfinished.answers.get("plan") in (KEEP, ADJUST)


def resume(unfinished: UnfinishedSitting, context: SittingContext) -> ResumedSitting:
    """The draft as a sitting with that context can resume it; no answer is lost."""
    sorter = _Sorter(unfinished, context)
    sorter.sort()
    now = replace(
        unfinished,
        answers=sorter.answers,
        unasked=sorter.unasked,
        typing=sorter.typing,
        subject=DraftSubject.of(context),
    )
    return ResumedSitting(now, tuple(sorter.gone))


class _Sorter:
    """Sorts a draft's answers into those that the sitting takes and those that it does not ask."""

    def __init__(self, unfinished: UnfinishedSitting, context: SittingContext) -> None:
        self.context = context
        self.subject = unfinished.subject
        self.before = unfinished.answers
        self.answers, _ = fit_to_rubric(unfinished.answers, context.rubric)
        self.unasked = dict(unfinished.unasked)
        self.typing = unfinished.typing
        self.gone: list[str] = []

    def sort(self) -> None:
        for key, answer in self.before.items():
            if key not in self.answers and answer is not None:
                self._set_unasked(key, answer)
        self._of_another_plan()
        self._of_another_focus()
        self._without_stale_ways()
        while self._without_a_question():
            pass
        self._type_on()

    def _of_another_plan(self) -> None:
        subject, now = self.subject, DraftSubject.of(self.context)
        if subject.plan != now.plan:
            keys = [*_ON_THE_PLAN]
            keys += ["plan"] if self.answers.get("plan") in (KEEP, ADJUST) else []
            self._take_out(*keys)
        if subject.older != now.older:
            self._take_out("look-back-older")

    def _of_another_focus(self) -> None:
        """A focus that was kept, or chosen, is the same one whatever the page of before says."""
        focus = self.answers.get("focus")
        chosen = self.subject.focus if focus == KEEP else focus
        current = self.context.current_focus
        if isinstance(chosen, str) and self.context.rubric.behaviour(chosen) is not None:
            is_current = current is not None and current.behaviour == chosen
            self.answers["focus"] = KEEP if is_current else chosen

    def _without_stale_ways(self) -> None:
        """Answers without words, which only led on: nothing is lost with them."""
        asked = {q.id: q for q in Session(self.context, self.answers).questions()}
        for key in ASKED_ONLY:
            if key in self.answers and (
                key not in asked or not _fits(asked[key], self.answers[key])
            ):
                del self.answers[key]

    def _without_a_question(self) -> bool:
        """Take out what cannot be an answer now; whether there was any."""
        questions = {q.id: q for q in Session(self.context, self.answers).questions()}
        wrong = [
            key
            for key, answer in self.answers.items()
            if answer is not None
            and key not in ASKED_ONLY
            and (
                not _fits(questions[key], answer)
                if key in questions
                else mended_at(key, questions) is None
            )
        ]
        self._take_out(*wrong)
        return bool(wrong)

    def _type_on(self) -> None:
        """What was begun goes on where its screen still asks it; elsewhere it is an answer."""
        if self.typing is None:
            return
        at, begun = self.typing
        session = Session(self.context, self.answers)
        questions = {q.id: q for q in session.questions()}
        going_on = next((key for key in (at, *begun) if key in questions), None)
        screen = replace(session, at=going_on).screen
        goes_on: dict[str, AnswerValue] = {}
        for key, value in begun.items():
            question = questions.get(key) or question_for(key, value, self.context)
            if value is None or not _may_be(question, value):
                continue
            if screen is not None and screen.holds(key):
                goes_on[key] = value
            elif question.kind in (Kind.LINE, Kind.TEXT) or key in questions:
                self._is_answer(key, value, questions)
        self.typing = (going_on, goes_on) if going_on is not None and goes_on else None

    def _is_answer(self, key: str, value: AnswerValue, asked: Mapping[str, Question]) -> None:
        kind = Kind.LINE if key in ("cue", "action", "obstacle", "focus-notice") else Kind.TEXT
        begun = as_answer(kind, value) if isinstance(value, str) else value
        if begun is None:
            return
        begun = clean_answer(key, begun) if isinstance(begun, str) else begun
        can_come_back = key in asked or mended_at(key, asked) is not None
        if self.answers.get(key) is None and can_come_back:
            self.answers[key] = begun
        else:
            self._set_unasked(key, begun)

    def _take_out(self, *keys: str) -> None:
        for key in keys:
            answer = self.answers.pop(key, None)
            if answer is not None:
                self._set_unasked(key, answer)

    def _set_unasked(self, key: str, answer: AnswerValue) -> None:
        self.gone.append(question_for(key, answer, self.context).about)
        name, nth = key, 2
        while name in self.unasked:
            name, nth = f"{key}~{nth}", nth + 1
        self.unasked[name] = answer


def _fits(question: Question, answer: AnswerValue) -> bool:
    values = {choice.value for choice in question.choices}
    match question.kind:
        case Kind.CHOICE:
            return answer in values
        case Kind.SEVERAL:
            return isinstance(answer, list) and values.issuperset(answer)
        case Kind.RATING:
            return isinstance(answer, int | str)
        case Kind.COUNT:
            return isinstance(answer, str) and Count.read(answer) is not None
        case Kind.LINE | Kind.TEXT:
            return isinstance(answer, str)


def _may_be(question: Question, begun: AnswerValue) -> bool:
    """Whether it may have been begun there: of words any, of others only what is an answer."""
    if question.kind in (Kind.LINE, Kind.TEXT):
        return isinstance(begun, str)
    return _fits(question, begun)
