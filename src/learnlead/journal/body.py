"""What stands under the front matter of a page: its facts, its texts, its faults."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from learnlead.journal.escaping import unescape_text
from learnlead.journal.landmarks import LANDMARK
from learnlead.journal.plan_line import ReviewLine
from learnlead.journal.sitting import PlanLine
from learnlead.plaintext.clean import clean_text
from learnlead.plaintext.limits import TEXT_AT_MOST
from learnlead.reflection.mark import Mark

Target = tuple[str, str | int]
"""Which text: a field and, where it repeats, the id or number within it.

The field `foreign` is a section that the format does not know, heading and all, by its place.
"""

Ratings = dict[str, Mark | dict[str, Mark]]
"""As in `Reflection.ratings`."""

_ABOVE = -1
"""The place of the text above the first landmark."""


class Body:
    """What a walk over the lines found. A place is the index of a landmark in `parts`.

    Attributes:
        parts: texts and landmarks in turn; a text comes first and last.
        places: where each text begins: its heading, the label above it.
        unread: landmarks that turned out to be part of a text.
        moments: the relationship of each, in order.
        labels: the lines of moments, by the moment's number and the label, before they are cleaned.
        ratings: as in `Reflection.ratings`.
        evidence: the behaviours that have a text under their heading.
        reviews: the look-backs, in order.
        plan: the plan made on this page, at `plan_at`.
        faults: (place, message, remedy).
    """

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        self._lines: list[int] = []
        self.parts: list[str] = LANDMARK.split(text[start:])
        self.places: dict[Target, int] = {("foreign", 0): _ABOVE}
        self.unread: list[int] = []
        self.moments: list[str] = []
        self.labels: dict[tuple[int, str], str] = {}
        self.ratings: Ratings = {}
        self.evidence: set[str] = set()
        self.reviews: list[ReviewLine] = []
        self.plan: PlanLine | None = None
        self.plan_at = 0
        self.faults: list[tuple[int, str, str]] = []

    def texts(self) -> dict[Target, str]:
        """Every text as it was answered, but for `too_long`; foreign sections as they stand."""
        too_long = self.too_long()
        return {
            target: text if target[0] == "foreign" else unescape_text(text)
            for target, text in self.as_they_stand()
            if target not in too_long
        }

    def as_they_stand(self) -> Iterator[tuple[Target, str]]:
        """Every text from top to bottom, as it stands on the page."""
        unread = set(self.unread)
        ends = [*list(self.places.values())[1:], len(self.parts)]
        for (target, at), end in zip(self.places.items(), ends, strict=True):
            pieces = [self.parts[at]] if target[0] == "foreign" and at != _ABOVE else []
            pieces.append(self.parts[at + 1])
            for inside in range(at + 2, end, 2):
                pieces += self.parts[inside + (inside not in unread) : inside + 2]
            yield target, "".join(pieces)

    def too_long(self) -> list[Target]:
        """The texts that are longer than an answer may be; what a format does not know may be."""
        if len(self._text) <= TEXT_AT_MOST:
            return []
        return [
            target
            for target, text in self.as_they_stand()
            if target[0] != "foreign" and _is_too_long(text)
        ]

    def sections(self) -> Iterator[tuple[int, str]]:
        """The place of each section, and its lines from the heading on."""
        headings = [at for at in self.places.values() if at > 0 and self.parts[at][1] == "#"]
        for place, following in pairwise([*headings, len(self.parts)]):
            yield place, "".join(self.parts[place:following]).removeprefix("\n")

    def line_of(self, place: int) -> int:
        """The line in the file, counted from 1."""
        if not self._lines:
            first = self._text.count("\n", 0, self._start) + 2
            breaks = (part.count("\n") for part in self.parts)
            self._lines = list(accumulate(breaks, initial=first))
        return self._lines[place]


def _is_too_long(text: str) -> bool:
    return len(text) > TEXT_AT_MOST and len(clean_text(unescape_text(text)) or "") > TEXT_AT_MOST
