"""Write what the program itself tells: commands, exit codes, JSON, the manual, keys of rubrics."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from typer.main import get_command
from typer.testing import CliRunner

from learnlead.adapters.disk.rubrics.writing import schema_text
from learnlead.cli.app import app
from learnlead.errors import LearnleadError
from learnlead.rubric.schema import FileKind, file_schema
from manual import MANUAL, manual

REFERENCE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
PROGRAMS = REFERENCE.with_name("programs.md")
SCHEMAS = Path(__file__).parents[1] / "schemas"
RUBRICS = Path(__file__).parents[1] / "docs" / "rubrics.md"
KEYS = "## Every key\n"
"""From this line on docs/rubrics.md is written; what stands above it is by hand."""

_HEAD = """\
# Commands

What `learnlead COMMAND --help` says. Written by `make reference`; do not edit.
"""

_PROGRAMS_HEAD = """\
# For programs

Exit codes and JSON answers, which scripts may rely on. Written by `make reference`; do not edit.
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


def for_programs() -> str:
    """The page of exit codes, by the errors that end with them, and of all shapes of JSON."""
    page = f"{_PROGRAMS_HEAD}\n## Exit codes\n\n| code | error | when |\n|---|---|---|\n"
    for code, name, when in exit_codes():
        page += f"| {code} | {name and f'`{name}`'} | {when} |\n"
    page += (
        "\n## JSON\n\nEach answer says the name of its schema under `schema`. "
        "Keys may be added, never changed.\n`learnlead schemas "
        "NAME` prints one.\n\n| schema | what it is | keys |\n|---|---|---|\n"
    )
    folder = files("learnlead.reports") / "schemas"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        schema = json.loads(file.read_text(encoding="utf-8"))
        keys = ", ".join(f"`{key}`" for key in schema["properties"] if key != "schema")
        page += f"| `{file.name.removesuffix('.json')}` | {schema['title']} | {keys} |\n"
    return page


def manual_page() -> str:
    """The manual page, with the exit codes."""
    return manual([(code, when) for code, _, when in exit_codes()])


def exit_codes() -> Iterator[tuple[int, str, str]]:
    """Each exit code, the name of its error, and when it comes."""
    yield 0, "", "The command did what was asked."
    for error in sorted(_below(LearnleadError), key=lambda error: error.exit_code):
        when = re.sub(r": exit \d+", "", " ".join((error.__doc__ or "").split()))
        yield error.exit_code, error.__name__, when


def _below(error: type[LearnleadError]) -> Iterator[type[LearnleadError]]:
    """A kind of error and all kinds of it in `learnlead.errors`."""
    yield error
    for kind in error.__subclasses__():
        if kind.__module__ == LearnleadError.__module__:
            yield from _below(kind)


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
    PROGRAMS.write_text(for_programs(), encoding="utf-8")
    MANUAL.write_text(manual_page(), encoding="utf-8")
    by_hand = RUBRICS.read_text(encoding="utf-8").partition(KEYS)[0]
    RUBRICS.write_text(by_hand + rubric_keys(), encoding="utf-8")
    for kind in get_args(FileKind):
        (SCHEMAS / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
