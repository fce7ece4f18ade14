"""One pass over a page's body: its facts and its texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, ClassVar

from learnlead.journal.escaping import unescape_line, unescape_text
from learnlead.journal.markers import Fence, read_marker, read_outcome, read_rating
from learnlead.journal.plan_line import ReviewLine, read_plan, read_review
from learnlead.journal.sitting import PlanLine
from learnlead.plaintext.clean import clean_line
from learnlead.plaintext.words import quoted
from learnlead.reflection.model import NONE_MADE, OUTCOMES, Mark
from learnlead.rubric.model import Rubric

Target = tuple[str, str | int]
"""Which text: a field and, where it repeats, its id or number."""

# Splits a body into plain text and the lines that may mean something, each with its parts.
_LANDMARK = re.compile(
    r"(\n(?=[#*`~ -])(?:"  # most lines fail here, fast
    r"(#{1,3}[ \t].*)"
    r"| {0,3}(?:((?:`{3,}|~{3,}).*)|(- \[.*)|\*\*(Plan|Outcome|With|Rating):\*\*(.*))))"
)
_STEP = 7

_NAMED_BY = {"moment": "relationship", "answer": "question"}


class Body:
    """What stands under the front matter. A place is the index of a line's first part.

    Attributes:
        moments: the relationship of each, in order.
        with_whom: by the number of the moment.
        ratings: as in `Reflection.ratings`.
        reviews: the look-backs, in order.
        plan: the plan made on this page, at `plan_at`.
        places: where the heading of each text stands.
        faults: (where, message, remedy).
    """

    def __init__(self, text: str, start: int, rubric: Rubric | None = None) -> None:
        self.moments: list[str] = []
        self.with_whom: dict[int, str] = {}
        self.ratings: dict[str, Mark | dict[str, Mark]] = {}
        self.reviews: list[ReviewLine] = []
        self.plan: PlanLine | None = None
        self.plan_at = 0
        self.places: dict[Target, int] = {}
        self.faults: list[tuple[int, str, str]] = []
        self._source, self._start, self._rubric = text, start, rubric
        self._parts: list[str | Any] = _LANDMARK.split(text[start:])
        self._headings: list[int] = []
        self._tasks: list[tuple[bool, int, PlanLine | None, list[tuple[str, str]]]] = []
        self._unmarked: list[int] = []
        self._group = ""  # the last marker that opened more than its own section
        self._section = "foreign"  # decides which labels mean something here
        self._subject = ""  # the behaviour of the section
        self._pieces: dict[Target, list[str]] = {}
        self._here = self._pieces["foreign", 0] = [self._parts[0]]
        self._walk()

    def line_of(self, place: int) -> int:
        """The line in the file, counted from 1."""
        return self._source.count("\n", 0, self._start) + self._between(0, place).count("\n") + 2

    def texts(self) -> dict[Target, str]:
        """Every text as it was answered; foreign sections as they stand."""
        return {
            target: "".join(pieces) if target[0] == "foreign" else unescape_text("".join(pieces))
            for target, pieces in self._pieces.items()
        }

    def evidence(self) -> frozenset[str]:
        """The behaviours that have a text under their heading."""
        return frozenset(
            str(target[1])
            for target, pieces in self._pieces.items()
            if target[0] == "evidence" and "".join(pieces).strip()
        )

    def sections(self) -> Iterator[tuple[int, str]]:
        """The place of each section, and its lines from the heading on, after a line break."""
        for place, following in pairwise([*self._headings, len(self._parts)]):
            yield place, self._between(place, following)

    def _between(self, place: int, end: int) -> str:
        """The text from one place up to another."""
        whole = range(place, end, _STEP) if place else range(1, end, _STEP)
        before = "" if place else self._parts[0]
        return before + "".join(self._parts[at] + self._parts[at + _STEP - 1] for at in whole)

    def _walk(self) -> None:
        parts = self._parts
        fence: Fence | None = None
        for at in range(1, len(parts), _STEP):
            raw, heading, marks, task, label, value, after = parts[at : at + _STEP]
            if marks is not None:
                fence = Fence.after(fence, marks, at)
            elif fence is None:
                if label is not None:
                    read = self._label(label, value, at)
                elif heading is not None:
                    read = self._begin(heading, at)
                else:
                    read = self._task(task, at)
                if read:
                    self._here.append(after)
                    continue
            self._here.append(raw + after)
        if fence is not None:
            remedy = "close it; until then nothing below it is read"
            self.faults.append((fence.at, "this code fence is never closed", remedy))
        if self._tasks or self._unmarked:
            self._choose_plan()

    # Headings: each handler says which text begins

    def _begin(self, heading: str, at: int) -> bool:
        self._headings.append(at)
        kind, name = read_marker(heading)
        target = self._SECTIONS[kind](self, kind, name, at)
        self._here = self._pieces[target] = []
        if target[0] == "foreign":
            self._here.append(self._parts[at])
        return True

    def _once(self, section: str, target: Target, at: int) -> Target:
        """A section that stands once; a second one is left as it is, and is a problem."""
        if target in self.places:
            remedy = "the first one is read: join them"
            self.faults.append((at, "a section that stood above already", remedy))
            section, target = "foreign", ("foreign", at)
        else:
            self.places[target] = at
        self._section = section
        return target

    def _foreign(self, kind: str, _name: str, at: int) -> Target:
        lost = kind == "id" or self._group == "ratings"
        self._section = "lost" if lost else "foreign"
        return "foreign", at

    def _broken(self, _kind: str, name: str, at: int) -> Target:
        remedy = f"write <!-- {name} ID --> with the id of its {_NAMED_BY[name]}"
        self.faults.append((at, f"the marker '{name}' has no id behind it", remedy))
        self._section = "foreign"
        return "foreign", at

    def _group_of(self, kind: str, _name: str, at: int) -> Target:
        self._group = self._section = kind
        return kind, at

    def _text(self, kind: str, name: str, at: int) -> Target:
        self._group = kind
        return self._once("text", (kind, name), at)

    def _moment(self, _kind: str, name: str, at: int) -> Target:
        self._group = "moment"
        self.moments.append(name)
        return self._once("moment", ("what", len(self.moments) - 1), at)

    def _other_side(self, kind: str, _name: str, at: int) -> Target:
        if self._group == "moment":
            return self._once("text", (kind, len(self.moments) - 1), at)
        remedy = "move it under its moment, or take its marker out"
        self.faults.append((at, "the other side of no moment", remedy))
        self._section = "foreign"
        return "foreign", at

    def _id(self, kind: str, name: str, at: int) -> Target:
        if self._group != "ratings":
            return self._foreign(kind, name, at)
        self._subject = name
        return self._once("behaviour", ("evidence", name), at)

    _SECTIONS: ClassVar[dict[str, Callable[[Body, str, str, int], Target]]] = {
        "foreign": _foreign,
        "broken": _broken,
        "id": _id,
        "looking-back": _group_of,
        "ratings": _group_of,
        "questions": _group_of,
        "plan": _group_of,
        "moment": _moment,
        "other-side": _other_side,
        "answer": _text,
        "heard": _text,
        "opposite": _text,
        "insight": _text,
        "obstacle": _text,
    }

    # Labelled lines: whether the line was read; else it is part of its text

    def _label(self, name: str, value: str, at: int) -> bool:
        handler = self._LABELS.get((self._section, name))
        if handler is not None:
            handler(self, value, at)
        elif name == "Rating" and self._section in ("ratings", "lost"):
            remedy = "put it under '## Ratings <!-- ratings -->', below a heading with the marker "
            self.faults.append((at, "a rating of no behaviour", f"{remedy}<!-- BEHAVIOUR -->"))
        return handler is not None

    def _rating(self, value: str, at: int) -> None:
        rating = read_rating(value)
        if rating is None:
            remedy = "write 1 to 5, 'no opportunity' or 'none made'"
            self.faults.append((at, f"{quoted(value)} is not a rating", remedy))
        elif rating[1] == NONE_MADE and self._is_met():
            remedy = "write 'no opportunity': 'none made' is for what is yours to make"
            self.faults.append((at, f"'none made' does not fit {self._subject}", remedy))
        elif not self._enter(*rating):
            remedy = "the first one is read: take one of them out"
            self.faults.append((at, "a second rating of the same", remedy))

    def _enter(self, relationship: str | None, mark: Mark) -> bool:
        if relationship is None:
            if self._subject in self.ratings:
                return False
            self.ratings[self._subject] = mark
            return True
        marks = self.ratings.setdefault(self._subject, {})
        if not isinstance(marks, dict) or relationship in marks:
            return False
        marks[relationship] = mark
        return True

    def _is_met(self) -> bool:
        behaviour = self._rubric.behaviour(self._subject) if self._rubric else None
        return behaviour is not None and behaviour.opportunity == "met"

    def _with(self, value: str, at: int) -> None:
        number = len(self.moments) - 1
        if number in self.with_whom:
            self.faults.append((at, "a second 'With' in one moment", "the first one is read"))
        elif who := clean_line(unescape_line(value)):
            self.with_whom[number] = who

    def _plan(self, value: str, at: int) -> None:
        review = read_review(value)
        if review is None:
            remedy = "end the line with <!-- plan PAGE -->, the name without .md of the plan's page"
            self.faults.append((at, "a look-back that does not say on which plan", remedy))
            self._here = self._pieces["looking-back", at] = []
        else:
            self._here = self._pieces["note", len(self.reviews)] = []
            self.reviews.append(review)

    def _outcome(self, value: str, at: int) -> None:
        outcome = read_outcome(value)
        if outcome is None:
            remedy = f"write one of {', '.join(OUTCOMES)}"
            self.faults.append((at, f"{quoted(value)} is not an outcome", remedy))
        elif self._here is not self._pieces.get(("note", len(self.reviews) - 1)):
            self.faults.append((at, "an outcome of no plan", "put it below a **Plan:** line"))
        elif self.reviews[-1].outcome is not None:
            self.faults.append((at, "a second outcome of one plan", "the first one is read"))
        else:
            self.reviews[-1] = self.reviews[-1]._replace(outcome=outcome)

    _LABELS: ClassVar[dict[tuple[str, str], Callable[[Body, str, int], None]]] = {
        ("behaviour", "Rating"): _rating,
        ("moment", "With"): _with,
        ("looking-back", "Plan"): _plan,
        ("looking-back", "Outcome"): _outcome,
    }

    # Task lines

    def _task(self, task: str, at: int) -> bool:
        read = read_plan(task)
        if read is not None:
            self._tasks.append((self._section != "plan", at, *read))
        elif self._section == "plan" and task.count("**") >= 4:
            self._unmarked.append(at)
        return read is not None

    def _choose_plan(self) -> None:
        """The first plan line of the plan section counts, else the first of all."""
        for _, at, plan, wrong in sorted(self._tasks, key=lambda task: task[:2]):
            if self.plan_at == 0:
                self.plan, self.plan_at = plan, at
                self.faults.extend((at, *fault) for fault in wrong)
            else:
                remedy = "the first one counts: make the others plain text"
                self.faults.append((at, "a second plan line", remedy))
        for at in self._unmarked[: not self._tasks]:
            remedy = "write <!-- plan BEHAVIOUR --> after the action"
            self.faults.append((at, "a plan line that lacks its marker", remedy))
