"""A year read from the journal."""

from __future__ import annotations

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import stem
from learnlead.journal.page import Page, parse
from learnlead.journal.sitting import Sitting
from learnlead.journeys.pages import read_sittings
from learnlead.journeys.ports import Shelf
from learnlead.trends.year import Told, stems_of_year, told_in


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
