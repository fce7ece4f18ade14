"""Which pages somebody means by a name or a date."""

from __future__ import annotations

from datetime import date

from learnlead.errors import AnswerIsNo, LearnleadError, Problem
from learnlead.journal.days import read_days
from learnlead.journal.naming import begins_with_date
from learnlead.journeys.ports import Shelf


def pages_meant(shelf: Shelf, wanted: str | None, today: date) -> list[tuple[str, str]]:
    """Name and text of each page that is meant: by its name, its date, or none for the newest.

    Raises:
        AnswerIsNo: there is none (exit 1).
        LearnleadError: the page cannot be read.
    """
    return [(name, shelf.read(name)) for name in names_meant(shelf, wanted, today)]


def names_meant(shelf: Shelf, wanted: str | None, today: date) -> list[str]:
    """The file name of each page that is meant, whether it can be read or not.

    Raises:
        AnswerIsNo: there is none (exit 1).
    """
    names = shelf.listing().names
    if wanted is None:
        dated = [name for name in names if begins_with_date(name)]
        meant = dated[-1:]
    else:
        file = wanted.rsplit("/", 1)[-1]
        meant = [name for name in names if name in (file, f"{file}.md")] or _on(
            names, wanted, today
        )
    if not meant:
        message = f"there is no page {wanted!r}" if wanted else "there is no page yet"
        raise AnswerIsNo(Problem(message, "`learnlead journal list` shows those there are"))
    return meant


def _on(names: tuple[str, ...], wanted: str, today: date) -> list[str]:
    try:
        period = read_days(wanted, today)
    except LearnleadError:
        return []
    dated = ((name, begins_with_date(name)) for name in names)
    return [name for name, day in dated if day is not None and day in period]
