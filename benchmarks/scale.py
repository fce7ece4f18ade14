"""Trends over a thousand to a hundred thousand pages, beside jrnl's search in the same text.

jrnl looks for a rare word: it then spends its time on reading, and next to none on showing. A
hundred pages stand beside `learnlead --version`, which does nothing but begin.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from measuring import PROGRAMS, Command, Figures, in_turn, judge, ratio, world
from pages import RARE, write_workspace

FEW = 100
JUDGED = 10_000
SIZES = (1_000, JUDGED, 100_000)
FEW_BAR = 1.5
TIME_BAR = 0.6
MEMORY_BAR = 120.0
LINEAR_BAR = 1.25
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
    (top / "home").mkdir(parents=True)
    return as_jrnl(write_workspace(top / "workspace", pages=pages, days_apart=1), top)


def elsewhere(top: Path, pages: int) -> Path:
    """`prepared`, in a process of its own: a child's peak counts what its parent held."""
    with multiprocessing.get_context("spawn").Pool(1) as other:
        return other.apply(prepared, (top, pages))


def trends(top: Path) -> Command:
    """What is measured."""
    learnlead = PROGRAMS / "learnlead"
    return Command("trends", [learnlead, "trends", "--json"], top / "workspace")


def beside_jrnl(pages: int, runs: int) -> tuple[Figures, Figures]:
    """The figures of trends and of jrnl, run in turn over the same text."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "here"
        config = elsewhere(top, pages)
        argv: list[str | Path] = [PROGRAMS / "jrnl", "--config-file", config, "-contains", RARE]
        search = Command("jrnl", argv, top)
        figures = in_turn([trends(top), search], runs=runs, env=world(top / "home", TODAY))
    return figures["trends"], figures["jrnl"]


def beside_version(runs: int) -> tuple[Figures, Figures]:
    """The figures of trends over a few pages and of `learnlead --version`, run in turn."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "here"
        elsewhere(top, FEW)
        version = Command("version", [PROGRAMS / "learnlead", "--version"], top)
        figures = in_turn([trends(top), version], runs=runs, env=world(top / "home", TODAY))
    return figures["trends"], figures["version"]


def row(pages: int, ours: Figures, theirs: Figures, beside: str) -> None:
    """Print a row of the table."""
    print(
        f"| {pages} | {ours.median:.2f} s | {ours.peak_mb:.0f} MB "
        f"| {beside} | {theirs.median:.2f} s | {theirs.peak_mb:.0f} MB "
        f"| {ratio(ours, theirs):.2f} | {len(ours.seconds)} |",
        flush=True,
    )


def added(found: Mapping[int, tuple[Figures, Figures]], fewer: int, more: int) -> float:
    """The seconds that each page adds to trends between two sizes."""
    return (found[more][0].median - found[fewer][0].median) / (more - fewer)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="of 100,000 pages at most 3")
    parser.add_argument(
        "--pages", type=int, nargs="+", default=SIZES[:2], help="sizes; 100000 takes ten minutes"
    )
    options = parser.parse_args()
    print("| pages | trends --json | peak | beside | takes | peak | times | runs |")
    print("|---|---|---|---|---|---|---|---|")
    few, version = beside_version(3 * options.runs)
    row(FEW, few, version, "learnlead --version")
    found = {}
    for pages in options.pages:
        runs = min(options.runs, 3) if pages > JUDGED else options.runs
        found[pages] = beside_jrnl(pages, runs)
        row(pages, *found[pages], f"jrnl -contains {RARE}")
    print()
    holds = [judge(f"{FEW} pages / learnlead --version", ratio(few, version), FEW_BAR)]
    if JUDGED in found:
        holds += [
            judge(f"{JUDGED} pages / jrnl", ratio(*found[JUDGED]), TIME_BAR),
            judge(f"{JUDGED} pages, peak memory", found[JUDGED][0].peak_mb, MEMORY_BAR, "MB"),
        ]
    if set(SIZES) <= set(found):
        small, middle, large = SIZES
        grows = added(found, middle, large) / added(found, small, middle)
        holds.append(judge(f"a page more at {large} / at {middle}", grows, LINEAR_BAR))
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
