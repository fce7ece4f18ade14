"""A typed sitting from the first question to the facts at its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from learnlead.adapters.disk.open_page import OpenAnswer, answers_left
from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.adapters.terminal.stopping import stop_on_signals
from learnlead.app.draft import DraftSaver
from learnlead.app.keep import SavedPage, record_section
from learnlead.app.plans import with_closed_plans
from learnlead.app.prompter import Prompter
from learnlead.app.scripted import named_plans, save_answers
from learnlead.app.sit import Abandoned, Finished, sit
from learnlead.app.yardsticks import yardstick_to_offer
from learnlead.cli.at_the_end import Timed, closing, minutes
from learnlead.cli.beginning import Wanted, begin
from learnlead.cli.context import AppContext
from learnlead.cli.problems import mention_page_problems
from learnlead.cli.status import yardsticks
from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Stopped
from learnlead.i18n.words import Words, words_in
from learnlead.page.periods import period_of
from learnlead.rubric.model import Rubric
from learnlead.sitting.answers import Answers
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import LeftOut, left_out, question_for
from learnlead.sitting.question import Choice
from learnlead.sitting.session import Session
from learnlead.text.clean import is_utf8


def offer_yardstick(
    app: AppContext, asks: Prompter, context: SittingContext, answers: Answers
) -> None:
    """Offer it where there is something to keep. The page is safe: stopping here is a no."""
    focus = answers.focus or context.current_focus
    if focus is None:
        return
    found = yardstick_to_offer(answers, focus.behaviour, context.day, yardsticks(app))
    if found is None:
        return
    words = context.words
    ask = words("end.yardstick", words=found.shown, n=found.number)
    choices = [Choice(way, words(f"end.yardstick.{way}")) for way in ("no", "yes")]
    try:
        if asks.choose(ask, choices, "no", at_once=True) == "yes":
            app.yardsticks.add(found.line)
    except (Interrupted, KeyboardInterrupt):
        return
    except LearnleadError as error:
        app.warn(error.problems)


T = TypeVar("T")


class InPerson:
    """One sitting at a terminal."""

    def __init__(self, app: AppContext, rubric: Rubric) -> None:
        self.app = app
        self.rubric = rubric
        self.words = words_in(rubric.language)
        self.asks = prompter(app, self.words, partial(app.open_answer, rubric.id))
        self.notebook: DraftSaver | None = None

    def hold(self, wanted: Wanted) -> bool:
        """Ask, keep, and tell the facts; False if the sitting goes on in the editor instead.

        Raises:
            LearnleadError: another sitting of the rubric is open.
            Interrupted: stopped; what was answered is kept as a draft.
            MachineFailed: the page could not be written; the draft is kept.
        """
        try:
            with stop_on_signals(), self.app.drafts.alone(self.rubric.id, self.rubric.title):
                return self._hold(wanted)
        except Stopped as stopped:
            self.asks.close()
            raise Stopped(self._what_is_kept(), exit_code=stopped.exit_code) from None
        except (Interrupted, KeyboardInterrupt):
            self.asks.close()
            raise Interrupted(self._what_is_kept()) from None
        finally:
            self.asks.close()

    def _what_is_kept(self) -> str:
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

    def _hold(self, wanted: Wanted) -> bool:
        begun = begin(self.app, self.rubric, self.asks, wanted)
        if begun is None:
            return False
        base, context = begun.base, begun.context
        mention_page_problems(self.app, context.unread, self.words)
        timed = Timed(self.asks, time.monotonic, base.seconds)
        self.notebook = DraftSaver(self.app.drafts, self.asks, self.rubric, base, timed.seconds)
        typing_at = base.typing[0] if base.typing else None
        session = Session.begin(context, base.answers, typing_at, base.unasked)
        title = f"{self.rubric.title}, {self.words.long_date(base.day)}"
        typing = base.typing
        while True:
            ended = sit(
                session,
                timed,
                self.notebook,
                title=title,
                unfinished=typing,
                look_again=partial(with_closed_plans, page_store=self.app.page_store),
            )
            if isinstance(ended, Finished):
                break
            if self._leaves(base.day, ended):
                return True
            session, typing = ended.session, ended.unfinished
        answers = collect_answers(ended.session, minutes(timed.seconds()))
        beside = [one for one in left_out(ended.session) if one.kept_elsewhere]
        beside += self._saved_by_editors(ended.session)
        if not answers.has_any:
            self._persistently(lambda: self._keep_beside(beside, context))
            self._forget_draft()
            self.asks.tell(self.words("nothing"), *self._told_beside(beside))
            return True
        kept = self._keep(answers, beside, context)
        self._facts(context, answers, kept, beside)
        return True

    def _keep(
        self, answers: Answers, beside: Sequence[LeftOut], context: SittingContext
    ) -> SavedPage:
        def keep() -> SavedPage:
            # First what the page does not hold: once the page is there, the draft may go.
            self._keep_beside(beside, context)
            plans = named_plans(answers, context, self.app.page_store)
            return save_answers(answers, context, plans, self.app.page_store, self.app.inbox)

        kept = self._persistently(keep)
        self._forget_draft()
        if context.pending is not None:
            with self._warned():
                self.app.focus_waiting.clear(self.rubric.id)
        return kept

    def _saved_by_editors(self, session: Session) -> Iterator[LeftOut]:
        """Words that an editor saved when their question was left already, and that no answer has.

        What is no text is set aside and told: with the draft it would go.
        """
        answered = [given for given in session.answers.values() if isinstance(given, str)]
        for file in answers_left(self.app.state, self.rubric.id):
            with self._warned():
                words = file.read() or ""
                if not is_utf8(words):
                    self.asks.tell(self.words("end.no-text", path=file.set_aside()))
                elif words.strip() and not any(words.strip() in given for given in answered):
                    called = question_for(file.question_id, words, session.context)
                    yield LeftOut(called, words.strip(), None)

    def _keep_beside(self, beside: Sequence[LeftOut], context: SittingContext) -> None:
        if beside:
            self.app.not_on_a_page.add_once(record_section(beside, context))

    def _told_beside(self, beside: Sequence[LeftOut]) -> Iterator[str]:
        names = "; ".join(one.question.about for one in beside)
        if beside:
            yield self.words("end.beside", path=self.app.not_on_a_page.path, names=names)

    def _persistently(self, keep: Callable[[], T]) -> T:
        while True:
            try:
                return keep()
            except MachineFailed as error:
                self._decide_on_page(error)

    def _decide_on_page(self, error: MachineFailed) -> None:
        """Where no draft holds the answers either, the person may try again.

        Raises:
            MachineFailed: the draft holds them, or the person would rather stop.
        """
        if self.notebook is None or not self.notebook.stopped_saving:
            first, *more = error.problems
            safe = "every answer is kept, and `learnlead reflect` goes on from there"
            raise MachineFailed(replace(first, remedy=f"{first.remedy}; {safe}"), *more) from error
        again, stop = self.words("refused.again"), self.words("refused.lost")
        choices = [Choice("again", again), Choice("stop", stop)]
        if self.asks.choose(self.words("refused.page", error=error), choices, "again") == "stop":
            raise error

    def _forget_draft(self) -> None:
        with self._warned():
            self.app.drafts.discard(self.rubric.id)

    @contextmanager
    def _warned(self) -> Iterator[None]:
        """What is refused now ends nothing any more: it is told once the screen is left."""
        try:
            yield
        except LearnleadError as error:
            self.asks.close()
            self.app.warn(error.problems)

    def _keep_begun(self, left: Abandoned) -> None:
        """Keep the last words, too, that were begun before the sitting was left."""
        if self.notebook is not None and left.unfinished is not None:
            self.notebook.keep(left.session.answers, left.unfinished)

    def _facts(
        self,
        context: SittingContext,
        answers: Answers,
        kept: SavedPage,
        beside: Sequence[LeftOut],
    ) -> None:
        self.asks.tell(*closing(self.app, context, answers, kept), *self._told_beside(beside))
        self.app.warn(kept.problems)
        offer_yardstick(self.app, self.asks, context, answers)

    def _leaves(self, day: date, left: Abandoned) -> bool:
        """`x`: nothing is kept unless asked, which is said; the period is excused, help is named.

        False when the key was a slip, and the sitting goes on.

        Raises:
            Interrupted: stopped before anything was decided; the draft is kept.
        """
        words = self.words
        choices = [Choice(way, words(f"x.{way}")) for way in ("nothing", "draft", "on")]
        try:
            chosen = self.asks.choose(words("x.ask"), choices, "on")
        except (Interrupted, KeyboardInterrupt):  # nobody has decided
            self._keep_begun(left)
            raise
        if chosen == "on":
            return False
        if chosen == "nothing":
            self._forget_draft()
        else:
            self._keep_begun(left)
        period = period_of(day, self.rubric.rhythm)
        file = self.app.workspace.root / SETTINGS_FILE
        self.asks.tell("", self._what_is_kept())
        excused = words(f"x.excused.{self.rubric.rhythm}", file=file)
        with self._warned():
            self.app.excuse(period.first, period.last)
            self.asks.tell(excused)
        self.asks.tell(*words.lines("not-for-here"), *self.app.settings.support)
        return True


def prompter(
    app: AppContext, words: Words, file_for: Callable[[str], OpenAnswer] | None = None
) -> Prompter:
    """The door that this terminal has: plain, or one screen a question.

    `file_for` gives the file for an editor, by the id of the question; without it there is none.
    """
    if app.plain:
        from learnlead.adapters.terminal.plain_prompter import PlainPrompter

        return PlainPrompter(words, file_for)
    from learnlead.adapters.terminal.rich_prompter import RichPrompter

    return RichPrompter(colour=app.colour, words=words, file_for=file_for)
