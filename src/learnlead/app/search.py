"""Searches the journal, and selects pages by name or date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.app.ports import PageStore
from learnlead.errors import AnswerIsNo, LearnleadError, Problem
from learnlead.page.naming import begins_with_date, read_name, stem
from learnlead.page.page import parse
from learnlead.page.periods import read_days
from learnlead.page.search import Hit, SearchQuery
from learnlead.text.phrase import Name


def phrases_of(words: Sequence[str]) -> tuple[Name, ...]:
    """Each of the words as a phrase that may be the beginning of a word, spelt either way.

    Raises:
        LearnleadError: one of them holds neither a letter nor a figure (exit 2).
    """
    phrases = []
    for word in words:
        try:
            phrases.append(Name(word, beginning=True))
        except ValueError:
            remedy = "name a word, or several between quotation marks"
            raise LearnleadError(Problem(f"{word!r} holds no word to look for", remedy)) from None
    return tuple(phrases)


def search(page_store: PageStore, query: SearchQuery) -> tuple[list[Hit], list[Problem]]:
    """The matching answers, newest first, and the problems of pages that cannot be read.

    Of a page that lacks the words nothing is read, not even what is wrong with it.
    """
    listing = page_store.listing()
    problems = list(listing.problems)
    hits: list[Hit] = []
    for name in reversed(listing.names):
        try:
            text = page_store.read(name)
        except LearnleadError as error:
            problems += error.problems
            continue
        if not query.may_stand_in(text):
            continue
        file = page_store.shown(name)
        page, page_problems = parse(text, file)
        if page is None:
            problems += page_problems
        else:
            hits += query.hits(page, stem(name), file)
    hits.sort(key=lambda hit: hit.date, reverse=True)
    return hits, problems


def select_pages(
    page_store: PageStore, page: str | None, today: date, rubric: str | None = None
) -> list[tuple[str, str]]:
    """Name and text of each page that is meant: by its name, its date, or none for the newest.

    Args:
        page_store: the journal.
        page: a name, a date or a period; None is the newest page.
        today: the local date.
        rubric: the only one whose pages count, or None.

    Raises:
        AnswerIsNo: there is none (exit 1).
        LearnleadError: the page cannot be read.
    """
    names = select_page_names(page_store, page, today, rubric)
    return [(name, page_store.read(name)) for name in names]


def select_page_names(
    page_store: PageStore, page: str | None, today: date, rubric: str | None = None
) -> list[str]:
    """The file name of each page that is meant, whether it can be read or not.

    Raises:
        AnswerIsNo: there is none (exit 1).
    """
    names = page_store.listing().names
    if rubric is not None:
        names = tuple(name for name in names if (read := read_name(name)) and read.rubric == rubric)
    if page is None:
        dated = [name for name in names if begins_with_date(name)]
        selected = dated[-1:]
    else:
        file = page.rsplit("/", 1)[-1]
        selected = [name for name in names if name in (file, f"{file}.md")] or _names_in_period(
            names, page, today
        )
    if not selected:
        message = f"there is no page {page!r}" if page else "there is no page yet"
        raise AnswerIsNo(Problem(message, "`learnlead journal list` shows those there are"))
    return selected


def _names_in_period(names: tuple[str, ...], page: str, today: date) -> list[str]:
    try:
        period = read_days(page, today)
    except LearnleadError:
        return []
    dated = ((name, begins_with_date(name)) for name in names)
    return [name for name, day in dated if day is not None and day in period]
