"""A sitting that goes on from a draft, in a workspace that has gone on without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from learnlead.app.draft import About, Unfinished
from learnlead.app.ports import PageStore
from learnlead.app.prepare import plan_of
from learnlead.errors import LearnleadError
from learnlead.rubric.model import OTHER, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import MOMENT_QUESTIONS
from learnlead.sitting.left_out import mended_at, question_called
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.sitting.plan_words import entered
from learnlead.sitting.question import ADJUST, KEEP, NO_FOCUS, Given, Kind, Question, as_answer
from learnlead.sitting.session import Session


def fit_to_rubric(
    answers: Mapping[str, Given], rubric: Rubric
) -> tuple[dict[str, Given], tuple[str, ...]]:
    """The answers that the rubric still has a place for, and the names of the others."""
    kept = {key: given for key, given in answers.items() if _has_place(key, given, rubric)}
    return kept, tuple(_name(key) for key in answers if key not in kept)


def _name(question_id: str) -> str:
    """`rating:open-doors` is "rating of open-doors"."""
    return question_id.replace(":", " of ", 1).replace(":", ", ").replace("-", " ")


def _has_place(question_id: str, given: Given, rubric: Rubric) -> bool:
    head, _, about = question_id.partition(":")
    match head:
        case "rating":
            behaviour, _, relationship = about.partition(":")
            place = _is_behaviour(behaviour, rubric) and (
                _is_mark(given, behaviour, rubric) and _is_relationship(relationship, rubric)
            )
        case "evidence":
            place = _is_behaviour(about, rubric)
        case "follow-up":
            place = _is_behaviour(about.partition(":")[2], rubric)
        case "focus":
            place = given in (None, KEEP, NO_FOCUS) or _is_behaviour(given, rubric)
        case "plan-behaviour":
            place = given is None or _is_behaviour(given, rubric)
        case "live":
            place = given is None or (
                isinstance(given, list) and all(_is_relationship(one, rubric) for one in given)
            )
        case "moment":
            chosen = given.get("relationship") if isinstance(given, dict) else None
            place = _is_relationship(about, rubric) and (
                given is None or chosen == OTHER or rubric.relationship(chosen or "") is not None
            )
        case _ if head in MOMENT_QUESTIONS:
            place = _is_relationship(about, rubric)
        case "question":
            place = _is_answer(about, given, rubric)
        case _:
            place = True
    return place


def _is_behaviour(given: Given, rubric: Rubric) -> bool:
    return isinstance(given, str) and rubric.behaviour(given) is not None


def _is_relationship(relationship: str, rubric: Rubric) -> bool:
    """Nothing is no relationship, and has its place in every rubric."""
    return not relationship or rubric.relationship(relationship) is not None


def _is_mark(given: Given, behaviour_id: str, rubric: Rubric) -> bool:
    if isinstance(given, int):
        return 1 <= given <= len(rubric.scale.labels)
    behaviour = rubric.behaviour(behaviour_id)
    made = behaviour is not None and behaviour.opportunity == "made"
    return given in (None, NO_OPPORTUNITY, *([NONE_MADE] if made else []))


def _is_answer(question_id: str, given: Given, rubric: Rubric) -> bool:
    found = next((one for one in rubric.questions if one.id == question_id), None)
    return found is not None and (given is None or found.kind != "choice" or given in found.options)


_ON_THE_PLAN = ("look-back", "look-back-note")
"""Answers that speak of the plan without naming it; to keep or adjust it are others."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a draft has become.

    Attributes:
        found: the draft; each of its answers is either one that this sitting can take or beside.
        gone: what the questions were called that are newly gone.
    """

    found: Unfinished
    gone: tuple[str, ...] = ()


def on_its_plan(
    context: SittingContext, found: Unfinished, page_store: PageStore
) -> SittingContext:
    """The circumstances with the plan first that the draft speaks of, even if it was closed.

    As they are where it speaks of none, or where no page has that plan any more.
    """
    stem = found.about.plan if found.about and _speaks_of_its_plan(found) else None
    if stem is None or (context.plans and context.plans[0].stem == stem):
        return context
    plan = next((one for one in context.plans if one.stem == stem), None)
    if plan is None:
        try:
            plan = plan_of(page_store, stem)
        except LearnleadError:
            plan = None  # its page is told where pages are told
    if plan is None:
        return context
    return replace(context, plans=(plan, *(one for one in context.plans if one.stem != stem)))


def _speaks_of_its_plan(found: Unfinished) -> bool:
    typing = found.typing[0] if found.typing else ""
    answered = any(found.answers.get(one) is not None for one in _ON_THE_PLAN)
    return answered or typing in _ON_THE_PLAN or found.answers.get("plan") in (KEEP, ADJUST)


def resumed(found: Unfinished, context: SittingContext) -> Resumed:
    """The draft as a sitting can go on with it in those circumstances; no answer is lost."""
    app = _Sorting(found, context)
    app.sort()
    now = replace(
        found,
        answers=app.answers,
        beside=app.beside,
        typing=app.typing,
        about=About.of(context),
    )
    return Resumed(now, tuple(app.gone))


class _Sorting:
    def __init__(self, found: Unfinished, context: SittingContext) -> None:
        self.context = context
        self.about = found.about
        self.before = found.answers
        self.answers, _ = fit_to_rubric(found.answers, context.rubric)
        self.beside = dict(found.beside)
        self.typing = found.typing
        self.gone: list[str] = []

    def sort(self) -> None:
        for key, given in self.before.items():
            if key not in self.answers and given is not None:
                self._set_beside(key, given)
        if self.about is not None:
            self._of_another_plan(self.about)
            self._of_another_focus(self.about)
        while self._without_a_question():
            pass
        self._type_on()

    def _of_another_plan(self, about: About) -> None:
        now = About.of(self.context)
        if about.plan != now.plan:
            keys = [*_ON_THE_PLAN]
            keys += ["plan"] if self.answers.get("plan") in (KEEP, ADJUST) else []
            self._take_out(*keys)
        if about.older != now.older:
            self._take_out("look-back-older")

    def _of_another_focus(self, about: About) -> None:
        """A focus that was kept, or chosen, is the same one whatever the page of before says."""
        focus = self.answers.get("focus")
        chosen = about.focus if focus == KEEP else focus
        current = self.context.current_focus
        if isinstance(chosen, str) and self.context.rubric.behaviour(chosen) is not None:
            is_current = current is not None and current.behaviour == chosen
            self.answers["focus"] = KEEP if is_current else chosen

    def _without_a_question(self) -> bool:
        """Take out what cannot be an answer now; whether there was any."""
        asked = {q.id: q for q in Session(self.context, self.answers).questions()}
        wrong = [
            key
            for key, given in self.answers.items()
            if given is not None
            and (not _fits(asked[key], given) if key in asked else mended_at(key, asked) is None)
        ]
        self._take_out(*wrong)
        return bool(wrong)

    def _type_on(self) -> None:
        """A text that was still being typed goes on, if its question is asked now."""
        if self.typing is None:
            return
        key, text = self.typing
        asked = {q.id: q for q in Session(self.context, self.answers).questions()}
        if key in asked and asked[key].kind in (Kind.LINE, Kind.TEXT, Kind.MOMENT):
            return
        self.typing = None
        kind = Kind.LINE if key in ("cue", "action", "obstacle", "focus-notice") else Kind.TEXT
        begun = as_answer(kind, text) or (text if isinstance(text, dict) else None)
        if begun is None:
            return
        begun = entered(key, begun) if isinstance(begun, str) else begun
        if self.answers.get(key) is None and mended_at(key, asked) is not None:
            self.answers[key] = begun
        else:
            self._set_beside(key, begun)

    def _take_out(self, *keys: str) -> None:
        for key in keys:
            given = self.answers.pop(key, None)
            if given is not None:
                self._set_beside(key, given)

    def _set_beside(self, key: str, given: Given) -> None:
        self.gone.append(question_called(key, given, self.context).about)
        name, nth = key, 2
        while name in self.beside:
            name, nth = f"{key}~{nth}", nth + 1
        self.beside[name] = given


def _fits(question: Question, given: Given) -> bool:
    values = {choice.value for choice in question.choices}
    match question.kind:
        case Kind.CHOICE:
            return given in values
        case Kind.SEVERAL:
            return isinstance(given, list) and values.issuperset(given)
        case Kind.MOMENT:
            return isinstance(given, Mapping) and given.get("relationship") in values
        case Kind.RATING:
            return isinstance(given, int | str)
        case Kind.LINE | Kind.TEXT:
            return isinstance(given, str)
