"""The port to a person: a prompter shows one question at a time and returns one reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from learnlead.sitting.question import AnswerValue, Choice, Question


@dataclass(frozen=True, slots=True)
class Answered:
    """The question was answered."""

    answer: AnswerValue


@dataclass(frozen=True, slots=True)
class Skipped:
    """No answer, and on."""


@dataclass(frozen=True, slots=True)
class WentBack:
    """To the question before; `answer` is what was begun here, kept as its answer."""

    answer: AnswerValue = None


@dataclass(frozen=True, slots=True)
class NotForHere:
    """`x`: this does not belong in a reflection; the sitting stops. `answer` was begun here."""

    answer: AnswerValue = None


@dataclass(frozen=True, slots=True)
class Save:
    """The page was read and is right."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Back to one question, and then to the page again."""

    question_id: str


Reply = Answered | Skipped | WentBack | NotForHere
Verdict = Save | Mend | WentBack | NotForHere


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with everything that is shown with it.

    Attributes:
        question: what is asked.
        answer: the answer it already has, to keep with Enter or to change.
        unfinished: what was begun before the sitting was cut off: a text, a part of a moment.
        ratings: for a rating, every rating question of the sitting with its mark so far.
        skipped: the ids of those of them that were skipped; the others without a mark are to come.
        labels: of the scale, from 1 on.
        people: role labels offered for whom a moment was with.
        keep: puts what was begun so far on disk, and says whether it is there; nobody is asked
            anything. It may be called from another thread, one call at a time.
    """

    question: Question
    answer: AnswerValue
    unfinished: AnswerValue
    ratings: Sequence[tuple[Question, AnswerValue]]
    labels: Sequence[str]
    people: Sequence[str]
    keep: Callable[[AnswerValue], bool]
    skipped: frozenset[str] = frozenset()


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


class Prompter(Protocol):
    """Asks a person and shows pages; screens and plain terminals implement it.

    Every call may raise `Interrupted` (Ctrl-C, a closed terminal, `quit`).
    """

    def ask(self, view: QuestionView) -> Reply:
        """Show one question and wait for its reply."""

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], above: Sequence[str] = ()
    ) -> Verdict:
        """Show the whole page, below the sentences `above`, and wait for the verdict on it."""

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """Show the answers so far; nothing is changed."""

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """Ask something about the sitting itself, such as whether to go on with a draft.

        `at_once`: one key may decide it, since nothing is lost by a slip.
        """

    def tell(self, *sentences: str) -> None:
        """Show sentences that want no answer."""

    def close(self) -> None:
        """Restore the screen; sentences told afterwards stay on it."""
