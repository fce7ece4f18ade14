"""The port to a person: a prompter shows one screen of questions at a time and gets one reply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from learnlead.sitting.question import AnswerValue, Choice, Question

Typed = Mapping[str, AnswerValue]
"""Answers of one screen by question id; None is an empty field, which is a skip."""


@dataclass(frozen=True, slots=True)
class Answered:
    """On to the next screen; `answers` has every question of this one."""

    answers: Typed


@dataclass(frozen=True, slots=True)
class WentBack:
    """To the screen before; `answers` are kept as those of this one."""

    answers: Typed


@dataclass(frozen=True, slots=True)
class NotForHere:
    """`x`: this does not belong in a reflection; the sitting stops. `answers` were begun here."""

    answers: Typed


@dataclass(frozen=True, slots=True)
class Save:
    """The page was read and is right."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Back to one question, and then to the page again."""

    question_id: str


Reply = Answered | WentBack | NotForHere
Verdict = Save | Mend | WentBack | NotForHere


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a screen.

    Attributes:
        question: what is asked.
        answer: the answer it already has, to keep or to change.
        unfinished: what was begun before the sitting was cut off; None for nothing.
        is_skipped: whether it was answered with a skip.
    """

    question: Question
    answer: AnswerValue = None
    unfinished: AnswerValue = None
    is_skipped: bool = False

    @property
    def shown(self) -> AnswerValue:
        """What stands in the field at first: what was begun, else the answer, else the preset."""
        if self.unfinished is not None:
            return self.unfinished
        if self.answer is not None or self.is_skipped:
            return self.answer
        return self.question.preset


@dataclass(frozen=True, slots=True)
class ScreenView:
    """One screen with everything that is shown on it.

    Attributes:
        fields: its questions, at least one.
        at: the id of the question where the cursor begins.
        heading: where in the sitting this is, such as `2 of 4 · Ratings 1–4 of 12`.
        is_first: whether no screen is before it, so that back stays here.
        is_mending: whether the page led here, and is next.
        labels: of the scale, from 1 on.
        people: role labels offered for whom a moment was with.
        keep: puts what was begun on this screen on disk, by question id, with the id of the field
            that has the cursor, and says whether it is there; nobody is asked anything. It may be
            called from another thread, one call at a time.
        apart: whether it is no part of a sitting: nothing is kept of it, and `x` means nothing.
    """

    fields: Sequence[QuestionView]
    at: str
    heading: str
    is_first: bool
    is_mending: bool
    labels: Sequence[str]
    people: Sequence[str]
    keep: Callable[[Typed, str], bool]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer on the last page: its number is its place, counted from 1.

    Attributes:
        saved: whether the page holds it once it is saved.
        mended_at: the id of the question where it is mended, if that is another one.
        kept_elsewhere: whether it is kept in another place, where the page does not hold it.
    """

    question: Question
    answer: AnswerValue
    saved: bool = True
    mended_at: str | None = None
    kept_elsewhere: bool = False

    @property
    def leads_to(self) -> str:
        """The id of the question that its number leads to."""
        return self.mended_at or self.question.id


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; `own` marks words of the leader's. An empty text is an empty line."""

    text: str
    own: bool = False


class Prompter(Protocol):
    """Asks a person and shows pages; screens and plain terminals implement it.

    Every call may raise `Interrupted` (Ctrl-C, a closed terminal, `/stop`).
    """

    def ask(self, view: ScreenView) -> Reply:
        """Show one screen and wait for its reply."""

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        """Show the whole page, below the sentences `above`, and wait for the verdict on it.

        `changed` is the id of the question that was just mended: its line is in sight.
        """

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """Show the answers so far; nothing is changed."""

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """Ask something about the sitting itself, such as whether to go on with a draft.

        `at_once`: one key may decide it, since nothing is lost by a slip.
        """

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        """Show lines and wait for a key; return the value of its choice.

        The first of `keys` is Enter, whatever its `key` says; the others have a letter or a digit
        as `key`. Any other key does nothing.
        """

    def tell(self, *sentences: str) -> None:
        """Show sentences that want no answer."""

    def close(self) -> None:
        """Restore the screen; sentences told afterwards stay on it."""
