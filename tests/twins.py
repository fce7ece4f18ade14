"""In-memory twins of the real adapters; they pass the same contract tests (unit/adapters/disk)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from itertools import count

from learnlead.app.ports import Draft, Listing
from learnlead.errors import LearnleadError, Problem
from learnlead.page.naming import PageName, original_of, page_name, read_name, sync_copy_problem
from learnlead.reminders.schedule.backend import Command, Needs, Place
from learnlead.rubric.model import Rhythm, Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.sitting.context import FocusChoice


class MemoryShelf:
    """A journal without a disk; satisfies the port `PageStore`."""

    def __init__(self, pages: Mapping[str, str] | None = None) -> None:
        self.pages = dict(pages or {})

    def listing(self) -> Listing:
        copies = {name: original for name in self.pages if (original := original_of(name))}
        names = sorted(self.pages.keys() - copies, key=_order)
        problems = [sync_copy_problem(self.shown(name), copies[name]) for name in sorted(copies)]
        return Listing(tuple(names), tuple(problems), beside=tuple(sorted(copies)))

    def page_names(self) -> list[PageName]:
        names = (read_name(name) for name in sorted(self.pages, key=_order))
        return [name for name in names if name is not None]

    def shown(self, name: str) -> str:
        return f"journals/{name}"

    def read(self, name: str) -> str:
        if name not in self.pages:
            raise LearnleadError(Problem("there is no such page", file=self.shown(name)))
        return self.pages[name]

    def create(self, day: date, rubric: str, text: str) -> str:
        names = (page_name(day, rubric, nth) for nth in count(1))
        name = next(name for name in names if name not in self.pages)
        self.pages[name] = text
        return name

    def update(self, name: str, before: str, after: str) -> None:
        if self.pages.get(name) != before:
            raise LearnleadError(Problem("this page was changed", file=self.shown(name)))
        self.pages[name] = after

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        self.pages[name] = edit(self.read(name))


class MemoryDrafts:
    """Unfinished sittings without a disk; satisfies the port `Drafts`."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}

    def alone(self, rubric: str, title: str) -> AbstractContextManager[None]:
        return nullcontext()

    def load(self, rubric: str) -> tuple[Draft | None, list[Problem]]:
        return self.drafts.get(rubric), []

    def save(self, draft: Draft) -> None:
        self.drafts[draft.rubric] = draft

    def set_aside(self, rubric: str) -> Problem:
        del self.drafts[rubric]
        return Problem("the draft cannot be understood, so it was set aside", file=rubric)

    def discard(self, rubric: str) -> None:
        self.drafts.pop(rubric, None)


class MemoryFocus:
    """A pending focus without a disk; satisfies the port `FocusWaiting`."""

    def __init__(self) -> None:
        self.waiting: dict[str, FocusChoice] = {}

    def load(self, rubric: str) -> tuple[FocusChoice | None, list[Problem]]:
        return self.waiting.get(rubric), []

    def save(self, rubric: str, focus: FocusChoice) -> None:
        self.waiting[rubric] = focus

    def clear(self, rubric: str) -> None:
        self.waiting.pop(rubric, None)


class MemoryInbox:
    """Notes without a disk; satisfies the port `Inbox`. `refuses` is raised at every change."""

    def __init__(self, text: str = "", refuses: LearnleadError | None = None) -> None:
        self.text = text
        self.refuses = refuses
        self.changes = 0

    def read(self) -> str:
        return self.text

    def change(self, edit: Callable[[str], str]) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.text = edit(self.text)
        self.changes += 1


class MemoryRubrics:
    """Rubrics and wording without a disk; satisfies the port `RubricSource`."""

    def __init__(self, *rubrics: Rubric, banks: Mapping[str, PromptBank] | None = None) -> None:
        self.rubrics = {rubric.id: rubric for rubric in rubrics}
        self.banks = dict(banks or {})

    def ids(self) -> list[str]:
        return sorted(self.rubrics)

    def rubric(self, rubric_id: str) -> tuple[Rubric, list[Problem]]:
        if rubric_id not in self.rubrics:
            raise LearnleadError(f"there is no rubric {rubric_id}; there are {self.ids()}")
        return self.rubrics[rubric_id], []

    def rhythm(self, rubric_id: str) -> tuple[Rhythm | None, list[Problem]]:
        try:
            return self.rubric(rubric_id)[0].rhythm, []
        except LearnleadError as error:
            return None, list(error.problems)

    def bank(self, rubric: Rubric) -> tuple[PromptBank | None, list[Problem]]:
        return self.banks.get(rubric.id), []


class MemoryScheduler:
    """A machine without programs; satisfies the port `Scheduler`.

    `needs` are those that it meets, `ran` the commands it was given.
    """

    def __init__(self, *needs: Needs, texts: Mapping[Place, str] | None = None) -> None:
        self.needs = needs
        self.texts = dict(texts or {})
        self.ran: list[Command] = []

    def has(self, needs: Needs) -> bool:
        return needs in (Needs(), *self.needs)

    def read(self, place: Place) -> str | None:
        return self.texts.get(place)

    def write(self, place: Place, text: str | None) -> None:
        if text is None:
            self.texts.pop(place, None)
        else:
            self.texts[place] = text

    def run(self, command: Command) -> None:
        self.ran.append(command)


def _order(name: str) -> tuple[str, str, int]:
    read = read_name(name)
    return (name, "", 0) if read is None else (read.day.isoformat(), read.rubric, read.nth)
