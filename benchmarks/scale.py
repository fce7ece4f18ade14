"""Trends over ten thousand pages, beside jrnl's search for a word in the same text.

The word is a rare one: jrnl then spends its time on reading, and next to none on showing.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from pathlib import Path

from measuring import PROGRAMS, Command, in_turn, judge, world
from pages import RARE, write_workspace

TIME_BAR = 1.0
MEMORY_BAR = 150.0
TODAY = "2026-11-20"


def as_jrnl(pages: Path, top: Path) -> Path:
    """Write the pages as one jrnl file; the path of a configuration that names it."""
    with (top / "journal.txt").open("w", encoding="utf-8") as journal:
        for page in sorted(pages.glob("*.md")):
            text = page.read_text(encoding="utf-8")
            journal.write(f"[{page.stem[:10]} 16:00] {page.stem}\n{text}\n\n")
    config = top / "jrnl.yaml"
    config.write_text(
        f"""\
version: v4.6
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {top / "journal.txt"}}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
"""
    )
    return config


def prepared(top: Path, pages: int) -> Path:
    """Make the workspace and the same text for jrnl; the path of jrnl's configuration."""
    journal = write_workspace(top / "workspace", pages=pages, days_apart=1)
    sizes = [page.stat().st_size for page in journal.glob("*.md")]
    print(f"{len(sizes)} pages of {sum(sizes) / len(sizes):.0f} bytes on average", flush=True)
    return as_jrnl(journal, top)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        # In a process of its own: a child's peak memory counts what its parent held at the fork.
        with multiprocessing.get_context("spawn").Pool(1) as elsewhere:
            config = elsewhere.apply(prepared, (top, options.pages))
        (top / "home").mkdir()
        trends = Command(
            "learnlead trends --json",
            [PROGRAMS / "learnlead", "trends", "--json"],
            top / "workspace",
        )
        search = Command(
            f"jrnl -contains {RARE}",
            [PROGRAMS / "jrnl", "--config-file", config, "-contains", RARE],
            top,
        )
        figures = in_turn([trends, search], runs=options.runs, env=world(top / "home", TODAY))
    for name, figure in figures.items():
        print(
            f"{name}: median {figure.median:.2f} s of {options.runs} runs, "
            f"peak {figure.peak_mb:.0f} MB"
        )
    ratio = figures[trends.name].median / figures[search.name].median
    holds = [
        judge("trends / jrnl", ratio, TIME_BAR),
        judge("trends, peak memory", figures[trends.name].peak_mb, MEMORY_BAR, "MB"),
    ]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
