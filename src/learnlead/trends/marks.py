"""What one sitting says of one behaviour: a rating, or one of three kinds of absence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from learnlead.journal.sitting import Sitting
from learnlead.reflection.mark import NO_OPPORTUNITY, NONE_MADE, Mark
from learnlead.trends.averages import mean

Absence = Literal["no-opportunity", "none-made"]


def settled(mark: Mark | Mapping[str, Mark] | None) -> float | Absence | None:
    """The mark as one: a rating, a kind of absence, or None for skipped.

    Marks by relationship (depth full) become the mean of their ratings. Where none of them is a
    rating, *none made* goes before *no opportunity*: somewhere it was looked at.
    """
    if not isinstance(mark, Mapping):
        return mark
    marks = mark.values()
    ratings = [one for one in marks if isinstance(one, int)]
    if ratings:
        return mean(ratings)
    if NONE_MADE in marks:
        return NONE_MADE
    return NO_OPPORTUNITY if marks else None


def asked(sitting: Sitting, behaviour: str) -> bool:
    """Whether the sitting asked for a rating of the behaviour; a quick one asks for the focus."""
    return sitting.depth != "quick" or sitting.focus == behaviour
