"""What is waited for before the first word: a run loads what its command needs, and no other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.kit import held
from learnlead.cli.app import HEADINGS
from running import SOURCE

SCREENS = {"rich", "questionary", "prompt_toolkit", "jinja2"}


def loaded(*args: str) -> set[str]:
    program = (
        "import sys; from learnlead.__main__ import main\n"
        f"sys.argv = ['learnlead', *{args!r}]\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("args", "unneeded"),
    [
        ((), {"learnlead.coach", "learnlead.rubric.prompts", "learnlead.sitting.model"}),
        (("due",), {"learnlead.coach", "learnlead.sitting.model", "learnlead.trends"}),
        (("due", "--quiet"), {"learnlead.trends"}),
        (
            ("trends",),
            {"learnlead.coach", "learnlead.rubric.prompts", "learnlead.reports.render.svg"},
        ),
        (("trends", "--json"), {"learnlead.coach"}),
        (("search", "silence"), {"learnlead.coach", "learnlead.trends.model"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_run_loads_what_its_command_needs_and_no_screens(
    workspace: Path, args: tuple[str, ...], unneeded: set[str]
) -> None:
    held("insight: There was silence.\n")
    modules = loaded(*args)
    commands = {
        name
        for below in HEADINGS.values()
        for name in below
        if f"learnlead.cli.commands.{name}" in modules
    }
    assert commands == set(args[:1])
    assert not (SCREENS | unneeded) & modules


def test_a_wrong_option_is_told_without_a_screen(workspace: Path) -> None:
    assert not SCREENS & loaded("due", "--loud")


def test_the_version_is_told_without_any_model() -> None:
    assert not {"learnlead.rubric.model", "pydantic", "yaml"} & loaded("--version")
