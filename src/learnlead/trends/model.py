"""The result of `summarise`: all trends of one rubric in one period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from learnlead.errors import Problem
from learnlead.page.facts import Sitting
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.trends.connections import Connections, Occasions
from learnlead.trends.coverage import Coverage
from learnlead.trends.finding import Finding
from learnlead.trends.focus import Focus
from learnlead.trends.periods import Cadence
from learnlead.trends.plans import PlanItem
from learnlead.trends.series import Series
from learnlead.trends.settled import Settled
from learnlead.trends.themes import Themes
from learnlead.trends.verdict import Judgement
from learnlead.trends.window import Window


class IncomparableVersion(NamedTuple):
    """A version of the rubric whose ratings are not comparable: its pages' number and dates."""

    rubric_version: int
    n: int
    first: date
    last: date


class BehaviourTrend(NamedTuple):
    """One behaviour of the rubric, also when it was never rated.

    Attributes:
        behaviour: as the rubric has it.
        series: its ratings in the window.
        no_opportunity: the sittings in the window marked *no opportunity*.
        none_made: the sittings in the window marked *none made*.
        skipped: the sittings in the window that asked for a rating and got no mark.
        last_evidence: the newest date in the whole period with evidence for it.
    """

    behaviour: Behaviour
    series: Series
    no_opportunity: int
    none_made: int
    skipped: int
    last_evidence: date | None


class FocusTrend(NamedTuple):
    """The focus, its ratings since the day it was declared, and its counts."""

    focus: Focus
    series: Series
    occasions: Occasions | None


class Trends(NamedTuple):
    """Everything about one rubric in one period.

    Attributes:
        rubric: the rubric as it stands now.
        today: the date of the summary.
        sittings: the number of pages read, of whatever version.
        first: the date of the first page read.
        last: the date of the last page read.
        newest: the date of the journal's newest page of this rubric, in the period or not.
        pages: the pages read, of whatever version, in the order of dates.
        away: ranges of days off, first and last.
        settled: the looks and the bets; none of a chosen period.
        differences: of the newest look, the behaviours that changed more or less than the others,
            where overall is called.
        phi: the autocorrelation of the behaviours from one sitting to the next; None where it
            cannot be estimated.
        chosen: whether a part of the journal was chosen, so that only figures are shown.
        window: the sittings that series, tests and counts of marks rest on.
        cadence: over the whole period, as are coverage, plans and apart.
        themes: of the window's texts; empty where no texts were read.
        findings: most important first.
        connections: counts, for the leader alone; without texts neither roles nor what was heard.
        problems: of reading, and of pages from the future.
    """

    rubric: Rubric
    today: date
    sittings: int
    first: date | None
    last: date | None
    newest: date | None
    pages: tuple[Sitting, ...]
    away: tuple[tuple[date, date], ...]
    settled: Settled
    differences: Mapping[str, Judgement]
    phi: float | None
    chosen: bool
    window: Window
    cadence: Cadence
    apart: tuple[IncomparableVersion, ...]
    focus: FocusTrend | None
    composite: Series
    behaviours: tuple[BehaviourTrend, ...]
    relationships: tuple[Coverage, ...]
    plans: tuple[PlanItem, ...]
    themes: Themes
    findings: tuple[Finding, ...]
    connections: Connections
    problems: tuple[Problem, ...]

    @property
    def settled_sittings(self) -> tuple[Sitting, ...]:
        """The sittings of the window up to the newest look, for findings that rest on a test."""
        look = self.settled.look
        if look is None:
            return ()
        return tuple(sitting for sitting in self.window.sittings if sitting.date <= look.on)
