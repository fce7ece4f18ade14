"""Pages read back: their texts, and what later pages say of their plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.app.search import select_pages
from learnlead.errors import LearnleadError, Problem
from learnlead.page.naming import stem
from learnlead.page.page import Page, parse
from learnlead.trends.plans import plan_items
from learnlead.trends.year import Planned, looks_back


class PageRead(NamedTuple):
    """One page, as far as it could be read.

    Attributes:
        name: its file name.
        text: the file as it is.
        page: None where it is no reflection, or cannot be read.
        planned: the plan made on it and what became of it, if it made one.
    """

    name: str
    text: str
    page: Page | None
    planned: Planned | None = None


def read_pages(
    page_store: PageStore, which: str | None, today: date, rubric: str | None = None
) -> tuple[list[PageRead], list[Problem]]:
    """The pages that are meant, as `select_pages` chooses them, and what is wrong with them.

    Raises:
        AnswerIsNo: there is none (exit 1).
        LearnleadError: a page cannot be read from the disk.
    """
    pages: list[PageRead] = []
    problems: list[Problem] = []
    for name, text in select_pages(page_store, which, today, rubric):
        page, page_problems = parse(text, page_store.shown(name))
        problems += page_problems
        planned = None if page is None or page.plan_line is None else _planned(page_store, name)
        pages.append(PageRead(name, text, page, planned))
    return pages, problems


def _planned(page_store: PageStore, name: str) -> Planned | None:
    """The plan of that page; only pages that are not older may speak of it."""
    names = page_store.listing().names
    later, _ = read_sittings(page_store, names[names.index(name) :])
    plan_id = stem(name)
    plans = plan_items([sitting for sitting in later if sitting.stem == plan_id], later)
    speaking = [s for s in later if any(review.plan == plan_id for review in s.reviews)]
    by_stem = _parsed(page_store, {sitting.stem for sitting in speaking}, names)
    backs = tuple(looks_back(speaking, by_stem).get(plan_id, ()))
    return Planned(plans[0], backs) if plans else None


def _parsed(page_store: PageStore, stems: set[str], names: Sequence[str]) -> dict[str, Page]:
    pages = {}
    for name in names:
        if stem(name) in stems:
            try:
                page, _ = parse(page_store.read(name), page_store.shown(name))
            except LearnleadError:  # it was there a moment ago
                continue
            if page is not None:
                pages[stem(name)] = page
    return pages
