"""`--help`: the commands under headings, a line each that is never cut, and examples."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from learnlead.cli.app import HEADINGS, app
from learnlead.cli.help.examples import EXAMPLES
from learnlead.i18n.languages import shipped
from running import run

GERMAN = shipped("de", "help")


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


@pytest.mark.parametrize(("language", "heading"), [("en", "Examples:"), ("de", "Beispiele:")])
def test_every_help_begins_with_examples_that_fit_a_line(
    language: str, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for names in ((), *ALL):
        text = help_of(monkeypatch, 80, "--lang", language, *names)
        sections = [line for line in text.splitlines()[1:] if line and not line.startswith(" ")]
        assert sections[0] == heading
        lines = text.split(f"{heading}\n")[1].split("\n\n")[0].splitlines()
        assert len(lines) == len(EXAMPLES[" ".join(names)]) <= 3
        assert max(map(len, lines)) <= 80, names


def test_every_example_can_be_typed() -> None:
    assert list(EXAMPLES) == [" ".join(names) for names in ((), *ALL)]
    for names, examples in EXAMPLES.items():
        for typed, _ in examples:
            words = re.split(r" \| | && | >> ", typed)[0]
            assert words.startswith(names)
            parse(shlex.split(words))


def parse(args: list[str]) -> None:
    """Let Typer read the words of a command line; it raises where they are none."""
    context: Any = get_command(app).make_context("learnlead", args)
    while hasattr(context.command, "resolve_command"):
        left = context._protected_args + context.args
        if not left:
            return
        name, command, rest = context.command.resolve_command(context, left)
        context = command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("names", [(), ("plan",), ("plan", "done"), ("note",), ("help",)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_help_of_a_command_is_what_help_behind_it_says(
    names: tuple[str, ...], language: str
) -> None:
    assert run("--lang", language, "help", *names) == run("--lang", language, *names, "--help")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("plann",), "Error: No such command 'plann'. Did you mean 'plan'?\n"),
        (("plan", "x"), "Error: No such command 'x'.\n"),
        (("plan", "done", "1"), "Error: Got unexpected extra argument (1)\n"),
    ],
)
def test_help_of_what_is_no_command_says_so(typed: tuple[str, ...], answer: str) -> None:
    ran = run("help", *typed)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.endswith(answer)


def test_short_options_are_the_long_ones(tmp_path: Path) -> None:
    assert run("-V") == run("--version")
    file = tmp_path / "plans.txt"
    run("schemas", "-o", file)
    assert file.read_text() == run("schemas").stdout
    assert run("due", "-q").stdout == ""
    for names, command in ALL.items():
        for param in command.params:
            short = {"--output": "-o", "--quiet": "-q"}.get(param.opts[-1])
            assert short is None or short in param.opts, names


def sentences(command: Any) -> Iterator[str]:
    """What the help of one command says, each as it is looked up in another language."""
    for text in (command.help, command.epilog):
        for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text or "")):
            yield " ".join(paragraph.split())
    yield from (param.help or "" for param in command.params if not getattr(param, "hidden", False))


def test_every_sentence_of_help_has_a_german_one_and_none_is_left_over() -> None:
    commands_here = [get_command(app), *ALL.values()]
    said = {text for command in commands_here for text in sentences(command) if text}
    said |= {meaning for examples in EXAMPLES.values() for _, meaning in examples}
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
    assert "Jede Woche:\n  reflect     Auf die Woche zurückblicken" in text
    assert "  --at UHRZEIT        Ortszeit.  [sonst 16:00]\n" in help_of(
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
