"""The composite of a sitting: all behaviours in one number, whatever the mix that was rated."""

from __future__ import annotations

from collections.abc import Mapping

from learnlead.trends.averages import mean


def composite(
    ratings: Mapping[str, float], usual: Mapping[str, float], behaviours: int
) -> float | None:
    """One sitting's overall rating, on the rubric's scale.

    The mean, over the rated behaviours, of how far each lies from its own usual rating, plus the
    mean of the usual ratings. A mean of the ratings themselves would move when a behaviour that
    is mostly low is no longer rated. Rounded to 9 decimals, so that equal sittings tie.

    Args:
        ratings: by behaviour.
        usual: each rated behaviour's mean over the window, with those of other sittings.
        behaviours: how many the rubric has; None is returned where fewer than half are rated.
    """
    if not ratings or 2 * len(ratings) < behaviours:
        return None
    beyond = mean([rating - usual[behaviour] for behaviour, rating in ratings.items()])
    return round(beyond + mean(usual.values()), 9)
