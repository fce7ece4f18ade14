"""A typed sitting from the first question to the facts at its end."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import get_args

from learnlead.cli.sitting import circumstances
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, MachineFailed, Problem
from learnlead.journal.rendering import long_date
from learnlead.journal.week import is_away, period_of
from learnlead.journeys.asks import Asks
from learnlead.journeys.drafting import DraftNotebook, Unfinished, unfinished
from learnlead.journeys.keeping import Kept
from learnlead.journeys.scripted import hold_answers, named_plans
from learnlead.journeys.sit import Finished, sit
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

    def hold(self, day: date | None, depth: str | None) -> None:
        """Ask, keep, and tell the facts.

        Raises:
            Interrupted: stopped; what was answered is kept as a draft.
            MachineFailed: the page could not be written; the draft is kept.
        """
        try:
            self._hold(day, depth)
        except Interrupted:
            self.asks.close()
            waiting, _ = self.desk.drafts.load(self.rubric.id)
            word = "Every finished answer is kept: `learnlead reflect` goes on from there."
            raise Interrupted(
                word if waiting else "Nothing was answered, nothing is kept."
            ) from None
        finally:
            self.asks.close()

    def _hold(self, day: date | None, depth: str | None) -> None:
        base = self._draft() or self._fresh(day, depth)
        around = circumstances(self.desk, self.rubric, base.day, base.depth)
        started = time.monotonic()

        def seconds() -> float:
            return base.seconds + time.monotonic() - started

        notebook = DraftNotebook(self.desk.drafts, self.asks, self.rubric, base, seconds)
        session = Session.begin(around, base.answers)
        title = f"{self.rubric.title}, {long_date(base.day)}"
        ended = sit(session, self.asks, notebook, title=title, unfinished=base.typing)
        if not isinstance(ended, Finished):
            self._leave(base.day)
            return
        if not ended.session.given():
            self.desk.drafts.discard(self.rubric.id)
            self.asks.tell("Nothing was answered, so there is no page to keep.")
            return
        kept = self._keep(ended.session, max(1, round(seconds() / 60)))
        self._facts(around, kept)

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
        begun = f"{found.begun:%Y-%m-%d %H:%M}"
        choices = [
            Choice("on", "go on where it stopped"),
            Choice("anew", "throw it away and start anew"),
        ]
        ask = f"A sitting of {begun} is unfinished, with {answered} answers."
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

    def _keep(self, session: Session, minutes: int) -> Kept:
        around = session.around
        answers = collect(session, minutes)
        try:
            plans = named_plans(answers, around, self.desk.shelf)
            kept = hold_answers(answers, around, plans, self.desk.shelf)
        except MachineFailed as error:
            kept_note = Problem("nothing is lost: the draft is kept", "`learnlead reflect` goes on")
            raise MachineFailed(*error.problems, kept_note) from error
        self.desk.drafts.discard(self.rubric.id)
        if around.pending is not None:
            self.desk.focus_waiting.clear(self.rubric.id)
        return kept

    def _facts(self, around: Circumstances, kept: Kept) -> None:
        self.asks.tell(
            around.wording("closing", FALLBACK["closing"]),
            f"Your page: {self.desk.workspace.journal / kept.name}",
            f"Sittings held: {around.sittings + 1}",
        )
        self.desk.warn(kept.problems)

    def _leave(self, day: date) -> None:
        """`x`: nothing is kept unless asked, the period is excused, and help is named."""
        choices = [Choice("nothing", "keep nothing"), Choice("draft", "keep it as a draft")]
        ask = "This isn't for here. Nothing of this sitting is kept, unless you want it."
        if self.asks.choose(ask, choices, "nothing") == "nothing":
            self.desk.drafts.discard(self.rubric.id)
        period = period_of(day, self.rubric.rhythm)
        try:
            self.desk.excuse(period.first, period.last)
        except LearnleadError as error:
            self.desk.warn(error.problems)
        self.asks.tell("", *NOT_FOR_HERE, *self.desk.settings.support)


def _door(desk: Desk) -> Asks:
    if desk.plain:
        from learnlead.terminal.plain import PlainDoor

        return PlainDoor()
    from learnlead.terminal.asking import RichDoor

    return RichDoor(colour=desk.colour)
