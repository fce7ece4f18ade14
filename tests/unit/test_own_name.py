"""Hints are said as they can be typed; what is no hint is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.main import get_command as root_of

from learnlead import own_name
from learnlead.cli.app import app
from learnlead.errors import Problem
from learnlead.i18n.languages import shipped_languages
from learnlead.i18n.words import words_in
from learnlead.own_name import COMMANDS, as_typed, set_name_finder, usual_name

PATH = "~/'a {house}'/.venv/bin/learnlead"


@pytest.fixture
def by_path() -> Iterator[None]:
    """The program as a path starts it."""
    set_name_finder(lambda: PATH)
    yield
    set_name_finder(lambda: own_name.USUAL)


def test_every_command_makes_a_hint() -> None:
    commands = root_of(app).commands  # type: ignore[attr-defined]  # a group, which click has no type for here
    assert {name for name in COMMANDS if not name.startswith("-")} == set(commands)


@pytest.mark.usefixtures("by_path")
@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("`learnlead trends --all` shows 3 more.", f"`{PATH} trends --all` shows 3 more."),
        ("none (learnlead remind on)", f"none ({PATH} remind on)"),
        ("learnlead --help shows the rest", f"{PATH} --help shows the rest"),
        ("learnlead init a makes one", f"{PATH} init a makes one"),
    ],
)
def test_a_hint_is_said_as_it_can_be_typed(sentence: str, typed: str) -> None:
    assert as_typed(sentence) == typed
    assert str(Problem("this is so", sentence)) == f"this is so ({typed})"


@pytest.mark.usefixtures("by_path")
@pytest.mark.parametrize(
    "sentence",
    [
        "another learnlead is changing something there",
        "learnlead: stopped",
        "~/learnlead/learnlead.yaml: learnlead uses no network",
        "/opt/learnlead trends",
        "learnlead initial",
    ],
)
def test_the_name_of_the_program_stays(sentence: str) -> None:
    assert as_typed(sentence) == sentence


@pytest.mark.usefixtures("by_path")
@pytest.mark.parametrize("language", shipped_languages())
def test_every_sentence_of_a_sitting_says_what_can_be_typed(language: str) -> None:
    words = words_in(language)
    hints = [key for key in words if "`learnlead " in words.template(key)]
    assert hints
    for key in hints:
        assert words(key) == words.template(key).replace("`learnlead ", f"`{PATH} ")


@pytest.mark.usefixtures("by_path")
def test_what_is_written_to_keep_has_the_usual_name() -> None:
    with usual_name():
        assert as_typed("`learnlead trends`") == "`learnlead trends`"
    assert as_typed("`learnlead trends`") == f"`{PATH} trends`"
