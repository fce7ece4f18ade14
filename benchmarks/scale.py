"""Trends and search over 52 to a hundred thousand pages, beside jrnl's search in the same text.

Both look for a rare word: jrnl then spends its time on reading, and next to none on showing.
Whether the time grows with the pages is asked of trends alone: jrnl takes 5 GB for a hundred
thousand, and whoever runs beside that finds the pages gone from memory.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from measuring import PROGRAMS, Command, Figures, in_turn, judge, ratio, world
from pages import RARE, write_workspace

if TYPE_CHECKING:
    from learnlead.page.facts import Sitting

T = TypeVar("T")

JUDGED = 10_000
SEARCH_BARS = {52: 1.3, 1_000: 1.0, JUDGED: 0.6}
"""How many times jrnl's search ours may take, by the number of pages."""
GROWING = (1_000, 10_000, 100_000)
TIME_BAR = 0.6
MEMORY_BAR = 120.0
LINEAR_BAR = 1.25
YEAR, LOOKS_BAR = 52, 1.0
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


def prepared(top: Path, pages: int) -> None:
    """Make a workspace."""
    (top / "home").mkdir(parents=True)
    write_workspace(top / "workspace", pages=pages, days_apart=1)


def elsewhere(make: Callable[..., T], *args: object) -> T:
    """The same in a process of its own: a child's peak counts what its parent held."""
    with multiprocessing.get_context("spawn").Pool(1) as other:
        return other.apply(make, args)


def trends(top: Path, name: str = "trends") -> Command:
    """What is measured."""
    learnlead = PROGRAMS / "learnlead"
    return Command(name, [learnlead, "trends", "--json"], top / "workspace")


def beside_jrnl(pages: int, runs: int) -> dict[str, Figures]:
    """The figures of `trends`, `search` and `jrnl`, run in turn over the same text."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "here"
        elsewhere(prepared, top, pages)
        config = elsewhere(as_jrnl, top / "workspace" / "journals", top)
        ours: list[str | Path] = [PROGRAMS / "learnlead", "search", RARE]
        theirs: list[str | Path] = [PROGRAMS / "jrnl", "--config-file", config, "-contains", RARE]
        commands = [
            trends(top),
            Command("search", ours, top / "workspace"),
            Command("jrnl", theirs, top),
        ]
        return in_turn(commands, runs=runs, env=world(top / "home", TODAY))


def alone(runs: int) -> dict[int, Figures]:
    """The figures of trends over a thousand to a hundred thousand pages, run in turn."""
    with tempfile.TemporaryDirectory() as folder:
        tops = {pages: Path(folder) / str(pages) for pages in GROWING}
        for pages, top in tops.items():
            elsewhere(prepared, top, pages)
        commands = [trends(top, str(pages)) for pages, top in tops.items()]
        figures = in_turn(commands, runs=runs, env=world(tops[GROWING[0]] / "home", TODAY))
    return {pages: figures[str(pages)] for pages in GROWING}


def looks_beside_reading(runs: int) -> float:
    """What a year's looks and bets cost over what reading its pages costs: the middle of runs.

    Each run is a process of its own, since whoever asks starts with nothing computed.
    """
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "here"
        elsewhere(a_year, top)
        return median(elsewhere(_looks_over_reading, top) for _ in range(runs))


def a_year(top: Path) -> None:
    """Make a workspace with a page a week, and one with a single page."""
    write_workspace(top / "year", pages=YEAR, days_apart=7)
    write_workspace(top / "page", pages=1, days_apart=7)


def _looks_over_reading(top: Path) -> float:
    """Both readings count that trends do, of the facts and of the texts; loading modules does not.

    Time of the processor, as both are too short for a clock on a busy machine.
    """
    from learnlead.app.pages import read_sittings_of
    from learnlead.app.read_pages import texts_reader
    from learnlead.cli.context import AppContext
    from learnlead.trends.settled import settle

    def read(app: AppContext) -> list[Sitting]:
        sittings, _ = read_sittings_of(rubric, app.page_store, app.rubrics)
        texts_reader(app.page_store)(sittings)
        return sittings

    app = AppContext(workspace=str(top / "year"))
    rubric = app.rubric_named(None)
    read(AppContext(workspace=str(top / "page")))
    start = process_time()
    sittings = read(app)
    between = process_time()
    settle(sittings, rubric)
    return (process_time() - between) / (between - start)


def row(pages: int, name: str, ours: Figures, theirs: Figures | None = None) -> None:
    """Print a row of the table."""
    them = "| | | "
    if theirs is not None:
        them = f"| {theirs.median:.2f} s | {theirs.peak_mb:.0f} MB | {ratio(ours, theirs):.2f} "
    print(
        f"| {pages} | {name} | {ours.median:.2f} s | {ours.peak_mb:.0f} MB {them}"
        f"| {len(ours.seconds)} |",
        flush=True,
    )


def added(found: Mapping[int, Figures], fewer: int, more: int) -> float:
    """The seconds that each page adds to trends between two sizes."""
    return (found[more].median - found[fewer].median) / (more - fewer)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument(
        "--growing", action="store_true", help="up to 100,000 pages as well: four minutes more"
    )
    options = parser.parse_args()
    print(f"| pages | learnlead | takes | peak | jrnl -contains {RARE} | peak | times | runs |")
    print("|---|---|---|---|---|---|---|---|")
    found = {}
    for pages in SEARCH_BARS:
        found[pages] = figures = beside_jrnl(pages, options.runs)
        row(pages, "trends --json", figures["trends"], figures["jrnl"])
        row(pages, "search", figures["search"], figures["jrnl"])
    grown = alone(min(options.runs, 5)) if options.growing else {}
    for pages, figure in grown.items():
        row(pages, "trends --json", figure)
    print()
    looks = looks_beside_reading(options.runs)
    judged = found[JUDGED]
    holds = [
        judge(f"search, {pages} pages / jrnl", ratio(figures["search"], figures["jrnl"]), bar)
        for (pages, figures), bar in zip(found.items(), SEARCH_BARS.values(), strict=True)
    ]
    holds += [
        judge(f"trends, {JUDGED} pages / jrnl", ratio(judged["trends"], judged["jrnl"]), TIME_BAR),
        judge(f"trends, {JUDGED} pages, peak memory", judged["trends"].peak_mb, MEMORY_BAR, "MB"),
    ]
    holds.append(judge(f"looks of {YEAR} pages / reading them", looks, LOOKS_BAR))
    if grown:
        small, middle, large = GROWING
        grows = added(grown, middle, large) / added(grown, small, middle)
        holds.append(judge(f"a page more at {large} / at {middle}", grows, LINEAR_BAR))
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
