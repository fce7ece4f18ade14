"""What `learnlead due --quiet` in a shell prompt costs, beside `learnlead --version`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import PROGRAMS, Command, in_turn, judge, world
from pages import write_workspace

BAR = 1.5
PAGES = 520
TODAY = "2026-11-20"  # a week after the last page: due, so that exit 0 is the right answer
SETTINGS = """\
day: thursday
rubric: [learning-leader, learning-culture]
people: [report A, report B, a peer]
away:
  - 2026-12-21..2027-01-03
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "home").mkdir()
        for name, settings in (("plain", ""), ("with settings", SETTINGS)):
            write_workspace(top / name, pages=PAGES, days_apart=7)
            (top / name / "learnlead.yaml").write_text(settings, encoding="utf-8")
        learnlead = PROGRAMS / "learnlead"
        version = Command("learnlead --version", [learnlead, "--version"], top)
        quiet = [
            Command(f"learnlead due --quiet, {name}", [learnlead, "due", "--quiet"], top / name)
            for name in ("plain", "with settings")
        ]
        figures = in_turn([version, *quiet], runs=runs, env=world(top / "home", TODAY))
    for name, figure in figures.items():
        print(f"{name}: median {figure.median * 1000:.0f} ms of {runs} runs")
    base = figures[version.name].median
    holds = [
        judge(f"{one.name}, {PAGES} pages / --version", figures[one.name].median / base, BAR)
        for one in quiet
    ]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
