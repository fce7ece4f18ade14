"""Where things are: the home folder, the workspace with its settings, the state folder."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from learnlead.cli.console import Console
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from datetime import date

    from learnlead.adapters.disk.settings import Settings
    from learnlead.adapters.disk.workspace import Workspace
    from learnlead.i18n.words import Words


class Location(Console):
    """The workspace that is meant, searched for when it is first needed.

    Attributes:
        workspace_option: what `--workspace` names.
    """

    def __init__(self, *, workspace: str | None, plain: bool, language: str | None) -> None:
        super().__init__(plain=plain)
        self.workspace_option = workspace
        self.language_option = language
        self._new: tuple[Workspace, Settings] | None = None
        self._made = False

    @property
    @abstractmethod
    def words(self) -> Words:
        """The program's sentences in the language that is spoken."""

    @cached_property
    def home(self) -> Path | None:
        """The user's home folder."""
        from learnlead.adapters.disk.state import home_folder

        return home_folder(os.environ)

    @cached_property
    def state(self) -> Path:
        """The folder of drafts and whatever else is kept between sittings.

        Raises:
            LearnleadError: there is no workspace, or no home folder.
        """
        from learnlead.adapters.disk.state import state_folder

        return state_folder(self.workspace, os.environ, self.home)

    @cached_property
    def workspace_unread(self) -> Workspace | None:
        """The workspace without its settings, which are not read."""
        from learnlead.adapters.disk.workspace import find_workspace

        cwd = None
        with suppress(OSError):
            cwd = Path.cwd()
        workspace = find_workspace(self.workspace_option, os.environ, cwd, self.home)
        _use_languages(workspace)
        return workspace

    @property
    def workspace_if_any(self) -> Workspace | None:
        """The workspace, or None when there is none yet.

        Raises:
            LearnleadError: `learnlead.yaml` cannot be understood.
        """
        return self._existing[0] if self._existing else None

    @property
    def workspace(self) -> Workspace:
        """The workspace.

        Raises:
            LearnleadError: there is none, or its `learnlead.yaml` cannot be understood.
        """
        return self._expected[0]

    @property
    def settings(self) -> Settings:
        """The settings of the workspace.

        Raises:
            LearnleadError: there is none, or its `learnlead.yaml` cannot be understood.
        """
        return self._expected[1]

    def expect_workspace(self) -> None:
        """Where there is no workspace, go on as if `~/learnlead` were one; nothing is made yet."""
        if self._existing is None and self._new is None:
            from learnlead.adapters.disk.settings import Settings
            from learnlead.adapters.disk.workspace import Workspace, default_root

            self._new = Workspace(default_root(self.home)), Settings()

    def workspace_or_new(self, *, is_told: bool = False) -> Workspace:
        """The workspace; where there is none, `~/learnlead` is made, and said unless it is told."""
        self.expect_workspace()
        if self._new is not None and not self._made:
            from learnlead.adapters.disk.new_workspace import make_workspace

            root = self.workspace.root
            if not is_told:
                self.say(self.words("made.unasked", folder=root), *self.words.lines("made.privacy"))
            make_workspace(root, language=self.language_option)
            self._made = True
        return self.workspace

    def add_days_off(self, first: date, last: date) -> None:
        """Add a range of days off to the settings, changing that line only.

        Raises:
            LearnleadError: the settings were changed meanwhile, or the disk refuses.
        """
        from learnlead.adapters.disk.settings import add_away

        add_away(self.workspace, first, last)

    @cached_property
    def _existing(self) -> tuple[Workspace, Settings] | None:
        from learnlead.adapters.disk.files.temporaries import clean_along
        from learnlead.adapters.disk.settings import load_settings
        from learnlead.adapters.disk.workspace import Workspace

        workspace = self.workspace_unread
        if workspace is None:
            return None
        settings, problems = load_settings(workspace)
        if settings is None:
            raise LearnleadError(*problems)
        self.warn(problems)
        clean_along(self._written_folders)
        return Workspace(workspace.root, settings.journal), settings

    @property
    def _expected(self) -> tuple[Workspace, Settings]:
        expected = self._existing or self._new
        if expected is None:
            remedy = "`learnlead init` makes one; `learnlead reflect` makes one and begins"
            raise LearnleadError(Problem("there is no workspace yet", remedy))
        return expected

    def _written_folders(self) -> Iterator[Path]:
        """Every folder that the program may write into."""
        workspace = self.workspace
        yield from (
            *(workspace.root, workspace.journal, workspace.records),
            *(workspace.rubrics, workspace.prompts),
        )
        with suppress(LearnleadError):  # no home folder, so no state
            yield self.state


def _use_languages(workspace: Workspace | None) -> None:
    from learnlead.adapters.disk.languages import read_languages
    from learnlead.i18n.languages import use_own_languages

    use_own_languages(lambda: {} if workspace is None else read_languages(workspace))
