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
from forking import CAN_FORK, PIPE_HOLDS, run_forked

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
    encoding: str = "utf-8",
) -> Ran:
    """Run `learnlead ARGS` as a program of its own; stdin is no terminal, and UTF-8.

    `source` is where it looks for the package first; None leaves that to the program. `encoding`
    is that of what it answers. In `make test` the program is forked from a process that has it
    imported, where that comes to the same.
    """
    world = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if source is not None:
        world["PYTHONPATH"] = str(source)
    words = [str(word) for word in (*program, *args)]
    python_words = _after_python(words)
    written = stdin.encode("utf-8", "surrogateescape")
    if python_words and source == SOURCE and _starts_as_here() and len(written) <= PIPE_HOLDS:
        code, stdout, stderr = run_forked(
            python_words, environment=world, folder=str(cwd or Path.cwd()), stdin=written
        )
    else:
        done = subprocess.run(
            words, input=written, cwd=cwd, env=world, capture_output=True, timeout=60, check=False
        )
        code, stdout, stderr = done.returncode, done.stdout, done.stderr
    return Ran(code, stdout.decode(encoding), stderr.decode(encoding))


def _after_python(words: list[str]) -> list[str] | None:
    """The words after `python`, of a script its name; None if another program is meant."""
    if words[0] == sys.executable:
        return words[1:]
    with Path(words[0]).open(encoding="utf-8") as file:
        return words if file.readline() == f"#!{sys.executable}\n" else None


def _starts_as_here() -> bool:
    """Whether Python would start like the process that is forked; it reads these as it starts."""
    return CAN_FORK and os.environ.get("LANG") == "C.UTF-8" and _python_variables() == _AT_START


def _python_variables() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith(("PYTHON", "LC_"))}


_AT_START = {name: value for name, value in _python_variables().items() if name[:3] != "LC_"}
