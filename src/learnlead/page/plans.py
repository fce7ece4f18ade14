"""Plans on pages: their task lines, their look-backs, and how outcomes and chains are derived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.markers import Fault, escape_line, is_id, unescape_line
from learnlead.sitting.mark import Outcome
from learnlead.sitting.stem import is_stem
from learnlead.text.clean import clean_line
from learnlead.text.limits import LINE_AT_MOST

if TYPE_CHECKING:
    from learnlead.sitting.model import Plan, PlanReview


BOXES = {" ": " ", "x": "x", "X": "x", "/": "/", "-": "-"}
"""The characters accepted between the brackets, and what each is read as."""

BOX_OF: dict[Outcome, str] = {
    "done": "x",
    "partly": "/",
    "not-done": "-",
    "cue-never-came": "-",
    "dropped": "-",
}
"""The box that mirrors an outcome on the page of its plan."""

# Atomic, not possessive: until 3.11.4 Python loses a possessive group inside a capturing one.
_BOLD = re.compile(r"\*\*((?>(?:[^\\*]++|\\.|\*(?!\*))+))\*\*")
_MARKER = re.compile(r"<!--[ \t]*plan[ \t]([^<>]*)-->")
_MARKER_AT_END = re.compile(_MARKER.pattern + r"\s*$")
_DUE = re.compile("📅\ufe0f?[ \t]*([0-9]{4}-[0-9]{2}-[0-9]{2})?")
_TASK = re.compile(r"- \[(.?)\](.*)", re.DOTALL)
_UNKNOWN = "…"  # in place of an unknown cue before a known action


class ReviewLine(NamedTuple):
    """The `**Plan:**` line of a look-back, with its outcome.

    `plan` is the stem of the plan's page, `words` what stands before the line's marker.
    """

    plan: str
    words: str
    outcome: Outcome | None = None

    def cue_and_action(self) -> tuple[str | None, str | None]:
        """Cue and action, each None if the words do not hold it."""
        spans = [span for span in _spans(self.words)[0] if len(span) <= LINE_AT_MOST]
        if len(spans) == 1 and _UNKNOWN in self.words.partition("**")[0]:
            return None, spans[0]
        cue, action = [*spans, None, None][:2]
        return cue, action


def write_plan(plan: Plan, words: Words = ENGLISH) -> str:
    """The task line of a plan, its box open; `words` are those between cue and action."""
    kept = f" kept {plan.kept}" if plan.kept else ""
    due = f" 📅 {plan.due.isoformat()}" if plan.due else ""
    return f"- [ ] {_words(plan.cue, plan.action, words)} <!-- plan {plan.behaviour}{kept} -->{due}"


def write_review(review: PlanReview, words: Words = ENGLISH) -> str:
    """The `**Plan:**` line of a look-back."""
    plan_words = _words(review.cue, review.action, words)
    return f"**Plan:** {plan_words}{' ' if plan_words else ''}<!-- plan {review.plan} -->"


def read_plan(task: str) -> tuple[PlanLine | None, list[Fault]] | None:
    """Parse a task line as a plan and its faults; None for a task without a plan's marker.

    The first two bold spans are cue and action, followed by the marker and the due date. What
    else Obsidian Tasks adds (`✅ DATE`) is ignored.
    """
    match = _TASK.match(task)
    if match is None:
        return None
    spans, tail = _spans(match[2])
    marker = _MARKER.search(tail)
    if marker is None:
        return None
    behaviour, _, kept = marker[1].strip().partition(" kept ")
    if len(spans) < 2:
        return None, [("a plan line without cue and action", "write both between **")]
    if len(max(spans, key=len)) > LINE_AT_MOST:
        return None, [(f"a cue or an action of more than {LINE_AT_MOST:,} letters", "shorten it")]
    if not is_id(behaviour) or (kept and not is_stem(kept)):
        remedy = "write <!-- plan BEHAVIOUR --> or <!-- plan BEHAVIOUR kept PAGE -->"
        return None, [("a plan line whose marker is not right", remedy)]
    faults: list[Fault] = []
    box = BOXES.get(match[1])
    if box is None:
        faults.append(("a plan line whose box counts as open", "write [ ], [x], [/] or [-]"))
    due = _due(tail[: marker.start()] + tail[marker.end() :], faults)
    return PlanLine(behaviour, spans[0], spans[1], due, kept or None, box or " "), faults


def read_review(value: str) -> ReviewLine | None:
    """Parse the text after `**Plan:**`; None if no marker with a page's stem ends it."""
    marker = _MARKER_AT_END.search(value)
    if marker is None or not is_stem(page := marker[1].strip()):
        return None
    return ReviewLine(page, value[: marker.start()])


def _words(cue: str | None, action: str | None, words: Words) -> str:
    if cue is None and action is None:
        return ""
    first = f"**{escape_line(cue)}**" if cue else _UNKNOWN
    then = f"{words('plan.then')}**{escape_line(action)}**" if action else ""
    return f"{words('plan.if')}{first}{then}"


def _spans(text: str) -> tuple[list[str], str]:
    """The first two non-empty bold spans, cleaned, and the text after them."""
    spans: list[str] = []
    end = 0
    for match in _BOLD.finditer(text):
        if words := clean_line(unescape_line(match[1])):
            spans.append(words)
            end = match.end()
        if len(spans) == 2:
            break
    return spans, text[end:]


def _due(tail: str, faults: list[Fault]) -> date | None:
    match = _DUE.search(tail)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1] or "")
    except ValueError:
        faults.append(("a plan line whose due date is not a date", "write it as 📅 2026-11-27"))
        return None


class ReportedOutcome(NamedTuple):
    """An outcome, and the page whose look-back reports it."""

    outcome: Outcome
    page: Sitting


def reported_outcomes(journal: Iterable[Sitting]) -> dict[str, ReportedOutcome]:
    """By the plan's stem, the outcome of its newest look-back that has one.

    `journal` is all sittings in the order of dates.
    """
    return {
        review.plan: ReportedOutcome(review.outcome, page)
        for page in journal
        for review in page.reviews
        if review.outcome is not None
    }


def superseded_plans(journal: Sequence[Sitting]) -> frozenset[str]:
    """The stems of plans that a newer plan of the same chain replaces.

    A chain is the plans that `kept` connects, directly or through others, missing pages included.
    Only the newest plan of a chain can be open, whatever the boxes of the others say.

    Args:
        journal: all sittings in the order of dates.
    """
    planned = [(page.stem, page.plan) for page in journal if page.plan is not None]
    root: dict[str, str] = {}
    for stem, plan in planned:
        if plan.kept is not None:
            root[_root(stem, root)] = _root(plan.kept, root)
    newest = {_root(stem, root): stem for stem, _ in planned}
    return frozenset(stem for stem, _ in planned if newest[_root(stem, root)] != stem)


def _root(stem: str, root: dict[str, str]) -> str:
    """The representative of a chain: find with path halving, as in a disjoint-set forest."""
    while (above := root.setdefault(stem, stem)) != stem:
        root[stem] = root[above]
        stem = above
    return stem
