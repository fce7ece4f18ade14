"""What simulated journals showed: how often a rise of one point on the focus is seen.

2,000 journals a cell, each with a rise of one point from its first sitting to its last, through
the code that gives the verdicts; benchmarks/calibration makes them and prints these shares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Rows = Literal["weekly", "monthly"]

PHIS = (0.0, 0.3, 0.6)
"""Autocorrelation from one sitting to the next, a column each."""

SEEN: Mapping[Rows, Mapping[int, tuple[float, float, float]]] = {
    "weekly": {
        12: (0.08, 0.07, 0.04),
        26: (0.22, 0.16, 0.08),
        52: (0.54, 0.33, 0.16),
        104: (0.87, 0.63, 0.36),
    },
    "monthly": {
        12: (0.08, 0.06, 0.06),
        26: (0.24, 0.15, 0.07),
        52: (0.54, 0.33, 0.17),
    },
}
"""The share of journals whose focus is called rising, by how many sittings they have."""
