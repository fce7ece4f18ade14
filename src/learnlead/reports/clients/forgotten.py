"""Bundles that a coach deletes, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from learnlead.coach.reviewed import Place, ReviewedBundle, ReviewedLeader, display_name
from learnlead.i18n.words import Words

_WHAT: Final = {
    "to be deleted": "gone.to-be",
    "deleted": "gone.deleted",
    "not there any more": "gone.not-there",
    "not touched, for it is another file now": "gone.another-file",
}
"""By what JSON and the log say of a bundle, the key of its words."""

ForgottenBundle = tuple[ReviewedLeader, ReviewedBundle, Place, str]


def forgotten_line(forgotten: ForgottenBundle, words: Words) -> str:
    """`Anna, made on 20 November 2026, /home/kim/anna.zip: deleted`."""
    leader, bundle, at, what = forgotten
    return words(
        "gone.line",
        leader=display_name(leader.name, leader.id, words),
        day=words.full_date(bundle.made_on),
        path=at.path,
        what=words(_WHAT[what]),
    )


def forgotten_json(forgotten: Sequence[ForgottenBundle], *, done: bool) -> dict[str, object]:
    """The deleted bundles as JSON; `done` is false for a dry run."""
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
            for leader, bundle, at, what in forgotten
        ],
    }
