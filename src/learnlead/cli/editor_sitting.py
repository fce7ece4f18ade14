"""A sitting as one page in the writer's own editor, from the empty to the saved page."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from learnlead.adapters.disk.files.failures import reason
from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.adapters.terminal.editor import editor_command, run_editor
from learnlead.adapters.terminal.output import talk
from learnlead.app.editor_page.make import sitting_page
from learnlead.app.editor_page.read import day_and_depth
from learnlead.app.editor_page.remarks import without_problems
from learnlead.app.editor_page.sheet import ReadPage, Sheet, is_not_for_here, read_page, sheet_of
from learnlead.app.scripted import save_answers
from learnlead.cli.cards import closing_lines, earlier_passages
from learnlead.cli.console import make_prompter
from learnlead.cli.context import AppContext
from learnlead.cli.problems import mention_page_problems
from learnlead.cli.status import sitting_context
from learnlead.cli.timing import IN_AN_EDITOR, capped_wait, minutes
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import words_in
from learnlead.page.periods import period_of
from learnlead.rubric.model import Rubric
from learnlead.sitting.answers import Answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import Choice
from learnlead.text.clean import harmless

_SHOWN = 3
"""Problems of a page that are told before it is opened again; each stands on the page, too."""


class EditorSitting:
    """One sitting in an editor.

    Args:
        app: has the workspace.
        rubric: of the sitting.
        day: that a new page is about; None is today.
        depth: of a new page; None is the one in the settings or the rubric.
    """

    def __init__(
        self, app: AppContext, rubric: Rubric, day: date | None, depth: str | None
    ) -> None:
        command = editor_command()
        if command is None:
            remedy = "set one of them, for example `export EDITOR=nano`"
            raise LearnleadError(Problem("neither VISUAL nor EDITOR names an editor", remedy))
        self.app = app
        self.rubric = rubric
        self.words = words_in(rubric.language)
        self.command = command
        self.day = day or app.today
        self.depth = depth
        self.paper = app.open_page(rubric.id)
        self._seconds = 0.0
        self._contexts: dict[tuple[date, str | None], SittingContext] = {}

    def hold(self) -> None:
        """Open the page in the editor, save it, and print the facts.

        Raises:
            LearnleadError: another sitting of the rubric is open, or no page came of this one;
                what was written is kept for the next time.
            MachineFailed: the page could not be saved; what was written is kept, too.
        """
        with self.paper.alone(self.rubric.title):
            try:
                self._hold()
            except (LearnleadError, KeyboardInterrupt):
                if self.paper.waits:
                    self._say_kept()
                raise

    def _hold(self) -> None:
        read = self._read_until_right()
        if read is None:
            return
        if read.page is None or not read.answered:
            self._end_without(self.words("nothing"))
            return
        answers = read.page.answers
        if answers.minutes is None:
            answers = answers.model_copy(update={"minutes": minutes(self._seconds)})
        self._keep(answers, read)

    def _read_until_right(self) -> ReadPage | None:
        """The page without problems; None if nothing is to be saved."""
        sheet = self._first_sheet()
        self._announce(sheet)
        while True:
            written = self._edit(sheet)
            text = without_problems(written)
            if not text.strip():
                self._end_without(self.words("editor.empty"))
                return None
            if is_not_for_here(text):
                self._not_for_here(self._context(*day_and_depth(text)).day)
                return None
            if not sheet.has_problems and sheet.unchanged(written):
                self._unchanged(sheet)
                return None
            read = self._read(text)
            if not read.problems:
                return read
            sheet = Sheet(text, read.problems, has_problems=True)
            self._put_back(sheet)
            if not self._opens_again(sheet):
                return None

    def _opens_again(self, sheet: Sheet) -> bool:
        """Whether the person wants to mend the page now; else it is kept, or thrown away.

        Raises:
            LearnleadError: nobody is there to be asked; with all problems.
            Interrupted: the person stopped; the page is kept.
        """
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            file = self.paper.path.name
            raise LearnleadError(*(replace(problem, file=file) for problem in sheet.remarks))
        words = self.words
        lines = [str(replace(problem, file=None)) for problem in sheet.remarks[:_SHOWN]]
        if more := len(sheet.remarks) - len(lines):
            lines.append(words("editor.more", n=more))
        ask = words("editor.problems", problems=words.counted(len(sheet.remarks), "problems"))
        choices = [Choice(way, words(f"editor.{way}")) for way in ("again", "later", "nothing")]
        prompter = make_prompter(self.app, words)
        try:
            chosen = prompter.choose("\n".join([ask, *lines]), choices, "again")
        finally:
            prompter.close()
        if chosen == "nothing":
            self._end_without(words("end.nothing-kept"))
        elif chosen == "later":
            self._say_kept()
        return chosen == "again"

    def _first_sheet(self) -> Sheet:
        """The unfinished page, unless it is empty; else a new one to fill in."""
        waiting = self.paper.read()
        if waiting is not None and waiting.strip():
            text = without_problems(waiting)
            sheet = sheet_of(text, self._read(text))
            if sheet is not None:
                return sheet
        return Sheet(sitting_page(self._context(None, None)), new=True)

    def _read(self, text: str) -> ReadPage:
        return read_page(text, self._context, self.app.page_store)

    def _context(self, day: date | None, depth: str | None) -> SittingContext:
        key = day or self.day, depth or self.depth
        if key not in self._contexts:
            self._contexts[key] = sitting_context(self.app, self.rubric, *key)
        return self._contexts[key]

    def _announce(self, sheet: Sheet) -> None:
        mention_page_problems(self.app, self._context(None, None).unread, self.words)
        draft, problems = self.app.drafts.load(self.rubric.id)
        self.app.warn(problems)
        if draft is not None:
            self.app.say(self.words("editor.draft-waits", day=draft.day))
        if not sheet.new:
            self.app.say(self.words("editor.unfinished"))
        folder, editor = self.paper.folder, self.command[0]
        self.app.say(self.words("editor.where", folder=folder, editor=editor))

    def _edit(self, sheet: Sheet) -> str:
        """Run the editor; the text in the file afterwards.

        Raises:
            LearnleadError: it could not be run, or its exit code is not 0.
        """
        self.paper.put(sheet.shown)
        started = time.monotonic()
        try:
            code = run_editor(self.paper.path, self.command)
        except OSError as error:
            self._put_back(sheet)
            message = f"the editor {self.command[0]!r} cannot be run: {reason(error)}"
            remedy = "set VISUAL or EDITOR to one that is installed"
            raise LearnleadError(Problem(message, remedy)) from None
        self._seconds += capped_wait(time.monotonic() - started, IN_AN_EDITOR)
        written = self.paper.read() or ""
        if code == 0:
            return written
        if not written.strip() or sheet.unchanged(written):
            self._put_back(sheet)
        how = f"exit code {code}" if code > 0 else f"signal {-code}"
        message = f"the editor {self.command[0]!r} failed ({how}), so no page was saved"
        raise LearnleadError(Problem(message, "`learnlead reflect --editor` opens it again"))

    def _put_back(self, sheet: Sheet) -> None:
        if sheet.new:
            self.paper.discard()
        else:
            self.paper.put(sheet.text)

    def _say_kept(self) -> None:
        self.app.say(self.words("editor.kept"))

    def _unchanged(self, sheet: Sheet) -> None:
        if sheet.new:
            self._end_without(self.words("editor.unchanged"))
            return
        self._put_back(sheet)
        self._say_kept()

    def _end_without(self, why: str) -> None:
        self.paper.discard()
        talk(why, sys.stdout)

    def _keep(self, answers: Answers, read: ReadPage) -> None:
        context, app = read.context, self.app
        app.workspace_or_new()
        saved_page = save_answers(answers, context, read.plans, app.page_store, app.inbox)
        app.warn(saved_page.problems)
        with self._warn_only():
            self.paper.discard()
        if context.pending is not None:
            with self._warn_only():
                app.focus_waiting.clear(self.rubric.id)
        passages = earlier_passages(app, context, answers)
        for line in closing_lines(context, answers, passages):
            talk(harmless(f"  {line.text}" if line.own else line.text), sys.stdout)
        page = app.workspace.journal / saved_page.name
        talk(harmless(self.words("end.page", path=page)), sys.stdout)

    def _not_for_here(self, day: date) -> None:
        """Delete the page, mark the period as off, and name help."""
        self._end_without(self.words("editor.not-for-here"))
        self.app.workspace_or_new()
        period = period_of(day, self.rubric.rhythm)
        with self._warn_only():
            self.app.add_days_off(period.first, period.last)
            file = self.app.workspace.root / SETTINGS_FILE
            talk(self.words(f"x.excused.{self.rubric.rhythm}", file=file), sys.stdout)
        for line in (*self.words.lines("not-for-here"), *self.app.settings.support):
            talk(harmless(line), sys.stdout)

    @contextmanager
    def _warn_only(self) -> Iterator[None]:
        """Inside, errors are only warned of: the page is saved, or deleted, already."""
        try:
            yield
        except LearnleadError as error:
            self.app.warn(error.problems)
