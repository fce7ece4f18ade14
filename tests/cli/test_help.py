"""`--help`: the commands under headings, a line each that is never cut, and examples."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from learnlead.cli.app import HEADINGS, app
from running import run

WEEKLY = HEADINGS["Every week"]


def commands(command: Any, *names: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, below in getattr(command, "commands", {}).items():
        if not below.hidden:
            yield (*names, name), below
            yield from commands(below, *names, name)


ALL = dict(commands(get_command(app)))


def help_of(monkeypatch: pytest.MonkeyPatch, columns: int, *names: str) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = run(*names, "--help")
    assert (ran.code, ran.stderr) == (0, "")
    return ran.stdout


def test_the_commands_stand_under_headings_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = help_of(monkeypatch, 80).split("Every week:\n", 1)[1].splitlines()
    names = [line.split()[0] for line in listed if line[:3].strip() and line.startswith("  ")]
    expected = [name for below in HEADINGS.values() for name in below]
    assert names[: len(expected)] == expected
    headings = [line for line in listed if line and not line.startswith(" ")]
    assert headings == ["With a coach:", "Your own:", "Setting up:"]


def test_a_command_is_told_in_one_whole_line_of_80(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = help_of(monkeypatch, 80).splitlines()
    for names, command in ALL.items():
        if len(names) == 1:
            (line,) = (line for line in lines if line.startswith(f"  {names[0]} "))
            assert line.endswith(f"  {command.get_short_help_str(1000)}")
            assert len(line) <= 80


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_no_help_cuts_a_line(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for names in [(), *{names[:-1] for names in ALL} - {()}]:
        text = help_of(monkeypatch, columns, *names)
        assert "..." not in text.split("Options:", 1)[1].replace("[ARGS]...", ""), names


@pytest.mark.parametrize("name", WEEKLY)
def test_what_is_used_weekly_has_examples_that_can_be_typed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = help_of(monkeypatch, 80, name)
    lines = text.split("Examples:\n", 1)[1].splitlines()
    assert 2 <= len(lines) <= 3
    command: Any = ALL[name,]
    options = {option for param in command.params for option in param.opts}
    for line in lines:
        assert len(line) <= 80
        typed = shlex.split(line.strip().split("   ")[0])
        assert typed[:2] == ["learnlead", name]
        assert {word for word in typed if word.startswith("--")} <= options
