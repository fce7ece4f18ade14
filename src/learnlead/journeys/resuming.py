"""A sitting that goes on from a draft, in a workspace that has gone on without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from learnlead.errors import LearnleadError
from learnlead.journeys.drafting import About, Unfinished
from learnlead.journeys.honouring import honoured
from learnlead.journeys.ports import Shelf
from learnlead.journeys.preparing import plan_of
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.left_out import mended_at, question_called
from learnlead.reflection.plan_words import entered
from learnlead.reflection.question import ADJUST, KEEP, Given, Kind, Question, as_answer
from learnlead.reflection.session import Session

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


def on_its_plan(around: Circumstances, found: Unfinished, shelf: Shelf) -> Circumstances:
    """The circumstances with the plan first that the draft speaks of, even if it was closed.

    As they are where it speaks of none, or where no page has that plan any more.
    """
    stem = found.about.plan if found.about and _speaks_of_its_plan(found) else None
    if stem is None or (around.plans and around.plans[0].stem == stem):
        return around
    plan = next((one for one in around.plans if one.stem == stem), None)
    if plan is None:
        try:
            plan = plan_of(shelf, stem)
        except LearnleadError:
            plan = None  # its page is told where pages are told
    if plan is None:
        return around
    return replace(around, plans=(plan, *(one for one in around.plans if one.stem != stem)))


def _speaks_of_its_plan(found: Unfinished) -> bool:
    typing = found.typing[0] if found.typing else ""
    answered = any(found.answers.get(one) is not None for one in _ON_THE_PLAN)
    return answered or typing in _ON_THE_PLAN or found.answers.get("plan") in (KEEP, ADJUST)


def resumed(found: Unfinished, around: Circumstances) -> Resumed:
    """The draft as a sitting can go on with it in those circumstances; no answer is lost."""
    desk = _Sorting(found, around)
    desk.sort()
    now = replace(
        found,
        answers=desk.answers,
        beside=desk.beside,
        typing=desk.typing,
        about=About.of(around),
    )
    return Resumed(now, tuple(desk.gone))


class _Sorting:
    def __init__(self, found: Unfinished, around: Circumstances) -> None:
        self.around = around
        self.about = found.about
        self.before = found.answers
        self.answers, _ = honoured(found.answers, around.rubric)
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
        now = About.of(self.around)
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
        current = self.around.current_focus
        if isinstance(chosen, str) and self.around.rubric.behaviour(chosen) is not None:
            is_current = current is not None and current.behaviour == chosen
            self.answers["focus"] = KEEP if is_current else chosen

    def _without_a_question(self) -> bool:
        """Take out what cannot be an answer now; whether there was any."""
        asked = {q.id: q for q in Session(self.around, self.answers).questions()}
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
        asked = {q.id: q for q in Session(self.around, self.answers).questions()}
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
        self.gone.append(question_called(key, given, self.around).about)
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
