"""Ports of the use cases: pages, drafts, the pending focus, notes, rubrics, schedulers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from learnlead.errors import Problem
from learnlead.page.naming import PageName
from learnlead.rubric.model import Rhythm, Rubric

if TYPE_CHECKING:
    from learnlead.reminders.schedule.backend import Command, Needs, Place
    from learnlead.rubric.prompts import PromptBank
    from learnlead.sitting.context import FocusChoice


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a journal.

    Attributes:
        names: the file names of the pages, by date, rubric and number where the names tell.
        problems: of things that may be pages and cannot be read, and of each file beside them.
        foreign: how many other files lie there; they are left alone.
        beside: files that read as pages and are no sittings: copies that sync programs made, and
            those with a name that no page can have.
    """

    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    foreign: int = 0
    beside: tuple[str, ...] = ()


class PageStore(Protocol):
    """The journal: pages by file name. Every call may raise `MachineFailed`."""

    def listing(self) -> Listing:
        """What lies in the journal; a journal that is not there yet is an empty one."""

    def page_names(self) -> list[PageName]:
        """The pages named `DATE-RUBRIC[.N].md`, in order, by their names alone."""

    def shown(self, name: str) -> str:
        """The page's path as a user should read it."""

    def read(self, name: str) -> str:
        """The page's text exactly as it stands, with its BOM and line endings.

        Raises:
            LearnleadError: this page cannot be read; its problems say why.
        """

    def create(self, day: date, rubric: str, text: str) -> str:
        """Make a new page, safe on the disk, and give the name that was free for it."""

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a page that still reads `before`.

        Raises:
            LearnleadError: the page has changed since it was read, or is being changed.
        """

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        """Put the edited text in place of the page's; it is on disk on return.

        `edit` is called again with the newer text when somebody else was faster. The same text is
        no change.

        Raises:
            LearnleadError: the page cannot be read, or is being changed; what `edit` raises, too.
        """


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished sitting.

    Attributes:
        begun: when the sitting began; its date is the page's date.
        data: a JSON object, which only the sitting itself understands.
    """

    rubric: str
    rubric_version: int
    begun: datetime
    data: Mapping[str, Any]

    @property
    def day(self) -> date:
        """The day that the sitting is about; of a draft that is not ours, when it was begun."""
        try:
            return date.fromisoformat(self.data["day"])
        except (ValueError, KeyError, TypeError):
            return self.begun.date()


class Drafts(Protocol):
    """Unfinished sittings, one a rubric. Every call may raise `MachineFailed`."""

    def alone(self, rubric: str, title: str) -> AbstractContextManager[None]:
        """A context in which no other run of the program holds a sitting of the rubric.

        Raises:
            LearnleadError: another one does; the message names the rubric by its title, and says
                in which mode.
        """

    def load(self, rubric: str) -> tuple[Draft | None, list[Problem]]:
        """The rubric's draft; one that cannot be understood is set aside and a problem."""

    def save(self, draft: Draft) -> None:
        """Keep the draft in place of the rubric's earlier one; it is on disk on return."""

    def set_aside(self, rubric: str) -> Problem:
        """Move the rubric's draft, which nobody understands, out of the way, and say where to."""

    def discard(self, rubric: str) -> None:
        """Forget the rubric's draft, if there is one."""


class FocusWaiting(Protocol):
    """The pending focus, one a rubric. Every call may raise `MachineFailed`."""

    def load(self, rubric: str) -> tuple[FocusChoice | None, list[Problem]]:
        """The focus that waits; one that cannot be understood is set aside and a problem."""

    def save(self, rubric: str, focus: FocusChoice) -> None:
        """Let this focus wait in place of an earlier one."""

    def clear(self, rubric: str) -> None:
        """Nothing waits any more."""


class Inbox(Protocol):
    """The notes that wait, as one text. Every call may raise `MachineFailed`."""

    def read(self) -> str:
        """The text as it stands, with its BOM and line endings; empty while there is no inbox.

        Raises:
            LearnleadError: it cannot be read; its problems say why.
        """

    def change(self, edit: Callable[[str], str]) -> None:
        """Put the edited text in place of what stands there; it is on disk on return.

        `edit` is called again with the newer text when somebody else was faster, so that no
        change is lost. The same text is no change.

        Raises:
            LearnleadError: it cannot be read, or is being changed.
        """


class RubricSource(Protocol):
    """Rubrics and their wording: the user's own before the shipped ones."""

    def ids(self) -> list[str]:
        """The ids of all rubrics there are, sorted."""

    def rubric(self, rubric_id: str) -> tuple[Rubric | None, list[Problem]]:
        """The rubric, or None and what is wrong with its file.

        Raises:
            LearnleadError: there is no such rubric; the message names those there are.
        """

    def rhythm(self, rubric_id: str) -> tuple[Rhythm | None, list[Problem]]:
        """How often the rubric is sat down for, or None and why that cannot be told."""

    def bank(self, rubric: Rubric) -> tuple[PromptBank | None, list[Problem]]:
        """The rubric's wording, the user's own over the shipped; None where there is none."""


class Scheduler(Protocol):
    """What the machine runs by itself. Every call may raise `MachineFailed`."""

    def has(self, needs: Needs) -> bool:
        """Whether a scheduler that needs this is there."""

    def read(self, place: Place) -> str | None:
        """What stands there, foreign lines included, any bytes as surrogates; None for nothing."""

    def write(self, place: Place, text: str | None) -> None:
        """Put the text there in place of all that stands there; None takes it away."""

    def run(self, command: Command) -> None:
        """Run it to its end."""
