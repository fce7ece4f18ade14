"""Lines at the plain door, without a terminal."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from learnlead.adapters.disk.open_page import OpenAnswer
from learnlead.adapters.terminal.plain_prompter import PlainPrompter
from learnlead.app.prompter import Answered, NotForHere, QuestionView, Skipped, WentBack
from learnlead.errors import Interrupted
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step
from learnlead.text.limits import LINE_AT_MOST


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
    prompter = PlainPrompter(file_for=partial(OpenAnswer, tmp_path, "learning-leader"))
    reply = prompter.ask(QuestionView(question, None, "", [], (), (), lambda _: True))
    assert reply == Answered(longest)
    said = " ".join(capsys.readouterr().out.split())
    assert "Not taken: 10001 letters, and 10000 are the most. Type edit" in said


@pytest.mark.parametrize(
    ("typed", "reply", "begun"),
    [
        ("/help\n\n\n", Answered("/help"), "/help"),
        ("/help\n2\nWords.\n\n", Answered("Words."), "Words."),
        ("One,\n/x now I know\n1\n\n", Answered("One,\n/x now I know"), "One,\n/x now I know"),
        ("/x now\n2\n", NotForHere(""), ""),
        ("One,\n/exti\nnonsense\n1\n\n", Answered("One,\n/exti"), "One,\n/exti"),
        ("/b\n2\n", WentBack(None), ""),
        ("/usr is full\n\n", Answered("/usr is full"), "/usr is full"),
    ],
)
def test_a_line_that_looks_like_a_command_is_asked_about_and_never_lost(
    monkeypatch: pytest.MonkeyPatch, typed: str, reply: object, begun: str
) -> None:
    kept: list[AnswerValue] = []

    def keep(text: AnswerValue) -> bool:
        kept.append(text)
        return True

    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    question = Question("id", Step.RATE, Kind.TEXT, "About", "Asked?")
    assert PlainPrompter().ask(QuestionView(question, None, None, [], (), (), keep)) == reply
    assert kept[-1] == begun


def test_a_sitting_that_ends_at_that_question_has_kept_the_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[AnswerValue] = []

    def keep(text: AnswerValue) -> bool:
        kept.append(text)
        return True

    monkeypatch.setattr("sys.stdin", io.StringIO("One,\n/x now I know\nquit\n"))
    question = Question("id", Step.RATE, Kind.TEXT, "About", "Asked?")
    with pytest.raises(Interrupted):
        PlainPrompter().ask(QuestionView(question, None, None, [], (), (), keep))
    assert kept[-1] == "One,\n/x now I know"


MOMENT = Question(
    "id", Step.WHAT, Kind.MOMENT, "About", "Asked?", (Choice("own", "Own"), Choice("peer", "Peer"))
)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("skip\nskip\n", Skipped()),
        ("skip\n\n", Answered({"relationship": "own", "with": "Kim"})),
        ("skip\n2 Ann\n", Answered({"relationship": "peer", "with": "Ann"})),
    ],
)
def test_so_it_is_with_whom_a_moment_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, reply: object
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    begun = {"relationship": "own", "with": "Kim"}
    assert (
        PlainPrompter().ask(QuestionView(MOMENT, begun, None, [], (), (), lambda _: True)) == reply
    )
    assert "That would take out what you wrote" in capsys.readouterr().out


@pytest.mark.parametrize("kept", [None, {"relationship": "own"}])
def test_a_moment_without_words_is_skipped_at_once(
    monkeypatch: pytest.MonkeyPatch, kept: AnswerValue
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("skip\n"))
    assert (
        PlainPrompter().ask(QuestionView(MOMENT, kept, None, [], (), (), lambda _: True))
        == Skipped()
    )


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("skip\nskip\n", Skipped()), ("skip\n\n", Answered("I asked her twice."))],
)
def test_words_are_taken_out_by_a_second_skip_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, reply: object
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    question = Question("id", Step.RATE, Kind.TEXT, "About", "Asked?")
    scene = QuestionView(question, "I asked her twice.", None, [], (), (), lambda _: True)
    assert PlainPrompter().ask(scene) == reply
    assert "That would take out what you wrote" in capsys.readouterr().out
