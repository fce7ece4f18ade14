"""Pages read back with their texts: one, a year, or many for themes and findings.

A page comes with what later pages say of its plan. Themes and findings get no private parts.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.app.search import select_pages
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import Sitting
from learnlead.page.naming import stem
from learnlead.page.page import Answer, Page, answers_in, parse
from learnlead.page.private import redact_for_sharing
from learnlead.page.reader import name_of
from learnlead.trends.plans import plan_items
from learnlead.trends.themes import AnswerReader, AnswersByPage
from learnlead.trends.year import Planned, YearEntry, looks_back, stems_of_year, year_entries


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
    by_stem, _ = _parsed(page_store, {sitting.stem for sitting in speaking}, names)
    backs = tuple(looks_back(speaking, by_stem).get(plan_id, ()))
    return Planned(plans[0], backs) if plans else None


def _parsed(
    page_store: PageStore, stems: Container[str], names: Sequence[str]
) -> tuple[dict[str, Page], list[Problem]]:
    """By stem, the pages of those stems; a problem for each that cannot be read any more."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for name in names:
        if stem(name) in stems:
            try:
                page, _ = parse(page_store.read(name), page_store.shown(name))
            except LearnleadError as error:  # it was there a moment ago
                problems += error.problems
                continue
            if page is not None:
                pages[stem(name)] = page
    return pages, problems


def texts_reader(page_store: PageStore) -> AnswerReader:
    """A function that reads texts from the page store, as `summarise` takes it."""

    def read_texts(sittings: Sequence[Sitting]) -> AnswersByPage:
        return {sitting.stem: tuple(_answers_of(page_store, sitting)) for sitting in sittings}

    return read_texts


def _answers_of(page_store: PageStore, sitting: Sitting) -> Iterator[Answer]:
    """Empty for a page that cannot be read; its problem is reported with its facts."""
    name = name_of(sitting.file)
    try:
        text = page_store.read(name)
    except LearnleadError:
        return
    yield from shareable_answers(text, sitting.file)


def shareable_answers(text: str, file: str) -> Iterator[Answer]:
    """The answers on a page that may be shared: private parts removed."""
    page, _ = parse(text, file)
    if page is None:
        return
    for answer in answers_in(page.reflection):
        if (public := redact_for_sharing(answer.text)).strip():
            yield answer._replace(text=public)


def read_year(
    page_store: PageStore, year: int, rubric: str | None = None
) -> tuple[tuple[YearEntry, ...], list[Sitting], list[Problem]]:
    """What was told in the year, every sitting of the journal, and what could not be read."""
    journal, problems = read_sittings(page_store)
    stems = stems_of_year(journal, year)
    pages, more = _parsed(page_store, stems, page_store.listing().names)
    problems += more
    return year_entries(year, journal, pages, rubric), journal, problems
