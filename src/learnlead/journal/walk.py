"""One pass over the lines of a page's body: which of them mean something, and what."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import ClassVar

from learnlead.journal.body import STEP, Body, Ratings, Target
from learnlead.journal.escaping import unescape_line
from learnlead.journal.markers import Fence, read_marker, read_outcome, read_rating
from learnlead.journal.plan_line import read_plan, read_review
from learnlead.journal.sitting import PlanLine
from learnlead.plaintext.limits import LINE_AT_MOST
from learnlead.plaintext.words import quoted
from learnlead.reflection.mark import NONE_MADE, OUTCOMES, Mark
from learnlead.rubric.model import Rubric

_NAMED_BY = {"moment": "relationship", "answer": "question"}


def read_body(text: str, start: int, rubric: Rubric | None) -> Body:
    """Read the body of a prepared text, from the end of its front matter's last line.

    With the page's own rubric `none made` where opportunity is met is a fault.
    """
    body = Body(text, start)
    _Walk(body, rubric).to_the_end()
    return body


@cache
def moment_labels() -> frozenset[str]:
    """The words between `**` that begin a line of a moment."""
    from learnlead.reflection.fields import MOMENT_FIELDS  # only where such a line stands

    return frozenset(field.label for field in MOMENT_FIELDS if field.label)


def fits(mark: Mark, behaviour: str, rubric: Rubric | None) -> bool:
    """Whether the mark may stand: *none made* only where the rubric has opportunity made."""
    if mark != NONE_MADE or rubric is None:
        return True
    rated = rubric.behaviour(behaviour)
    return rated is None or rated.opportunity != "met"


def enter(ratings: Ratings, behaviour: str, relationship: str | None, mark: Mark) -> bool:
    """Put a mark where it belongs; whether nothing stood there already."""
    if relationship is None:
        if behaviour in ratings:
            return False
        ratings[behaviour] = mark
        return True
    marks = ratings.setdefault(behaviour, {})
    if not isinstance(marks, dict) or relationship in marks:
        return False
    marks[relationship] = mark
    return True


class _Walk:
    """Where the walk is: in which section, and which text runs on."""

    def __init__(self, body: Body, rubric: Rubric | None) -> None:
        self._body = body
        self._rubric = rubric
        self._group = ""  # the last marker that opened more than its own section
        self._section = "foreign"  # decides which labels mean something here
        self._subject = ""  # the behaviour of the section
        self._here = body.pieces["foreign", 0] = [body.parts[0]]
        self._tasks: list[tuple[bool, int, PlanLine | None, list[tuple[str, str]]]] = []
        self._unmarked: list[int] = []

    def to_the_end(self) -> None:
        """Read every landmark."""
        parts = self._body.parts
        fence: Fence | None = None
        for at in range(1, len(parts), STEP):
            raw, heading, marks, task, label, value, after = parts[at : at + STEP]
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
            self._body.unread.append(at)
        if fence is not None:
            remedy = "close it; until then nothing below it is read"
            self._fault(fence.at, "this code fence is never closed", remedy)
        if self._tasks or self._unmarked:
            self._choose_plan()

    def _fault(self, place: int, message: str, remedy: str) -> None:
        self._body.faults.append((place, message, remedy))

    # Headings: each handler says which text begins

    def _begin(self, heading: str, at: int) -> bool:
        self._body.headings.append(at)
        kind, name = read_marker(heading)
        target = self._SECTIONS.get(kind, _Walk._text)(self, kind, name, at)
        self._here = self._body.pieces[target] = []
        if target[0] == "foreign":
            self._here.append(self._body.parts[at])
        return True

    def _once(self, section: str, target: Target, at: int) -> Target:
        """A section that stands once; a second one is left as it is, and is a problem."""
        if target in self._body.places:
            remedy = "the first one is read: join them"
            self._fault(at, "a section that stood above already", remedy)
            section, target = "foreign", ("foreign", at)
        else:
            self._body.places[target] = at
        self._section = section
        return target

    def _foreign(self, kind: str, _name: str, at: int) -> Target:
        lost = kind == "id" or self._group == "ratings"
        self._section = "lost" if lost else "foreign"
        return "foreign", at

    def _broken(self, _kind: str, name: str, at: int) -> Target:
        remedy = f"write <!-- {name} ID --> with the id of its {_NAMED_BY[name]}"
        self._fault(at, f"the marker '{name}' has no id behind it", remedy)
        self._section = "foreign"
        return "foreign", at

    def _group_of(self, kind: str, _name: str, at: int) -> Target:
        self._group = self._section = kind
        return kind, at

    def _text(self, kind: str, name: str, at: int) -> Target:
        self._group = kind
        return self._once("text", (kind, name), at)

    def _moment(self, kind: str, name: str, at: int) -> Target:
        self._group = "moment"
        self._body.moments.append(name)
        return self._once("moment", (kind, len(self._body.moments) - 1), at)

    def _other_side(self, kind: str, _name: str, at: int) -> Target:
        if self._group == "moment":
            return self._once("text", (kind, len(self._body.moments) - 1), at)
        remedy = "move it under its moment, or take its marker out"
        self._fault(at, "the other side of no moment", remedy)
        self._section = "foreign"
        return "foreign", at

    def _id(self, kind: str, name: str, at: int) -> Target:
        if self._group != "ratings":
            return self._foreign(kind, name, at)
        self._subject = name
        return self._once("behaviour", ("evidence", name), at)

    _SECTIONS: ClassVar[dict[str, Callable[[_Walk, str, str, int], Target]]] = {
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
    }

    # Labelled lines: whether the line was read; else it is part of its text

    def _label(self, name: str, value: str, at: int) -> bool:
        handler = self._LABELS.get((self._section, name))
        if handler is not None:
            handler(self, value, at)
        elif self._section == "moment" and name in moment_labels():
            self._line(name, value, at)
            return True
        elif name == "Rating" and self._section in ("ratings", "lost"):
            remedy = "put it under '## Ratings <!-- ratings -->', below a heading with the marker "
            self._fault(at, "a rating of no behaviour", f"{remedy}<!-- BEHAVIOUR -->")
        return handler is not None

    def _rating(self, value: str, at: int) -> None:
        rating = read_rating(value)
        if rating is None:
            remedy = "write 1 to 5, 'no opportunity' or 'none made'"
            self._fault(at, f"{quoted(value)} is not a rating", remedy)
        elif not fits(rating[1], self._subject, self._rubric):
            remedy = "write 'no opportunity': 'none made' is for what is yours to make"
            self._fault(at, f"'none made' does not fit {self._subject}", remedy)
        elif not enter(self._body.ratings, self._subject, *rating):
            remedy = "the first one is read: take one of them out"
            self._fault(at, "a second rating of the same", remedy)

    def _line(self, name: str, value: str, at: int) -> None:
        number = len(self._body.moments) - 1
        if (number, name) in self._body.labels:
            self._fault(at, f"a second '{name}' in one moment", "the first one is read")
        elif len(value.strip()) > LINE_AT_MOST:
            self._fault(at, f"a '{name}' of more than {LINE_AT_MOST:,} letters", "shorten it")
        elif value.strip():
            self._body.labels[number, name] = unescape_line(value)

    def _plan(self, value: str, at: int) -> None:
        review = read_review(value)
        if review is None:
            remedy = "end the line with <!-- plan PAGE -->, the name without .md of the plan's page"
            self._fault(at, "a look-back that does not say on which plan", remedy)
            self._here = self._body.pieces["looking-back", at] = []
        else:
            note = "note", len(self._body.reviews)
            self._body.places[note] = at
            self._here = self._body.pieces[note] = []
            self._body.reviews.append(review)

    def _outcome(self, value: str, at: int) -> None:
        outcome = read_outcome(value)
        if outcome is None:
            remedy = f"write one of {', '.join(OUTCOMES)}"
            self._fault(at, f"{quoted(value)} is not an outcome", remedy)
        elif self._here is not self._body.pieces.get(("note", len(self._body.reviews) - 1)):
            self._fault(at, "an outcome of no plan", "put it below a **Plan:** line")
        elif self._body.reviews[-1].outcome is not None:
            self._fault(at, "a second outcome of one plan", "the first one is read")
        else:
            self._body.reviews[-1] = self._body.reviews[-1]._replace(outcome=outcome)

    _LABELS: ClassVar[dict[tuple[str, str], Callable[[_Walk, str, int], None]]] = {
        ("behaviour", "Rating"): _rating,
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
            if self._body.plan_at == 0:
                self._body.plan, self._body.plan_at = plan, at
                for message, remedy in wrong:
                    self._fault(at, message, remedy)
            else:
                remedy = "the first one counts: make the others plain text"
                self._fault(at, "a second plan line", remedy)
        for at in self._unmarked[: not self._tasks]:
            remedy = "write <!-- plan BEHAVIOUR --> after the action"
            self._fault(at, "a plan line that lacks its marker", remedy)
