"""The texts of pages, for themes, findings and the year: what is private stays on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.app.pages import read_sittings
from learnlead.app.ports import Shelf
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import Sitting
from learnlead.page.naming import stem
from learnlead.page.page import Answer, Page, answers_in, parse
from learnlead.page.private import for_other_eyes
from learnlead.page.reader import name_of
from learnlead.trends.themes import Said, Texts
from learnlead.trends.year import Told, stems_of_year, told_in


def texts_on(shelf: Shelf) -> Texts:
    """Reads texts from the shelf, to be handed to `summarise`."""

    def said(sittings: Sequence[Sitting]) -> Said:
        return {sitting.stem: tuple(_said(shelf, sitting)) for sitting in sittings}

    return said


def _said(shelf: Shelf, sitting: Sitting) -> Iterator[Answer]:
    """Nothing from a page that cannot be read any more: its problem was told with its facts."""
    name = name_of(sitting.file)
    try:
        text = shelf.read(name)
    except LearnleadError:
        return
    yield from said_on(text, sitting.file)


def said_on(text: str, file: str) -> Iterator[Answer]:
    """What the text of a page says for other eyes than its writer's: private parts taken out."""
    page, _ = parse(text, file)
    if page is None:
        return
    for answer in answers_in(page.reflection, themed=True):
        if (public := for_other_eyes(answer.text)).strip():
            yield answer._replace(text=public)


def read_year(
    shelf: Shelf, year: int, rubric: str | None = None
) -> tuple[tuple[Told, ...], list[Sitting], list[Problem]]:
    """What was told in the year, every sitting of the journal, and what could not be read."""
    journal, problems = read_sittings(shelf)
    wanted = stems_of_year(journal, year)
    pages: dict[str, Page] = {}
    for name in shelf.listing().names:
        if stem(name) in wanted:
            try:
                page, _ = parse(shelf.read(name), shelf.shown(name))
            except LearnleadError as error:  # it was there a moment ago
                problems += error.problems
                continue
            if page is not None:
                pages[stem(name)] = page
    return told_in(year, journal, pages, rubric), journal, problems
