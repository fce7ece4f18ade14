"""Lines of a file in `records/` that begin with a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date


def dated(lines: Iterable[str], form: re.Pattern[str]) -> Iterator[tuple[date, re.Match[str]]]:
    """The lines of that form, whose first group is an ISO date, oldest first; no others."""
    found: list[tuple[date, re.Match[str]]] = []
    for line in lines:
        read = form.fullmatch(line.rstrip())
        if read is not None:
            try:
                found.append((date.fromisoformat(read[1]), read))
            except ValueError:  # no day of any month
                continue
    yield from sorted(found, key=lambda record: record[0])
