"""Sequences of eight words or more that what is asked has in common with source texts.

    python tools/copied.py FOLDER

reads every text file in the folder and every rubric and prompt bank here. Exit code 1 if there is
one: the sources' ideas are in the questions, their sentences are not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

TOP = Path(__file__).parents[1]
IN_COMMON = 8
"""Words in a row that are no accident."""


def sequences(text: str) -> Iterator[tuple[str, ...]]:
    """Each run of `IN_COMMON` words, in small letters and without signs."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower())
    yield from zip(*(words[start:] for start in range(IN_COMMON)), strict=False)


def asked(file: Path) -> str:
    """What the file asks and says, without where its ideas come from."""
    keys = yaml.safe_load(file.read_text("utf-8"))
    return yaml.safe_dump({key: part for key, part in keys.items() if key != "source"}, width=10**6)


def main() -> int:
    """Print what is in common, and how much was compared."""
    folder = Path(sys.argv[1])
    sources = {file.name: set(sequences(file.read_text("utf-8"))) for file in folder.glob("*.txt")}
    ours = [*TOP.glob("rubrics/*.yaml"), *TOP.glob("prompts/*.yaml")]
    copied = [
        f"{file.name} and {source}: {' '.join(words)}"
        for file in sorted(ours)
        for words in dict.fromkeys(sequences(asked(file)))
        for source, runs in sources.items()
        if words in runs
    ]
    print("\n".join([*copied, f"{len(ours)} files, {len(sources)} sources, {len(copied)} copied"]))
    return 1 if copied or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
