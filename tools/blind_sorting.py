"""Whether the sentences of a rubric are told apart by somebody who knows nothing but its names.

    python tools/blind_sorting.py sheet RUBRIC

prints the names of the behaviours with a letter each, and the items and examples shuffled, with a
number each. A reader writes a letter for an item (`12,C`) and a letter with the level 1, 3 or 5
for an example (`13,C5`), into `docs/blind-sorting/RUBRIC-VERSION.READER.csv`.

    python tools/blind_sorting.py score

reads these files and prints, for each behaviour, how many were sorted to it rightly. Exit code 1 if
a bar is missed. A sheet is the same each time it is printed: the letters and the order follow from
the sentences.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

TOP = Path(__file__).parents[1]
ANSWERS = TOP / "docs" / "blind-sorting"
EXAMPLES_AT_LEAST = 0.80
"""Share of a behaviour's examples that are sorted to it, over all readers."""

ITEMS_AT_LEAST = 0.95
"""Share of a rubric's items that are sorted rightly, over all readers."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Sentence:
    """An item (level 0) or an example of a behaviour, by its letter.

    The level is 1, 3 or 5: how much of what the behaviour's name says. For an item that asks for
    the contrary, an example at 1 has therefore level 5.
    """

    letter: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names by letter, and the sentences in the order in which they are read."""

    names: dict[str, str]
    sentences: list[Sentence]


def sheet(rubric: dict[str, Any]) -> Sheet:
    """The sheet of a rubric, shuffled alike for everybody."""
    chance = Random(f"{rubric['id']} {rubric['version']}")  # noqa: S311 - an order, no secret
    behaviours = list(rubric["behaviours"])
    chance.shuffle(behaviours)
    lettered = dict(zip(LETTERS, behaviours, strict=False))
    sentences = [
        Sentence(letter, level, text)
        for letter, behaviour in lettered.items()
        for level, text in (
            (0, ", ".join(filter(None, (behaviour.get("when"), behaviour["i"])))),
            *(
                (6 - at if behaviour.get("reversed") else at, example)
                for at, example in behaviour["anchors"].items()
            ),
        )
    ]
    sentences.sort(key=lambda sentence: sentence.text)
    chance.shuffle(sentences)
    return Sheet({letter: behaviour["name"] for letter, behaviour in lettered.items()}, sentences)


def lines(rubric: dict[str, Any]) -> Iterator[str]:
    """The sheet as a reader gets it."""
    printed = sheet(rubric)
    yield f"{rubric['title']}, version {rubric['version']}"
    yield from (f"{letter}  {name}" for letter, name in printed.names.items())
    for number, sentence in enumerate(printed.sentences, start=1):
        yield f"{number:3} {'example' if sentence.level else 'item   '} {sentence.text}"


def score(rubric: dict[str, Any], answers: list[dict[int, str]]) -> Iterator[str]:
    """A line for each behaviour, then one for the rubric; a missed bar ends in `BELOW`."""
    printed = sheet(rubric)
    numbered = dict(enumerate(printed.sentences, start=1))
    yield f"{rubric['id']} version {rubric['version']}, {len(answers)} readers"
    for letter, name in printed.names.items():
        mine = {n: s for n, s in numbered.items() if s.letter == letter and s.level}
        share, wrong = sorted_rightly(mine, answers)
        levels = [reader[n][1:] == str(s.level) for reader in answers for n, s in mine.items()]
        level = sum(levels) / len(levels)
        below = "" if share >= EXAMPLES_AT_LEAST else "  BELOW"
        yield f"  {name:40} examples {share:4.0%}, with their level {level:4.0%}{below}"
        yield from wrong
    items = {number: sentence for number, sentence in numbered.items() if not sentence.level}
    share, wrong = sorted_rightly(items, answers)
    yield f"  all items {share:4.0%}{'' if share >= ITEMS_AT_LEAST else '  BELOW'}"
    yield from wrong


def sorted_rightly(
    sentences: dict[int, Sentence], answers: list[dict[int, str]]
) -> tuple[float, list[str]]:
    """The share that got its behaviour, and a line for each sentence that did not everywhere."""
    right = 0
    wrong = []
    for number, sentence in sentences.items():
        letters = [reader[number][:1] for reader in answers]
        right += letters.count(sentence.letter)
        others = [letter for letter in letters if letter != sentence.letter]
        if others:
            wrong.append(f"      {', '.join(others)}: {sentence.text}")
    return right / (len(sentences) * len(answers)), wrong


def read_rubric(name: str) -> dict[str, Any]:
    """The rubric of that id, as its file has it."""
    rubric: dict[str, Any] = yaml.safe_load((TOP / "rubrics" / f"{name}.yaml").read_text("utf-8"))
    return rubric


def read_answers(file: Path) -> dict[int, str]:
    """What a reader wrote, by number."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {int(number): letter.strip() for number, letter in csv.reader(rows)}


def main() -> int:
    """Print a sheet, or the scores of all answers there are."""
    if sys.argv[1:2] == ["sheet"]:
        print("\n".join(lines(read_rubric(sys.argv[2]))))
        return 0
    missed = False
    for name in sorted(file.stem for file in TOP.glob("rubrics/*.yaml") if "." not in file.stem):
        rubric = read_rubric(name)
        files = sorted(ANSWERS.glob(f"{name}-{rubric['version']}.*.csv"))
        if not files:
            continue
        for line in score(rubric, [read_answers(file) for file in files]):
            print(line)
            missed |= line.endswith("BELOW")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
