"""Write docs/reference/commands.md: the help of every command, as the program gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from learnlead.cli.app import app

REFERENCE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"

_HEAD = """\
# Commands

What `learnlead COMMAND --help` says. Written by `make reference`; do not edit.
"""


def commands(command: Any, *names: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """A command and all below it that are not hidden, each with its names, after its parent."""
    yield names, command
    for name, below in getattr(command, "commands", {}).items():
        if not below.hidden:
            yield from commands(below, *names, name)


def help_of(*command: str) -> str:
    """The help of one command, without colour."""
    shown = CliRunner().invoke(
        app, [*command, "--help"], prog_name="learnlead", env={"COLUMNS": "80"}
    )
    return "\n".join(line.rstrip() for line in shown.stdout.strip("\n").split("\n"))


def reference() -> str:
    """The whole page."""
    sections = (
        f"## {' '.join(('learnlead', *names))}\n\n```text\n{help_of(*names)}\n```\n"
        for names, _ in commands(get_command(app))
    )
    return "\n".join((_HEAD, *sections))


if __name__ == "__main__":
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(reference(), encoding="utf-8")
