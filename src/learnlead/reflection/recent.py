"""The newest earlier sittings, as the questions of this one look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from learnlead.reflection.mark import Mark


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest earlier sittings, as follow-ups look at them; oldest first.

    Attributes:
        marks: by behaviour, for each sitting; marks by relationship are left out.
        last_moment: by relationship, the date of its newest moment.
        not_done: how many look-backs running, up to now, said not done.
    """

    marks: Sequence[Mapping[str, Mark]] = ()
    last_moment: Mapping[str, date] = field(default_factory=dict)
    not_done: int = 0
