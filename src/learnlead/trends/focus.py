"""The focus: the one behaviour of this quarter, read off the newest pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from learnlead.page.facts import Sitting


class Focus(NamedTuple):
    """A focus and the day it was declared.

    Attributes:
        behaviour: its id; the rubric may no longer have it.
        since: the date of the first page in the unbroken run of pages with this focus.
        notice: the focus notice of the newest page of the run that has one.
    """

    behaviour: str
    since: date
    notice: str | None


def focus_of(sittings: Sequence[Sitting]) -> Focus | None:
    """The focus of the last sitting; None without one. The sittings are in the order of dates."""
    behaviour = sittings[-1].focus if sittings else None
    if behaviour is None:
        return None
    since, notice = sittings[-1].date, None
    for sitting in reversed(sittings):
        if sitting.focus != behaviour:
            break
        since = sitting.date
        notice = notice or sitting.focus_notice
    return Focus(behaviour, since, notice)
