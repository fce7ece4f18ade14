"""The program as the tests run it: inside this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import learnlead

TODAY = "2026-11-20"
"""The Friday on which every test takes place, unless it says otherwise."""

SOURCE = Path(learnlead.__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left: the exit code and the two streams."""

    code: int
    stdout: str
    stderr: str


def run(*args: str | Path, stdin: str = "") -> Ran:
    """Run `learnlead ARGS` inside this process; stdin is no terminal."""
    from typer.testing import CliRunner

    from learnlead.cli.app import app

    result = CliRunner().invoke(app, [str(a) for a in args], input=stdin, prog_name="learnlead")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exception is not None and result.exception.__cause__ is not None:
        raise result.exception.__cause__  # what nobody foresaw fails the test
    return Ran(result.exit_code, result.stdout, result.stderr)


def run_program(
    *args: str | Path,
    stdin: str = "",
    cwd: Path | None = None,
    program: tuple[str | Path, ...] = (sys.executable, "-m", "learnlead"),
    source: Path | None = SOURCE,
) -> Ran:
    """Run `learnlead ARGS` as a program of its own; stdin is no terminal.

    `source` is where it looks for the package first; None leaves that to the program.
    """
    world = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if source is not None:
        world["PYTHONPATH"] = str(source)
    done = subprocess.run(
        [*program, *map(str, args)],
        input=stdin,
        cwd=cwd,
        env=world,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
