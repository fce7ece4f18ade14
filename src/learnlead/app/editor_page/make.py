"""The page of a sitting to fill in: a place for each answer, each question as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from learnlead.app.editor_page.choices import FOCUS, LIVE, NOTICE, as_heading, box
from learnlead.app.editor_page.remarks import question
from learnlead.app.editor_page.slots import SLOT, kept_plan_line, reflection_with_slots
from learnlead.page.markers import read_marker
from learnlead.page.plans import read_review
from learnlead.page.writer import render
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import ALWAYS_ASKED, MOMENT_FIELDS, OWN_TEXTS, WHAT
from learnlead.sitting.follow_ups import RUNNING, tendency
from learnlead.sitting.mark import OUTCOMES
from learnlead.sitting.note import note_choices
from learnlead.sitting.script import questions, second_page
from learnlead.sitting.script_plans import ASKED_WHEN_RUNNING, agreed_words

_HEADS = {
    field.kind: field.question_head for field in (*OWN_TEXTS, *MOMENT_FIELDS) if field is not WHAT
}
"""The heads of the questions that have a section, by its kind."""

NOT_HERE = "/x"
"""On a line of its own it says that this does not belong in a reflection."""


def sitting_page(context: SittingContext) -> str:
    """A page in journal format with nothing answered; `answers_of_page` reads it once it is.

    What a page says by itself, such as its date and the focus, stands there already.
    """
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_PageBuilder(context).lines()))


class _PageBuilder:
    """The page of a reflection with slots, and a question for each slot."""

    def __init__(self, context: SittingContext) -> None:
        self.context = context
        self.words = context.words
        self.rubric = context.rubric
        # A typed sitting asks one thing less where it looks back on older plans; a page has room.
        roomy = replace(context, plans=context.plans[:1])
        every = {"plan": "new", "look-back-note": "-", **ALWAYS_ASKED}
        if context.sittings == 0 and context.depth != "quick" and not context.has_feedback:
            every["opposite"] = "-"
        self.asked = {q.id: q for q in questions(roomy, every)}
        self.ask = {key.split(":")[0]: question.ask for key, question in self.asked.items()}
        self.focus = context.current_focus.behaviour if context.current_focus else None
        self.slots = reflection_with_slots(context, self.asked)

    def lines(self) -> Iterator[str]:
        for line in render(self.slots, self.rubric).split("\n"):
            if line == "tags: [learnlead]":
                continue
            if line.startswith("#"):
                yield from self._section(line)
            elif line.startswith("**"):
                yield from self._label(line)
            elif line.startswith("- ["):
                yield from self._plan(line.replace(SLOT, ""))
            elif line.startswith(SLOT):
                yield from self._note(line.removeprefix(SLOT))
            else:
                yield line

    def _section(self, heading: str) -> Iterator[str]:
        """The heading, which asks where one question does, and what is said below it."""
        kind, name = read_marker(heading)
        if kind == "moment" and name == self.slots.moments[0].relationship:
            yield from self._live()
        if kind == "plan":
            yield from self._focus()
        asks = list(self._asks(kind, name))
        if asks:
            level, _, marker = heading.partition(" ")
            marker = marker.rpartition("<!-- ")[2].removesuffix(" -->")
            yield from (as_heading(level, asks[0], marker), "")
            yield from map(question, asks[1:])
        else:
            yield from (heading, "")
        yield from self._below(heading)

    def _asks(self, kind: str, name: str) -> Iterator[str]:
        """The question that stands as this heading, then what is said below it."""
        slot = _HEADS.get(kind, f"question:{name}" if kind == "answer" else "")
        behaviour = self.rubric.behaviour(name) if kind == "id" else None
        if behaviour is not None:
            made = behaviour.opportunity == "made"
            sentence = behaviour.sentence
            yield self.words("editor.none-made", ask=sentence) if made else sentence
        elif kind == "ratings":
            labels = enumerate(self.rubric.scale.labels, 1)
            scale = " · ".join(f"{number} {label}" for number, label in labels)
            yield f"{self.words('page.ratings')}: {scale}"
        elif kind == "plan":
            yield self.ask["plan"]
        elif slot in self.asked or slot in self.ask:
            yield from self._text(slot)

    def _live(self) -> Iterator[str]:
        if LIVE in self.asked:
            yield from (as_heading("##", self.ask[LIVE], f"asked {LIVE}"), "")
            yield from (box(relationship.sentence) for relationship in self.rubric.relationships)
            yield from (box(self.words("editor.none-of-these")), "")

    def _focus(self) -> Iterator[str]:
        if self.focus is not None and FOCUS not in self.asked:
            return
        ask = self.ask.get(FOCUS) or self.context.plain("focus")
        yield from (as_heading("##", ask, f"asked {FOCUS}"), "")
        for behaviour in self.rubric.behaviours:
            yield box(behaviour.sentence, marked=behaviour.id == self.focus)
        notice = self.context.wording(NOTICE)
        yield from ("", as_heading("###", notice, f"asked {NOTICE}"), "", "")

    def _below(self, heading: str) -> Iterable[str]:
        kind, name = read_marker(heading)
        if heading.startswith("# "):
            return (*self._opening(), "")
        if kind == "moment":
            return self._moment() if name == self.slots.moments[0].relationship else ()
        if kind == "ratings":
            return self._scale()
        return self._behaviour(name) if kind == "id" else ()

    def _opening(self) -> Iterator[str]:
        if there := second_page(self.context):
            yield question(there)
        yield question(self.context.wording("welcome-back" if self.context.was_away else "opening"))
        yield from map(question, self.words.lines("editor.how"))

    def _moment(self) -> Iterator[str]:
        yield question(self.context.wording("moment"))
        yield question(self.words("editor.moment"))
        if self.context.people:
            yield question(self.words("editor.with", people=", ".join(self.context.people)))
        notes = note_choices(self.context.notes, self.context.day, self.words)
        yield from (question(self.words("editor.note", note=note.label)) for note in notes)

    def _scale(self) -> Iterator[str]:
        yield question(self.words("editor.scale"))
        if self.focus is None:
            yield question(self.words("editor.evidence", ask=self.context.plain("evidence")))

    def _behaviour(self, behaviour_id: str) -> Iterator[str]:
        if behaviour_id == self.focus and "evidence" in self.ask:
            yield question(self.ask["evidence"])

    def _label(self, line: str) -> Iterator[str]:
        if line.startswith("**Plan:**"):
            review = read_review(line)
            if review is not None and review.plan != self.context.plans[0].stem:
                yield from (question(self.words("editor.older-plan")), "")
            yield line
        elif line.startswith("**Outcome:**"):
            yield question(self.ask["look-back"])
            yield question(self.words("editor.one-of", choices=", ".join(OUTCOMES)))
            yield "**Outcome:**"
        elif SLOT in line:
            label, _, head = line.partition(SLOT)
            if head:
                yield question(self.ask[head])
            yield label.rstrip()
        else:
            yield line.replace("**Rating:** no opportunity", "**Rating:**")

    def _note(self, slot: str) -> Iterator[str]:
        """The place of a text: empty, or below its question where no heading asks it."""
        yield question(self.ask[slot]) if slot == "look-back-note" else ""

    def _text(self, slot: str) -> Iterator[str]:
        """What asks for a text of its own section."""
        context = self.context
        tendencies = dict.fromkeys(tendency({"rating:": mark}, context.recent) for mark in (5, 1))
        if slot == "opposite" and len(tendencies) > 1:  # this sitting's ratings are to decide
            yield self.words("page.opposite")
            for direction in tendencies:
                ask = context.wording(slot, f"{slot}-{direction}", tendency=direction)
                yield self.words(f"editor.if-{direction}", ask=ask)
            return
        yield self.ask.get(slot) or self.asked[slot].ask
        if slot == "heard" and context.coach_questions:
            yield self.words("ask.coach-question")
            yield from context.coach_questions[:-1]
        if slot in self.asked and self.asked[slot].choices:
            choices = ", ".join(c.value for c in self.asked[slot].choices)
            yield self.words("editor.one-of", choices=choices)

    def _plan(self, empty: str) -> Iterator[str]:
        kept_line = kept_plan_line(self.context)
        if kept_line is not None:
            if self.context.recent.running >= RUNNING - 1:
                outcome = self.context.recent.outcome
                if outcome in ASKED_WHEN_RUNNING:
                    yield question(self.context.plain(f"plan.{outcome}"))
            yield question(self.words("editor.keep"))
        cue, action = self.ask["cue"], self.ask["action"]
        yield question(self.words("editor.new", cue=cue, action=action))
        for agreed in self.context.agreed:
            yield question(agreed_words(agreed, self.words))
        yield question(self.words("editor.none", this=self.context.this_period))
        yield from ("", f"#{kept_line}", "") if kept_line else ("",)
        yield empty
