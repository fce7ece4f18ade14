"""The journal read: every page's facts, and every page that could not be read as a problem."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import stem
from learnlead.journal.reading import NO_RUBRICS
from learnlead.journal.scan import scan
from learnlead.journal.sitting import Sitting
from learnlead.journeys.ports import Shelf
from learnlead.rubric.model import Rubric


def read_sittings(
    shelf: Shelf,
    names: Iterable[str] | None = None,
    rubrics: Mapping[str, Rubric] = NO_RUBRICS,
) -> tuple[list[Sitting], list[Problem]]:
    """The sittings of those pages, by date; of the whole journal if no names are given.

    A page that cannot be read becomes a problem and breaks nothing. With a page's own rubric among
    `rubrics`, marks that it does not allow are problems too.
    """
    problems: list[Problem] = []
    if names is None:
        listing = shelf.listing()
        names = listing.names
        problems += listing.problems
    sittings: list[Sitting] = []
    for name in names:
        try:
            text = shelf.read(name)
        except LearnleadError as error:
            problems += error.problems
            continue
        sitting, found = scan(text, shelf.shown(name), stem(name), rubrics)
        problems += found
        if sitting is not None:
            sittings.append(sitting)
    sittings.sort(key=lambda sitting: sitting.date)
    return sittings, problems
