"""Coverage: in how many periods each learning relationship was live, and when last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric
from learnlead.trends.dated import DatedValues, by_date
from learnlead.trends.periods import periods_with
from learnlead.trends.stats.averages import mean


class Coverage(NamedTuple):
    """One relationship over the whole period.

    Attributes:
        id: its id in the rubric.
        name: its name in the rubric.
        sentence: its description, shown in place of the name.
        live_weeks: the weeks (in other rhythms: months or quarters) in which it was live.
        last_live: the newest date on which it was live, or None.
        moments: the number of moments in it.
        values: mean ratings of sittings at depth full. Shorter sittings do not rate by
            relationship, so they would give all relationships nearly the same means.
    """

    id: str
    name: str
    sentence: str
    live_weeks: int
    last_live: date | None
    moments: int
    values: DatedValues


def coverage(sittings: Sequence[Sitting], rubric: Rubric) -> tuple[Coverage, ...]:
    """The coverage of each relationship of the rubric, in its order, without `other`.

    The sittings are in the order of their dates.
    """
    live: dict[str, list[date]] = {relationship.id: [] for relationship in rubric.relationships}
    moments = dict.fromkeys(live, 0)
    for sitting in sittings:
        for relationship_id in {*(sitting.live or ()), *sitting.moments} & live.keys():
            live[relationship_id].append(sitting.date)
        for relationship_id in sitting.moments:
            if relationship_id in moments:
                moments[relationship_id] += 1
    full = [sitting for sitting in sittings if sitting.depth == "full"]
    return tuple(
        Coverage(
            id=relationship.id,
            name=relationship.name,
            sentence=relationship.sentence,
            live_weeks=len(periods_with(live[relationship.id], rubric.rhythm)),
            last_live=live[relationship.id][-1] if live[relationship.id] else None,
            moments=moments[relationship.id],
            values=_values(full, relationship.id, rubric),
        )
        for relationship in rubric.relationships
    )


def _values(full: Sequence[Sitting], relationship: str, rubric: Rubric) -> DatedValues:
    """The mean of each sitting's ratings that belong to the relationship alone."""
    means: list[tuple[Sitting, float]] = []
    for sitting in full:
        ratings: list[int] = []
        for behaviour in rubric.behaviours:
            mark = sitting.ratings.get(behaviour.id)
            if isinstance(mark, Mapping):
                mark = mark.get(relationship)
            elif behaviour.relationship != relationship:
                continue
            if isinstance(mark, int):
                ratings.append(mark)
        if ratings:
            means.append((sitting, mean(ratings)))
    return by_date(means)
