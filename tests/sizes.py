"""How much a test takes: few examples in `make test`, all in `make test-all`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

FULL = os.environ.get("LEARNLEAD_TESTS") == "all"
"""Whether every example is wanted; `make test-all` sets the variable."""


def examples(count: int) -> int:
    """Return how many of `count` examples this run takes: a tenth, and at least ten."""
    return count if FULL else min(count, max(10, count // 10))


def thinned(cases: Iterable[Any], step: int) -> list[Any]:
    """Mark the cases of a parametrised test as slow, but for the first of each `step`."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if place % step == 0 else pytest.mark.slow,
        )
        for place, case in enumerate(cases)
    ]
