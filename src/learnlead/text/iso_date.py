"""A date as files write it: 2026-11-20 and nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _iso_date_only(value: Any) -> Any:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("not_a_day", "not a date of the form 2026-11-20")
    return value


Day = Annotated[date, BeforeValidator(_iso_date_only)]
"""A date; a text must be an ISO date. Pydantic alone would read `86400` as 2 January 1970."""
