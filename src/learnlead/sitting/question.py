"""One question of a sitting, independent of how it is shown and answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from learnlead.i18n.words import ENGLISH, Words
from learnlead.rubric.model import Behaviour
from learnlead.text.clean import clean_line, clean_text, harmless

AnswerValue = None | int | str | list[str]
"""An answer as a prompter returns it and a draft keeps it; None is skipped."""

KEEP = "keep"
"""The choice to keep the current plan or focus."""

ADJUST = "adjust"
"""The choice to carry a plan on in other words."""

PLAN_WAYS = (KEEP, ADJUST, "new", "none")
"""The answers to what comes of the plan: keep it, adjust it, make a new one, make none."""

AGREED_WAYS = ("agreed-1", "agreed-2", "agreed-3", "agreed-4")
"""Further ones: to make a plan of an action that was agreed with a coach, by its place."""

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
    LINE = "line"
    """One line."""
    TEXT = "text"
    """As many lines as wanted; one word is a full answer."""
    RATING = "rating"
    """1 to 5, `no-opportunity` or `none-made`."""
    COUNT = "count"
    """In how many of how many occasions, each 0 to 9: `2/3`."""


class Step(StrEnum):
    """The steps of a sitting, in order; their names are sentences of `i18n`."""

    LOOK_BACK = "look_back"
    WHAT = "what"
    RATE = "rate"
    FOCUS = "focus"
    SO_WHAT = "so_what"
    NOW_WHAT = "now_what"

    def label(self, words: Words) -> str:
        """The step's name in that language."""
        return words(f"step.{self}")


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; its number is its place, counted from 1.

    Attributes:
        hint: says more about it while it is marked.
        examples: sentences that help shows of it while it is marked.
        key: the letter or digit that chooses it, where it is not its number.
        group: the heading under which it stands, where the choices have headings.
        own: whether the label is words of the leader's.
    """

    value: str
    label: str
    hint: str = ""
    examples: tuple[str, ...] = ()
    key: str = ""
    group: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: stays the same for the same question, so that a draft finds its answer again.
        about: a few words that name the question on the last page.
        ask: the wording of this sitting; of a count two lines, how often it came up and in how
            many of those.
        choices: what there is to choose.
        preface: sentences to show before it.
        quote: words that the leader wrote earlier, shown below the preface.
        preset: what Enter alone confirms; None where there is nothing to confirm.
        why_preset: a sentence that says why it is offered, where that is not plain.
        behaviour: of a rating or of evidence.
        heading: names the screen in place of the step, such as `Ratings 1–4 of 12`.
        column: of a rating, what it is about beside its behaviour: a relationship's sentence.
        help: a sentence that is shown where help is asked for.
        screen: names the screen on which it is asked with the questions beside it that name the
            same; empty for a screen of its own.
        is_asked_only: whether its answer only leads on, and is no part of the page.
        yardsticks: for a rating: ratings, and the sentences the writer keeps as examples of them.
        agrees: of a rating, whether it says how far one agrees.
        words: the program's own, in the language of what is asked.
    """

    id: str
    step: Step
    kind: Kind
    about: str
    ask: str
    choices: tuple[Choice, ...] = ()
    preface: tuple[str, ...] = ()
    quote: str = ""
    preset: AnswerValue = None
    why_preset: str = ""
    behaviour: Behaviour | None = None
    heading: str = ""
    column: str = ""
    help: str = ""
    screen: str = ""
    is_asked_only: bool = False
    yardsticks: tuple[tuple[int, str], ...] = ()
    agrees: bool = False
    words: Words = ENGLISH

    @property
    def absent(self) -> str:
        """What `n` says at a rating: that it did not come up, or that one cannot say."""
        return self.words("cannot-say" if self.agrees else "no-opportunity")

    def label(self, value: str) -> str:
        """What the choice of that value is called on screen."""
        return next((c.label for c in self.choices if c.value == value), value)


def as_answer(kind: Kind, begun: AnswerValue) -> AnswerValue:
    """What was begun as the answer to a question of that kind; None if it is none yet.

    Characters that no answer may hold are replaced.
    """
    if kind not in (Kind.LINE, Kind.TEXT):
        return begun
    if not isinstance(begun, str):
        return None
    clean = clean_line if kind is Kind.LINE else clean_text
    try:
        return clean(begun)
    except ValueError:
        return clean(harmless(begun).encode("utf-8", "replace").decode())
