"""A journal searched: which answers hold all the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from learnlead.page.page import Answer, Page, answers_on
from learnlead.text.phrase import Phrase, Span, folded


class Hit(NamedTuple):
    """An answer that holds all the words.

    Attributes:
        stem: its page's file name without `.md`.
        file: its page, relative to the workspace.
        spans: where the words stand in its text, from left to right.
    """

    stem: str
    file: str
    date: date
    rubric: str
    answer: Answer
    spans: tuple[Span, ...]


class SearchQuery(NamedTuple):
    """What is looked for.

    Attributes:
        phrases: all of them stand in one answer.
        first: the earliest date of a page, `last` the latest; None is no bound.
        rubric: the page's.
        relationship: only what was said of a moment in it.
        behaviour: only what is about it.
    """

    phrases: Sequence[Phrase]
    first: date | None = None
    last: date | None = None
    rubric: str | None = None
    relationship: str | None = None
    behaviour: str | None = None

    def may_stand_in(self, text: str) -> bool:
        """Whether a page's text may hold all the words: far quicker than to read the page."""
        plain = folded(text)
        return all(phrase.may_stand_in(plain) for phrase in self.phrases)

    def hits(self, page: Page, stem: str, file: str) -> Iterator[Hit]:
        """The answers of the page that are wanted."""
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
