"""What the lines of a bundle show together: changes without an example, repeats, earlier words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, pairwise

from learnlead.coach.bundle import Content, Passage, SentPlan, SentRating
from learnlead.sitting.kinds import Kind
from learnlead.trends.terms import terms_of

STEPS_AT_LEAST = 2
"""Steps of the scale between two sittings that ask for an example."""

SITTINGS_AT_LEAST = 3
"""Sittings in which a word stands that repeats."""

_TOLD: frozenset[Kind] = frozenset(
    {"moments", "evidence", "insights", "obstacles", "look-backs", "heard"}
)
_BEFORE_FIGURES = re.compile(r" \d")
_PSEUDONYM = re.compile(r"\b[^\W\d_]++ \d+")


@dataclass(frozen=True, slots=True)
class Week:
    """What one sitting said of its week: the plans that ended in it, and its passages.

    `day` is the sitting's.
    """

    day: date
    plans: tuple[SentPlan, ...] = ()
    passages: tuple[Passage, ...] = ()


def weeks_of(content: Content) -> list[Week]:
    """The weeks, newest first. A plan without an outcome, or with an unknown day of it, is in none.

    A plan stands in the week in which it was to happen, beside the moments of that week, and not
    in the one in which it was made.
    """
    plans: dict[date, list[SentPlan]] = {}
    for plan in content.plans:
        if plan.settled_on is not None:
            plans.setdefault(plan.settled_on, []).append(plan)
    passages: dict[date, list[Passage]] = {}
    for passage in content.passages:
        if passage.kind != "notice":
            passages.setdefault(passage.date, []).append(passage)
    return [
        Week(day, tuple(plans.get(day, ())), tuple(passages.get(day, ())))
        for day in sorted(plans.keys() | passages.keys(), reverse=True)
    ]


def plans_apart(content: Content) -> list[SentPlan]:
    """The plans that stand in no week, newest first."""
    apart = [plan for plan in content.plans if plan.settled_on is None]
    return sorted(apart, key=lambda plan: plan.date, reverse=True)


@dataclass(frozen=True, slots=True)
class Change:
    """Two ratings of one behaviour in a row, far apart, and no example beside the second."""

    behaviour: str
    relationship: str | None
    before: SentRating
    after: SentRating


def unexplained_changes(content: Content) -> list[Change]:
    """Changes by two steps or more without an example of that day in the bundle, newest first."""
    explained = {(p.date, p.behaviour) for p in content.passages if p.kind == "evidence"}
    series: dict[tuple[str, str | None], list[SentRating]] = {}
    for rating in sorted(content.ratings, key=lambda rating: (rating.date, rating.page)):
        if isinstance(rating.mark, int):
            series.setdefault((rating.behaviour, rating.relationship), []).append(rating)
    changes = [
        Change(behaviour, relationship, before, after)
        for (behaviour, relationship), ratings in series.items()
        for before, after in pairwise(ratings)
        if _steps(before, after) >= STEPS_AT_LEAST and (after.date, behaviour) not in explained
    ]
    return sorted(changes, key=lambda change: change.after.date, reverse=True)


def _steps(before: SentRating, after: SentRating) -> int:
    return abs(int(after.mark) - int(before.mark))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A word or two that stand in the passages of several sittings; `days` are oldest first."""

    term: str
    days: tuple[date, ...]


def repeats(content: Content, most: int) -> list[Repeat]:
    """The most frequent such words; none that shares a word with a more frequent one."""
    by_day: dict[date, list[str]] = {}
    for passage in content.passages:
        if passage.kind in _TOLD:
            by_day.setdefault(passage.date, []).append(_without_pseudonyms(passage.text))
    days = sorted(by_day)
    terms_by_day = terms_of(map("\n\n".join, map(by_day.__getitem__, days)), SITTINGS_AT_LEAST)
    counts = Counter(chain.from_iterable(terms_by_day))
    often = [term for term, n in counts.items() if n >= SITTINGS_AT_LEAST]
    often.sort(key=lambda term: (-counts[term], -len(term.split()), term))
    return [
        Repeat(
            term, tuple(day for day, terms in zip(days, terms_by_day, strict=True) if term in terms)
        )
        for term in islice(_distinct(often), most)
    ]


def _without_pseudonyms(text: str) -> str:
    return _PSEUDONYM.sub("·", text) if _BEFORE_FIGURES.search(text) else text


def _distinct(terms: Iterable[str]) -> Iterator[str]:
    words: set[str] = set()
    for term in terms:
        if words.isdisjoint(term.split()):
            yield term
            words.update(term.split())


def said_before(content: Content) -> list[tuple[Passage, Passage]]:
    """For each behaviour with two examples, the newest and the one before it; newest first."""
    examples: dict[str, list[Passage]] = {}
    for passage in sorted(content.passages, key=lambda passage: passage.date, reverse=True):
        if passage.kind == "evidence" and passage.behaviour:
            examples.setdefault(passage.behaviour, []).append(passage)
    pairs = [(newest[0], newest[1]) for newest in examples.values() if len(newest) > 1]
    focus = content.focus.behaviour if content.focus else None
    return sorted(pairs, key=lambda pair: (pair[0].behaviour != focus, -pair[0].date.toordinal()))
