"""The program as the tests run it: inside this process, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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

    code: object = 0
    with CliRunner().isolation(input=stdin) as (stdout, stderr, _):
        try:
            _root_command().main(args=[str(a) for a in args], prog_name="learnlead")
        except SystemExit as ended:
            if ended.__cause__ is not None:
                raise ended.__cause__ from None  # what nobody foresaw fails the test
            code = ended.code
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code if isinstance(code, int) else 0, _text(stdout), _text(stderr))


@cache
def _root_command() -> Any:
    """The program's commands, built once in this process; Typer takes milliseconds for each."""
    from typer.main import get_command

    from learnlead.cli.app import app

    return get_command(app)


def _text(stream: Any) -> str:
    return str(stream.getvalue().decode("utf-8", "replace").replace("\r\n", "\n"))


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
