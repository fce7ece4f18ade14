"""The kinds of lines that can leave: what a leader ticks, and what `share` in the settings names.

Apart from the bundle, since settings are read where its models would take too long to load.
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
    "look-backs",
    "heard",
    "answers",
    "notice",
    "ratings",
    "pages",
    "opposite",
]
"""What a line is; moments have their other side with them."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
