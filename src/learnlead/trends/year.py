"""The texts of a year's sittings, with their plans, for the report of a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.page import Page
from learnlead.sitting.fields import moment_texts, own_texts
from learnlead.sitting.mark import Outcome
from learnlead.sitting.model import AnswerField, Moment, Reflection
from learnlead.trends.plans import PlanItem, plan_items


class LookBack(NamedTuple):
    """A later page's look-back on a plan; `stem` is that page's."""

    stem: str
    date: date
    outcome: Outcome | None
    note: str | None


class Planned(NamedTuple):
    """A plan that was made or carried on, with its outcome and every look-back on it."""

    plan: PlanItem
    looks_back: tuple[LookBack, ...]


class YearEntry(NamedTuple):
    """The texts of one sitting.

    Attributes:
        sitting: the facts of its page.
        notice: the focus notice, if the page has one.
        evidence: on the focus; None without a focus or evidence.
        texts: the texts that a year shows, in the order of the page.
        answers: to open questions, by their ids.
    """

    sitting: Sitting
    notice: str | None
    moments: tuple[Moment, ...]
    evidence: str | None
    texts: tuple[tuple[AnswerField, str], ...]
    answers: Mapping[str, str]
    planned: Planned | None

    @property
    def says_anything(self) -> bool:
        """Whether there is any text."""
        own = (self.notice, self.evidence, self.texts)
        return any((*own, self.moments, self.answers, self.planned))


def stems_of_year(journal: Sequence[Sitting], year: int) -> set[str]:
    """The stems of the year's pages, and of all pages that look back on their plans."""
    made = {sitting.stem for sitting in journal if sitting.date.year == year}
    looking_back = (s.stem for s in journal if any(r.plan in made for r in s.reviews))
    return {*made, *looking_back}


def year_entries(
    year: int, journal: Sequence[Sitting], pages: Mapping[str, Page], rubric: str | None = None
) -> tuple[YearEntry, ...]:
    """The year's sittings that have any text, in the order of dates.

    Args:
        year: of the pages' dates.
        journal: all sittings in the order of dates, since later pages report outcomes.
        pages: by stem, at least those of `stems_of_year`; missing ones are skipped.
        rubric: only sittings of this one, if not None.
    """
    of_year = [
        sitting
        for sitting in journal
        if sitting.date.year == year and rubric in (None, sitting.rubric) and sitting.stem in pages
    ]
    plans = {plan.id: plan for plan in plan_items(of_year, journal)}
    backs = looks_back(journal, pages)
    entries = (
        _entry(
            sitting,
            pages[sitting.stem].reflection,
            Planned(plan, tuple(backs.get(plan.id, ()))) if plan else None,
        )
        for sitting in of_year
        for plan in [plans.get(sitting.stem)]
    )
    return tuple(entry for entry in entries if entry.says_anything)


def _entry(sitting: Sitting, reflection: Reflection, planned: Planned | None) -> YearEntry:
    return YearEntry(
        sitting=sitting,
        notice=reflection.focus_notice,
        moments=tuple(m for m in reflection.moments if any(moment_texts(m))),
        evidence=reflection.evidence.get(reflection.focus) if reflection.focus else None,
        texts=tuple((field, text) for field, text in own_texts(reflection) if field.in_year),
        answers=reflection.answers,
        planned=planned,
    )


def looks_back(journal: Iterable[Sitting], pages: Mapping[str, Page]) -> dict[str, list[LookBack]]:
    """By the plan's id, what the pages say of it, in the order of `journal`."""
    by_plan: dict[str, list[LookBack]] = {}
    for sitting in journal:
        if sitting.stem in pages:
            for review in pages[sitting.stem].reflection.looking_back:
                back = LookBack(sitting.stem, sitting.date, review.outcome, review.note)
                by_plan.setdefault(review.plan, []).append(back)
    return by_plan
