"""The report for a coach: what stands on page one, in what order, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from learnlead.coaching.bundle import Content, Manifest, Passage, SentFinding, SentPlan
from learnlead.coaching.selection import KIND_WORDS
from learnlead.reports.coach_words import plan_state, terms_sentence
from learnlead.reports.table import Column, Table
from learnlead.reports.words import counted, day, short_day, span

_NOT_LOOKED_AT = frozenset({"silent-relationship", "none-made", "no-evidence", "no-opportunity"})
_LAST_TIME = frozenset({"stuck-plan", "plans-done", "plan-kept"})

_PLANS, _FINDINGS, _PASSAGES, _LETTERS = 3, 3, 5, 800
"""What page one holds at most: plans, findings of a kind, passages, letters of all these."""

CERTAINTY = (
    "All ratings are the leader's own, and “you” is the leader. A rise or a fall is claimed only "
    "where at most 8 of 100 journals without a trend would show any; no trend detected is not no "
    "change."
)


@dataclass(frozen=True, slots=True)
class PlanTold:
    """Plans of the same words, newest outcome first."""

    cue: str
    action: str
    states: str


@dataclass(frozen=True, slots=True)
class PassageTold:
    """A passage with a line above it that says what it is and of which day."""

    about: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoachReport:
    """What is said where; an empty text or list has no place.

    Attributes:
        held: how many sittings, and when.
        last_time: what the plans are since: the bundle before, or simply the newest.
        more_plans: those that page one has no room for, as the other `more_…`.
        also_found: findings that have no place on page one.
        certainty: small print.
    """

    title: str
    leader: str
    terms: str
    held: str
    want: tuple[str, ...]
    focus: str
    focus_since: str
    focus_statement: str
    notice: str
    last_time: str
    plans: tuple[PlanTold, ...]
    tried: tuple[str, ...]
    passages: tuple[PassageTold, ...]
    strengths: tuple[str, ...]
    not_looked_at: tuple[str, ...]
    certainty: tuple[str, ...]
    more_plans: tuple[PlanTold, ...]
    more_passages: tuple[PassageTold, ...]
    also_found: tuple[str, ...]
    ratings: Table | None


def coach_report(manifest: Manifest, content: Content) -> CoachReport:
    """The report of a bundle: made of nothing but what the bundle itself says.

    Args:
        manifest: its hashes are not looked at, so that a report can be made before there are any.
        content: what was chosen.
    """
    focus = content.focus
    plans = _plans(content.plans)
    first_plans = _plans(
        p for p in content.plans if manifest.since is None or p.date >= manifest.since
    )[:_PLANS]
    passages = _passages(content)
    shown = _fitting(passages)
    tried = _texts(f for f in content.findings if f.kind in _LAST_TIME)
    strengths = _texts(f for f in content.findings if f.strength and f.kind not in _LAST_TIME)
    gaps = _texts(f for f in content.findings if f.kind in _NOT_LOOKED_AT)
    first = {*tried[:_FINDINGS], *strengths[:_FINDINGS], *gaps[:_FINDINGS]}
    return CoachReport(
        title=manifest.rubric.title,
        leader=manifest.leader.name or "",
        terms=terms_sentence(manifest.terms),
        held=_held(manifest, content),
        want=_paragraphs(content.want or ""),
        focus=focus.name if focus else "",
        focus_since=f"Focus since {day(focus.since)}" if focus else "",
        focus_statement=focus.statement if focus else "",
        notice=(focus.notice or "") if focus else "",
        last_time=f"Since last time, {day(manifest.since)}" if manifest.since else "Lately",
        plans=first_plans,
        tried=tried[:_FINDINGS],
        passages=passages[:shown],
        strengths=strengths[:_FINDINGS],
        not_looked_at=gaps[:_FINDINGS],
        certainty=(CERTAINTY, *_left_out(manifest)),
        more_plans=tuple(p for p in plans if p not in first_plans),
        more_passages=passages[shown:],
        also_found=tuple(f.text for f in content.findings if f.text not in first),
        ratings=_ratings(content),
    )


def _held(manifest: Manifest, content: Content) -> str:
    first, last = manifest.period.first, manifest.period.last
    when = f", {span(first, last)}" if first and last else ""
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return f"{counted(content.sittings, 'sitting')}{when}{f'; only: {about}' if about else ''}"


def _texts(findings: Iterable[SentFinding]) -> tuple[str, ...]:
    return tuple(finding.text for finding in findings)


def _plans(plans: Iterable[SentPlan]) -> tuple[PlanTold, ...]:
    by_words: dict[tuple[str, str], list[SentPlan]] = {}
    for plan in sorted(plans, key=lambda plan: plan.date, reverse=True):
        by_words.setdefault((plan.cue, plan.action), []).append(plan)
    return tuple(
        PlanTold(cue, action, "; ".join(f"{short_day(p.date)}: {plan_state(p)}" for p in same))
        for (cue, action), same in by_words.items()
    )


def _passages(content: Content) -> tuple[PassageTold, ...]:
    """Newest first; within a day as in a sitting."""
    newest = sorted(content.passages, key=lambda one: one.date, reverse=True)
    return tuple(PassageTold(_about(one), _paragraphs(one.text)) for one in newest)


def _about(passage: Passage) -> str:
    about = passage.about or KIND_WORDS[passage.kind].removesuffix("s")
    return f"{about}, {short_day(passage.date)}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _fitting(passages: Sequence[PassageTold]) -> int:
    """How many passages fit on page one: the first does, however long it is."""
    room = _LETTERS
    for number, passage in enumerate(passages[:_PASSAGES]):
        room -= sum(map(len, chain([passage.about], passage.paragraphs)))
        if room < 0:
            return max(number, 1)
    return min(len(passages), _PASSAGES)


def _left_out(manifest: Manifest) -> list[str]:
    lines = [f"{KIND_WORDS[one.kind].lower()} ({one.lines})" for one in manifest.left_out]
    return [f"The leader left out: {', '.join(lines)}."] if lines else []


def _ratings(content: Content) -> Table | None:
    if not content.ratings:
        return None
    names = {one.id: one.name for one in content.names}
    rows = sorted(content.ratings, key=lambda one: (one.date, one.page), reverse=True)
    return Table(
        "The leader's own ratings, from 1 to 5, newest first.",
        (Column("Date", figures=False), Column("Behaviour", figures=False), Column("Rating")),
        tuple(
            (
                short_day(one.date),
                names.get(one.behaviour, one.behaviour)
                + (f" ({names.get(one.relationship, '')})" if one.relationship else ""),
                str(one.mark).replace("-", " "),
            )
            for one in rows
        ),
    )
