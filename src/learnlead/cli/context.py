"""What a command works with: clock, stores, rubrics and scheduler, each made when it is needed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from learnlead.cli.location import Location
from learnlead.errors import LearnleadError

if TYPE_CHECKING:
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.adapters.disk.open_page import OpenAnswer, OpenPage
    from learnlead.adapters.disk.records import LedgerFile, Record
    from learnlead.adapters.disk.rubrics.folders import RubricFiles
    from learnlead.adapters.schedulers.desktop import Desktop
    from learnlead.adapters.schedulers.sent_nudges import SentNudges
    from learnlead.app.ports import Drafts, FocusWaiting, Inbox, PageStore, Scheduler
    from learnlead.cli.language import LanguageChoice
    from learnlead.i18n.words import Words
    from learnlead.page.naming import PageName
    from learnlead.reminders.schedule.job import JobContext
    from learnlead.rubric.model import Rubric


class AppContext(Location):
    """What a command gets as `ctx.obj`: the only place that knows the clock and the adapters."""

    def __init__(
        self, *, workspace: str | None = None, plain: bool = False, language: str | None = None
    ) -> None:
        super().__init__(workspace=workspace, plain=plain, language=language)

    @cached_property
    def now(self) -> datetime:
        """The moment at which the command began."""
        from learnlead.adapters.schedulers.machine import now

        return now(os.environ)

    @property
    def today(self) -> date:
        """The local date at which the command began."""
        return self.now.date()

    @cached_property
    def page_store(self) -> PageStore:
        """The journal."""
        from learnlead.adapters.disk.journal_folder import PageFolder

        return PageFolder(self.workspace)

    @cached_property
    def rubrics(self) -> RubricFiles:
        """Rubrics and their prompt banks."""
        from learnlead.adapters.disk.rubrics.folders import RubricFiles

        language = self._language.choose(self.languages, os.environ)
        return RubricFiles(self.workspace, language)

    def languages(self) -> list[str]:
        """Those of the rubrics, and those whose sentences the workspace has."""
        from learnlead.adapters.disk.rubrics.folders import RubricFiles
        from learnlead.i18n.languages import own_languages

        return list(dict.fromkeys((*RubricFiles(self.workspace).languages(), *own_languages())))

    @cached_property
    def _language(self) -> LanguageChoice:
        from learnlead.cli.language import LanguageChoice

        return LanguageChoice(self.language_option, self.settings.language)

    @cached_property
    def spoken(self) -> str | None:
        """The language of help, problems and reports; None is English.

        Raises:
            LearnleadError: something is wrong in a file of the workspace's own languages (exit 2).
        """
        from learnlead.cli.language import language_to_speak

        setting = None
        with suppress(LearnleadError):  # no such folder: told where it is needed
            setting = self.workspace_unread.language if self.workspace_unread else None
        return language_to_speak(self.language_option, setting, os.environ)

    @cached_property
    def words(self) -> Words:
        """The program's sentences in the language that is spoken."""
        from learnlead.i18n.words import ENGLISH, words_in

        return ENGLISH if self.spoken is None else words_in(self.spoken)

    def words_of(self, file: str) -> Words:
        """The same where the language has any in that file, else English: no report mixes both."""
        from learnlead.i18n.words import ENGLISH

        return self.words if self.words.speaks(file) else ENGLISH

    @cached_property
    def drafts(self) -> Drafts:
        """Unfinished sittings."""
        from learnlead.adapters.disk.drafts import DraftFolder

        return DraftFolder(self.state)

    @cached_property
    def focus_waiting(self) -> FocusWaiting:
        """The focus that waits for the next page."""
        from learnlead.adapters.disk.drafts import FocusFolder

        return FocusFolder(self.state)

    @cached_property
    def nudges(self) -> SentNudges:
        """The reminders that were shown on this machine."""
        from learnlead.adapters.schedulers.sent_nudges import SentNudges

        return SentNudges(self.state)

    def _record(self, name: str) -> Record:
        from learnlead.adapters.disk.records import Record

        return Record(self.workspace, name)

    @property
    def asked_questions(self) -> Record:
        """The questions of `learnlead ask`, with their days."""
        return self._record("asked.md")

    @property
    def yardsticks(self) -> Record:
        """Sentences that the writer keeps as examples of their own 2 or 4."""
        return self._record("yardsticks.md")

    @property
    def shown_passages(self) -> Record:
        """Which passages of earlier pages came back, and which are never to; no words of them."""
        return self._record("passages.md")

    @property
    def name_list(self) -> Record:
        """The names that exports replace, and the words that may stay."""
        return self._record("names.md")

    @property
    def added_rubrics(self) -> Record:
        """Rubrics of others: the day, their ids, the hash of their files, and where from."""
        return self._record("rubrics.md")

    @property
    def not_on_a_page(self) -> Record:
        """Answers of sittings that their pages could not hold."""
        from learnlead.app.keep import NOT_ON_PAGE_FILE

        return self._record(NOT_ON_PAGE_FILE)

    @cached_property
    def coach_notes(self) -> CoachNotes:
        """A coach's notes on the bundles reviewed on this machine; they need no workspace.

        Raises:
            LearnleadError: there is no home folder to keep them in.
        """
        from learnlead.adapters.disk.bundles.reviewed import CoachNotes
        from learnlead.adapters.disk.state import coach_folder

        return CoachNotes(coach_folder(os.environ, self.home))

    @cached_property
    def ledger(self) -> LedgerFile:
        """The record of every exported line."""
        from learnlead.adapters.disk.records import LedgerFile

        return LedgerFile(self.workspace)

    @cached_property
    def inbox(self) -> Inbox:
        """The notes for the next sitting."""
        from learnlead.adapters.disk.records import InboxFile

        return InboxFile(self.workspace)

    def first_time(self, what: str) -> bool:
        """Whether a hint that a workspace shows once was not shown yet; from now on it was."""
        from learnlead.adapters.disk.state import ShownOnce

        return ShownOnce(self.state).first_time(what)

    def open_answer(self, rubric_id: str, question_id: str) -> OpenAnswer:
        """The file of one answer of a typed sitting, while an editor has it."""
        from learnlead.adapters.disk.open_page import OpenAnswer

        return OpenAnswer(self.state, rubric_id, question_id)

    def open_page(self, rubric_id: str) -> OpenPage:
        """The page of a sitting while an editor has it."""
        from learnlead.adapters.disk.open_page import OpenPage

        return OpenPage(self.state, rubric_id)

    @cached_property
    def scheduler(self) -> Scheduler:
        """The schedulers of this machine, such as cron."""
        from learnlead.adapters.disk.state import state_folder
        from learnlead.adapters.schedulers.runner import MachineScheduler

        # `doctor` asks, whatever the settings say.
        workspace = self.workspace_unread or self.workspace
        return MachineScheduler(os.environ, state_folder(workspace, os.environ, self.home))

    @cached_property
    def desktop(self) -> Desktop:
        """The desktop of this user."""
        from learnlead.adapters.schedulers.desktop import Desktop

        return Desktop(os.environ)

    def here(self, *, calendar: str | None = None) -> JobContext:
        """What a reminder's job needs to know; `calendar` is the file to write, if one is named.

        Raises:
            LearnleadError: there is no workspace, or no home folder.
        """
        from learnlead.adapters.schedulers.machine import describe_machine

        workspace, today = self.workspace, self.today
        return describe_machine(workspace, os.environ, self.home, today=today, calendar=calendar)

    def rubric(self, rubric_id: str | None = None) -> Rubric:
        """The rubric of that id, or the workspace's first.

        Raises:
            LearnleadError: there is none, or its file has errors.
        """
        rubric, problems = self.rubrics.rubric(rubric_id or self.settings.rubric[0])
        if rubric is None:
            raise LearnleadError(*problems)
        problem = self._language.problem(rubric, self.rubrics.languages)
        if problem is not None:
            self.warn([problem])
        return rubric

    def rubric_named(self, typed: str | None) -> Rubric:
        """The rubric that somebody means by its id, its title or a beginning; else the first.

        Raises:
            LearnleadError: none is meant, or more than one, or its file has errors.
        """
        return self.rubric(typed and self.rubric_id_named(typed))

    def rubric_id_named(self, typed: str) -> str:
        """The id that is meant; what was typed, where no rubric is called so.

        Where several begin so, the one that is in use is meant.

        Raises:
            LearnleadError: more than one is meant.
        """
        from learnlead.rubric.named import id_meant

        ids = self.rubrics.ids()
        if typed in ids:  # and no file has to be read
            return typed
        read = {rubric_id: self.rubrics.rubric(rubric_id)[0] for rubric_id in ids}
        titles = {
            rubric_id: (rubric.title,) if rubric else () for rubric_id, rubric in read.items()
        }
        try:
            return id_meant(typed, titles, "rubric") or typed
        except LearnleadError:
            in_use = {rubric_id: titles.get(rubric_id, ()) for rubric_id in self.rubrics_in_use()}
            with suppress(LearnleadError):  # several of those, too: all are named
                if meant := id_meant(typed, in_use, "rubric"):
                    return meant
            raise

    def rubrics_in_use(self, names: Iterable[PageName] | None = None) -> list[str]:
        """The ids that the settings name, then those with a page in the journal.

        Args:
            names: the names of its pages, if they were listed already.
        """
        from learnlead.page.naming import COACH_REPLY

        with_pages = {name.rubric for name in names or self.page_store.page_names()} - {COACH_REPLY}
        in_settings = list(dict.fromkeys(self.settings.rubric))
        return [*in_settings, *sorted(with_pages - set(in_settings))]
