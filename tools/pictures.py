"""Draw the pictures of the README anew: the real program, in a terminal, at its work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from svg import picture
from terminal.terminal import Terminal

TOP = Path(__file__).parents[1]
PICTURES = TOP / "docs" / "pictures"
ANSWERS = TOP / "docs" / "invented-year"


def world(home: Path, today: str) -> dict[str, str]:
    """What the program sees of this machine, beside the PATH."""
    return {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm", "LEARNLEAD_TODAY": today}


def sitting(home: Path) -> str:
    """The third sitting of the invented year, at the rating of its focus."""
    workspace = home / "learnlead"
    for earlier in sorted(ANSWERS.glob("*.yaml"))[:2]:
        subprocess.run(
            [sys.executable, "-m", "learnlead", "reflect", "--answers", earlier],
            cwd=home,
            env=os.environ | world(home, earlier.stem),
            check=True,
            capture_output=True,
        )
    with Terminal(
        "reflect", cwd=workspace, environment=world(home, "2025-11-21"), columns=86
    ) as terminal:
        terminal.wait_for("Step 1 of 5")
        terminal.press("1")
        terminal.wait_for("Enter twice")
        terminal.press("Twice, both times with E.", "enter", "enter")
        terminal.wait_for("Step 2 of 5")
        terminal.press("1", "4", "enter")
        terminal.wait_for("someone else, or a group")
        terminal.press("s")
        terminal.wait_for("Step 3 of 5")
        terminal.press("She had half an answer when she came in.", "enter", "enter")
        for number, keys in enumerate(("4", "3", "enter", "n m", "4", "2", "4"), start=1):
            terminal.wait_for(f"rating {number} of 12")
            terminal.press(*keys.split())
        terminal.wait_for("rating 8 of 12")
        return picture(terminal.screen, "A sitting: one key a rating, where you stand in sight")


def trends(home: Path) -> str:
    """The beginning of the trends over the whole invented year."""
    year = home / "year"
    shutil.copytree(TOP / "journals" / "examples", year)
    with Terminal(
        "trends", cwd=year, environment=world(home, "2026-11-13"), columns=86, rows=100
    ) as terminal:
        terminal.finish()
        return picture(
            terminal.screen,
            "Trends over the invented year: the focus first, each claim with its n",
            before="What the ratings leave out",
        )


def main() -> None:
    """Write both pictures."""
    for name in os.environ.keys() - {"PATH", "PYTHONPATH"}:
        del os.environ[name]  # nothing of this machine's user shows, such as NO_COLOR
    PICTURES.mkdir(exist_ok=True)
    for draw in (sitting, trends):
        with tempfile.TemporaryDirectory() as home:
            drawn = draw(Path(home))
        (PICTURES / f"{draw.__name__}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
