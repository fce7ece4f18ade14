"""A series as a row of blocks, one a week, month or quarter, on the fixed scale from 1 to 5."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learnlead.journal.week import Period, periods
from learnlead.reports.words import number
from learnlead.rubric.model import Rhythm
from learnlead.trends.averages import mean
from learnlead.trends.dated import Dated

_BLOCKS = "▁▂▃▅▇"

_LONGEST: dict[Rhythm, int] = {"weekly": 7, "monthly": 31, "quarterly": 92}
"""Days of a period, so that a mistyped year costs no walk through centuries."""


def axis(first: date, last: date, rhythm: Rhythm, most: int) -> list[Period]:
    """The periods from first to last, at most the newest `most` of them."""
    earliest = max(first.toordinal(), last.toordinal() - most * _LONGEST[rhythm])
    return list(periods(date.fromordinal(earliest), last, rhythm))[-most:]


def blocks(dated: Dated, along: Sequence[Period]) -> str:
    """One character a period: a block for its value, a blank where there is none."""
    return "".join(
        " " if value is None else _BLOCKS[min(max(int(value + 0.5), 1), 5) - 1]
        for value in _by_period(dated, along)
    )


def digits(dated: Dated, along: Sequence[Period]) -> str:
    """The same in figures, for eyes that read no blocks and for ears; `-` where there is none."""
    return " ".join("-" if value is None else number(value) for value in _by_period(dated, along))


def _by_period(dated: Dated, along: Sequence[Period]) -> list[float | None]:
    found: list[float | None] = []
    pairs = list(zip(dated.dates, dated.values, strict=True))
    for period in along:
        values = [value for day, value in pairs if day in period]
        found.append(mean(values) if values else None)
    return found
