"""Fill in the page of a sitting as a person would in an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from learnlead.app.editor_page.choices import FOCUS, LIVE, NOTICE
from learnlead.page.markers import Marker, escape_line, escape_text, read_marker
from learnlead.page.plans import write_plan, write_review
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import OWN_TEXTS
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import PlanReview, Reflection
from learnlead.text.flat_yaml import write_scalar


def filled(page: str, reflection: Reflection, rubric: Rubric) -> str:
    """The page with those answers in it: in their places where it has them, else added by hand."""
    return _Pen(page, reflection, rubric).page()


_OWN = {field.kind: field.name for field in OWN_TEXTS}


class _Pen:
    def __init__(self, page: str, reflection: Reflection, rubric: Rubric) -> None:
        head, self.rest = page.split("\n---\n", 1)
        self.head = head.split("\n")
        self.reflection = reflection
        self.rubric = rubric
        self.done: set[Marker] = set()
        self._other_side = ""

    def page(self) -> str:
        sections = re.split(r"^(?=#{1,3} )", self.rest, flags=re.MULTILINE)
        body = "".join(map(self._section, sections))
        return "\n".join([*self._front(), "---", body, *self._missing()])

    def _front(self) -> Iterator[str]:
        """What the page says by itself; by hand what no heading asks for."""
        said: dict[str, str] = {}
        if self.reflection.focus:
            said["focus"] = self.reflection.focus
        notice = self.reflection.focus_notice
        stands = any(line.startswith(f"{NOTICE}:") for line in self.head)
        if (notice or stands) and not self._asks(NOTICE):
            said[NOTICE] = write_scalar(notice or "")
        if self.reflection.relationships is not None and not self._asks(LIVE):
            said["relationships"] = f"[{', '.join(self.reflection.relationships)}]"
        said["depth"] = str(self.reflection.depth)
        if self.reflection.minutes is not None:
            said["minutes"] = str(self.reflection.minutes)
        for line in self.head:
            if line.split(":")[0] not in said:
                yield line
        yield from (f"{key}: {value}" for key, value in said.items())

    def _asks(self, name: str) -> bool:
        return f"<!-- asked {name} -->" in self.rest

    def _choices(self, text: str) -> str:
        """The boxes of the week's relationships, or of the focus; the words on the focus."""
        if f"<!-- asked {NOTICE} -->" in text:
            notice = self.reflection.focus_notice
            return text + (f"\n{escape_text(notice)}\n" if notice else "")
        if f"<!-- asked {FOCUS} -->" in text:
            marks = [b.id == self.reflection.focus for b in self.rubric.behaviours]
        else:
            live = self.reflection.relationships
            marks = [r.id in (live or ()) for r in self.rubric.relationships] + [live == ()]
        boxes = iter("- [x]" if marked else "- [ ]" for marked in marks)
        return re.sub(r"^- \[.\]", lambda _: next(boxes), text, flags=re.MULTILINE)

    def _section(self, text: str) -> str:
        if "<!-- asked " in text.partition("\n")[0]:
            return self._choices(text)
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
            text += _text(getattr(self.reflection, _OWN[kind]))
        elif kind == "answer":
            text += _text(self.reflection.answers.get(name))
        self.done.add(marker)
        return text

    def _moment(self, text: str, relationship: str) -> str:
        """The slot takes the one moment there is of that relationship, if their order allows."""
        self._other_side = ""
        if not self._in_slots():
            return text
        for moment in self.reflection.moments:
            if moment.relationship == relationship:
                self._other_side = _text(moment.other_side)
                whom = escape_line(moment.with_whom or "")
                return text.replace("**With:**", f"**With:** {whom}") + _text(moment.what)
        return text

    def _in_slots(self) -> bool:
        slots = [*(relationship.id for relationship in self.rubric.relationships), "other"]
        given_ids = [moment.relationship for moment in self.reflection.moments]
        in_order = [slot for slot in slots if slot in given_ids]
        return given_ids == in_order and "\n## Someone else" in self.rest

    def _behaviour(self, text: str, behaviour: str) -> str:
        mark = self.reflection.ratings.get(behaviour)
        for relationship, value in _marks(mark):
            behind = f" <!-- {relationship} -->" if relationship else ""
            filled_in = text.replace(f"**Rating:**{behind}\n", f"**Rating:** {value}{behind}\n", 1)
            if filled_in == text:
                filled_in = text + f"\n**Rating:** {value}{behind}\n"
            text = filled_in
        if count := self.reflection.count.get(behaviour):
            text += f"\n**Count:** {count.did} of {count.of}\n"
        return text + _text(self.reflection.evidence.get(behaviour))

    def _looking_back(self, text: str) -> str:
        for review in self.reflection.looking_back:
            before, line, after = text.partition(write_review(review))
            if line:
                between, label, rest = after.partition("**Outcome:**")
                outcome = f"{label} {review.outcome or ''}\n{_text(review.note)}"
                text = f"{before}{line}{between}{outcome}{rest}"
        return text + "".join(self._reviews(lambda review: write_review(review) not in self.rest))

    def _reviews(self, is_wanted: Callable[[PlanReview], bool]) -> Iterator[str]:
        for review in filter(is_wanted, self.reflection.looking_back):
            outcome = f"\n**Outcome:** {review.outcome}\n" if review.outcome else ""
            yield f"\n{write_review(review)}\n{outcome}{_text(review.note)}"

    def _plan(self, text: str) -> str:
        plan = self.reflection.plan
        if plan is None:
            return text
        kept = write_plan(plan.model_copy(update={"due": None}))
        if f"\n#{kept}\n" in text:
            return text.replace(f"\n#{kept}\n", f"\n{kept}\n")
        return text + f"\n{write_plan(plan)}\n"

    def _missing(self) -> Iterator[str]:
        """Sections that the page has no place for, as a person would add them."""
        if not self._in_slots():
            only = Reflection(
                date=self.reflection.date, rubric=self.rubric.id, moments=self.reflection.moments
            )
            yield render(only, self.rubric).split("\n\n", 2)[-1] if self.reflection.moments else ""
        if Marker("looking-back") not in self.done and self.reflection.looking_back:
            yield "## Looking back <!-- looking-back -->\n"
            yield from self._reviews(lambda _: True)
        counted = self.reflection.count
        behaviours = {*self.reflection.ratings, *counted, *self.reflection.evidence}
        if missing := sorted(
            behaviour for behaviour in behaviours if Marker("id", behaviour) not in self.done
        ):
            yield "## Ratings <!-- ratings -->\n"
            for question in missing:
                yield self._behaviour(f"### X <!-- {question} -->\n", question)
        for kind, name in _OWN.items():
            text = getattr(self.reflection, name)
            if text and Marker(kind) not in self.done:
                yield f"## X <!-- {kind} -->\n{_text(text)}"
        for question, text in self.reflection.answers.items():
            if Marker("answer", question) not in self.done:
                yield f"### X <!-- answer {question} -->\n{_text(text)}"


def _marks(mark: Mark | Mapping[str, Mark] | None) -> Iterator[tuple[str, str]]:
    by_relationship = mark if isinstance(mark, Mapping) else {} if mark is None else {"": mark}
    for relationship, value in by_relationship.items():
        yield relationship, str(value).replace("-", " ")


def _text(text: str | None) -> str:
    return f"\n{escape_text(text)}\n" if text else ""
