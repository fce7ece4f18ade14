"""The parsed body of a page, below its front matter: facts, texts and faults."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from learnlead.page.facts import PlanLine
from learnlead.page.markers import unescape_text
from learnlead.page.plans import ReviewLine
from learnlead.sitting.mark import Count, Mark
from learnlead.text.clean import clean_text
from learnlead.text.limits import TEXT_AT_MOST

Target = tuple[str, str | int]
"""The key of a text: its field and, where the field repeats, an id or number.

The field `foreign` is a section that the format does not know, with its heading, by its place.
"""

Ratings = dict[str, Mark | dict[str, Mark]]
"""As in `Reflection.ratings`."""


class Body:
    """The result of one pass over the lines. A place is the index of a line in `lines`.

    Attributes:
        lines: from the end of the front matter on; the first ends the closing `---`.
        places: where each text begins: the place of its heading or of the label above it.
        taken: places of headings, labels and tasks, which are part of no text.
        moments: the relationship of each moment, in order.
        labels: labelled lines of moments, by the moment's number and the label, not yet cleaned.
        ratings: as in `Reflection.ratings`.
        count: as in `Reflection.count`.
        evidence: the behaviours that have a text under their heading.
        reviews: the look-backs, in order.
        plan: the plan made on this page, at `plan_at`.
        faults: (place, message, remedy).
    """

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        self.lines: list[str] = text[start:].split("\n")
        self.places: dict[Target, int] = {("foreign", 0): 0}
        self.taken: set[int] = set()
        self.moments: list[str] = []
        self.labels: dict[tuple[int, str], str] = {}
        self.ratings: Ratings = {}
        self.count: dict[str, Count] = {}
        self.evidence: set[str] = set()
        self.reviews: list[ReviewLine] = []
        self.plan: PlanLine | None = None
        self.plan_at = 0
        self.faults: list[tuple[int, str, str]] = []

    def texts(self) -> dict[Target, str]:
        """Every text, unescaped, without those of `too_long`; foreign sections verbatim."""
        too_long = self.too_long()
        return {
            target: text if target[0] == "foreign" else unescape_text(text)
            for target, text in self.as_they_stand()
            if target not in too_long
        }

    def as_they_stand(self) -> Iterator[tuple[Target, str]]:
        """Every text from top to bottom, verbatim."""
        ends = [*list(self.places.values())[1:], len(self.lines)]
        for (target, at), end in zip(self.places.items(), ends, strict=True):
            places = [n for n in range(at + 1, end) if n not in self.taken]
            if target[0] == "foreign":
                places.insert(0, at)  # its heading
            yield target, "\n".join(self.lines[n] for n in places)

    def too_long(self) -> list[Target]:
        """The texts longer than `TEXT_AT_MOST`; foreign sections may be of any length."""
        if len(self._text) <= TEXT_AT_MOST:
            return []
        return [
            target
            for target, text in self.as_they_stand()
            if target[0] != "foreign" and _is_too_long(text)
        ]

    def sections(self) -> Iterator[tuple[int, str]]:
        """The place of each section, and its text from the heading on."""
        headings = [at for at in self.places.values() if self.lines[at][:1] == "#"]
        for place, following in pairwise([*headings, len(self.lines)]):
            yield place, "\n".join(self.lines[place:following])

    def line_of(self, place: int) -> int:
        """The line number of a place in the file, counted from 1."""
        return self._text.count("\n", 0, self._start) + 1 + place


def _is_too_long(text: str) -> bool:
    return len(text) > TEXT_AT_MOST and len(clean_text(unescape_text(text)) or "") > TEXT_AT_MOST
