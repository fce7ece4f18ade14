"""The texts of a few pages, for themes and findings: what is private stays on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.errors import LearnleadError
from learnlead.journal.answer import Answer, AnswerKind
from learnlead.journal.private import for_other_eyes
from learnlead.journal.reading import NO_RUBRICS, name_of, read
from learnlead.journal.sitting import Sitting
from learnlead.journeys.ports import Shelf
from learnlead.trends.saying import Said, Texts

_KINDS: dict[str, AnswerKind] = {
    "note": "looking-back",
    "what": "moment",
    "other-side": "other-side",
    "evidence": "evidence",
    "answer": "question",
    "opposite": "opposite",
    "insight": "insight",
    "obstacle": "obstacle",
}
"""The fields of a page whose texts count. With whom is private by field; what was heard is somebody
else's; a plan that is carried on says the same each week; an own section may hold anything."""


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
    reading, _ = read(text, file, name_of(file), NO_RUBRICS)
    if reading is None:
        return
    for (field, key), answer in reading.body.texts().items():
        kind = _KINDS.get(field)
        if kind is not None and (public := for_other_eyes(answer)).strip():
            yield Answer(kind, public, behaviour=str(key) if field == "evidence" else None)
