"""A typed sitting, from the first question to the saved page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from learnlead.adapters.disk.open_page import answers_left
from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.adapters.terminal.stopping import stop_on_signals
from learnlead.app.draft import DraftSaver
from learnlead.app.keep import SavedPage, record_section
from learnlead.app.plans import with_closed_plans
from learnlead.app.scripted import named_plans, save_answers
from learnlead.app.sit import Abandoned, Finished, sit
from learnlead.cli.cards import (
    closing_card,
    first_card,
    is_first_run,
    note_passage,
    offer_yardstick,
    welcome,
)
from learnlead.cli.console import make_prompter
from learnlead.cli.context import AppContext
from learnlead.cli.problems import mention_page_problems
from learnlead.cli.start_sitting import SittingOptions, SittingStart, begin
from learnlead.cli.timing import TimedPrompter, minutes
from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Stopped
from learnlead.i18n.words import words_in
from learnlead.page.periods import period_of
from learnlead.rubric.model import Rubric
from learnlead.sitting.answers import Answers
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import LeftOut, left_out, question_for
from learnlead.sitting.question import Choice
from learnlead.sitting.session import Session
from learnlead.text.clean import is_utf8

T = TypeVar("T")


class TypedSitting:
    """One sitting at a terminal, question by question.

    Attributes:
        prompter: shows the questions; may be replaced before `hold`.
    """

    def __init__(self, app: AppContext, rubric: Rubric) -> None:
        self.app = app
        self.rubric = rubric
        self.words = words_in(rubric.language)
        self.prompter = make_prompter(app, self.words, partial(app.open_answer, rubric.id))
        self.notebook: DraftSaver | None = None
        self._was_welcomed = False

    def welcome(self) -> bool:
        """Where nothing was ever written, say what this is; whether the person goes on.

        Raises:
            Interrupted: the person stopped.
        """
        if not is_first_run(self.app, self.rubric.id):
            return True
        self._was_welcomed = True
        try:
            with stop_on_signals():
                return welcome(self.app, self.prompter, self.words)
        finally:
            self.prompter.close()

    def hold(self, options: SittingOptions) -> bool:
        """Ask, save the page, and print the facts; False if it goes on in the editor instead.

        Raises:
            LearnleadError: another sitting of the rubric is open.
            Interrupted: stopped; what was answered is kept as a draft.
            MachineFailed: the page could not be written; the draft is kept.
        """
        try:
            with stop_on_signals(), self.app.drafts.alone(self.rubric.id, self.rubric.title):
                return self._hold(options)
        except Stopped as stopped:
            self.prompter.close()
            raise Stopped(self._draft_sentence(), exit_code=stopped.exit_code) from None
        except (Interrupted, KeyboardInterrupt):
            self.prompter.close()
            raise Interrupted(self._draft_sentence()) from None
        finally:
            self.prompter.close()

    def _draft_sentence(self) -> str:
        try:
            waiting, _ = self.app.drafts.load(self.rubric.id)
        except MachineFailed:
            waiting = None
        if waiting is None:
            return self.words("end.nothing-kept")
        if self.notebook is not None and self.notebook.is_behind:
            return self.words("end.on-disk")
        if waiting.data.get("typing"):
            return self.words("end.kept-lines" if self.app.plain else "end.kept-typing")
        return self.words("end.kept")

    def _hold(self, options: SittingOptions) -> bool:
        begun = begin(self.app, self.rubric, self.prompter, options)
        if begun is None:
            return False
        mention_page_problems(self.app, begun.context.unread, self.words)
        to_open = begun.is_new and not self._was_welcomed
        if to_open and (begun := self._open(begun)) is None:
            return True
        base, context = begun.base, begun.context
        timed = TimedPrompter(self.prompter, time.monotonic, base.seconds)
        self.notebook = DraftSaver(self.app.drafts, self.prompter, self.rubric, base, timed.seconds)
        typing_at = base.typing[0] if base.typing else None
        session = Session.begin(context, base.answers, typing_at, base.unasked)
        title = self.words.long_date(base.day)
        typing = base.typing
        while True:
            ended = sit(
                session,
                timed,
                self.notebook,
                title=title,
                unfinished=typing,
                look_again=partial(with_closed_plans, page_store=self.app.page_store),
                answered=partial(note_passage, self.app),
            )
            if isinstance(ended, Finished):
                break
            if self._leave(base.day, ended):
                return True
            session, typing = ended.session, ended.unfinished
        answers = collect_answers(ended.session, minutes(timed.seconds()))
        out = [item for item in left_out(ended.session) if item.kept_elsewhere]
        beside = [*out, *self._saved_by_editors(ended.session)]
        if not answers.has_any:
            self._retry(lambda: self._keep_left_out(beside, context))
            self._forget_draft()
            self.prompter.tell(self.words("nothing"), *self._left_out_sentence(beside))
            return True
        saved_page = self._keep(answers, beside, context)
        self._close(context, answers, saved_page, beside)
        return True

    def _open(self, begun: SittingStart) -> SittingStart | None:
        """Show the first card; None if the person would rather not sit now.

        Raises:
            Interrupted: stopped before anything was begun.
        """
        while True:
            chosen = first_card(self.prompter, begun.context, self.app.settings.away)
            if chosen == "begin":
                return begun
            if chosen == "quick":
                return begun.at_depth("quick")
            if chosen == "leave":
                self._excuse(begun.base.day)
                return None
            if self._leave(begun.base.day, Abandoned(Session(begun.context))):
                return None

    def _keep(
        self, answers: Answers, beside: Sequence[LeftOut], context: SittingContext
    ) -> SavedPage:
        def keep() -> SavedPage:
            # First what the page does not hold: once the page is saved, the draft is deleted.
            self._keep_left_out(beside, context)
            plans = named_plans(answers, context, self.app.page_store)
            return save_answers(answers, context, plans, self.app.page_store, self.app.inbox)

        saved_page = self._retry(keep)
        self._forget_draft()
        if context.pending is not None:
            with self._warn_only():
                self.app.focus_waiting.clear(self.rubric.id)
        return saved_page

    def _saved_by_editors(self, session: Session) -> Iterator[LeftOut]:
        """Words that an editor saved after their question was left, and that no answer has.

        A file that is no text is set aside, and said: it would be deleted with the draft.
        """
        answered = [answer for answer in session.answers.values() if isinstance(answer, str)]
        for file in answers_left(self.app.state, self.rubric.id):
            with self._warn_only():
                words = file.read() or ""
                if not is_utf8(words):
                    self.prompter.tell(self.words("end.no-text", path=file.set_aside()))
                elif words.strip() and not any(words.strip() in answer for answer in answered):
                    called = question_for(file.question_id, words, session.context)
                    yield LeftOut(called, words.strip(), None)

    def _keep_left_out(self, beside: Sequence[LeftOut], context: SittingContext) -> None:
        if beside:
            self.app.not_on_a_page.add_once(record_section(beside, context))

    def _left_out_sentence(self, beside: Sequence[LeftOut]) -> Iterator[str]:
        names = "; ".join(item.question.about for item in beside)
        if beside:
            yield self.words("end.beside", path=self.app.not_on_a_page.path, names=names)

    def _retry(self, keep: Callable[[], T]) -> T:
        while True:
            try:
                return keep()
            except MachineFailed as error:
                self._ask_retry(error)

    def _ask_retry(self, error: MachineFailed) -> None:
        """Ask whether to try again, where no draft holds the answers either.

        Raises:
            MachineFailed: the draft holds them, or the person would rather stop.
        """
        if self.notebook is None or not self.notebook.stopped_saving:
            first, *more = error.problems
            safe = "every answer is kept, and `learnlead reflect` goes on from there"
            raise MachineFailed(replace(first, remedy=f"{first.remedy}; {safe}"), *more) from error
        again, stop = self.words("refused.again"), self.words("refused.lost")
        choices = [Choice("again", again), Choice("stop", stop)]
        ask = self.words("refused.page", error=error)
        if self.prompter.choose(ask, choices, "again") == "stop":
            raise error

    def _forget_draft(self) -> None:
        with self._warn_only():
            self.app.drafts.discard(self.rubric.id)

    @contextmanager
    def _warn_only(self) -> Iterator[None]:
        """Inside, errors are only warned of, once the screen is left: the page is saved already."""
        try:
            yield
        except LearnleadError as error:
            self.prompter.close()
            self.app.warn(error.problems)

    def _keep_begun(self, left: Abandoned) -> None:
        """Save the draft with the answer that was being typed."""
        if self.notebook is not None and left.unfinished is not None:
            self.notebook.keep(left.session.answers, left.unfinished)

    def _close(
        self,
        context: SittingContext,
        answers: Answers,
        saved_page: SavedPage,
        beside: Sequence[LeftOut],
    ) -> None:
        offer_yardstick(self.app, self.prompter, context, answers)
        closing_card(self.app, self.prompter, context, answers, saved_page)
        page = self.app.workspace.journal / saved_page.name
        self.prompter.tell(self.words("end.page", path=page), *self._left_out_sentence(beside))
        self.app.warn(saved_page.problems)

    def _leave(self, day: date, left: Abandoned) -> bool:
        """End a sitting by `x`: delete or keep the draft, mark the period as off, name help.

        False if the person chooses to go on with the sitting.

        Raises:
            Interrupted: stopped before anything was decided; the draft is kept.
        """
        words = self.words
        ways = ("nothing", "draft", "on") if left.has_answers else ("nothing", "on")
        choices = [Choice(way, words(f"x.{way}")) for way in ways]
        try:
            chosen = self.prompter.choose(words("x.ask"), choices, "on")
        except (Interrupted, KeyboardInterrupt):  # nobody has decided
            self._keep_begun(left)
            raise
        if chosen == "on":
            return False
        if chosen == "nothing":
            self._forget_draft()
        elif self.notebook is not None:
            self.notebook.keep_at_end(left.session.answers, left.unfinished)
        self.prompter.tell("", self._draft_sentence())
        self._excuse(day)
        self.prompter.tell(*words.lines("not-for-here"), *self.app.settings.support)
        return True

    def _excuse(self, day: date) -> None:
        """Mark the period of that day as off, and say so."""
        period = period_of(day, self.rubric.rhythm)
        file = self.app.workspace.root / SETTINGS_FILE
        with self._warn_only():
            self.app.add_days_off(period.first, period.last)
            self.prompter.tell(self.words(f"x.excused.{self.rubric.rhythm}", file=file))
