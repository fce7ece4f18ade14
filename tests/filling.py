"""Fill in the page of a sitting as a person would in an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from learnlead.page.markers import Marker, escape_line, escape_text, read_marker
from learnlead.page.plans import write_plan, write_review
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import OWN_TEXTS
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import PlanReview, Reflection
from learnlead.text.flat_yaml import write_scalar


def filled(page: str, said: Reflection, rubric: Rubric) -> str:
    """The page with those answers in it: in their places where it has them, else added by hand."""
    return _Pen(page, said, rubric).page()


_OWN = {field.kind: field.name for field in OWN_TEXTS}


class _Pen:
    def __init__(self, page: str, said: Reflection, rubric: Rubric) -> None:
        head, self.rest = page.split("\n---\n", 1)
        self.head = head.split("\n")
        self.said = said
        self.rubric = rubric
        self.done: set[Marker] = set()
        self._other_side = ""

    def page(self) -> str:
        sections = re.split(r"^(?=#{1,3} )", self.rest, flags=re.MULTILINE)
        body = "".join(map(self._section, sections))
        return "\n".join([*self._front(), "---", body, *self._missing()])

    def _front(self) -> Iterator[str]:
        for line in self.head:
            key = line.split(":")[0]
            if key == "focus" and self.said.focus:
                yield f"focus: {self.said.focus}"
            elif key == "focus-notice":
                yield f"focus-notice: {write_scalar(self.said.focus_notice or '')}"
            elif line == "relationships:" and self.said.relationships is not None:
                yield line if self.said.relationships else "relationships: []"
            elif any(re.match(rf"#  - {one} ", line) for one in self.said.relationships or ()):
                yield line.removeprefix("#")
            elif key == "depth":
                yield f"depth: {self.said.depth}"
            else:
                yield line
        if self.said.minutes is not None:
            yield f"minutes: {self.said.minutes}"

    def _section(self, text: str) -> str:
        marker = read_marker(text.partition("\n")[0])
        kind, name = marker
        if kind == "moment":
            text = self._moment(text, name)
        elif kind == "id":
            text = self._behaviour(text, name)
        elif kind == "plan":
            text = self._plan(text)
        elif kind == "looking-back":
            text = self._looking_back(text)
        elif kind == "other-side":
            text += self._other_side
        elif kind in _OWN:
            text += _text(getattr(self.said, _OWN[kind]))
        elif kind == "answer":
            text += _text(self.said.answers.get(name))
        self.done.add(marker)
        return text

    def _moment(self, text: str, relationship: str) -> str:
        """The slot takes the one moment there is of that relationship, if their order allows."""
        self._other_side = ""
        if not self._in_slots():
            return text
        for one in self.said.moments:
            if one.relationship == relationship:
                self._other_side = _text(one.other_side)
                whom = escape_line(one.with_whom or "")
                return text.replace("**With:**", f"**With:** {whom}") + _text(one.what)
        return text

    def _in_slots(self) -> bool:
        slots = [*(one.id for one in self.rubric.relationships), "other"]
        told = [one.relationship for one in self.said.moments]
        in_order = [one for one in slots if one in told]
        return told == in_order and "<!-- moment other -->" in self.rest

    def _behaviour(self, text: str, behaviour: str) -> str:
        mark = self.said.ratings.get(behaviour)
        for relationship, one in _marks(mark):
            behind = f" <!-- {relationship} -->" if relationship else ""
            filled_in = text.replace(f"**Rating:**{behind}\n", f"**Rating:** {one}{behind}\n", 1)
            if filled_in == text:
                filled_in = text + f"\n**Rating:** {one}{behind}\n"
            text = filled_in
        return text + _text(self.said.evidence.get(behaviour))

    def _looking_back(self, text: str) -> str:
        for review in self.said.looking_back:
            before, line, after = text.partition(write_review(review))
            if line:
                between, label, rest = after.partition("**Outcome:**")
                outcome = f"{label} {review.outcome or ''}\n{_text(review.note)}"
                text = f"{before}{line}{between}{outcome}{rest}"
        return text + "".join(self._reviews(lambda one: write_review(one) not in self.rest))

    def _reviews(self, wanted: Callable[[PlanReview], bool]) -> Iterator[str]:
        for review in filter(wanted, self.said.looking_back):
            outcome = f"\n**Outcome:** {review.outcome}\n" if review.outcome else ""
            yield f"\n{write_review(review)}\n{outcome}{_text(review.note)}"

    def _plan(self, text: str) -> str:
        plan = self.said.plan
        if plan is None:
            return text
        kept = write_plan(plan.model_copy(update={"due": None}))
        if f"\n#{kept}\n" in text:
            return text.replace(f"\n#{kept}\n", f"\n{kept}\n")
        return text + f"\n{write_plan(plan)}\n"

    def _missing(self) -> Iterator[str]:
        """Sections that the page has no place for, as a person would add them."""
        if not self._in_slots():
            only = Reflection(date=self.said.date, rubric=self.rubric.id, moments=self.said.moments)
            yield render(only, self.rubric).split("\n\n", 2)[-1] if self.said.moments else ""
        if Marker("looking-back") not in self.done and self.said.looking_back:
            yield "## Looking back <!-- looking-back -->\n"
            yield from self._reviews(lambda _: True)
        behaviours = {*self.said.ratings, *self.said.evidence}
        if missing := sorted(one for one in behaviours if Marker("id", one) not in self.done):
            yield "## Ratings <!-- ratings -->\n"
            for one in missing:
                yield self._behaviour(f"### X <!-- {one} -->\n", one)
        for kind, name in _OWN.items():
            text = getattr(self.said, name)
            if text and Marker(kind) not in self.done:
                yield f"## X <!-- {kind} -->\n{_text(text)}"
        for one, text in self.said.answers.items():
            if Marker("answer", one) not in self.done:
                yield f"### X <!-- answer {one} -->\n{_text(text)}"


def _marks(mark: Mark | Mapping[str, Mark] | None) -> Iterator[tuple[str, str]]:
    by_relationship = mark if isinstance(mark, Mapping) else {} if mark is None else {"": mark}
    for relationship, one in by_relationship.items():
        yield relationship, str(one).replace("-", " ")


def _text(text: str | None) -> str:
    return f"\n{escape_text(text)}\n" if text else ""
