"""The page of a sitting to fill in: a place for each answer, each question as a comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from learnlead.app.editor_page.remarks import one_line, question
from learnlead.page.markers import read_marker
from learnlead.page.plans import read_review, write_plan
from learnlead.page.writer import render
from learnlead.rubric.model import ALL, OTHER, Behaviour, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import ALWAYS_ASKED, MOMENT_FIELDS, OWN_TEXTS, WHAT
from learnlead.sitting.follow_ups import RUNNING, tendency
from learnlead.sitting.mark import NO_OPPORTUNITY, OUTCOMES
from learnlead.sitting.model import Moment, Plan, PlanReview, Reflection
from learnlead.sitting.note import note_choices
from learnlead.sitting.script import questions, second_page
from learnlead.sitting.script_plans import ASKED_WHEN_RUNNING

SLOT = "\ue000"
"""Begins a text that no person has typed: a character for private use."""

THE_FOCUS = "focus"
"""Stands for a plan's behaviour where the plan is for whatever focus the page has."""


def reflection_with_slots(context: SittingContext, question_ids: Collection[str]) -> Reflection:
    """What a sitting would leave if each of its questions, named by their ids, were answered.

    Each text is `SLOT` and the id of the question to ask there, each rating *no opportunity*.
    """
    rubric, focus = context.rubric, context.current_focus
    kinds = {question_id.split(":")[0] for question_id in question_ids}
    slots: dict[str, Any] = {}
    if "look-back" in kinds:
        slots["looking_back"] = _looking_back(context)
    if WHAT.question_head in kinds:
        slots["moments"] = [
            _moment(relationship) for relationship in (*_relationships(rubric), OTHER)
        ]
    if rubric.behaviours:
        marks = dict.fromkeys(_relationships(rubric), NO_OPPORTUNITY)
        shared = context.depth == "full" and bool(marks)
        slots["ratings"] = {
            b.id: marks if shared and b.relationship == ALL else NO_OPPORTUNITY
            for b in _rated(rubric, question_ids)
        }
        slots["plan"] = Plan(behaviour=_planned(context), cue=SLOT, action=SLOT)
    return Reflection(
        date=context.day,
        rubric=rubric.id,
        rubric_version=rubric.version,
        depth=context.depth,
        focus=focus.behaviour if focus else None,
        focus_notice=context.pending.notice if context.pending else None,
        **{
            field.name: SLOT + field.question_head
            for field in OWN_TEXTS
            if field.question_head in kinds
        },
        answers={
            question_id.removeprefix("question:"): f"{SLOT}{question_id}"
            for question_id in question_ids
            if question_id.startswith("question:")
        },
        **slots,
    )


def kept_plan_line(context: SittingContext) -> str | None:
    """The line that carries the newest open plan on; on the page a `#` before it takes it out."""
    if not context.plans:
        return None
    old = context.plans[0]
    plan = Plan(behaviour=old.behaviour, cue=old.cue, action=old.action, kept=old.stem)
    return write_plan(plan, context.words)


def _relationships(rubric: Rubric) -> list[str]:
    return [relationship.id for relationship in rubric.relationships]


def _looking_back(context: SittingContext) -> list[PlanReview]:
    """Each plan that is asked about; a note is asked for only on the newest."""
    notes = {context.plans[0].stem: f"{SLOT}look-back-note"}
    return [
        PlanReview(
            plan=old.stem,
            cue=old.cue,
            action=old.action,
            outcome="done",
            note=notes.get(old.stem),
        )
        for old in (context.plans[0], *context.older_plans)
    ]


def _moment(relationship: str) -> Moment:
    slots = {
        field.name: SLOT + ("" if field is WHAT or field.label else field.question_head)
        for field in MOMENT_FIELDS
    }
    return Moment.model_validate({"relationship": relationship, **slots})


def _rated(rubric: Rubric, question_ids: Collection[str]) -> list[Behaviour]:
    """Those that are asked; all where only the focus is, and it is yet to be chosen."""
    ids = {
        question_id.split(":")[1]
        for question_id in question_ids
        if question_id.startswith("rating:")
    }
    return [b for b in rubric.behaviours if b.id in ids or not ids]


def _planned(context: SittingContext) -> str:
    """The page's focus; its own id where a behaviour goes by the name that stands for it."""
    if context.rubric.behaviour(THE_FOCUS) is not None and context.current_focus is not None:
        return context.current_focus.behaviour
    return THE_FOCUS


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
                yield from self._front()
            elif line.startswith("#"):
                yield from (line, "", *self._below(line))
            elif line.startswith("**"):
                yield from self._label(line)
            elif line.startswith("- ["):
                yield from self._plan(line.replace(SLOT, ""))
            elif line.startswith(SLOT):
                yield from self._text(line.removeprefix(SLOT)) if line != SLOT else ("",)
            else:
                yield line

    def _front(self) -> Iterator[str]:
        """What is answered in the front matter; `#` begins a comment there."""
        if self.rubric.behaviours:
            if "focus" in self.asked:
                yield f"# ? {one_line(self.ask['focus'])}"
                yield from (f"#   {b.id}: {one_line(b.sentence)}" for b in self.rubric.behaviours)
            if self.slots.focus is None:
                yield "focus:"
            notice = one_line(self.context.wording("focus-notice"))
            yield f"# ? {self.words('editor.focus-notice', ask=notice)}"
            if self.slots.focus_notice is None:
                yield "focus-notice:"
        if "live" in self.asked:
            yield f"# ? {self.words('editor.live', ask=one_line(self.ask['live']))}"
            yield "relationships:"
            for relationship in self.rubric.relationships:
                yield f"#  - {relationship.id:<22} # {one_line(relationship.sentence)}"

    def _below(self, heading: str) -> Iterable[str]:
        kind, name = read_marker(heading)
        if heading.startswith("# "):
            return self._opening()
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
        labels = enumerate(self.rubric.scale.labels, 1)
        yield question(" · ".join(f"{number} {label}" for number, label in labels))
        yield question(self.words("editor.scale"))
        if self.focus is None:
            yield question(self.words("editor.evidence", ask=self.context.plain("evidence")))

    def _behaviour(self, behaviour_id: str) -> Iterator[str]:
        behaviour = self.rubric.behaviour(behaviour_id)
        if behaviour is None:
            return
        if behaviour.id == self.focus:
            yield from (question(self.ask["evidence"]), "")
        made = behaviour.opportunity == "made"
        sentence = behaviour.sentence
        yield question(self.words("editor.none-made", ask=sentence) if made else sentence)

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

    def _text(self, slot: str) -> Iterator[str]:
        context = self.context
        tendencies = dict.fromkeys(tendency({"rating:": mark}, context.recent) for mark in (5, 1))
        if slot == "opposite" and len(tendencies) > 1:  # this sitting's ratings are to decide
            for direction in tendencies:
                ask = context.wording(slot, f"{slot}-{direction}", tendency=direction)
                yield question(self.words(f"editor.if-{direction}", ask=ask))
            return
        if slot == "heard" and context.coach_questions:
            yield question(self.words("ask.coach-question"))
            yield from map(question, context.coach_questions[:-1])
        yield question(self.ask.get(slot) or self.asked[slot].ask)
        if slot in self.asked and self.asked[slot].choices:
            choices = ", ".join(c.value for c in self.asked[slot].choices)
            yield question(self.words("editor.one-of", choices=choices))

    def _plan(self, empty: str) -> Iterator[str]:
        kept_line = kept_plan_line(self.context)
        yield question(self.ask["plan"])
        if kept_line is not None:
            if self.context.recent.running >= RUNNING - 1:
                outcome = self.context.recent.outcome
                if outcome in ASKED_WHEN_RUNNING:
                    yield question(self.context.plain(f"plan.{outcome}"))
            yield question(self.words("editor.keep"))
        cue, action = self.ask["cue"], self.ask["action"]
        yield question(self.words("editor.new", cue=cue, action=action))
        yield question(self.words("editor.none", this=self.context.this_period))
        yield from ("", f"#{kept_line}", "") if kept_line else ("",)
        yield empty
