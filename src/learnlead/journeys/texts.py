"""The texts of a few pages, for themes and findings: what is private stays on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.errors import LearnleadError
from learnlead.journal.answer import Answer, answers_in
from learnlead.journal.page import parse
from learnlead.journal.private import for_other_eyes
from learnlead.journal.reading import name_of
from learnlead.journal.sitting import Sitting
from learnlead.journeys.ports import Shelf
from learnlead.trends.saying import Said, Texts


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
