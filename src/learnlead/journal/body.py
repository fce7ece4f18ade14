"""What stands under the front matter of a page: its facts, its texts, its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from learnlead.journal.escaping import unescape_text
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

LANDMARK = re.compile(
    r"(\n(?=[#*`~ -])(?:"  # most lines fail here, fast
    r"(#{1,3}[ \t].*)"
    r"| {0,3}(?:((?:`{3,}|~{3,}).*)|(- \[.*)|\*\*([A-Z][a-z]+):\*\*(.*))))"
)
"""A line that may mean something: the whole, heading, code fence, task, label and its value."""

STEP = LANDMARK.groups + 1
"""From one landmark to the next in `Body.parts`; the last in between is the text that follows."""


class Body:
    """What a walk over the lines found. A place is the index of a landmark in `parts`.

    Attributes:
        parts: the text before the first landmark, then each landmark's groups and what follows it.
        pieces: of each text.
        places: where the heading of each text stands.
        headings: where each section begins.
        unread: landmarks that turned out to be part of a text.
        moments: the relationship of each, in order.
        labels: the lines of moments, by the moment's number and the label, before they are cleaned.
        ratings: as in `Reflection.ratings`.
        reviews: the look-backs, in order.
        plan: the plan made on this page, at `plan_at`.
        faults: (place, message, remedy).
    """

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        self._lines: list[int] = []
        self.parts: list[str | Any] = LANDMARK.split(text[start:])
        self.pieces: dict[Target, list[str]] = {}
        self.places: dict[Target, int] = {}
        self.headings: list[int] = []
        self.unread: list[int] = []
        self.moments: list[str] = []
        self.labels: dict[tuple[int, str], str] = {}
        self.ratings: Ratings = {}
        self.reviews: list[ReviewLine] = []
        self.plan: PlanLine | None = None
        self.plan_at = 0
        self.faults: list[tuple[int, str, str]] = []

    def texts(self) -> dict[Target, str]:
        """Every text as it was answered, but for `too_long`; foreign sections as they stand."""
        too_long = self.too_long()
        return {
            target: "".join(pieces) if target[0] == "foreign" else unescape_text("".join(pieces))
            for target, pieces in self.pieces.items()
            if target not in too_long
        }

    def too_long(self) -> frozenset[Target]:
        """The texts that are longer than an answer may be; what a format does not know may be."""
        if len(self._text) <= TEXT_AT_MOST:
            return frozenset()
        return frozenset(
            target
            for target, pieces in self.pieces.items()
            if target[0] != "foreign" and _is_too_long("".join(pieces))
        )

    def evidence(self) -> frozenset[str]:
        """The behaviours that have a text under their heading."""
        return frozenset(
            str(target[1])
            for target, pieces in self.pieces.items()
            if target[0] == "evidence" and "".join(pieces).strip()
        )

    def sections(self) -> Iterator[tuple[int, str]]:
        """The place of each section, and its lines from the heading on."""
        for place, following in pairwise([*self.headings, len(self.parts)]):
            whole = range(place, following, STEP)
            text = "".join(self.parts[at] + self.parts[at + STEP - 1] for at in whole)
            yield place, text.removeprefix("\n")

    def line_of(self, place: int) -> int:
        """The line in the file, counted from 1."""
        if not self._lines:
            line = self._text.count("\n", 0, self._start) + self.parts[0].count("\n") + 2
            for at in range(1, len(self.parts), STEP):
                self._lines.append(line)
                line += 1 + self.parts[at + STEP - 1].count("\n")
        return self._lines[place // STEP]


def _is_too_long(text: str) -> bool:
    return len(text) > TEXT_AT_MOST and len(clean_text(unescape_text(text)) or "") > TEXT_AT_MOST
