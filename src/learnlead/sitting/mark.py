"""Mark, Count and Outcome: what a behaviour got, how often, and what became of a plan."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Outcome = Literal["done", "partly", "not-done", "cue-never-came", "dropped"]
OUTCOMES: tuple[Outcome, ...] = ("done", "partly", "not-done", "cue-never-came", "dropped")

NO_OPPORTUNITY: Literal["no-opportunity"] = "no-opportunity"
NONE_MADE: Literal["none-made"] = "none-made"

Absence = Literal["no-opportunity", "none-made"]
Mark = int | Absence
"""What a behaviour got: 1 to 5, or one of the two kinds of absence. Skipped is no mark at all."""

MOST_OCCASIONS = 99
"""Of one behaviour in one period; more is a slip."""

_COUNT = re.compile(r"[ \t]*([0-9]{1,2})[ \t]*(?:/|of)[ \t]*([0-9]{1,2})[ \t]*")


class Count(NamedTuple):
    """In how many of its occasions a behaviour was done: `2/3` as an answer, `2 of 3` on a page."""

    did: int
    of: int

    @classmethod
    def read(cls, text: str) -> Count | None:
        """The count in one of its two forms; None if the text is none, or did more than came up."""
        match = _COUNT.fullmatch(text)
        count = cls(int(match[1]), int(match[2])) if match else None
        return count if count and count.did <= count.of else None

    def __str__(self) -> str:
        return f"{self.did}/{self.of}"
