"""A text of the leader's as it would leave."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.coaching.pseudonyms import Hit


@dataclass(frozen=True, slots=True)
class Written:
    """A text without its names.

    Attributes:
        text: as it would leave.
        hits: the names that were replaced in it.
        language: that it is in.
        inside: whether it goes on with a sentence that has begun before it.
    """

    text: str
    hits: tuple[Hit, ...] = ()
    language: str = "en"
    inside: bool = False
