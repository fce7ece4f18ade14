"""What became of bundles that a coach forgets."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.coaching.reviewed import Place, ReviewedBundle, ReviewedLeader
from learnlead.reports.words import day

Forgotten = tuple[ReviewedLeader, ReviewedBundle, Place, str]


def forgotten_line(leader: ReviewedLeader, bundle: ReviewedBundle, at: Place, what: str) -> str:
    """`Anna, made on 20 November 2026, /home/kim/anna.zip: deleted`."""
    return f"{leader.called}, made on {day(bundle.made_on)}, {at.path}: {what}"


def forgotten_json(found: Sequence[Forgotten], *, done: bool) -> dict[str, object]:
    """The same for programs; `done` says whether it was carried out."""
    return {
        "schema": "learnlead/coach-forget/1",
        "done": done,
        "bundles": [
            {
                "leader": leader.id,
                "name": leader.name,
                "bundle": bundle.id,
                "file": at.path,
                "until": bundle.until.isoformat() if bundle.until else None,
                "outcome": what,
            }
            for leader, bundle, at, what in found
        ],
    }
