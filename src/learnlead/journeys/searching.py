"""The journal searched, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import stem
from learnlead.journal.page import parse
from learnlead.journal.search import Hit, Wanted
from learnlead.journeys.ports import Shelf
from learnlead.plaintext.phrase import Phrase


def phrases_of(words: Sequence[str]) -> tuple[Phrase, ...]:
    """Each of the words as a phrase.

    Raises:
        LearnleadError: one of them holds neither a letter nor a figure (exit 2).
    """
    found = []
    for one in words:
        try:
            found.append(Phrase(one))
        except ValueError:
            remedy = "name a word, or several between quotation marks"
            raise LearnleadError(Problem(f"{one!r} holds no word to look for", remedy)) from None
    return tuple(found)


def search(shelf: Shelf, wanted: Wanted) -> tuple[list[Hit], list[Problem]]:
    """The answers that are wanted, newest first, and pages that could not be read.

    Of a page that lacks the words nothing is read, not even what is wrong with it.
    """
    listing = shelf.listing()
    problems = list(listing.problems)
    hits: list[Hit] = []
    for name in reversed(listing.names):
        try:
            text = shelf.read(name)
        except LearnleadError as error:
            problems += error.problems
            continue
        if not wanted.may_stand_in(text):
            continue
        file = shelf.shown(name)
        page, found = parse(text, file)
        if page is None:
            problems += found
        else:
            hits += wanted.hits(page, stem(name), file)
    hits.sort(key=lambda hit: hit.date, reverse=True)
    return hits, problems
