"""The page of a sitting before it is held: each answer's place, and its question as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from learnlead.journal.markers import read_marker
from learnlead.journal.plan_line import read_review
from learnlead.journal.rendering import render
from learnlead.journeys.page_slots import SLOT, kept_plan, with_slots
from learnlead.journeys.remarks import one_line, question
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.follow_ups import RUNNING, tendency
from learnlead.reflection.mark import OUTCOMES
from learnlead.reflection.script import questions, second_page

NOT_HERE = "/x"
"""On a line of its own it says that this does not belong in a reflection."""


def sitting_page(around: Circumstances) -> str:
    """A page in journal format with nothing answered; `answers_of_page` reads it once it is.

    What a page says by itself, such as its date and the focus, stands there already.
    """
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_Page(around).lines()))


class _Page:
    """The page of a reflection with slots, and a question for each slot."""

    def __init__(self, around: Circumstances) -> None:
        self.around = around
        self.words = around.words
        self.rubric = around.rubric
        # A typed sitting asks one thing less where it looks back on older plans; here is room.
        roomy = replace(around, plans=around.plans[:1])
        self.asked = {q.id: q for q in questions(roomy, {"plan": "new"})}
        self.ask = {key.split(":")[0]: question.ask for key, question in self.asked.items()}
        self.focus = around.current_focus.behaviour if around.current_focus else None
        self.slots = with_slots(around, self.asked)

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
            notice = one_line(self.around.wording("focus-notice"))
            yield f"# ? {self.words('editor.focus-notice', ask=notice)}"
            if self.slots.focus_notice is None:
                yield "focus-notice:"
        if "live" in self.asked:
            yield f"# ? {self.words('editor.live', ask=one_line(self.ask['live']))}"
            yield "relationships:"
            for one in self.rubric.relationships:
                yield f"#  - {one.id:<22} # {one_line(one.sentence)}"

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
        if there := second_page(self.around):
            yield question(there)
        yield question(self.around.wording("welcome-back" if self.around.was_away else "opening"))
        yield from map(question, self.words.lines("editor.how"))

    def _moment(self) -> Iterator[str]:
        yield question(self.ask["moment-what"])
        yield question(self.words("editor.moment"))
        yield question(self.around.plain("moment-about"))
        if self.around.people:
            yield question(self.words("editor.with", people=", ".join(self.around.people)))
        offers = next((q.offers for q in self.asked.values() if q.offers), ())
        yield from (question(self.words("editor.note", note=one.label)) for one in offers)

    def _scale(self) -> Iterator[str]:
        labels = enumerate(self.rubric.scale.labels, 1)
        yield question(" · ".join(f"{number} {label}" for number, label in labels))
        yield question(self.words("editor.scale"))
        if self.focus is None:
            yield question(self.words("editor.evidence", ask=self.around.plain("evidence")))

    def _behaviour(self, behaviour_id: str) -> Iterator[str]:
        behaviour = self.rubric.behaviour(behaviour_id)
        if behaviour is None:
            return
        if behaviour.id == self.focus:
            yield from (question(self.ask["evidence"]), "")
        made = behaviour.opportunity == "made"
        asked = behaviour.sentence
        yield question(self.words("editor.none-made", ask=asked) if made else asked)

    def _label(self, line: str) -> Iterator[str]:
        if line.startswith("**Plan:**"):
            review = read_review(line)
            if review is not None and review.plan != self.around.plans[0].stem:
                yield from (question(self.words("editor.older-plan")), "")
            yield line
        elif line.startswith("**Outcome:**"):
            yield question(self.ask["look-back"])
            yield question(self.words("editor.one-of", choices=", ".join(OUTCOMES)))
            yield "**Outcome:**"
        elif SLOT in line:
            label, _, asks = line.partition(SLOT)
            if asks:
                yield question(self.ask[asks])
            yield label.rstrip()
        else:
            yield line.replace("**Rating:** no opportunity", "**Rating:**")

    def _text(self, slot: str) -> Iterator[str]:
        around = self.around
        tendencies = dict.fromkeys(tendency({"rating:": mark}, around.recent) for mark in (5, 1))
        if slot == "opposite" and len(tendencies) > 1:  # this sitting's ratings are to decide
            for one in tendencies:
                ask = around.wording(slot, f"{slot}-{one}", tendency=one)
                yield question(self.words(f"editor.if-{one}", ask=ask))
            return
        if slot == "heard" and around.coach_questions:
            yield question(self.words("ask.coach-question"))
            yield from map(question, around.coach_questions[:-1])
        yield question(self.ask.get(slot) or self.asked[slot].ask)
        if slot in self.asked and self.asked[slot].choices:
            choices = ", ".join(c.value for c in self.asked[slot].choices)
            yield question(self.words("editor.one-of", choices=choices))

    def _plan(self, empty: str) -> Iterator[str]:
        kept = kept_plan(self.around)
        yield question(self.ask["plan"])
        if kept is not None:
            if self.around.recent.not_done >= RUNNING - 1:
                yield question(self.around.plain("not-done"))
            yield question(self.words("editor.keep"))
        cue, action = self.ask["cue"], self.ask["action"]
        yield question(self.words("editor.new", cue=cue, action=action))
        yield question(self.words("editor.none", this=self.around.this))
        yield from ("", f"#{kept}", "") if kept else ("",)
        yield empty
