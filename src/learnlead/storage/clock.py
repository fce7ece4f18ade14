"""The only door to the time of day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from learnlead.errors import LearnleadError, Problem

TODAY = "LEARNLEAD_TODAY"


def today(environment: Mapping[str, str]) -> date:
    """The local date, or the ISO date that `LEARNLEAD_TODAY` names.

    Raises:
        LearnleadError: the variable holds anything else (exit 2).
    """
    return now(environment).date()


def now(environment: Mapping[str, str]) -> datetime:
    """The local time with its zone; on the day that `LEARNLEAD_TODAY` names, if it names one.

    Raises:
        LearnleadError: the variable holds anything but an ISO date (exit 2).
    """
    clock = datetime.now().astimezone()
    wanted = environment.get(TODAY, "").strip()
    if not wanted:
        return clock
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", wanted, re.ASCII):
            raise ValueError(wanted)
        return datetime.combine(date.fromisoformat(wanted), clock.timetz())
    except ValueError:
        raise LearnleadError(
            Problem(
                f"{TODAY} is {wanted!r}, which is no date",
                remedy="write it like 2026-11-20, or unset it",
            )
        ) from None
