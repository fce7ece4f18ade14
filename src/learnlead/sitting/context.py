"""What a sitting knows before its first question: rubric, day, open plans, recent sittings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from datetime import date as Date  # noqa: N812 - `date` is too general a name for a type here
from typing import TYPE_CHECKING

from learnlead.i18n.words import Words, words_in
from learnlead.rubric.model import Depth, Rubric
from learnlead.sitting.mark import Count, Mark, Outcome
from learnlead.sitting.note import Note, tally

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank, Tendency


@dataclass(frozen=True, slots=True)
class RecentSittings:
    """What follow-up questions need of the newest earlier sittings, oldest first.

    Attributes:
        marks: by behaviour, for each sitting; marks by relationship are left out.
        last_moment: by relationship, the date of its newest moment.
        outcome: what the last look-back said became of the plan; None before the first.
        running: how many of the last look-backs in a row said so.
    """

    marks: Sequence[Mapping[str, Mark]] = ()
    last_moment: Mapping[str, date] = field(default_factory=dict)
    outcome: Outcome | None = None
    running: int = 0


FOCUS_EVERY = 13
"""A focus is offered anew every 13th sitting: a quarter of a year of weeks."""

FOCUS_AGAIN = 4
"""While there is none it is offered every fourth sitting."""

AWAY_DAYS = {"weekly": 14, "monthly": 62, "quarterly": 184}
"""After two periods without a sitting the look-back begins with a welcome, not a backlog."""

OLDER_AT_MOST = 4
"""How many older plans one question shows; `learnlead plan list` shows them all."""


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan of an earlier page.

    Attributes:
        stem: of that page.
        made: the date of that page.
        due: by when it was meant; None where it does not say.
    """

    stem: str
    behaviour: str
    cue: str
    action: str
    made: Date
    due: Date | None = None


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """What was agreed with a coach, as a plan that a sitting can make of it.

    Attributes:
        coach: who it was agreed with; empty where the reply names nobody.
        day: on which the reply came in.
        line: as the coach wrote it.
    """

    coach: str
    day: Date
    line: str


@dataclass(frozen=True, slots=True)
class FocusChoice:
    """The behaviour of this quarter, and what someone else would notice.

    `since` is the day of the first page that has it; None where none has it yet.
    """

    behaviour: str
    notice: str | None = None
    since: Date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an earlier page that come back; `stem` is that page's."""

    stem: str
    day: Date
    text: str


@dataclass(frozen=True, slots=True)
class SittingContext:
    """Everything that the questions of a sitting depend on, apart from its answers.

    Attributes:
        day: the local date on which the sitting began, or that it was back-dated to.
        today: the real day.
        sittings: how many earlier pages of the rubric there are.
        last: the date of the newest earlier one.
        focus: as the newest earlier page has it.
        pending: a focus set since, waiting for the next page.
        plans: the open plans, newest first.
        closed: the stems of those of them that were closed since the sitting began.
        same_day: the stem of a page of the rubric that this day has already.
        unread: the number of problems of the newest earlier pages.
        people: role labels offered in place of names.
        notes: open notes to offer as moments, newest last, and those that are the tally.
        recent: the newest earlier sittings, as follow-ups look at them.
        yardsticks: by behaviour, ratings and the sentences that the writer keeps as their examples.
        asked_someone: whether somebody was asked about the focus since the last sitting.
        memory: an insight of an earlier page to begin with; None in sittings that have none.
        coach_questions: those that a coach sent and no sitting has asked yet, oldest first.
        agreed: actions that a coach's reply names and no sitting has offered yet, newest reply
            first.
        steady: whether the first wording of each prompt is always asked.
        relationship: that the sitting is about; None leaves it open.
    """

    rubric: Rubric
    day: Date
    today: Date
    depth: Depth = "standard"
    sittings: int = 0
    last: Date | None = None
    focus: FocusChoice | None = None
    pending: FocusChoice | None = None
    plans: tuple[OpenPlan, ...] = ()
    closed: frozenset[str] = frozenset()
    same_day: str | None = None
    unread: int = 0
    people: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    recent: RecentSittings = field(default_factory=RecentSittings)
    yardsticks: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    asked_someone: bool = False
    memory: Passage | None = None
    coach_questions: tuple[str, ...] = ()
    agreed: tuple[AgreedAction, ...] = ()
    bank: PromptBank | None = None
    steady: bool = False
    relationship: str | None = None

    @property
    def current_focus(self) -> FocusChoice | None:
        """The focus that the next page carries unless its sitting chooses another."""
        return self.pending or self.focus

    @property
    def has_feedback(self) -> bool:
        """Whether feedback is asked for: of a person who was asked, or on a coach's question."""
        return self.asked_someone or bool(self.coach_questions)

    @property
    def older_plans(self) -> tuple[OpenPlan, ...]:
        """The open plans behind the newest that this sitting looks back on, newest first.

        They are those that are due. There are none at depth quick, after days away, and in a
        sitting that asks what came back from somebody.
        """
        if self.depth == "quick" or self.asked_someone or self.was_away:
            return ()
        older = [plan for plan in self.plans[1:] if plan.due is None or plan.due <= self.day]
        return tuple(older[:OLDER_AT_MOST])

    @property
    def days_away(self) -> int:
        """Days since the last sitting; 0 at the first."""
        return 0 if self.last is None else (self.day - self.last).days

    @property
    def was_away(self) -> bool:
        """Whether the last sitting is at least `AWAY_DAYS` ago."""
        return self.days_away >= AWAY_DAYS[self.rubric.rhythm]

    @property
    def offers_focus(self) -> bool:
        """Whether this sitting asks for the focus: while there is none, and every 13th."""
        if self.pending is not None or not self.rubric.behaviours:
            return False
        if self.sittings == 0:
            return self.focus is None
        every = FOCUS_AGAIN if self.focus is None else FOCUS_EVERY
        return self.depth != "quick" and self.sittings % every == 0

    @property
    def words(self) -> Words:
        """The program's own sentences, in the language of the rubric."""
        return words_in(self.rubric.language)

    def wording(
        self,
        step: str,
        plainly: str | None = None,
        *,
        behaviour: str | None = None,
        tendency: Tendency | None = None,
        kind: str | None = None,
    ) -> str:
        """The wording of a step for this sitting, from the bank.

        Where the bank has none: the program's own words; `plainly` is their key, if not the step.
        """
        plain = self.plain(plainly or step)
        if self.bank is None or not self.bank.knows(step):
            return plain
        worded = self.bank.wording(
            step,
            sittings=self.sittings,
            steady=self.steady,
            behaviour=behaviour,
            tendency=tendency,
            kind=kind,
        )
        return worded or plain

    def plain(self, key: str) -> str:
        """The program's own words for what no bank says, in those of the rubric's rhythm."""
        sentence_key, slow = f"ask.{key}", f"ask.{key}-slow"
        if self.rubric.rhythm != "weekly" and slow in self.words:
            sentence_key = slow
        this = self.this_period
        return self.words(sentence_key, this=this, This=f"{this[0].upper()}{this[1:]}")

    @property
    def tally(self) -> Count | None:
        """How often notes of the period say that the focus was done or missed."""
        return tally(self.notes)

    @property
    def this_period(self) -> str:
        """`this week`, `this month` or `this quarter`, in the language of the rubric."""
        return self.words(f"this.{self.rubric.rhythm}")
