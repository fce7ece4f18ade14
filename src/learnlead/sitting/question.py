"""One question of a sitting, independent of how it is shown and answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from learnlead.i18n.words import ENGLISH, Words
from learnlead.rubric.model import Behaviour
from learnlead.text.clean import clean_line, clean_text, harmless

AnswerValue = None | int | str | list[str] | dict[str, str]
"""An answer as a prompter returns it and a draft keeps it; None is skipped."""

KEEP = "keep"
"""The choice to keep the current plan or focus."""

ADJUST = "adjust"
"""The choice to carry a plan on in other words."""

PLAN_WAYS = (KEEP, ADJUST, "new", "none")
"""The answers to what comes of the plan: keep it, adjust it, make a new one, make none."""

NO_FOCUS = "none"
"""The choice of no focus."""


def is_answered(answers: Mapping[str, AnswerValue], question_id: str) -> bool:
    """Whether that question has an answer other than a skip.

    An answered question is asked on, even if the answer that first raised it has changed since, so
    that no text is lost.
    """
    return answers.get(question_id) is not None


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    """One of `choices`, by its number: that choice's value."""
    SEVERAL = "several"
    """Any of `choices`: the list of their values; an empty list is none of them."""
    MOMENT = "moment"
    """One of `choices`, then perhaps with whom: a mapping `relationship`, `with`."""
    LINE = "line"
    """One line."""
    TEXT = "text"
    """As many lines as wanted; one word is a full answer."""
    RATING = "rating"
    """1 to 5, `no-opportunity` or `none-made`."""


class Step(StrEnum):
    """The steps of a sitting, in order; their names are sentences of `i18n`."""

    LOOK_BACK = "look_back"
    WHAT = "what"
    RATE = "rate"
    SO_WHAT = "so_what"
    NOW_WHAT = "now_what"

    def label(self, words: Words) -> str:
        """The step's name in that language."""
        return words(f"step.{self}")


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; its number is its place, counted from 1.

    `hint` says more about it while it is marked.
    """

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: stays the same for the same question, so that a draft finds its answer again.
        about: a few words that name the question on the last page.
        ask: the wording of this sitting.
        preface: sentences to show before it.
        preset: what Enter alone confirms; None where there is nothing to confirm.
        behaviour: of a rating or of evidence.
        place: the position within the step, such as "rating 4 of 12".
        offers: texts that the answer may take up by their number, counted from 1.
        yardsticks: for a rating: ratings, and the sentences the writer keeps as examples of them.
        words: the program's own, in the language of what is asked.
    """

    id: str
    step: Step
    kind: Kind
    about: str
    ask: str
    choices: tuple[Choice, ...] = ()
    preface: tuple[str, ...] = ()
    preset: AnswerValue = None
    behaviour: Behaviour | None = None
    place: str = ""
    offers: tuple[Choice, ...] = ()
    yardsticks: tuple[tuple[int, str], ...] = ()
    words: Words = ENGLISH

    @property
    def progress_line(self) -> str:
        """The position in the sitting, such as "Step 3 of 5, Rate, rating 4 of 12"."""
        number, name = STEPS.index(self.step) + 1, self.step.label(self.words)
        step = self.words("standing", n=number, all=len(STEPS), step=name)
        return f"{step} · {self.place}" if self.place else step

    def label(self, value: str) -> str:
        """What the choice of that value is called on screen."""
        return next((c.label for c in self.choices if c.value == value), value)


def as_answer(kind: Kind, begun: AnswerValue) -> AnswerValue:
    """An unfinished text as the answer to a question of that kind; None if it is none yet.

    Characters that no answer may hold are replaced.
    """
    if isinstance(begun, dict):
        has_its_head = bool(begun.get("relationship"))
        return {part: words for part, words in begun.items() if words} if has_its_head else None
    if not isinstance(begun, str):
        return None
    clean = clean_line if kind is Kind.LINE else clean_text
    try:
        return clean(begun)
    except ValueError:
        return clean(harmless(begun).encode("utf-8", "replace").decode())
