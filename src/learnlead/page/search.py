"""Search of a journal: the answers in which all phrases occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from learnlead.page.page import Answer, Page, answers_on
from learnlead.text.phrase import Name, Phrase, Span, folded


class Hit(NamedTuple):
    """An answer in which all phrases occur.

    Attributes:
        stem: its page's file name without `.md`.
        file: its page's path relative to the workspace.
        spans: the places of the phrases in its text, from left to right.
    """

    stem: str
    file: str
    date: date
    rubric: str
    answer: Answer
    spans: tuple[Span, ...]


class SearchQuery(NamedTuple):
    """What to search for; a condition that is None does not restrict the search.

    Attributes:
        phrases: all must occur in one answer.
        first: the earliest date of a page.
        last: the latest date of a page.
        rubric: the id of the page's rubric.
        relationship: the id of the relationship of the answer's moment.
        behaviour: the id of the behaviour that the answer is about.
    """

    phrases: Sequence[Phrase | Name]
    first: date | None = None
    last: date | None = None
    rubric: str | None = None
    relationship: str | None = None
    behaviour: str | None = None

    def may_stand_in(self, text: str) -> bool:
        """Whether all phrases may occur in a page's text: a fast test before parsing the page."""
        plain = folded(text)
        return all(phrase.may_stand_in(plain) for phrase in self.phrases)

    def hits(self, page: Page, stem: str, file: str) -> Iterator[Hit]:
        """The answers of the page that match."""
        reflection = page.reflection
        if (
            (self.first is not None and reflection.date < self.first)
            or (self.last is not None and reflection.date > self.last)
            or self.rubric not in (None, reflection.rubric)
        ):
            return
        for answer in answers_on(page):
            if self.relationship in (None, answer.relationship) and self.behaviour in (
                None,
                answer.behaviour,
            ):
                spans_by_phrase = [phrase.spans(answer.text) for phrase in self.phrases]
                if all(spans_by_phrase):
                    spans = tuple(sorted({*chain(*spans_by_phrase)}))
                    yield Hit(stem, file, reflection.date, reflection.rubric, answer, spans)
