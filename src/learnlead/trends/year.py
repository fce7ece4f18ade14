"""A year in its writer's own words: what was told, thought and planned, without a figure."""

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
    """What a later page said of a plan; `stem` is that page's."""

    stem: str
    date: date
    outcome: Outcome | None
    note: str | None


class Planned(NamedTuple):
    """A plan that was made or carried on, and what became of it.

    `plan` has the outcome that counts, `looks_back` every later page that speaks of it.
    """

    plan: PlanItem
    looks_back: tuple[LookBack, ...]


class YearEntry(NamedTuple):
    """One sitting's own words.

    Attributes:
        sitting: the facts of its page.
        notice: what others would notice of the focus, where this page says it.
        evidence: on the focus; None without one.
        texts: those with a heading of their own that a year shows, in the order of the page.
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
        """Whether there is one word of its writer's."""
        own = (self.notice, self.evidence, self.texts)
        return any((*own, self.moments, self.answers, self.planned))


def stems_of_year(journal: Sequence[Sitting], year: int) -> set[str]:
    """The pages whose words make up the year: its own, and later ones that look back on its plans.

    `journal` is the whole of it.
    """
    made = {sitting.stem for sitting in journal if sitting.date.year == year}
    looking_back = (s.stem for s in journal if any(r.plan in made for r in s.reviews))
    return {*made, *looking_back}


def year_entries(
    year: int, journal: Sequence[Sitting], pages: Mapping[str, Page], rubric: str | None = None
) -> tuple[YearEntry, ...]:
    """The sittings of the year that say anything, in the order of dates.

    Args:
        year: of the pages' dates.
        journal: every sitting there is, in the order of dates: outcomes come from later pages.
        pages: at least those of `stems_of_year`, by stem; what is missing says nothing.
        rubric: only sittings of that one.
    """
    of_year = [
        sitting
        for sitting in journal
        if sitting.date.year == year and rubric in (None, sitting.rubric) and sitting.stem in pages
    ]
    plans = {plan.id: plan for plan in plan_items(of_year, journal)}
    backs = _looks_back(journal, pages)
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


def _looks_back(journal: Iterable[Sitting], pages: Mapping[str, Page]) -> dict[str, list[LookBack]]:
    by_plan: dict[str, list[LookBack]] = {}
    for sitting in journal:
        if sitting.stem in pages:
            for review in pages[sitting.stem].reflection.looking_back:
                back = LookBack(sitting.stem, sitting.date, review.outcome, review.note)
                by_plan.setdefault(review.plan, []).append(back)
    return by_plan
