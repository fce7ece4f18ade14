"""The list of operations holds every command that changes a file, and no other changes one."""

from __future__ import annotations

import pytest
from typer.main import get_command

from faults.operations import operations
from faults.serving import Server
from learnlead.cli.app import app
from reference import commands

CHANGES_NOTHING: dict[str, tuple[str, ...]] = {
    "": (),
    "trends": ("trends",),
    "demo": ("demo",),
    "shared": ("shared",),
    "due": ("due",),
    "doctor": ("doctor",),
    "note list": ("note", "list"),
    "journal": ("journal",),
    "journal list": ("journal", "list"),
    "journal check": ("journal", "check"),
    "search": ("search", "canary"),
    "plan": ("plan",),
    "plan list": ("plan", "list"),
    "focus": ("focus",),
    "focus show": ("focus", "show"),
    "rubric": ("rubric",),
    "rubric list": ("rubric", "list"),
    "rubric show": ("rubric", "show"),
    "rubric check": ("rubric", "check"),
    "rubric schema": ("rubric", "schema"),
    "rubric pack": ("rubric", "pack", "learning-leader"),
    "rubric diff": ("rubric", "diff", "learning-leader", "learning-culture"),
    "coach": ("coach",),
    "schemas": ("schemas",),
    "completion": ("completion", "bash"),
    "help": ("help",),
    "coach client": ("coach", "client", "Anna"),
    "remind status": ("remind", "status"),
}
"""Commands that only tell; how each is typed."""

ALSO_CHANGES_NOTHING = (
    ("init", "."),
    ("away",),
    ("read",),
    ("journal", "forget", "Kerstin", "--dry-run"),
    ("export", "--dry-run"),
    ("reflect", "--answers-form"),
    ("remind", "on", "--using", "cron", "--print"),
    ("remind", "--test"),
    ("coach", "review", "first.zip", "--all"),
    ("--version",),
    ("journal", "--help"),
)
"""Commands that change something, asked for no more than to tell."""


def every_command() -> set[str]:
    """By name, and once more with `--output` where a command writes to a file."""
    found = set()
    for names, command in commands(get_command(app)):
        name = " ".join(names)
        found.add(name)
        if any("--output" in param.opts for param in command.params):
            found.add(f"{name} --output".strip())
    return found


def test_every_command_is_an_operation_or_changes_nothing() -> None:
    changing = {operation.command.strip() for operation in operations().values()}
    assert changing.isdisjoint(CHANGES_NOTHING)
    both = {name for name in every_command() if name.endswith("--output")} | changing
    missing = every_command() - both - CHANGES_NOTHING.keys() - {"export"}
    assert not missing, f"give tests/faults/operations a line for each: {sorted(missing)}"
    assert {name for name in every_command() if name.endswith("--output")} <= changing


@pytest.mark.parametrize("words", [*CHANGES_NOTHING.values(), *ALSO_CHANGES_NOTHING], ids=" ".join)
def test_a_command_that_tells_changes_nothing(server: Server, words: tuple[str, ...]) -> None:
    assert server.calls_of(words) == []
