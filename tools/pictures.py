"""Draw the pictures of the docs anew: the real program at its work, in a terminal and a browser.

python tools/pictures.py [NAME…]    all of them, or those alone
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from page_pictures import SHOTS, Shot, missing_parts, take
from sittings import SITTINGS, said, screens
from svg import DARK, LIGHT, Ground, picture, sheet
from terminal.terminal import Terminal

TOP = Path(__file__).parents[1]
PICTURES = TOP / "docs" / "pictures"
ANSWERS = TOP / "docs" / "invented-year"


def world(home: Path, today: str) -> dict[str, str]:
    """What the program sees of this machine, beside the PATH."""
    return {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm", "LEARNLEAD_TODAY": today}


def sitting(home: Path, name: str, ground: Ground = LIGHT) -> str:
    """Every screen of that sitting of an invented leader."""
    return sheet(screens(home, name), f"A leader's {name} sitting, screen by screen", ground=ground)


def closing(home: Path) -> str:
    """The card at the end of the fifth sitting."""
    return picture(screens(home, "fifth")[-1], "The end of a sitting: the plan, and earlier words")


def trends(
    home: Path, *options: str, columns: int = 86, before: str = "", **environment: str
) -> str:
    """The trends over the whole invented year; with `before`, down to that heading alone."""
    with Terminal(
        *("trends", *options),
        cwd=year(home),
        environment=world(home, "2026-11-13") | environment,
        columns=columns,
        rows=200,
    ) as terminal:
        terminal.finish()
        title = "Trends over the invented year: the focus first, each claim with its n"
        return picture(terminal.screen, title, before=before)


def review(home: Path) -> str:
    """What a coach sees of the invented year, down to the leader's own words."""
    always = ("--for", "Kim", "--as", "Anna", "--until", "2026-12-31", "--not-for", "sponsor")
    want = "Help me wait: I still answer before they have asked."
    subprocess.run(
        [
            *(sys.executable, "-m", "learnlead", "export", "--output", home / "anna.zip", *always),
            *("--want", want, "--include", "moments,insights", "--yes", "--names", "stay"),
        ],
        cwd=year(home),
        env=os.environ | world(home, "2026-11-13"),
        check=True,
        capture_output=True,
    )
    with Terminal(
        *("coach", "review", "anna.zip"),
        cwd=home,
        environment=world(home, "2026-11-13"),
        columns=86,
        rows=400,
    ) as terminal:
        terminal.finish()
        title = "A coach's review: the terms first, then what this leader wants"
        return picture(terminal.screen, title, before="Week by week")


def year(home: Path) -> Path:
    """The invented year in a workspace of its own."""
    return Path(shutil.copytree(TOP / "journals" / "examples", home / "year"))


COACH_SHOTS = {
    "coach-report": Shot(1000, 1450),
    "coach-report-paper": Shot(794, 1123, media="print"),
}
"""The pictures of the report for a coach, by the name of their file."""

WANT = "Half an hour on why I finish other people's sentences when I am in a hurry."

DRAWN: dict[str, Callable[[Path], str]] = {
    "sitting": closing,
    "sitting-first-light": partial(sitting, name="first"),
    "sitting-first-dark": partial(sitting, name="first", ground=DARK),
    "sitting-fifth-light": partial(sitting, name="fifth"),
    "sitting-fifth-dark": partial(sitting, name="fifth", ground=DARK),
    "trends": trends,
    "trends-80": partial(trends, columns=80),
    "trends-120": partial(trends, columns=120),
    "trends-80-no-colour": partial(trends, columns=80, NO_COLOR="1"),
    "trends-120-no-colour": partial(trends, columns=120, NO_COLOR="1"),
    "review": review,
    "trends-80-plain": lambda home: trends(home, "--plain", columns=80),
}
"""The pictures of a terminal, by the name of their file."""


def pages(wanted: Collection[str]) -> None:
    """The pictures of the page, if they are wanted and there is a browser."""
    if not any(name in wanted for name in SHOTS):
        return
    if missing := missing_parts():
        print(f"not drawn: {', '.join(SHOTS)}; {missing}", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as home:
        page = Path(home) / "trends.html"
        subprocess.run(
            [sys.executable, "-m", "learnlead", "trends", "--output", page],
            cwd=year(Path(home)),
            env=os.environ | world(Path(home), "2026-11-13"),
            check=True,
        )
        for name, shot in SHOTS.items():
            if name in wanted:
                take(page, shot, PICTURES / f"{name}.png")
                print(f"docs/pictures/{name}.png")


def coach_report(wanted: Collection[str]) -> None:
    """The pictures of the report for a coach, as `pages` has those of the trends."""
    names = [name for name in COACH_SHOTS if name in wanted]
    if not names or missing_parts():
        return
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [
                *(
                    sys.executable,
                    "-m",
                    "learnlead",
                    "export",
                    "--output",
                    "../coach",
                    "--yes",
                    "--names",
                    "stay",
                ),
                *("--for", "Maria", "--as", "Alex", "--until", "2027-01-31"),
                *("--not-for", "sponsor", "--include", "moments,insights", "--want", WANT),
            ],
            cwd=year(Path(home)),
            env=os.environ | world(Path(home), "2026-11-13"),
            check=True,
            capture_output=True,
        )
        for name in names:
            take(Path(home) / "coach/report.html", COACH_SHOTS[name], PICTURES / f"{name}.png")
            print(f"docs/pictures/{name}.png")


def main() -> None:
    """Draw what is wanted."""
    wanted = sys.argv[1:] or [
        *DRAWN,
        *(f"sitting-{name}-plain" for name in SITTINGS),
        *SHOTS,
        *COACH_SHOTS,
    ]
    for name in os.environ.keys() - {"PATH", "PYTHONPATH"}:
        del os.environ[name]  # nothing of this machine's user shows, such as NO_COLOR
    PICTURES.mkdir(exist_ok=True)
    for name, draw in DRAWN.items():
        if name in wanted:
            with tempfile.TemporaryDirectory() as home:
                drawn = draw(Path(home))
            (PICTURES / f"{name}.svg").write_text(drawn, encoding="utf-8")
            print(f"docs/pictures/{name}.svg")
    for name in SITTINGS:
        if f"sitting-{name}-plain" in wanted:
            with tempfile.TemporaryDirectory() as home:
                text = said(Path(home), name)
            (PICTURES / f"sitting-{name}-plain.txt").write_text(text, encoding="utf-8")
            print(f"docs/pictures/sitting-{name}-plain.txt")
    pages(wanted)
    coach_report(wanted)


if __name__ == "__main__":
    main()
