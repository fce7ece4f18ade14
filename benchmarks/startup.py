"""How long a person waits for what is asked often, beside an empty Typer application."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import PROGRAMS, Command, in_turn, judge, ratio, world
from pages import write_workspace

PAGES = 52
MANY = 520
TODAY = "2026-11-20"  # a week after the last page: due, so that exit 0 is the right answer

EMPTY = """\
from typing import Annotated
import typer
app = typer.Typer()
@app.command()
def nothing(text: Annotated[str, typer.Option()] = "") -> None: pass
app()
"""
"""With one text option, as any command has: Typer loads Pydantic for it."""

SETTINGS = """\
day: thursday
rubric: [learning-leader, learning-culture]
people: [report A, report B, a peer]
away:
  - 2026-12-21..2027-01-03
"""

BARS = {
    ("--version",): 1.0,
    (): 1.4,
    ("due",): 1.3,
    ("due", "--quiet"): 1.3,
    ("trends",): 1.8,
}
"""How many times the empty application each may take, with 52 pages."""

WITH_SETTINGS_BAR = 1.3
"""Of `due --quiet`, as it stands in a shell prompt, with 520 pages and two rubrics."""


WRONG_BAR = 1.1
"""Of `trends` over pages with a rating off the scale on each, beside the same pages without."""


def spoil(journal: Path) -> None:
    """Put the first rating of each page off the scale."""
    for page in journal.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        head, label, rest = text.partition("**Rating:** ")
        page.write_text(f"{head}{label}7{rest[1:]}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    runs = parser.parse_args().runs
    learnlead = PROGRAMS / "learnlead"
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "home").mkdir()
        (top / "empty.py").write_text(EMPTY)
        write_workspace(top / "workspace", pages=PAGES, days_apart=7)
        write_workspace(top / "many", pages=MANY, days_apart=7)
        spoil(write_workspace(top / "spoilt", pages=PAGES, days_apart=7))
        (top / "many" / "learnlead.yaml").write_text(SETTINGS, encoding="utf-8")
        empty = Command("an empty Typer application", [sys.executable, top / "empty.py"], top)
        commands = [
            Command(" ".join(("learnlead", *args)), [learnlead, *args], top / "workspace")
            for args in BARS
        ]
        name = f"learnlead due --quiet, {MANY} pages and settings"
        commands.append(Command(name, [learnlead, "due", "--quiet"], top / "many"))
        wrong = Command(
            "learnlead trends, a wrong line a page", [learnlead, "trends"], top / "spoilt"
        )
        figures = in_turn([empty, *commands, wrong], runs=runs, env=world(top / "home", TODAY))
    for name, figure in figures.items():
        print(f"{name}: median {figure.median * 1000:.0f} ms of {runs} runs")
    base = figures[empty.name]
    holds = [
        judge(f"{command.name} / empty", ratio(figures[command.name], base), bar)
        for command, bar in zip(commands, (*BARS.values(), WITH_SETTINGS_BAR), strict=True)
    ]
    right = figures["learnlead trends"]
    holds.append(judge(f"{wrong.name} / without", ratio(figures[wrong.name], right), WRONG_BAR))
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
