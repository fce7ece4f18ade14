"""What stands side by side on pages: counted, never tested, and no finding.

No count says which came first, or whether one has to do with the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.page import Answer
from learnlead.sitting.mark import OUTCOMES, Count, Outcome
from learnlead.trends.bets import Bet
from learnlead.trends.dated import ratings_of
from learnlead.trends.focus import Focus
from learnlead.trends.plans import PlanItem
from learnlead.trends.themes import AnswersByPage

HIGHEST = 5


class OutcomeRatings(NamedTuple):
    """The sittings that told one outcome of a plan for the focus, by their rating of the focus.

    Attributes:
        outcome: that they told.
        rated: how many rated the focus 1, 2, … 5; means are rounded, halves up.
        unrated: how many gave it no rating.
    """

    outcome: Outcome
    rated: tuple[int, ...]
    unrated: int

    @property
    def sittings(self) -> int:
        """How many told it."""
        return sum(self.rated) + self.unrated


class RoleCount(NamedTuple):
    """A role as it was written behind *With*, and its moments."""

    role: str
    moments: int


class HeardAnswer(NamedTuple):
    """What somebody who was asked said of the focus, and the leader's rating on that page."""

    date: date
    text: str
    rating: float | None


class Connections(NamedTuple):
    """The counts, for the leader alone: no export has them.

    Attributes:
        outcomes: of plans for the focus, beside its rating; without those never told.
        roles: of moments, the most frequent first.
        heard: what came back about the focus, the newest first.
    """

    outcomes: tuple[OutcomeRatings, ...] = ()
    roles: tuple[RoleCount, ...] = ()
    heard: tuple[HeardAnswer, ...] = ()


class Occasions(NamedTuple):
    """In how many of its occasions the focus was done, before its declaration and since."""

    before: Count
    since: Count


def occasions(sittings: Iterable[Sitting], focus: Focus, bet: Bet | None) -> Occasions | None:
    """The counts of the focus, in both phases of its bet where that is settled; None without any.

    Args:
        sittings: of the window.
        focus: as it runs now.
        bet: that runs; None without one.
    """
    comparison = bet.comparison if bet is not None else None
    counts = [
        (sitting.date, sitting.count[focus.behaviour])
        for sitting in sittings
        if focus.behaviour in sitting.count
    ]
    if comparison is None:
        declared = focus.since if bet is None else bet.since
        before = [count for day, count in counts if day < declared]
        since = [count for day, count in counts if day >= declared]
    else:
        before = [count for day, count in counts if day in comparison.before]
        since = [count for day, count in counts if day in comparison.since]
    summed = Occasions(_sum(before), _sum(since))
    return summed if summed.since.of else None


def _sum(counts: Sequence[Count]) -> Count:
    return Count(sum(count.did for count in counts), sum(count.of for count in counts))


def connections(
    sittings: Sequence[Sitting],
    focus: Focus | None,
    plans: Iterable[PlanItem],
    answers: AnswersByPage,
) -> Connections:
    """What stands side by side.

    Args:
        sittings: of the window, in the order of their dates.
        focus: None without one.
        plans: all of them.
        answers: the texts of the window's pages; roles and what was heard are among them.
    """
    roles = _roles(answer for sitting in sittings for answer in answers.get(sitting.stem, ()))
    if focus is None:
        return Connections(roles=roles)
    about = {plan.id for plan in plans if plan.behaviour == focus.behaviour}
    return Connections(
        tuple(_outcomes(sittings, focus.behaviour, about)),
        roles,
        tuple(_heard(sittings, focus.behaviour, answers)),
    )


def _outcomes(
    sittings: Sequence[Sitting], behaviour: str, plans: set[str]
) -> Iterator[OutcomeRatings]:
    newest = {  # of a plan that was looked back on twice, the newest look-back counts
        review.plan: (review.outcome, ratings_of(sitting, [behaviour]).get(behaviour))
        for sitting in sittings
        for review in sitting.reviews
        if review.outcome is not None and review.plan in plans
    }
    for outcome in OUTCOMES:
        ratings = [rating for became, rating in newest.values() if became == outcome]
        rated = Counter(int(rating + 0.5) for rating in ratings if rating is not None)
        if ratings:
            by_rating = tuple(rated[rating] for rating in range(1, HIGHEST + 1))
            yield OutcomeRatings(outcome, by_rating, ratings.count(None))


def _roles(answers: Iterable[Answer]) -> tuple[RoleCount, ...]:
    """Roles that differ in blanks and capitals alone are one, shown as it was first written."""
    shown: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for answer in answers:
        if answer.kind == "with":
            role = " ".join(answer.text.split())
            shown.setdefault(role.casefold(), role)
            counts[role.casefold()] += 1
    return tuple(RoleCount(shown[role], n) for role, n in counts.most_common())


def _heard(
    sittings: Sequence[Sitting], behaviour: str, answers: AnswersByPage
) -> Iterator[HeardAnswer]:
    for sitting in reversed(sittings):
        for answer in answers.get(sitting.stem, ()):
            if answer.kind == "heard" and answer.behaviour == behaviour:
                rating = ratings_of(sitting, [behaviour]).get(behaviour)
                yield HeardAnswer(sitting.date, " ".join(answer.text.split()), rating)
