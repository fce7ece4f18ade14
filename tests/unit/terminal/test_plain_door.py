"""Lines at the plain door, without a terminal."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from learnlead.journeys.asks import Answered, Scene, Skipped
from learnlead.plaintext.limits import LINE_AT_MOST
from learnlead.reflection.question import Kind, Question, Step
from learnlead.storage.open_page import OpenAnswer
from learnlead.terminal.plain import PlainDoor


def test_what_is_too_long_is_said_there_and_can_be_shortened_in_an_editor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    longest = "a" * LINE_AT_MOST
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/b$//" "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{longest}b\nedit\n"))
    question = Question("id", Step.RATE, Kind.LINE, "About", "Asked?")
    door = PlainDoor(file_for=partial(OpenAnswer, tmp_path, "learning-leader"))
    reply = door.ask(Scene(question, None, "", [], (), (), lambda _: True))
    assert reply == Answered(longest)
    said = " ".join(capsys.readouterr().out.split())
    assert "Not taken: 10001 letters, and 10000 are the most. Type edit" in said


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("skip\nskip\n", Skipped()), ("skip\n\n", Answered("I asked her twice."))],
)
def test_words_are_taken_out_by_a_second_skip_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, reply: object
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    question = Question("id", Step.RATE, Kind.TEXT, "About", "Asked?")
    scene = Scene(question, "I asked her twice.", None, [], (), (), lambda _: True)
    assert PlainDoor().ask(scene) == reply
    assert "That would take out what you wrote" in capsys.readouterr().out
