"""The questions on the focus: which one, and what somebody else would notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.question import (
    KEEP,
    NO_FOCUS,
    Choice,
    Given,
    Kind,
    Question,
    Step,
    holds,
)


def chosen_focus(around: Circumstances, answers: Mapping[str, Given]) -> str | None:
    """The focus of this sitting: as chosen in it, else as it was."""
    current = around.current_focus.behaviour if around.current_focus else None
    given = answers.get("focus")
    if not _asks_focus(around, answers) or not isinstance(given, str):
        return current
    return current if given in (KEEP, NO_FOCUS) else given


def _asks_focus(around: Circumstances, answers: Mapping[str, Given]) -> bool:
    """Whether it is offered, or was answered before another page came between; set, it is not."""
    answered = holds(answers, "focus") and around.pending is None
    return around.offers_focus or (answered and bool(around.rubric.behaviours))


def focus_questions(around: Circumstances, answers: Mapping[str, Given]) -> Iterator[Question]:
    """The choice, where this sitting offers it, and the words that go with it."""
    if not _asks_focus(around, answers):
        return
    words = around.words
    current = around.current_focus.behaviour if around.current_focus else None
    behaviours = around.rubric.behaviours
    choices = [Choice(b.id, b.name, b.sentence) for b in behaviours if b.id != current]
    kept = around.rubric.behaviour(current) if current else None
    if kept is not None:
        choices.insert(0, Choice(KEEP, words("focus.keep", name=kept.name), kept.sentence))
    else:
        choices.append(Choice(NO_FOCUS, words("focus.none")))
    yield Question(
        "focus",
        Step.LOOK_BACK,
        Kind.CHOICE,
        words("about.focus"),
        around.plain("focus-again" if kept else "focus"),
        tuple(choices),
        preset=KEEP if kept else None,
    )
    if answers.get("focus", "") is not None and answers.get("focus") != NO_FOCUS:
        ask = around.wording("focus-notice")
        old = around.focus.notice if around.focus and answers.get("focus") == KEEP else None
        chosen = around.rubric.behaviour(chosen_focus(around, answers) or "")
        yield Question(
            "focus-notice",
            Step.LOOK_BACK,
            Kind.LINE,
            words("about.focus-notice"),
            ask,
            preface=(chosen.sentence,) if chosen else (),
            preset=old,
        )
