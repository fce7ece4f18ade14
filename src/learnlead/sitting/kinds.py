"""The kinds of lines that can be exported: a leader ticks them, `share` in the settings names them.

Apart from the bundle, because settings are read where its models would take too long to load.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal[
    "focus",
    "findings",
    "plans",
    "moments",
    "evidence",
    "insights",
    "obstacles",
    "themes",
    "bets",
    "look-backs",
    "heard",
    "answers",
    "notice",
    "ratings",
    "pages",
    "opposite",
]
"""The kind of a line; `moments` includes their other side."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

BET: Final = "bet"
"""The kind of a statement on a bet, among those of findings in a bundle."""
