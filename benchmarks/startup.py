"""How long a person waits before anything happens, beside an empty Typer application and jrnl."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import PROGRAMS, Command, in_turn, judge, world
from pages import write_workspace

VERSION_BAR = 1.25
DUE_BAR = 1.8
PAGES = 52
TODAY = "2026-11-20"  # a week after the last page: due, so that exit 0 is the right answer

EMPTY = """\
import typer
app = typer.Typer()
@app.command()
def nothing() -> None: pass
app()
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        write_workspace(top / "workspace", pages=PAGES, days_apart=7)
        (top / "empty.py").write_text(EMPTY)
        (top / "home").mkdir()
        learnlead = PROGRAMS / "learnlead"
        empty = Command("an empty Typer application", [sys.executable, top / "empty.py"], top)
        version = Command("learnlead --version", [learnlead, "--version"], top)
        due = Command("learnlead due", [learnlead, "due"], top / "workspace")
        jrnl = Command("jrnl --version", [PROGRAMS / "jrnl", "--version"], top)
        figures = in_turn([empty, version, due, jrnl], runs=runs, env=world(top / "home", TODAY))
    for name, figure in figures.items():
        print(f"{name}: median {figure.median * 1000:.0f} ms of {runs} runs")
    base = figures[empty.name].median
    holds = [
        judge("learnlead --version / empty", figures[version.name].median / base, VERSION_BAR),
        judge(f"learnlead due, {PAGES} pages / empty", figures[due.name].median / base, DUE_BAR),
    ]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
