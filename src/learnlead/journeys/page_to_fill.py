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
from learnlead.reflection.script import questions
from learnlead.reflection.wording import FALLBACK, OUTCOME_LABELS, second_page

NOT_HERE = "/x"
"""On a line of its own it says that this does not belong in a reflection."""

_HOW = (
    "Write below the questions; one word is a full answer, and what stays empty was not answered.",
    "Save and close to keep the page; close it as it was, or empty it, and nothing is kept.",
    f"{NOT_HERE} on a line of its own says: this isn't for here. Then nothing is kept.",
)


def sitting_page(around: Circumstances) -> str:
    """A page in journal format with nothing answered; `answers_of_page` reads it once it is.

    What a page says by itself, such as its date and the focus, stands there already.
    """
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_Page(around).lines()))


class _Page:
    """The page of a reflection with slots, and a question for each slot."""

    def __init__(self, around: Circumstances) -> None:
        self.around = around
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
            notice = self.around.wording("focus-notice", FALLBACK["focus-notice"])
            yield f"# ? A focus that is new, or chosen again: {one_line(notice)}"
            if self.slots.focus_notice is None:
                yield "focus-notice:"
        if "live" in self.asked:
            yield f"# ? {one_line(self.ask['live'])} Take its # away; [] says none of them."
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
        step = "welcome-back" if self.around.was_away else "opening"
        around = self.around
        there = (second_page(around.same_day, around.day),) if around.same_day else ()
        yield from map(question, (*there, around.wording(step, FALLBACK[step]), *_HOW))

    def _moment(self) -> Iterator[str]:
        yield question(self.ask["moment-what"])
        yield question("Tell it below the heading that fits; the others stay empty.")
        yield question(FALLBACK["moment-about"])
        if self.around.people:
            yield question(f"With, for example: {', '.join(self.around.people)}")
        offers = next((q.offers for q in self.asked.values() if q.offers), ())
        yield from (question(f"A note of yours: {one.label}") for one in offers)

    def _scale(self) -> Iterator[str]:
        labels = enumerate(self.rubric.scale.labels, 1)
        yield question(" · ".join(f"{number} {label}" for number, label in labels))
        yield question("Or: no opportunity. What shows it may stand below any rating.")
        if self.focus is None:
            yield question(f"For the focus that you choose: {self.around.plain('evidence')}")

    def _behaviour(self, behaviour_id: str) -> Iterator[str]:
        behaviour = self.rubric.behaviour(behaviour_id)
        if behaviour is None:
            return
        if behaviour.id == self.focus:
            yield from (question(self.ask["evidence"]), "")
        none_made = " (Or: none made.)" if behaviour.opportunity == "made" else ""
        yield question(behaviour.sentence + none_made)

    def _label(self, line: str) -> Iterator[str]:
        if line.startswith("**Plan:**"):
            review = read_review(line)
            if review is not None and review.plan != self.around.plans[0].stem:
                yield from (question("A plan from before; without an outcome it stays open."), "")
            yield line
        elif line.startswith("**Outcome:**"):
            yield question(self.ask["look-back"])
            yield question(f"one of: {', '.join(OUTCOME_LABELS)}")
            yield "**Outcome:**"
        elif line.startswith("**With:**"):
            yield "**With:**"
        else:
            yield line.replace("**Rating:** no opportunity", "**Rating:**")

    def _text(self, slot: str) -> Iterator[str]:
        around = self.around
        tendencies = dict.fromkeys(tendency({"rating:": mark}, around.recent) for mark in (5, 1))
        if slot == "opposite" and len(tendencies) > 1:  # this sitting's ratings are to decide
            for one in tendencies:
                ask = around.wording(slot, FALLBACK[f"{slot}-{one}"], tendency=one)
                yield question(f"If your ratings are mostly {one}: {ask}")
            return
        yield question(self.ask.get(slot) or self.asked[slot].ask)
        if slot in self.asked and self.asked[slot].choices:
            yield question(f"one of: {', '.join(c.value for c in self.asked[slot].choices)}")

    def _plan(self, empty: str) -> Iterator[str]:
        kept = kept_plan(self.around)
        yield question(self.ask["plan"])
        if kept is not None:
            if self.around.recent.not_done >= RUNNING - 1:
                yield question(FALLBACK["not-done"])
            yield question("Keep it: take the # away. Adjust it: change its words, too.")
        yield question(f"A new one: fill in both halves. {self.ask['cue']} {self.ask['action']}")
        yield question(f"None this {self.around.rubric.period}: leave all as it is.")
        yield from ("", f"#{kept}", "") if kept else ("",)
        yield empty
