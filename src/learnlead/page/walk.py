"""One pass over the lines of a page's body, which sorts them into facts, texts and faults."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, ClassVar

from learnlead.page.body import Body, Target
from learnlead.page.facts import PlanLine
from learnlead.page.lines import FIRST_LETTERS, parse_line
from learnlead.page.markers import Fault, Fence, Marker, unescape_line
from learnlead.page.plans import ReviewLine
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import NONE_MADE, OUTCOMES, Count, Mark, Outcome
from learnlead.text.limits import LINE_AT_MOST
from learnlead.text.problem_text import quoted

_NAMED_BY = {"moment": "relationship", "answer": "question"}


def read_body(text: str, start: int, rubric: Rubric | None) -> Body:
    """Parse the body of a prepared text, from the end of its front matter's last line.

    With the page's rubric, `none made` for a behaviour whose opportunity is met is a fault.
    """
    body = Body(text, start)
    _Walk(body, rubric).run()
    return body


@cache
def moment_labels() -> frozenset[str]:
    """The labels between `**` that begin a line of a moment."""
    from learnlead.sitting.fields import MOMENT_FIELDS

    return frozenset(field.label for field in MOMENT_FIELDS if field.label)


class _Walk:
    """The state of the pass: the current section and the current text.

    A handler gets the words of a line, their meaning and place, and returns whether the line is
    consumed; a line that is not belongs to the current text.
    """

    def __init__(self, body: Body, rubric: Rubric | None) -> None:
        self._body = body
        self._rubric = rubric
        self._group = ""  # the last marker that opened a group of sections
        self._section = "foreign"  # decides which labels are read
        self._subject = ""  # the behaviour of the section
        self._fence: Fence | None = None
        self._reviewing = False  # whether the text here is the note of a look-back
        self._tasks: list[tuple[bool, int, PlanLine | None, list[Fault]]] = []
        self._unmarked: list[int] = []

    def run(self) -> None:
        """Process every line."""
        handler_for, taken = self._handler_for, self._body.taken
        for at, line in enumerate(self._body.lines):
            if not line:
                continue
            read = False
            if line[0] in FIRST_LETTERS:
                handler, words, meaning = handler_for(line)
                if self._fence is None or handler is _Walk._code:
                    read = handler(self, words, meaning, at)
            if read:
                taken.add(at)
            elif self._section == "behaviour" and line.strip():
                self._body.evidence.add(self._subject)
        if self._fence is not None:
            remedy = "close it; until then nothing below it is read"
            self._fault(self._fence.at, "this code fence is never closed", remedy)
        if self._tasks or self._unmarked:
            self._choose_plan()

    @staticmethod
    @lru_cache(maxsize=2048)  # the same lines come back page after page
    def _handler_for(line: str) -> tuple[Callable[[_Walk, str, Any, int], bool], str, Any]:
        """The handler of a line, and its arguments but for the place."""
        kind, words, meaning = parse_line(line)
        return _Walk._HANDLERS.get(kind, _Walk._answer), words, meaning

    def _fault(self, place: int, message: str, remedy: str) -> None:
        self._body.faults.append((place, message, remedy))

    # Headings; each begins a text

    def _begin(self, section: str, target: Target, at: int) -> bool:
        self._section = section
        self._reviewing = False
        self._body.places[target] = at
        return True

    def _once(self, section: str, target: Target, at: int) -> bool:
        """Begin a section that may stand once; a second one is foreign, and a fault."""
        places = self._body.places
        if target not in places:  # as `_begin` does: a third of all lines come here
            self._section, self._reviewing = section, False
            places[target] = at
            return True
        remedy = "the first one is read: join them"
        self._fault(at, "a section that stood above already", remedy)
        return self._begin("foreign", ("foreign", at), at)

    def _foreign(self, _words: str, marker: Marker, at: int) -> bool:
        lost = marker.kind == "id" or self._group == "ratings"
        return self._begin("lost" if lost else "foreign", ("foreign", at), at)

    def _broken(self, _words: str, marker: Marker, at: int) -> bool:
        remedy = f"write <!-- {marker.id} ID --> with the id of its {_NAMED_BY[marker.id]}"
        self._fault(at, f"the marker '{marker.id}' has no id behind it", remedy)
        return self._begin("foreign", ("foreign", at), at)

    def _group_of(self, _words: str, marker: Marker, at: int) -> bool:
        self._group = marker.kind
        return self._begin(marker.kind, (marker.kind, at), at)

    def _answer(self, _words: str, marker: Marker, at: int) -> bool:
        self._group = marker.kind
        return self._once("text", marker, at)

    def _moment(self, _words: str, marker: Marker, at: int) -> bool:
        self._group = "moment"
        self._body.moments.append(marker.id)
        return self._begin("moment", (marker.kind, len(self._body.moments) - 1), at)

    def _other_side(self, _words: str, marker: Marker, at: int) -> bool:
        if self._group == "moment":
            return self._once("text", (marker.kind, len(self._body.moments) - 1), at)
        remedy = "move it under its moment, or take its marker out"
        self._fault(at, "the other side of no moment", remedy)
        return self._begin("foreign", ("foreign", at), at)

    def _behaviour(self, words: str, marker: Marker, at: int) -> bool:
        if self._group != "ratings":
            return self._foreign(words, marker, at)
        self._subject = marker.id
        return self._once("behaviour", ("evidence", marker.id), at)

    # Labelled lines

    def _rating(self, value: str, rating: tuple[str | None, Mark] | None, at: int) -> bool:
        if self._section != "behaviour":
            if self._section in ("ratings", "lost"):
                remedy = "put it under '## Ratings <!-- ratings -->', below a heading with the "
                self._fault(at, "a rating of no behaviour", f"{remedy}marker <!-- BEHAVIOUR -->")
            return False
        if rating is None:
            remedy = "write 1 to 5, 'no opportunity' or 'none made'"
            self._fault(at, f"{quoted(value)} is not a rating", remedy)
        elif rating[1] == NONE_MADE and self._opportunity_is_met():
            remedy = "write 'no opportunity': 'none made' is for what is yours to make"
            self._fault(at, f"'none made' does not fit {self._subject}", remedy)
        elif not self._add_mark(*rating):
            remedy = "the first one is read: take one of them out"
            self._fault(at, "a second rating of the same", remedy)
        return True

    def _count(self, value: str, count: Count | None, at: int) -> bool:
        if self._section != "behaviour":
            return False
        counts, behaviour = self._body.count, self._subject
        if count is None:
            remedy = "write '2 of 3' for done in 2 of 3 occasions"
            self._fault(at, f"{quoted(value)} is not a count", remedy)
        elif behaviour in counts:
            remedy = "the first one is read: take one of them out"
            self._fault(at, "a second count of the same", remedy)
        else:
            counts[behaviour] = count
        return True

    def _opportunity_is_met(self) -> bool:
        """Whether the behaviour's opportunity is, by the rubric, met and not made."""
        rated = None if self._rubric is None else self._rubric.behaviour(self._subject)
        return rated is not None and rated.opportunity == "met"

    def _add_mark(self, relationship: str | None, mark: Mark) -> bool:
        """Store a mark; False if there is one already."""
        ratings, behaviour = self._body.ratings, self._subject
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

    def _line(self, value: str, name: str, at: int) -> bool:
        if self._section != "moment" or name not in moment_labels():
            return False
        number = len(self._body.moments) - 1
        if (number, name) in self._body.labels:
            self._fault(at, f"a second '{name}' in one moment", "the first one is read")
        elif len(value.strip()) > LINE_AT_MOST:
            self._fault(at, f"a '{name}' of more than {LINE_AT_MOST:,} letters", "shorten it")
        elif value.strip():
            self._body.labels[number, name] = unescape_line(value)
        return True

    def _plan(self, _value: str, review: ReviewLine | None, at: int) -> bool:
        if self._section != "looking-back":
            return False
        if review is None:
            remedy = "end the line with <!-- plan PAGE -->, the name without .md of the plan's page"
            self._fault(at, "a look-back that does not say on which plan", remedy)
            return self._begin(self._section, (self._section, at), at)
        self._begin(self._section, ("note", len(self._body.reviews)), at)
        self._body.reviews.append(review)
        self._reviewing = True
        return True

    def _outcome(self, value: str, outcome: Outcome | None, at: int) -> bool:
        if self._section != "looking-back":
            return False
        reviews = self._body.reviews
        if outcome is None:
            remedy = f"write one of {', '.join(OUTCOMES)}"
            self._fault(at, f"{quoted(value)} is not an outcome", remedy)
        elif not self._reviewing:
            self._fault(at, "an outcome of no plan", "put it below a **Plan:** line")
        elif reviews[-1].outcome is not None:
            self._fault(at, "a second outcome of one plan", "the first one is read")
        else:
            reviews[-1] = reviews[-1]._replace(outcome=outcome)
        return True

    # Other lines

    def _text(self, _words: str, _meaning: object, _at: int) -> bool:
        return False

    def _code(self, words: str, _meaning: object, at: int) -> bool:
        self._fence = Fence.after(self._fence, words, at)
        return False

    def _task(self, task: str, read: tuple[PlanLine | None, list[Fault]] | None, at: int) -> bool:
        if read is not None:
            self._tasks.append((self._section != "plan", at, *read))
        elif self._section == "plan" and task.count("**") >= 4:
            self._unmarked.append(at)
        return read is not None

    def _choose_plan(self) -> None:
        """Take the first plan line of the plan section, else the first on the page."""
        for _, at, plan, faults in sorted(self._tasks, key=lambda task: task[:2]):
            if self._body.plan_at == 0:
                self._body.plan, self._body.plan_at = plan, at
                for message, remedy in faults:
                    self._fault(at, message, remedy)
            else:
                remedy = "the first one counts: make the others plain text"
                self._fault(at, "a second plan line", remedy)
        for at in self._unmarked[: not self._tasks]:
            remedy = "write <!-- plan BEHAVIOUR --> after the action"
            self._fault(at, "a plan line that lacks its marker", remedy)

    _HANDLERS: ClassVar[dict[str, Callable[[_Walk, str, Any, int], bool]]] = {
        "foreign": _foreign,
        "broken": _broken,
        "id": _behaviour,
        "looking-back": _group_of,
        "ratings": _group_of,
        "questions": _group_of,
        "plan": _group_of,
        "moment": _moment,
        "other-side": _other_side,
        "Rating": _rating,
        "Count": _count,
        "line": _line,
        "Plan": _plan,
        "Outcome": _outcome,
        "task": _task,
        "fence": _code,
        "text": _text,
    }
    """By kind of line; all other kinds are headings of one text."""
