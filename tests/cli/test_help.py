"""`--help`: the commands under headings, a line each that is never cut, and examples."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from learnlead.cli.app import HEADINGS, app
from learnlead.i18n.languages import shipped
from running import run

GERMAN = shipped("de", "help")
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


def sentences(command: Any) -> Iterator[str]:
    """What the help of one command says, each as it is looked up in another language."""
    for text in (command.help, command.epilog):
        for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text or "")):
            if paragraph.startswith("\b"):
                yield from (re.split(r"\s{3,}", x.strip())[1] for x in paragraph.split("\n")[2:])
            else:
                yield " ".join(paragraph.split())
    yield from (param.help or "" for param in command.params if not getattr(param, "hidden", False))


def test_every_sentence_of_help_has_a_german_one_and_none_is_left_over() -> None:
    commands_here = [get_command(app), *ALL.values()]
    said = {text for command in commands_here for text in sentences(command) if text}
    assert sorted(said - set(GERMAN)) == []
    assert set(HEADINGS) <= set(GERMAN)
    own = [text for text in GERMAN if text[-1] == "." and text not in said]
    assert own == ["Show this message and exit.", "Try '{command}' for help."]


def test_help_speaks_the_language_of_the_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", ".")
    with open("learnlead.yaml", "a", encoding="utf-8") as file:  # noqa: PTH123 - one line
        file.write("language: de\n")
    text = help_of(monkeypatch, 80)
    assert text.startswith("Aufruf: learnlead [OPTIONEN] BEFEHL [ANGABEN]...\n")
    assert "Jede Woche:\n  reflect  Auf die Woche zurückblicken" in text
    assert "  --at UHRZEIT    Ortszeit.  [sonst 16:00]\n" in help_of(
        monkeypatch, 80, "remind", "on"
    )
    assert help_of(monkeypatch, 80, "--lang", "en").startswith("Usage: ")
    assert help_of(monkeypatch, 80, "plan", "--lang", "en").startswith("Usage: ")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("plann",), "Fehler: Den Befehl 'plann' gibt es nicht. Meinst du 'plan'?\n"),
        (("plan", "list", "--fo"), "Fehler: Die Option --fo gibt es nicht"),
        (("focus", "set"), "Fehler: Es fehlt die Angabe "),
    ],
)
def test_what_cannot_be_a_command_is_told_in_german(typed: tuple[str, ...], answer: str) -> None:
    ran = run("--lang", "de", *typed)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Aufruf: learnlead")
    assert answer in ran.stderr


@pytest.mark.parametrize("name", WEEKLY)
def test_german_examples_fit_a_line_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = help_of(monkeypatch, 80, "--lang", "de", name)
    assert max(map(len, text.split("Beispiele:\n", 1)[1].splitlines())) <= 80
