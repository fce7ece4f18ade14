"""A typed sitting from the first question to the facts at its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import get_args

from learnlead.cli.around import circumstances
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Problem
from learnlead.journal.rendering import long_date
from learnlead.journal.week import is_away, period_of
from learnlead.journeys.asks import Asks
from learnlead.journeys.drafting import DraftNotebook, Unfinished, unfinished
from learnlead.journeys.keeping import Kept
from learnlead.journeys.scripted import hold_answers, named_plans
from learnlead.journeys.sit import Finished, sit
from learnlead.reflection.answers import Answers
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.collecting import collect
from learnlead.reflection.question import Choice
from learnlead.reflection.session import Session
from learnlead.reflection.wording import FALLBACK, NOT_FOR_HERE
from learnlead.rubric.model import Depth, Rubric


class InPerson:
    """One sitting at a terminal."""

    def __init__(self, desk: Desk, rubric: Rubric) -> None:
        self.desk = desk
        self.rubric = rubric
        self.asks = _door(desk)
        self.notebook: DraftNotebook | None = None

    def hold(self, day: date | None, depth: str | None) -> None:
        """Ask, keep, and tell the facts.

        Raises:
            Interrupted: stopped; what was answered is kept as a draft.
            MachineFailed: the page could not be written; the draft is kept.
        """
        try:
            self._hold(day, depth)
        except (Interrupted, KeyboardInterrupt):
            self.asks.close()
            raise Interrupted(self._what_is_kept()) from None
        finally:
            self.asks.close()

    def _what_is_kept(self) -> str:
        try:
            waiting, _ = self.desk.drafts.load(self.rubric.id)
        except MachineFailed:
            waiting = None
        if waiting is None:
            return "Nothing is kept."
        if self.notebook is not None and self.notebook.given_up:
            return "What was on disk is kept: `learnlead reflect` goes on from there."
        return "Every finished answer is kept: `learnlead reflect` goes on from there."

    def _hold(self, day: date | None, depth: str | None) -> None:
        base = self._draft() or self._fresh(day, depth)
        around = circumstances(self.desk, self.rubric, base.day, base.depth)
        started = time.monotonic()

        def seconds() -> float:
            return base.seconds + time.monotonic() - started

        self.notebook = DraftNotebook(self.desk.drafts, self.asks, self.rubric, base, seconds)
        session = Session.begin(around, base.answers, base.typing[0] if base.typing else None)
        title = f"{self.rubric.title}, {long_date(base.day)}"
        typing = base.typing
        while True:
            ended = sit(session, self.asks, self.notebook, title=title, unfinished=typing)
            if isinstance(ended, Finished):
                break
            if self._leaves(base.day):
                return
            session, typing = ended.session, ended.unfinished
        answers = collect(ended.session, max(1, round(seconds() / 60)))
        if not answers.holds_any:
            self._forget_draft()
            self.asks.tell("Nothing was answered, so there is no page to keep.")
            return
        self._facts(around, self._keep(answers, around))

    def _draft(self) -> Unfinished | None:
        draft, problems = self.desk.drafts.load(self.rubric.id)
        self.desk.warn(problems)
        if draft is None:
            return None
        try:
            found = unfinished(draft)
        except (ValueError, KeyError, TypeError):
            self.desk.warn([Problem("the draft cannot be understood", "a new sitting begins")])
            return None
        answered = sum(value is not None for value in found.answers.values())
        if not answered and not found.typing:
            return None
        count = "1 answer" if answered == 1 else f"{answered} answers"
        choices = [
            Choice("on", "go on where it stopped"),
            Choice("anew", "throw it away and start anew"),
        ]
        begun = f"{long_date(found.begun.date())}, {found.begun:%H:%M}"
        ask = f"The sitting of {begun} is unfinished, with {count}."
        if self.asks.choose(ask, choices, "on") == "on":
            return found
        self.desk.drafts.discard(self.rubric.id)
        return None

    def _fresh(self, day: date | None, depth: str | None) -> Unfinished:
        about = day or self._about_last_week() or self.desk.today
        wanted = depth or self.desk.settings.depth or self.rubric.depth
        chosen: Depth = next(d for d in get_args(Depth) if d == wanted)
        return Unfinished(self.desk.now, about, chosen, {}, None, 0.0)

    def _about_last_week(self) -> date | None:
        """From Monday to Wednesday, with nothing held last week: whether it is about that week."""
        today = self.desk.today
        if self.rubric.rhythm != "weekly" or today.weekday() > 2:
            return None
        week = period_of(today - timedelta(days=7), "weekly")
        held = [n.day for n in self.desk.shelf.page_names() if n.rubric == self.rubric.id]
        if not held or max(held) >= week.first or is_away(week, self.desk.settings.away):
            return None
        choices = [Choice("yes", "yes, about last week"), Choice("no", "no, about this week")]
        if self.asks.choose("About last week?", choices, "yes") == "no":
            return None
        return week.first + timedelta(days=self.desk.settings.weekday)

    def _keep(self, answers: Answers, around: Circumstances) -> Kept:
        try:
            plans = named_plans(answers, around, self.desk.shelf)
            kept = hold_answers(answers, around, plans, self.desk.shelf)
        except MachineFailed as error:
            kept_note = Problem("nothing is lost: the draft is kept", "`learnlead reflect` goes on")
            raise MachineFailed(*error.problems, kept_note) from error
        self._forget_draft()
        if around.pending is not None:
            with self._warned():
                self.desk.focus_waiting.clear(self.rubric.id)
        return kept

    def _forget_draft(self) -> None:
        with self._warned():
            self.desk.drafts.discard(self.rubric.id)

    @contextmanager
    def _warned(self) -> Iterator[None]:
        """What is refused now ends nothing any more: it is told once the screen is left."""
        try:
            yield
        except LearnleadError as error:
            self.asks.close()
            self.desk.warn(error.problems)

    def _facts(self, around: Circumstances, kept: Kept) -> None:
        names = self.desk.shelf.page_names()
        self.asks.tell(
            around.wording("closing", FALLBACK["closing"]),
            f"Your page: {self.desk.workspace.journal / kept.name}",
            f"Sittings held: {sum(n.rubric == self.rubric.id for n in names)}",
        )
        self.desk.warn(kept.problems)

    def _leaves(self, day: date) -> bool:
        """`x`: nothing is kept unless asked, the period is excused, and help is named.

        False when the key was a slip, and the sitting goes on.
        """
        choices = [
            Choice("nothing", "keep nothing"),
            Choice("draft", "keep it as a draft"),
            Choice("on", "go back: that was a slip of the finger"),
        ]
        ask = "This isn't for here. Nothing of this sitting is kept, unless you want it."
        try:
            chosen = self.asks.choose(ask, choices, "nothing")
        except Interrupted:
            chosen = "nothing"
        if chosen == "on":
            return False
        if chosen == "nothing":
            self._forget_draft()
        period = period_of(day, self.rubric.rhythm)
        with self._warned():
            self.desk.excuse(period.first, period.last)
        self.asks.tell("", *NOT_FOR_HERE, *self.desk.settings.support)
        return True


def _door(desk: Desk) -> Asks:
    if desk.plain:
        from learnlead.terminal.plain import PlainDoor

        return PlainDoor()
    from learnlead.terminal.asking import RichDoor

    return RichDoor(colour=desk.colour)
