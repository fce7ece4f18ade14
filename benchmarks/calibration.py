"""Claims and power of the verdicts on simulated journals, beside the table that was promised.

A cell is one kind of journal, so many sittings, so much autocorrelation. In each, journals without
a trend show how often anything at all is claimed, and journals with a real rise how often it is
seen. They go through the program's own window, composite, focus and verdicts.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import get_args

from learnlead.trends.focus import focus_of
from learnlead.trends.verdict import Judgement, Judgements, judge
from learnlead.trends.window import window_of
from simulated_journals import BEHAVIOURS, FOCUS, THREE, Cell, Kind, twelve

JOURNALS = 2_000
"""Journals a cell, here and in the promised table."""

MOST_CLAIMS = 0.08
LOST_POWER = 0.03
STANDARD_ERRORS = 3.5
_Z_95 = 1.959964
_RUBRIC = twelve()
_PROMISED = Path(__file__).with_name("promised.csv")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the journals of a cell: how much really rises, and what share is counted.

    The share is that of journals, or of their rising behaviours where these are several.
    """

    name: str
    rises: Mapping[str, float]
    share: Callable[[Judgements], float]


def claimed(found: Judgements) -> float:
    """1 if anything at all is claimed."""
    every = (found.focus, found.composite, *found.behaviours)
    return float(any(one and one.verdict in ("rising", "falling") for one in every))


def _seen(one: Judgement | None) -> float:
    return float(one is not None and one.verdict == "rising")


def _three_seen(found: Judgements) -> float:
    pairs = zip(BEHAVIOURS, found.behaviours, strict=True)
    return sum(_seen(one) for behaviour, one in pairs if behaviour in THREE) / len(THREE)


QUESTIONS = (
    Question("claims", {}, claimed),
    Question("focus +1", {FOCUS: 1}, lambda found: _seen(found.focus)),
    Question("focus +1.5", {FOCUS: 1.5}, lambda found: _seen(found.focus)),
    Question("three +1.5", dict.fromkeys(THREE, 1.5), _three_seen),
    Question("all +1", dict.fromkeys(BEHAVIOURS, 1), lambda found: _seen(found.composite)),
)
"""The columns of the table: the claims of journals without a trend, then four powers."""


def judged(cell: Cell, random: Random, rises: Mapping[str, float]) -> Judgements:
    """The verdicts of the program on one simulated journal."""
    sittings = cell.journal(random, rises)
    window = window_of(sittings, _RUBRIC)
    focus = focus_of(sittings)
    assert focus is not None
    return judge(
        behaviours=[dated.observations for dated in window.behaviours.values()],
        composite=window.composite.observations,
        focus=window.behaviours[focus.behaviour].since(focus.since).observations,
        gap=window.gap,
    )


def measured(cell: Cell, journals: int) -> tuple[float, ...]:
    """The answers to the questions; the same journals each time, fewer are the first of them."""
    answers = []
    for question in QUESTIONS:
        random = Random(f"{cell.kind} {cell.sittings} {cell.rho} {question.name}")
        shares = (question.share(judged(cell, random, question.rises)) for _ in range(journals))
        answers.append(sum(shares) / journals)
    return tuple(answers)


def promised() -> dict[Cell, tuple[float, ...]]:
    """The promised table, in its order."""
    with _PROMISED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    return {
        Cell(kinds[row["journals"]], int(row["sittings"]), float(row["autocorrelation"])): tuple(
            float(row[question.name]) for question in QUESTIONS
        )
        for row in rows
    }


def misses(found: Sequence[float], promise: Sequence[float], journals: int) -> list[str]:
    """The names of the columns in which a cell falls short of the promise by more than chance."""
    pairs = zip(QUESTIONS, found, promise, strict=True)
    (_, claims, _), *powers = pairs
    missed = ["claims"] if lower_bound(claims, journals) > MOST_CLAIMS else []
    for question, power, table in powers:
        variance = power * (1 - power) / journals + table * (1 - table) / JOURNALS
        if table - power > max(LOST_POWER, STANDARD_ERRORS * sqrt(variance)):
            missed.append(question.name)
    return missed


def lower_bound(share: float, of: int) -> float:
    """The lower end of the 95 % interval of a share; Wilson (1927), JASA 22."""
    z2 = _Z_95**2
    reach = _Z_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return (share + z2 / (2 * of) - reach) / (1 + z2 / of)


def _measured(task: tuple[Cell, int]) -> tuple[float, ...]:
    return measured(*task)


def _cell(text: str) -> Cell:
    """The cell that `weekly:26:0.3` names."""
    for cell in promised():
        if f"{cell.kind}:{cell.sittings}:{cell.rho:g}" == text:
            return cell
    raise argparse.ArgumentTypeError(f"{text} is in no row of {_PROMISED.name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journals", type=int, default=JOURNALS, help="a cell and question")
    parser.add_argument("--workers", type=int, help="processes; as many as there are processors")
    parser.add_argument(
        "--cell", type=_cell, action="append", help="only this one, as weekly:26:0.3; repeatable"
    )
    options = parser.parse_args()
    table = promised()
    cells: Sequence[Cell] = options.cell or list(table)
    print(f"{options.journals} journals a cell and column; measured, then (promised)\n")
    print("| journals | sittings | autocorrelation |", *(f"{one.name} |" for one in QUESTIONS))
    print("|---|---|---|" + "---|" * len(QUESTIONS))
    answers = []
    missed = 0
    with Pool(options.workers) as pool:
        tasks = [(cell, options.journals) for cell in cells]
        for cell, found in zip(cells, pool.imap(_measured, tasks), strict=True):
            answers.append(found)
            short = misses(found, table[cell], options.journals)
            missed += bool(short)
            pairs = zip(QUESTIONS, found, table[cell], strict=True)
            print(
                f"| {cell.kind} | {cell.sittings} | {cell.rho:g} |",
                *(
                    f"{share:.3f} ({promise:g}){' MISSED' if one.name in short else ''} |"
                    for one, share, promise in pairs
                ),
                flush=True,
            )
    claims = [found[0] for found in answers]
    print(
        f"\n{len(cells)} cells, {missed} of them short of the promise; "
        f"claims {sum(claims) / len(claims):.2%} on average, {max(claims):.2%} at worst"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
