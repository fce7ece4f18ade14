"""The desk: the only place that knows the clock, the settings and the real adapters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import as_typed
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.adapters.disk.open_page import OpenAnswer, OpenPage
    from learnlead.adapters.disk.records import LedgerFile, Record
    from learnlead.adapters.disk.rubrics.folders import RubricFiles
    from learnlead.adapters.disk.settings import Settings
    from learnlead.adapters.disk.workspace import Workspace
    from learnlead.adapters.schedulers.sent_nudges import SentNudges
    from learnlead.app.ports import Drafts, FocusWaiting, Inbox, PageStore, Scheduler
    from learnlead.cli.language import LanguageWanted
    from learnlead.page.naming import PageName
    from learnlead.reminders.schedule.job import JobContext
    from learnlead.rubric.model import Rubric

PRIVACY = (
    "What you write stays here: plain Markdown files that only your user can read.",
    "Nothing is sent anywhere: learnlead uses no network.",
    "A backup or a folder that your employer syncs can be read there, too: choose the place.",
    "Name roles, not people; you can edit or delete any page by hand at any time.",
)
"""Four plain lines on privacy, said when a workspace is made."""


class AppContext:
    """What a command finds laid out; each thing is fetched when it is first looked at."""

    def __init__(
        self,
        *,
        workspace_option: str | None,
        plain_option: bool,
        language_option: str | None = None,
    ) -> None:
        self.option = workspace_option
        self._language_option = language_option
        self._plain = plain_option
        self._new: tuple[Workspace, Settings] | None = None
        self._made = False
        self.quiet = False

    @cached_property
    def home(self) -> Path | None:
        """The user's own folder."""
        from learnlead.adapters.disk.state import home_folder

        return home_folder(os.environ)

    @cached_property
    def unsettled(self) -> Workspace | None:
        """The workspace as its folder alone tells, whatever its settings say."""
        from learnlead.adapters.disk.workspace import find_workspace

        cwd = None
        with suppress(OSError):
            cwd = Path.cwd()
        return find_workspace(self.option, os.environ, cwd, self.home)

    @cached_property
    def _located(self) -> tuple[Workspace, Settings] | None:
        from learnlead.adapters.disk.files.temporaries import clean_along
        from learnlead.adapters.disk.settings import load_settings
        from learnlead.adapters.disk.workspace import Workspace

        workspace = self.unsettled
        if workspace is None:
            return None
        settings, problems = load_settings(workspace)
        if settings is None:
            raise LearnleadError(*problems)
        self.warn(problems)
        clean_along(self._own_folders)
        return Workspace(workspace.root, settings.journal), settings

    def _own_folders(self) -> Iterator[Path]:
        """Those that the program writes into, wherever it writes first."""
        here = self.workspace
        yield from (here.root, here.journal, here.records, here.rubrics, here.prompts)
        with suppress(LearnleadError):  # no home folder, so no state
            yield self.state

    @property
    def found(self) -> Workspace | None:
        """The workspace, or None when there is none yet.

        Raises:
            LearnleadError: `learnlead.yaml` cannot be understood.
        """
        return self._located[0] if self._located else None

    @property
    def _here(self) -> tuple[Workspace, Settings]:
        here = self._located or self._new
        if here is None:
            remedy = "`learnlead init` makes one; `learnlead reflect` makes one and begins"
            raise LearnleadError(Problem("there is no workspace yet", remedy))
        return here

    @property
    def workspace(self) -> Workspace:
        """The workspace.

        Raises:
            LearnleadError: there is none, or its `learnlead.yaml` cannot be understood.
        """
        return self._here[0]

    @property
    def settings(self) -> Settings:
        """The settings of the workspace.

        Raises:
            LearnleadError: there is none, or its `learnlead.yaml` cannot be understood.
        """
        return self._here[1]

    def expect_workspace(self) -> None:
        """Where there is no workspace, go on as if `~/learnlead` were one; nothing is made yet."""
        if self._located is None and self._new is None:
            from learnlead.adapters.disk.settings import Settings
            from learnlead.adapters.disk.workspace import Workspace, default_root

            self._new = Workspace(default_root(self.home)), Settings()

    def workspace_or_new(self) -> Workspace:
        """The workspace; where there is none, `~/learnlead` is made, and that is said."""
        self.expect_workspace()
        if self._new is not None and not self._made:
            from learnlead.adapters.disk.new_workspace import make_workspace

            root = self.workspace.root
            self.say(f"There is no workspace yet: making one in {root}.", *PRIVACY)
            make_workspace(root)
            self._made = True
        return self.workspace

    @cached_property
    def page_store(self) -> PageStore:
        """The journal."""
        from learnlead.adapters.disk.journal_folder import PageFolder

        return PageFolder(self.workspace)

    @cached_property
    def rubrics(self) -> RubricFiles:
        """Rubrics and wording."""
        from learnlead.adapters.disk.rubrics.folders import RubricFiles

        there_are = RubricFiles(self.workspace).languages
        return RubricFiles(self.workspace, self._language.found(there_are, os.environ))

    @cached_property
    def _language(self) -> LanguageWanted:
        from learnlead.cli.language import LanguageWanted

        return LanguageWanted(self._language_option, self.settings.language)

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
        """The nudges that were given on this machine."""
        from learnlead.adapters.schedulers.sent_nudges import SentNudges

        return SentNudges(self.state)

    @cached_property
    def asked(self) -> Record:
        """The questions that were given out."""
        from learnlead.adapters.disk.records import Record

        return Record(self.workspace, "asked.md")

    @cached_property
    def yardsticks(self) -> Record:
        """What the writer kept as their 2 or 4."""
        from learnlead.adapters.disk.records import Record

        return Record(self.workspace, "yardsticks.md")

    @cached_property
    def names(self) -> Record:
        """The leader's list of names that are hidden in what leaves, and of words that may stay."""
        from learnlead.adapters.disk.records import Record

        return Record(self.workspace, "names.md")

    @cached_property
    def not_on_a_page(self) -> Record:
        """Answers of sittings that their pages could not hold."""
        from learnlead.adapters.disk.records import Record
        from learnlead.app.keep import NOT_ON_PAGE_FILE

        return Record(self.workspace, NOT_ON_PAGE_FILE)

    @cached_property
    def ledger(self) -> LedgerFile:
        """Every line that ever left."""
        from learnlead.adapters.disk.records import LedgerFile

        return LedgerFile(self.workspace)

    @cached_property
    def inbox(self) -> Inbox:
        """The notes that wait."""
        from learnlead.adapters.disk.records import InboxFile

        return InboxFile(self.workspace)

    def first_time(self, what: str) -> bool:
        """Whether something that is said once in a workspace was not said yet."""
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
        """What this machine runs by itself."""
        from learnlead.adapters.disk.state import state_folder
        from learnlead.adapters.schedulers.runner import MachineScheduler

        workspace = self.unsettled or self.workspace  # `doctor` asks, whatever the settings say
        return MachineScheduler(os.environ, state_folder(workspace, os.environ, self.home))

    def here(self, *, calendar: str | None = None) -> JobContext:
        """What a reminder's job must know; `calendar` is the file for one, if it is named.

        Raises:
            LearnleadError: there is no workspace, or no home folder.
        """
        from learnlead.adapters.schedulers.machine import describe_machine

        workspace, today = self.workspace, self.today
        return describe_machine(workspace, os.environ, self.home, today=today, calendar=calendar)

    @cached_property
    def state(self) -> Path:
        """The folder of what waits between sittings."""
        from learnlead.adapters.disk.state import state_folder

        return state_folder(self.workspace, os.environ, self.home)

    @cached_property
    def now(self) -> datetime:
        """The moment at which the command began."""
        from learnlead.adapters.schedulers.machine import now

        return now(os.environ)

    @property
    def today(self) -> date:
        """The local date at which the command began."""
        return self.now.date()

    @property
    def plain(self) -> bool:
        """Whether nothing may be redrawn, boxed or coloured."""
        asked = any(
            os.environ.get(name, "") not in ("", "0", "false")
            for name in ("ACCESSIBLE", "LEARNLEAD_PLAIN")
        )
        return self._plain or asked or os.environ.get("TERM") == "dumb"

    @property
    def colour(self) -> bool:
        """Whether stdout may hold colour."""
        return not self.plain and not os.environ.get("NO_COLOR") and sys.stdout.isatty()

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

    def rubrics_in_use(self, names: Iterable[PageName] | None = None) -> list[str]:
        """The ids that the settings name, then those with a page in the journal.

        `names` are those of its pages, for who has listed them already.
        """
        from learnlead.page.naming import COACH_REPLY

        paged = {name.rubric for name in names or self.page_store.page_names()} - {COACH_REPLY}
        named = list(dict.fromkeys(self.settings.rubric))
        return [*named, *sorted(paged - set(named))]

    def excuse(self, first: date, last: date) -> None:
        """Add a range of days off to the settings, changing that line only.

        Raises:
            LearnleadError: the settings were changed meanwhile, or the disk refuses.
        """
        from learnlead.adapters.disk.settings import add_away

        add_away(self.workspace, first, last)

    def say(self, *sentences: str) -> None:
        """Talk, on stderr."""
        from learnlead.adapters.terminal.output import talk

        for sentence in sentences:
            talk(harmless(as_typed(sentence)), sys.stderr)

    def warn(self, problems: Sequence[Problem]) -> None:
        """Tell problems that do not stop the command, on stderr, a line each; unless `quiet`."""
        for problem in () if self.quiet else problems:
            self.say(harmless(f"learnlead: {problem}", breaks=False))
