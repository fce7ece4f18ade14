"""How many examples a test takes: few in `make test`, all in `make test-all`."""

from __future__ import annotations

import os

FULL = os.environ.get("LEARNLEAD_TESTS") == "all"
"""Whether every example is wanted; `make test-all` sets the variable."""


def examples(count: int) -> int:
    """Return how many of `count` examples this run takes: a tenth, and at least ten."""
    return count if FULL else min(count, max(10, count // 10))
