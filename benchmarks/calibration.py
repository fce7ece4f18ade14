"""New claims a year of leaders who look every week and in whom nothing changed; and power.

A cell is one kind of journal, three years long, so much autocorrelation, one way of choosing foci.
What is counted are new claims: a rise or a fall that is called, overall or of a behaviour, and a
bet that is seen. They go through the program's own looks and bets; no slope is computed. Other
journals hold a real change, and show how often it is seen.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from multiprocessing import Pool
from multiprocessing.pool import Pool as PoolOfWorkers
from pathlib import Path
from random import Random
from typing import NamedTuple

from learnlead.trends.looks import Claim
from learnlead.trends.settled import Settled, settle
from simulated_journals import (
    BEGUN,
    BEHAVIOURS,
    FOCUS,
    NOTHING,
    THREE,
    Cell,
    Change,
    Kind,
    twelve,
)

JOURNALS = 2_000
"""Journals a cell of the whole table."""

WEEKS, YEARS = 52, 3
MOST_POOLED, MOST_IN_ONE, MOST_WANDERING = 0.07, 0.09, 0.18
LOST_POWER, STANDARD_ERRORS = 0.03, 3.5
_Z_95 = 1.959964
_RUBRICS = {rhythm: twelve(rhythm) for rhythm in ("weekly", "monthly")}
_PROMISED = Path(__file__).with_name("promised.csv")

OLD: Sequence[Kind] = ("weekly", "gappy", "fading", "moods", "monthly", "missing", "ceiling")
RHOS = (0.0, 0.3, 0.6)


def trendless() -> Iterator[Cell]:
    """The cells in which nothing changes."""
    long = WEEKS * YEARS
    for kind in OLD:
        for rho in RHOS:
            yield Cell(kind, long, rho, "random")
    for rho in RHOS:
        yield Cell("weekly", long, rho, "first")
        yield Cell("weekly", long, rho, "lowest")
    yield Cell("moods", long, 0.6, "lowest")
    yield Cell("wander", long, 0.9, "random")
    yield Cell("sticky", long, 0.8, "random")
    for rho in (0.8, 0.9, 0.95):
        yield Cell("slow mood", long, rho, "random")
    yield Cell("season", long, 0.0, "random")


def settled(cell: Cell, random: Random, change: Change = NOTHING) -> Settled:
    """What the program settles of one simulated journal."""
    rubric = _RUBRICS["monthly" if cell.kind == "monthly" else "weekly"]
    return settle(cell.journal(random, change), rubric)


def claimed_years(found: Settled) -> set[int]:
    """The years, from 0, with a new claim of any kind."""
    return bet_years(found) | {
        (look.on - BEGUN).days // 7 // WEEKS
        for look in found.looks
        if any(
            standing.is_new_at(look.sittings)
            for standing in (look.composite, *look.behaviours.values())
        )
    }


def bet_years(found: Settled) -> set[int]:
    """The years, from 0, with a bet that is seen."""
    return {
        (bet.settled_on - BEGUN).days // 7 // WEEKS
        for bet in found.bets
        if bet.settled_on and bet.outcome == "seen"
    }


@dataclass(frozen=True, slots=True)
class Question:
    """A real change, and the share of journals (or behaviours) in which it is seen."""

    name: str
    weeks: int
    change: Change
    share: Callable[[Settled], float]
    declared_late: bool = False


def _rises(claim: Claim | None) -> bool:
    return claim is not None and claim.direction == "rising"


def _three(found: Settled) -> float:
    look = found.look
    assert look is not None
    return sum(_rises(look.behaviours[behaviour].claim) for behaviour in THREE) / len(THREE)


def _overall(found: Settled) -> float:
    return float(found.look is not None and _rises(found.look.composite.claim))


def _bet(found: Settled) -> float:
    settled_bets = [bet for bet in found.bets if bet.settled_on]
    return float(bool(settled_bets) and settled_bets[-1].outcome == "seen")


QUESTIONS = (
    Question("overall +1, 52", 52, Change(dict.fromkeys(BEHAVIOURS, 1.0)), _overall),
    Question("overall +1, 104", 104, Change(dict.fromkeys(BEHAVIOURS, 1.0)), _overall),
    Question("three +1.5, 52", 52, Change(dict.fromkeys(THREE, 1.5)), _three),
    Question("bet +.75, 26 before", 39, Change(step=0.75, at=26), _bet, declared_late=True),
    Question("bet +.75, 8 before", 21, Change(step=0.75, at=8), _bet, declared_late=True),
    Question("bet +.75, none before", 26, Change(step=0.75, at=8), _bet),
)
"""The rows of power. The focus is declared where the step comes; with none before it is declared at
the first sitting, and the step comes after the eighth.
"""

POWERS: Sequence[tuple[Kind, float]] = (*(("weekly", rho) for rho in RHOS), ("moods", 0.6))
"""The columns of each power."""

WANDERING = ("wander", "sticky")
SLOW = ("slow mood", "season")
"""Kinds that look like a trend to any test: their figures are told and not judged."""


class Claims(NamedTuple):
    """By year: the shares of journals with a new claim of any kind, and with a bet seen."""

    every: tuple[float, ...]
    bets: tuple[float, ...]


def claims(cell: Cell, journals: int) -> Claims:
    """The new claims of that many journals; fewer are the first of them."""
    random, every, bets = Random(cell.name), [0] * YEARS, [0] * YEARS
    for _ in range(journals):
        found = settled(cell, random)
        for counts, years in ((every, claimed_years(found)), (bets, bet_years(found))):
            for year in years:
                if year < YEARS:
                    counts[year] += 1
    return Claims(tuple(n / journals for n in every), tuple(n / journals for n in bets))


def power(kind: Kind, rho: float, question: Question, journals: int) -> float:
    """The share in which a real change is seen."""
    cell = Cell(kind, question.weeks, rho)
    random = Random(f"{cell.name} {question.name}")
    rubric = _RUBRICS["weekly"]
    declared = question.change.at if question.declared_late else 0
    total = 0.0
    for _ in range(journals):
        sittings = [
            replace(sitting, focus=FOCUS if place >= declared else BEHAVIOURS[-1])
            for place, sitting in enumerate(cell.journal(random, question.change))
        ]
        total += question.share(settle(sittings, rubric))
    return total / journals


def promised() -> dict[str, tuple[float, ...]]:
    """The promised powers by question, in the order of `POWERS`."""
    with _PROMISED.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    return {name: tuple(map(float, shares)) for name, *shares in rows}


def judged(cell: Cell, found: Claims) -> tuple[float, float | None]:
    """The share that is held against a bar, and the bar; None where it is told and not judged."""
    if cell.kind in WANDERING:
        return found.every[0], MOST_WANDERING
    return max(found.every), None if cell.kind in SLOW else MOST_IN_ONE


def missed_claims(cells: Mapping[Cell, Claims], journals: int) -> list[str]:
    """The names of the cells with more claims in a year than promised, by more than chance.

    Of the old kinds each, and all of them together; wander and sticky in the first year.
    """
    missed, together = [], []
    for cell, found in cells.items():
        share, bar = judged(cell, found)
        if bar == MOST_IN_ONE:
            together.append(found)
        if bar is not None and lower_bound(share, journals) > bar:
            missed.append(cell.name)
    for year in range(YEARS if together else 0):
        share = sum(found.every[year] for found in together) / len(together)
        if lower_bound(share, journals * len(together)) > MOST_POOLED:
            missed.append(f"all old cells, year {year + 1}")
    return missed


def misses_power(found: float, promise: float, journals: int) -> bool:
    """Whether a power falls short of the promise by more than .03 and 3.5 standard errors."""
    variance = found * (1 - found) / journals + promise * (1 - promise) / JOURNALS
    return promise - found > max(LOST_POWER, STANDARD_ERRORS * sqrt(variance))


def lower_bound(share: float, of: int) -> float:
    """The lower end of the 95 % interval of a share; Wilson (1927), JASA 22."""
    z2 = _Z_95**2
    reach = _Z_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return (share + z2 / (2 * of) - reach) / (1 + z2 / of)


def _claims(task: tuple[Cell, int]) -> Claims:
    return claims(*task)


def _power(task: tuple[Kind, float, int, int]) -> float:
    kind, rho, number, journals = task
    return power(kind, rho, QUESTIONS[number], journals)


def _share(share: float, journals: int) -> str:
    """With its standard error."""
    return f"{share:.3f} ± {sqrt(share * (1 - share) / journals):.3f}"


def _cell(text: str) -> Cell:
    """The cell that `weekly:0.3:random` names."""
    for cell in trendless():
        if f"{cell.kind}:{cell.rho:g}:{cell.foci}" == text:
            return cell
    raise argparse.ArgumentTypeError(f"there is no cell {text}")


def _print_powers(pool: PoolOfWorkers, journals: int) -> bool:
    """Whether one misses."""
    print("| a real change | " + " | ".join(f"{kind} {rho:g}" for kind, rho in POWERS) + " |")
    print("|---|" + "---|" * len(POWERS))
    missed = False
    for number, question in enumerate(QUESTIONS):
        tasks = [(kind, rho, number, journals) for kind, rho in POWERS]
        answers, told = pool.map(_power, tasks, chunksize=1), []
        for found, promise in zip(answers, promised()[question.name], strict=True):
            short = misses_power(found, promise, journals)
            missed |= short
            told.append(f"{_share(found, journals)} ({promise:g}){' MISSED' if short else ''}")
        print(f"| {question.name} | " + " | ".join(told) + " |", flush=True)
    return missed


def _print_claims(pool: PoolOfWorkers, cells: Sequence[Cell], journals: int) -> bool:
    """The table of new claims by year; whether one misses."""
    print("\n| journals | rho | foci | year 1 | year 2 | year 3 | judged | bar | bets alone |")
    print("|---|---|---|---|---|---|---|---|---|")
    answers: dict[Cell, Claims] = {}
    tasks = [(cell, journals) for cell in cells]
    for cell, found in zip(cells, pool.imap(_claims, tasks), strict=True):
        answers[cell] = found
        every = " | ".join(f"{share:.3f}" for share in found.every)
        bets = " ".join(f"{share:.3f}" for share in found.bets)
        share, bar = judged(cell, found)
        held = f"{_share(share, journals)} | {bar or 'told'}"
        print(
            f"| {cell.kind} | {cell.rho:g} | {cell.foci} | {every} | {held} | {bets} |", flush=True
        )
    missed = missed_claims(answers, journals)
    print(f"\n{len(cells)} cells; short of the promise: {', '.join(missed) or 'none'}")
    return bool(missed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journals", type=int, default=JOURNALS, help="a cell")
    parser.add_argument("--workers", type=int, help="processes; as many as there are processors")
    parser.add_argument(
        "--cell", type=_cell, action="append", help="only this one, as weekly:0.3:random"
    )
    options = parser.parse_args()
    print(f"{options.journals} journals a cell; measured, then (promised)\n")
    with Pool(options.workers) as pool:
        missed = not options.cell and _print_powers(pool, options.journals)
        missed |= _print_claims(pool, options.cell or list(trendless()), options.journals)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
