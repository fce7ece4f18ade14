"""Journals made by chance, with a known change or none: what verdicts are judged by.

rating = clip(round(mu + change + 0.8 (√0.3 c + √0.7 e)), 1, 5). mu is a behaviour's usual rating; c
(shared by all behaviours) and e (each one's own) are noise of unit variance. A rise of d over n
sittings adds d·T, where T runs from −0.5 to 0.5; a step adds its size from one sitting on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from math import cos, pi, sqrt
from random import Random
from typing import Literal

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rhythm, Rubric

Kind = Literal[
    "weekly",
    "gappy",
    "fading",
    "moods",
    "monthly",
    "missing",
    "ceiling",
    "wander",
    "sticky",
    "slow mood",
    "season",
]
"""How the noise and the sittings are made; `Cell` says it of each."""

Foci = Literal["first", "random", "lowest"]
"""Who becomes the focus every 13 sittings: always the first behaviour, anyone, the lowest."""

BEHAVIOURS = tuple(f"behaviour-{n}" for n in range(1, 13))
FOCUS = BEHAVIOURS[0]
FADING = BEHAVIOURS[1:5]
THREE = BEHAVIOURS[6:9]
"""Those that rise where three of them do."""

BEGUN = date(2020, 1, 3)
QUARTER = 13
_MONTH = 4.345
"""Weeks between the sittings of a monthly journal."""

_SEASON = 0.3
"""Points by which a season is above and below the year's mean."""


def twelve(rhythm: Rhythm = "weekly") -> Rubric:
    """A rubric of twelve behaviours without relationships."""
    return Rubric.model_validate(
        {
            "learnlead-rubric": 1,
            "id": "simulated",
            "version": 1,
            "title": "Simulated",
            "rhythm": rhythm,
            "scale": {"kind": "frequency", "labels": ["1", "2", "3", "4", "5"]},
            "behaviours": [{"id": one, "name": one, "i": "act"} for one in BEHAVIOURS],
        }
    )


@dataclass(frozen=True)
class Change:
    """What really changes.

    Attributes:
        rises: by behaviour, points over the whole journal.
        step: points by which the first behaviour is higher from `at` on.
        at: the number of sittings before the step.
    """

    rises: Mapping[str, float] = field(default_factory=dict)
    step: float = 0.0
    at: int = 0


NOTHING = Change()


@dataclass(frozen=True)
class Cell:
    """One kind of journal: how regular, how long, how alike neighbours are, which foci.

    weekly: one a week. gappy: 30 % of the weeks are missing. fading: behaviours 2–5 are lower and
    more and more often without a rating. moods: only the shared noise is autocorrelated. monthly:
    one a month. missing: 30 % of the marks are missing. ceiling: usual ratings of 4.2 to 4.8.
    wander: 30 % of all noise is AR(.9), the rest white. sticky: three behaviours are AR(rho), all
    else is white. slow mood: the shared noise is AR(rho), all else white. season: white, and a
    yearly wave of 0.3 points shared by all.
    """

    kind: Kind
    weeks: int
    rho: float
    foci: Foci = "first"

    @property
    def name(self) -> str:
        """`weekly 156 0.3 first`."""
        return f"{self.kind} {self.weeks} {self.rho:g} {self.foci}"

    def journal(self, random: Random, change: Change = NOTHING) -> list[Sitting]:
        """One journal."""
        weeks = self._weeks(random)
        shared = self._shared(weeks, random)
        own = {b: self._own(b, weeks, random) for b in BEHAVIOURS}
        usual = {b: self._usual(b, random) for b in BEHAVIOURS}
        span = (weeks[-1] - weeks[0]) or 1
        wave = random.uniform(0, 2 * pi) if self.kind == "season" else 0.0
        days = [BEGUN + timedelta(days=round(7 * week)) for week in weeks]
        ratings: list[dict[str, int]] = []
        for i, week in enumerate(weeks):
            run = (week - weeks[0]) / span
            rated: dict[str, int] = {}
            season = _SEASON * cos(2 * pi * week / 52.18 + wave) if self.kind == "season" else 0.0
            for b in BEHAVIOURS:
                if self._is_missing(b, run, random):
                    continue
                noise = 0.8 * (sqrt(0.3) * shared[i] + sqrt(0.7) * own[b][i])
                exact = usual[b] + change.rises.get(b, 0.0) * (run - 0.5) + noise + season
                if b == FOCUS and change.step and i >= change.at:
                    exact += change.step
                rated[b] = min(max(round(exact), 1), 5)
            ratings.append(rated)
        foci = self._foci(ratings, random)
        return [
            Sitting(
                f"{day}-simulated",
                f"{day}.md",
                day,
                "simulated",
                1,
                focus=focus,
                ratings=rated,
            )
            for day, focus, rated in zip(days, foci, ratings, strict=True)
        ]

    def _weeks(self, random: Random) -> Sequence[float]:
        if self.kind == "monthly":
            return [_MONTH * i for i in range(int(self.weeks / _MONTH))]
        if self.kind == "gappy":
            return sorted(random.sample(range(self.weeks), int(self.weeks * 0.7)))
        return range(self.weeks)

    def _usual(self, behaviour: str, random: Random) -> float:
        if self.kind == "fading":
            return 2.6 if behaviour in FADING else 3.6
        return random.uniform(4.2, 4.8) if self.kind == "ceiling" else random.uniform(2.3, 3.7)

    def _is_missing(self, behaviour: str, run: float, random: Random) -> bool:
        if self.kind == "missing":
            return random.random() < 0.3
        return self.kind == "fading" and behaviour in FADING and random.random() > 0.9 - 0.7 * run

    def _shared(self, weeks: Sequence[float], random: Random) -> list[float]:
        if self.kind == "wander":
            return self._wandering(weeks, random)
        rho = 0.0 if self.kind in ("sticky", "season") else self.rho
        return self._noise(weeks, random, rho)

    def _own(self, behaviour: str, weeks: Sequence[float], random: Random) -> list[float]:
        if self.kind == "wander":
            return self._wandering(weeks, random)
        white = self.kind in ("moods", "slow mood", "season") or (
            self.kind == "sticky" and behaviour not in BEHAVIOURS[:3]
        )
        return self._noise(weeks, random, 0.0 if white else self.rho)

    def _wandering(self, weeks: Sequence[float], random: Random) -> list[float]:
        slow, white = self._noise(weeks, random, 0.9), self._noise(weeks, random, 0.0)
        return [sqrt(0.3) * a + sqrt(0.7) * b for a, b in zip(slow, white, strict=True)]

    def _noise(self, weeks: Sequence[float], random: Random, rho: float) -> list[float]:
        """AR(1) of unit variance; over a gap, rho to the power of the gap in steps."""
        gauss = random.gauss
        if not rho:
            return [gauss(0, 1) for _ in weeks]
        step = _MONTH if self.kind == "monthly" else 1.0
        values = [gauss(0, 1)]
        for before, week in pairwise(weeks):
            alike = rho ** ((week - before) / step)
            values.append(alike * values[-1] + sqrt(1 - alike * alike) * gauss(0, 1))
        return values

    def _foci(self, ratings: Sequence[Mapping[str, int]], random: Random) -> list[str]:
        """The focus of each sitting; the previous one is not chosen again at once."""
        if self.foci == "first":
            return [FOCUS] * len(ratings)
        result: list[str] = []
        focus = FOCUS
        for place in range(len(ratings)):
            if place and not place % QUARTER:
                others = [b for b in BEHAVIOURS if b != focus]
                if self.foci == "random":
                    focus = random.choice(others)
                else:
                    focus = min(others, key=lambda b: _mean(b, ratings[place - QUARTER : place]))
            result.append(focus)
        return result


def _mean(behaviour: str, ratings: Sequence[Mapping[str, int]]) -> float:
    values = [rated[behaviour] for rated in ratings if behaviour in rated]
    return sum(values) / len(values) if values else 6.0
