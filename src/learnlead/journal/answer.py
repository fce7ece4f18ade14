"""The answers on a page one by one, each with what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # trends know the answers without the whole page
    from learnlead.journal.page import Page
    from learnlead.reflection.model import Reflection

OWN = "own"
"""The kind of a section that its writer added."""


class Answer(NamedTuple):
    """One text that its writer gave, private parts and all.

    Attributes:
        kind: what it answers, as its `AnswerField` says; `OWN` of a section that is no answer.
        relationship: of a moment, its relationship's id.
        behaviour: the id of the behaviour that it is about, if it is about one.
        question: of an open question's answer, the question's id.
    """

    kind: str
    text: str
    relationship: str | None = None
    behaviour: str | None = None
    question: str | None = None


def answers_on(page: Page) -> Iterator[Answer]:
    """Every answer of the page, in the order in which they stand; then the sections of its own."""
    yield from answers_in(page.reflection)
    yield from (Answer(OWN, section) for section in page.foreign)


def answers_in(reflection: Reflection, *, themed: bool = False) -> Iterator[Answer]:
    """Every answer in the order of a page, or those alone of which themes are made."""
    from learnlead.reflection.fields import (
        written_in,  # where trends need no text, Pydantic stays out
    )

    for w in written_in(reflection):
        if w.field.themed or not themed:
            yield Answer(w.field.kind, w.text, w.relationship, w.behaviour, w.question)
