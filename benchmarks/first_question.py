"""How long a person waits for the first question, with ten thousand pages and with none.

And for the next one after a key: between questions nothing proportional to the journal happens.
The program runs in a real terminal, so that what is measured is what a person waits for.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect

from measuring import PROGRAMS, judge, world
from pages import write_workspace

BAR = 1.3
TODAY = "2026-11-20"  # a Friday, a week after the last page
KEYS = 9
"""So many keys are timed in each sitting: skips, each of which brings the next question."""


class Sitting:
    """One sitting, at the plain door: there a question has come when its prompt has.

    It begins sooner than the rich one, so that the journal weighs more in its time.
    """

    def __init__(self, workspace: Path, env: dict[str, str]) -> None:
        start = time.perf_counter()
        self._program = pexpect.spawn(
            str(PROGRAMS / "learnlead"), ["reflect", "--plain"], cwd=str(workspace), env=env
        )
        self._program.delaybeforesend = None
        self._wait()
        self.first = time.perf_counter() - start

    def skip(self) -> float:
        """Skip a question; seconds until the next one."""
        start = time.perf_counter()
        self._program.send("skip\r")
        self._wait()
        return time.perf_counter() - start

    def close(self) -> None:
        """End it, as closing the window would."""
        self._program.close(force=True)

    def _wait(self) -> None:
        self._program.expect_exact("\n> ", timeout=60)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    workspaces = ("empty", "long")
    first: dict[str, list[float]] = {name: [] for name in workspaces}
    following: dict[str, list[float]] = {name: [] for name in workspaces}
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        write_workspace(top / "empty", pages=0, days_apart=1)
        write_workspace(top / "long", pages=options.pages, days_apart=1)
        for run in range(options.runs + 1):
            for name in workspaces:
                home = top / f"home-{name}-{run}"  # a home of its own: no draft is found in it
                home.mkdir()
                env = world(home, TODAY) | {"TERM": "xterm-256color"}
                sitting = Sitting(top / name, env)
                took = [sitting.skip() for _ in range(KEYS)]
                sitting.close()
                if run:
                    first[name].append(sitting.first)
                    following[name] += took
    for name, pages in (("empty", 0), ("long", options.pages)):
        print(
            f"{pages} pages: first question after {median(first[name]) * 1000:.0f} ms, "
            f"the next {median(following[name]) * 1000:.1f} ms after a key; {options.runs} runs"
        )
    between = median(following["long"]) / median(following["empty"])
    holds = [
        judge("first question", median(first["long"]) / median(first["empty"]), BAR),
        judge("from a key to the next question", between, BAR),
    ]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
