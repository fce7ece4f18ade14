"""The texts of pages for themes, findings and the year, without their private parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import Sitting
from learnlead.page.naming import stem
from learnlead.page.page import Answer, Page, answers_in, parse
from learnlead.page.private import redact_for_sharing
from learnlead.page.reader import name_of
from learnlead.trends.themes import AnswerReader, AnswersByPage
from learnlead.trends.year import YearEntry, stems_of_year, year_entries


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
    for answer in answers_in(page.reflection, themed=True):
        if (public := redact_for_sharing(answer.text)).strip():
            yield answer._replace(text=public)


def read_year(
    page_store: PageStore, year: int, rubric: str | None = None
) -> tuple[tuple[YearEntry, ...], list[Sitting], list[Problem]]:
    """What was told in the year, every sitting of the journal, and what could not be read."""
    journal, problems = read_sittings(page_store)
    stems = stems_of_year(journal, year)
    pages: dict[str, Page] = {}
    for name in page_store.listing().names:
        if stem(name) in stems:
            try:
                page, _ = parse(page_store.read(name), page_store.shown(name))
            except LearnleadError as error:  # it was there a moment ago
                problems += error.problems
                continue
            if page is not None:
                pages[stem(name)] = page
    return year_entries(year, journal, pages, rubric), journal, problems
