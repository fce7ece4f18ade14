"""Ratings as a series has them: of joined behaviours alone, reversed items from the other end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.sitting.mark import Mark


def scored(sittings: Iterable[Sitting], rubric: Rubric) -> list[Sitting]:
    """The sittings of joined versions, in their order, with the ratings that may be compared.

    A rating of an earlier version stays where that version's behaviour may be joined. A reversed
    item counts as 6 minus its rating; the page keeps what was answered.
    """
    same = not any(behaviour.reversed for behaviour in rubric.behaviours)
    return [
        sitting
        if same and sitting.rubric_version in (None, rubric.version)
        else replace(sitting, ratings=_ratings(sitting, rubric))
        for sitting in sittings
        if rubric.joins(sitting.rubric_version)
    ]


def _ratings(sitting: Sitting, rubric: Rubric) -> dict[str, Mark | Mapping[str, Mark]]:
    return {
        behaviour.id: {key: _scored(part, behaviour) for key, part in mark.items()}
        if isinstance(mark, Mapping)
        else _scored(mark, behaviour)
        for behaviour in rubric.behaviours
        if (mark := sitting.ratings.get(behaviour.id)) is not None
        and rubric.joins(sitting.rubric_version, behaviour.id)
    }


def _scored(mark: Mark, behaviour: Behaviour) -> Mark:
    return int(behaviour.scored(mark)) if isinstance(mark, int) else mark
