"""Mark and Outcome: what a behaviour got, and what became of a plan."""

from __future__ import annotations

from typing import Literal

Outcome = Literal["done", "partly", "not-done", "cue-never-came", "dropped"]
OUTCOMES: tuple[Outcome, ...] = ("done", "partly", "not-done", "cue-never-came", "dropped")

NO_OPPORTUNITY: Literal["no-opportunity"] = "no-opportunity"
NONE_MADE: Literal["none-made"] = "none-made"

Absence = Literal["no-opportunity", "none-made"]
Mark = int | Absence
"""What a behaviour got: 1 to 5, or one of the two kinds of absence. Skipped is no mark at all."""
