"""Write what the program itself tells: commands, keys of rubric files, schemas for editors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from typer.main import get_command
from typer.testing import CliRunner

from learnlead.adapters.disk.rubrics.writing import schema_text
from learnlead.cli.app import app
from learnlead.rubric.schema import FileKind, file_schema

REFERENCE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
SCHEMAS = Path(__file__).parents[1] / "schemas"
RUBRICS = Path(__file__).parents[1] / "docs" / "rubrics.md"
KEYS = "## Every key\n"
"""From this line on docs/rubrics.md is written; what stands above it is by hand."""

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


def rubric_keys() -> str:
    """The end of docs/rubrics.md: every key of the two kinds of file."""
    titles: dict[FileKind, str] = {"rubric": "Of a rubric", "prompts": "Of a prompt bank"}
    page = KEYS
    for kind, title in titles.items():
        page += f"\n### {title}\n\n| key | meaning |\n|---|---|\n"
        page += "".join(f"| `{key}` | {words} |\n" for key, words in _keys(file_schema(kind)))
    return page


def _keys(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys in the order of the file, those of a part behind its own."""
    for key, node in schema["properties"].items():
        yield key, node["description"]
        for name, part in schema["$defs"].items():
            if f"'#/$defs/{name}'" in str(node):
                for inner, below in part["properties"].items():
                    yield f"{key}: {inner}", below["description"]


if __name__ == "__main__":
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(reference(), encoding="utf-8")
    by_hand = RUBRICS.read_text(encoding="utf-8").partition(KEYS)[0]
    RUBRICS.write_text(by_hand + rubric_keys(), encoding="utf-8")
    for kind in get_args(FileKind):
        (SCHEMAS / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
