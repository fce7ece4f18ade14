"""What later pages say of a plan: its outcome, and whether it was carried on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from learnlead.journal.sitting import Sitting
from learnlead.reflection.mark import Outcome


class ToldOutcome(NamedTuple):
    """An outcome, and the page whose look-back tells it."""

    outcome: Outcome
    page: Sitting


def told_outcomes(journal: Iterable[Sitting]) -> dict[str, ToldOutcome]:
    """By stem of the plan, the outcome that the newest look-back tells.

    `journal` is the whole of it, in the order of dates. A look-back without an outcome tells none.
    """
    return {
        review.plan: ToldOutcome(review.outcome, page)
        for page in journal
        for review in page.reviews
        if review.outcome is not None
    }


def carried_on(journal: Sequence[Sitting]) -> frozenset[str]:
    """The stems of plans that a newer plan of the same chain has taken the place of.

    A chain is all plans that `kept` joins, directly or through others, a page that is gone among
    them; of each chain only its newest plan can be open, whatever the boxes of the others say.

    Args:
        journal: the whole of it, in the order of dates.
    """
    planned = [(page.stem, page.plan) for page in journal if page.plan is not None]
    root: dict[str, str] = {}
    for stem, plan in planned:
        if plan.kept is not None:
            root[_root(stem, root)] = _root(plan.kept, root)
    newest = {_root(stem, root): stem for stem, _ in planned}
    return frozenset(stem for stem, _ in planned if newest[_root(stem, root)] != stem)


def _root(stem: str, root: dict[str, str]) -> str:
    """The stem that stands for a chain; the way there is made shorter for whoever asks next."""
    while (above := root.setdefault(stem, stem)) != stem:
        root[stem] = root[above]
        stem = above
    return stem
