"""Reads the journal: the facts of every page, and a problem for every page that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from learnlead.app.ports import PageStore, RubricSource
from learnlead.errors import LearnleadError, Problem
from learnlead.page.body import Target
from learnlead.page.facts import ListedPage, Sitting
from learnlead.page.naming import stem
from learnlead.page.private import redact_for_sharing
from learnlead.page.reader import NO_RUBRICS, facts_of, read, scan
from learnlead.rubric.model import Rubric
from learnlead.text.problem_text import quoted

NEWEST_PAGES = 26
"""How many pages a sitting reads at most, the newest ones, however long the journal is."""

_AT_ONCE = 32
"""How many pages are in memory as texts at one time."""


def read_sittings(
    page_store: PageStore, names: Iterable[str] | None = None
) -> tuple[list[Sitting], list[Problem]]:
    """The sittings of those pages, by date; of the whole journal if no names are given.

    A page that cannot be read becomes a problem and breaks nothing.
    """
    problems: list[Problem] = []
    if names is None:
        listing = page_store.listing()
        names = listing.names
        problems += listing.problems
    sittings: list[Sitting] = []
    for sitting, page_problems in _scanned(page_store, names, NO_RUBRICS):
        problems += page_problems
        if sitting is not None:
            sittings.append(sitting)
    sittings.sort(key=lambda sitting: sitting.date)
    return sittings, problems


_FIRST_LETTERS = 200
"""How many letters of first words are kept; no line of a list shows more."""


def list_pages(page_store: PageStore) -> tuple[list[ListedPage], list[Problem]]:
    """As `read_sittings`, with first words; private parts are not among them."""
    listing = page_store.listing()
    problems = list(listing.problems)
    pages: list[ListedPage] = []
    for name in listing.names:
        text, file = _read(page_store, name), page_store.shown(name)
        if not isinstance(text, str):
            problems += text.problems
            continue
        reading, page_problems = read(text, file, name, NO_RUBRICS)
        problems += page_problems
        if reading is not None:
            words = _first_words(reading.body.texts())
            pages.append(ListedPage(facts_of(reading, stem(name), file), words))
    pages.sort(key=lambda page: page.sitting.date)
    return pages, problems


def _first_words(texts: Mapping[Target, str]) -> str:
    moments = [text for (kind, _), text in texts.items() if kind == "moment"]
    for text in (*moments, texts.get(("insight", ""), "")):
        if words := " ".join(redact_for_sharing(text).split()):
            return words[:_FIRST_LETTERS]
    return ""


def read_sittings_of(
    rubric: Rubric, page_store: PageStore, source: RubricSource
) -> tuple[list[Sitting], list[Problem]]:
    """The sittings of one rubric, by date.

    Problems are those of its pages, marks among them that it does not allow, and each page of
    which nobody can say what it answers: one that cannot be read, or names a rubric that cannot.
    """
    listing = page_store.listing()
    problems = list(listing.problems)
    sittings: list[Sitting] = []
    rubrics = ReadableRubrics(source)
    for sitting, page_problems in _scanned(page_store, listing.names, {rubric.id: rubric}):
        if sitting is None or sitting.rubric == rubric.id:
            problems += page_problems
            sittings += [sitting] if sitting else []
            continue
        if rubrics.get(sitting.rubric) is None:
            problems.append(no_rubric_problem(sitting))
    sittings.sort(key=lambda sitting: sitting.date)
    return sittings, problems


class ReadableRubrics:
    """Rubrics by id, each read when it is first asked for.

    Args:
        source: where they are read.
        known: those that were read already.
    """

    def __init__(self, source: RubricSource, *known: Rubric) -> None:
        self._source = source
        self._rubrics: dict[str, Rubric | None] = {rubric.id: rubric for rubric in known}

    def get(self, rubric_id: str, /) -> Rubric | None:
        """The rubric; None for one that is missing or has errors."""
        if rubric_id not in self._rubrics:
            try:
                self._rubrics[rubric_id], _ = self._source.rubric(rubric_id)
            except LearnleadError:
                self._rubrics[rubric_id] = None
        return self._rubrics[rubric_id]


def no_rubric_problem(sitting: Sitting) -> Problem:
    """That the page names a rubric that cannot be read."""
    return Problem(
        f"the page names the rubric {quoted(sitting.rubric)}, which cannot be read",
        "`learnlead rubric list` shows those there are, `learnlead rubric check` what is wrong",
        sitting.file,
    )


def _scanned(
    page_store: PageStore, names: Iterable[str], rubrics: Mapping[str, Rubric]
) -> Iterator[tuple[Sitting | None, Iterable[Problem]]]:
    """The pages scanned, in the order of their names.

    Pages are read in batches, then scanned: alternating at every page takes 5 % more time, because
    each step evicts the other from the processor's caches.
    """
    waiting = iter(names)
    while some := list(islice(waiting, _AT_ONCE)):
        for name, text in [(name, _read(page_store, name)) for name in some]:
            if isinstance(text, str):
                yield scan(text, page_store.shown(name), stem(name), rubrics)
            else:
                yield None, text.problems


def _read(page_store: PageStore, name: str) -> str | LearnleadError:
    try:
        return page_store.read(name)
    except LearnleadError as error:
        return error
