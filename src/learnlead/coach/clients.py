"""A coach's clients: what the desk shows of each, and all bundles of one joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from learnlead.coach.bundle import Content, Manifest, Period, Terms
from learnlead.coach.ids import name_folded
from learnlead.coach.reviewed import ReviewedBundle, ReviewedLeader

SOON = timedelta(days=14)
"""How long before its last day a bundle is said to run out."""

Time = Literal["open", "soon", "over"]


@dataclass(frozen=True, slots=True)
class Client:
    """One leader on the desk.

    Attributes:
        last: the newest bundle that was reviewed.
        running_out: those whose last day is near, and those whose time is over.
        notes: how many lines of one's own notes there are.
    """

    leader: ReviewedLeader
    last: ReviewedBundle
    running_out: tuple[ReviewedBundle, ...]
    over: tuple[ReviewedBundle, ...]
    next_session: date | None
    notes: int


def client(leader: ReviewedLeader, today: date, notes: int) -> Client:
    """What the desk shows of the leader; a session that is past is none to come."""
    lent = [(bundle, bundle.until) for bundle in leader.bundles if bundle.until is not None]
    coming = leader.next_session
    return Client(
        leader=leader,
        last=leader.bundles[-1],
        running_out=tuple(b for b, until in lent if today <= until <= today + SOON),
        over=tuple(b for b, until in lent if until < today),
        next_session=coming if coming is not None and coming >= today else None,
        notes=notes,
    )


def by_next_session(clients: Iterable[Client]) -> list[Client]:
    """Who comes next first; those without a session after them, by name."""
    return sorted(
        clients,
        key=lambda c: (
            c.next_session is None,
            c.next_session or date.max,
            name_folded(c.leader.display_name),
        ),
    )


def by_rubric(
    parts: Sequence[tuple[Manifest, Content]],
) -> list[list[tuple[Manifest, Content]]]:
    """The parts of each rubric, oldest first; the rubrics of the newest bundle come first.

    Args:
        parts: oldest first.
    """
    rubrics: dict[str, list[tuple[Manifest, Content]]] = {}
    for part in parts:
        rubrics.setdefault(part[0].rubric.id, []).append(part)
    return sorted(rubrics.values(), key=lambda same: same[-1][0].made_on, reverse=True)


def joined_terms(manifests: Iterable[Manifest]) -> Terms:
    """What holds for all of these together: the nearest last day, and whoever must not see any."""
    terms = [manifest.terms for manifest in manifests]
    return Terms(
        recipient=terms[-1].recipient,
        until=min((each.until for each in terms if each.until), default=None),
        not_for=tuple(dict.fromkeys(who for each in terms for who in each.not_for)),
    )


def joined(parts: Sequence[tuple[Manifest, Content]]) -> tuple[Manifest, Content]:
    """All bundles of one rubric of a leader as one: of a line its newest words count.

    Args:
        parts: at least one, oldest first.
    """
    manifest, newest = parts[-1]
    plans = {plan.id: plan for _, content in parts for plan in content.plans}
    passages = {passage.id: passage for _, content in parts for passage in content.passages}
    ratings = {
        (rating.page, rating.behaviour, rating.relationship): rating
        for _, content in parts
        for rating in content.ratings
    }
    named = {}
    for _, content in parts:
        for name in content.names:
            if name.i or name.id not in named:
                named[name.id] = name
    firsts = [m.period.first for m, _ in parts if m.period.first]
    lasts = [m.period.last for m, _ in parts if m.period.last]
    content = newest.model_copy(
        update={
            "sittings": max(content.sittings for _, content in parts),
            "focus": next((c.focus for _, c in reversed(parts) if c.focus), None),
            "plans": tuple(sorted(plans.values(), key=lambda plan: plan.date, reverse=True)),
            "passages": tuple(sorted(passages.values(), key=lambda p: p.date, reverse=True)),
            "ratings": tuple(ratings.values()),
            "names": tuple(named.values()),
            "scale": next((c.scale for _, c in reversed(parts) if c.scale), None),
        }
    )
    period = Period(first=min(firsts, default=None), last=max(lasts, default=None))
    terms = joined_terms(m for m, _ in parts)
    update = {"period": period, "terms": terms, "left_out": (), "since": None}
    return manifest.model_copy(update=update), content


def focuses(parts: Sequence[tuple[Manifest, Content]]) -> list[tuple[str, date]]:
    """Each focus by its behaviour's name and since when, oldest first."""
    dated = {(c.focus.name, c.focus.since): None for _, c in parts if c.focus}
    return sorted(dated, key=lambda focus: focus[1])
