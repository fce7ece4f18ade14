"""A body's facts at a glance: what ten thousand pages are read for, in half the time of a walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from learnlead.journal.body import LANDMARK, Body, Ratings
from learnlead.journal.markers import FOREIGN, Marker, read_marker, read_outcome, read_rating
from learnlead.journal.plan_line import ReviewLine, read_plan, read_review
from learnlead.journal.sitting import PlanLine, Review
from learnlead.journal.walk import enter, fits
from learnlead.plaintext.limits import LINE_AT_MOST
from learnlead.reflection.mark import NONE_MADE, Mark, Outcome
from learnlead.rubric.model import Rubric

_LINES = re.compile(r"\n([^A-Za-z\n].*(?:\n+\*\*Rating:.*)?)(\n+[A-Za-z])?")
"""A line that may be a landmark, with a rating below it; something if a line of text comes next."""


class Facts(NamedTuple):
    """What a body says, without its texts; fields as in `Sitting`."""

    moments: tuple[str, ...]
    ratings: Mapping[str, Mark | Mapping[str, Mark]]
    evidence: frozenset[str]
    reviews: tuple[Review, ...]
    plan: PlanLine | None


def facts_of(body: Body) -> Facts:
    """The facts of a body that was read whole."""
    reviews = tuple(Review(review.plan, review.outcome) for review in body.reviews)
    return Facts(tuple(body.moments), body.ratings, body.evidence(), reviews, body.plan)


def glance(text: str, start: int, rubric: Rubric | None) -> Facts | None:
    """The facts of a body in which nothing is wrong; None leaves any other to `read_body`.

    Wherever this accepts, `read_body` finds the same, and no fault. A code fence is left to it
    as well.

    Args:
        text: a prepared text.
        start: the end of its front matter's last line.
        rubric: the page's own, if at hand.
    """
    found = _Glance(rubric)
    for lines, text_follows in _LINES.findall(text, start):
        take, value = _meaning(lines)
        if not take(found, value):
            return None
        if text_follows:
            found.text(None)
    return found.facts()


class _Glance:
    """Where the glance is, and what it found; each line says whether it is right where it stands.

    The same rules as the walk's, which says why where one of them is broken.
    """

    __slots__ = (
        *("_evidence", "_group", "_moments", "_named", "_plan", "_ratings", "_reviewing"),
        *("_reviews", "_rubric", "_section", "_stood", "_subject"),
    )

    def __init__(self, rubric: Rubric | None) -> None:
        self._rubric = rubric
        self._group = ""
        self._section = "foreign"
        self._subject = ""
        self._stood: set[tuple[str, str | int]] = set()
        self._named = False  # whether the moment said with whom
        self._reviewing = False  # whether the look-back named a plan
        self._moments: list[str] = []
        self._ratings: Ratings = {}
        self._evidence: set[str] = set()
        self._reviews: list[Review] = []
        self._plan: PlanLine | None = None

    def facts(self) -> Facts:
        """All that was found."""
        return Facts(
            tuple(self._moments),
            self._ratings,
            frozenset(self._evidence),
            tuple(self._reviews),
            self._plan,
        )

    def both(self, lines: tuple[_Meaning, _Meaning]) -> bool:
        (take, value), (take_next, value_next) = lines
        return take(self, value) and take_next(self, value_next)

    def wrong(self, _: object) -> bool:
        return False

    def blank(self, _: object) -> bool:
        return True

    def text(self, _: object) -> bool:
        if self._section == "behaviour":
            self._evidence.add(self._subject)
        return True

    # Headings

    def foreign(self, marker: Marker) -> bool:
        lost = marker.kind == "id" or self._group == "ratings"
        self._section = "lost" if lost else "foreign"
        return True

    def group(self, marker: Marker) -> bool:
        self._group = self._section = marker.kind
        self._reviewing = False
        return True

    def answer(self, marker: Marker) -> bool:
        self._group = marker.kind
        return self._once("text", marker)

    def moment(self, marker: Marker) -> bool:
        self._group = self._section = "moment"
        self._named = False
        self._moments.append(marker.id)
        return True

    def other_side(self, marker: Marker) -> bool:
        return self._group == "moment" and self._once("text", (marker.kind, len(self._moments)))

    def behaviour(self, marker: Marker) -> bool:
        if self._group != "ratings":
            return self.foreign(marker)
        self._section, self._subject = "behaviour", marker.id
        if marker in self._stood:
            return False
        self._stood.add(marker)
        return True

    def _once(self, section: str, target: tuple[str, str | int]) -> bool:
        self._section = section
        if target in self._stood:
            return False
        self._stood.add(target)
        return True

    # Labels and tasks

    def rating(self, rating: tuple[str | None, Mark] | None) -> bool:
        if self._section != "behaviour":
            return self._section not in ("ratings", "lost")
        if rating is None:
            return False
        relationship, mark = rating
        if relationship is None and mark != NONE_MADE and self._subject not in self._ratings:
            self._ratings[self._subject] = mark  # most of them
            return True
        return fits(mark, self._subject, self._rubric) and enter(
            self._ratings, self._subject, relationship, mark
        )

    def with_whom(self, whom: str) -> bool:
        if self._section != "moment":
            return self.text(None)
        again, self._named = self._named, bool(whom)
        return not again and len(whom) <= LINE_AT_MOST

    def review(self, review: ReviewLine | None) -> bool:
        if self._section != "looking-back":
            return self.text(None)
        if review is None:
            return False
        self._reviews.append(Review(review.plan, None))
        self._reviewing = True
        return True

    def outcome(self, outcome: Outcome | None) -> bool:
        if self._section != "looking-back":
            return self.text(None)
        if outcome is None or not self._reviewing or self._reviews[-1].outcome is not None:
            return False
        self._reviews[-1] = Review(self._reviews[-1].plan, outcome)
        return True

    def task(self, task: str) -> bool:
        read = read_plan(task)
        if read is None:
            self.text(None)
            return self._section != "plan" or task.count("**") < 4
        plan, wrong = read
        if wrong or self._plan is not None:
            return False
        self._plan = plan
        return True


_HEADINGS: Mapping[str, Callable[[_Glance, Marker], bool]] = {
    "foreign": _Glance.foreign,
    "broken": _Glance.wrong,
    "id": _Glance.behaviour,
    "looking-back": _Glance.group,
    "ratings": _Glance.group,
    "questions": _Glance.group,
    "plan": _Glance.group,
    "moment": _Glance.moment,
    "other-side": _Glance.other_side,
    "answer": _Glance.answer,
}


_LABELS: Mapping[str, tuple[Callable[[_Glance, Any], bool], Callable[[str], object]]] = {
    "Rating": (_Glance.rating, read_rating),
    "With": (_Glance.with_whom, str.strip),
    "Plan": (_Glance.review, read_review),
    "Outcome": (_Glance.outcome, read_outcome),
}


_Meaning = tuple[Callable[[_Glance, Any], bool], Any]
"""What to do with lines, and with what."""


@lru_cache(maxsize=1024)  # the same lines come back page after page
def _meaning(lines: str) -> _Meaning:
    line, _, rating = lines.partition("\n")
    if rating:
        return _Glance.both, (_meaning(line), _meaning(rating.lstrip("\n")))
    if line.startswith("- ["):  # this and the title are on each page anew
        return _Glance.task, line
    if line.startswith("# ") and "-->" not in line:
        return _Glance.foreign, FOREIGN
    return _meaning_of_line(line)


def _meaning_of_line(line: str) -> _Meaning:
    found = LANDMARK.match("\n" + line)
    if found is None:
        return (_Glance.blank if line.isspace() else _Glance.text), None
    _, heading, fence, task, label, value = found.groups()
    if heading is not None:
        marker = read_marker(heading)
        return _HEADINGS.get(marker.kind, _Glance.answer), marker
    if label is not None:
        if label not in _LABELS:
            return _Glance.text, None
        take, read = _LABELS[label]
        return take, read(value)
    return (_Glance.task, task) if fence is None else (_Glance.wrong, None)
