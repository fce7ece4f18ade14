"""Journals made by chance, with a known trend or none: what verdicts are judged by.

rating = clip(round(mu + d·T + 0.8 (√0.3 c + √0.7 e)), 1, 5). mu is a behaviour's usual rating, T
runs from −0.5 to 0.5 over the dates, so that d is the whole rise; c (shared by all behaviours)
and e (each one's own) are autocorrelated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from random import Random
from typing import Literal

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric

Kind = Literal["weekly", "gappy", "fading", "moods", "monthly"]

BEHAVIOURS = tuple(f"behaviour-{n}" for n in range(1, 13))
FOCUS = BEHAVIOURS[0]
FADING = BEHAVIOURS[1:5]
THREE = BEHAVIOURS[6:9]
"""Those that rise where three of them do."""

BEGUN = date(2020, 1, 3)
_MONTH = 4.345
"""Weeks between the sittings of a monthly journal."""


def twelve() -> Rubric:
    """A rubric of twelve behaviours without relationships."""
    return Rubric.model_validate(
        {
            "learnlead-rubric": 1,
            "id": "simulated",
            "version": 1,
            "title": "Simulated",
            "scale": {"kind": "frequency", "labels": ["1", "2", "3", "4", "5"]},
            "behaviours": [{"id": one, "name": one, "i": "act"} for one in BEHAVIOURS],
        }
    )


@dataclass(frozen=True)
class Cell:
    """One kind of journal: how regular, how many sittings, how alike neighbours are."""

    kind: Kind
    sittings: int
    rho: float

    def journal(self, random: Random, rises: Mapping[str, float] | None = None) -> list[Sitting]:
        """One journal; `rises` says by how much which behaviours really rise over all dates."""
        rises = rises or {}
        weeks = self._weeks(random)
        shared = self._noise(weeks, random, self.rho)
        own = {
            b: self._noise(weeks, random, 0 if self.kind == "moods" else self.rho)
            for b in BEHAVIOURS
        }
        usual = {b: self._usual(b, random) for b in BEHAVIOURS}
        span = weeks[-1] - weeks[0]
        sittings = []
        for i, week in enumerate(weeks):
            run = (week - weeks[0]) / span
            ratings = {}
            for b in BEHAVIOURS:
                if self.kind == "fading" and b in FADING and random.random() > 0.9 - 0.7 * run:
                    continue
                noise = 0.8 * (sqrt(0.3) * shared[i] + sqrt(0.7) * own[b][i])
                exact = usual[b] + rises.get(b, 0) * (run - 0.5) + noise
                ratings[b] = min(max(round(exact), 1), 5)
            day = BEGUN + timedelta(days=round(7 * week))
            sittings.append(
                Sitting(
                    f"{day}-simulated",
                    f"{day}.md",
                    day,
                    "simulated",
                    1,
                    focus=FOCUS,
                    ratings=ratings,
                )
            )
        return sittings

    def _weeks(self, random: Random) -> Sequence[float]:
        if self.kind == "monthly":
            return [_MONTH * i for i in range(self.sittings)]
        if self.kind == "gappy":
            return sorted(random.sample(range(int(self.sittings / 0.7)), self.sittings))
        return range(self.sittings)

    def _usual(self, behaviour: str, random: Random) -> float:
        if self.kind == "fading":
            return 2.6 if behaviour in FADING else 3.6
        return random.uniform(2.3, 3.7)

    def _noise(self, weeks: Sequence[float], random: Random, rho: float) -> list[float]:
        """AR(1) of unit variance; over a gap, rho to the power of the gap in steps."""
        step = _MONTH if self.kind == "monthly" else 1.0
        values = [random.gauss(0, 1)]
        for before, week in pairwise(weeks):
            alike = rho ** ((week - before) / step)
            values.append(alike * values[-1] + sqrt(1 - alike * alike) * random.gauss(0, 1))
        return values
