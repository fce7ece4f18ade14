"""Lines at the plain door, without a terminal."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from learnlead.adapters.disk.open_page import OpenAnswer
from learnlead.adapters.terminal.plain.prompter import PlainPrompter
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    Mend,
    NotForHere,
    QuestionView,
    Save,
    ScreenView,
    Typed,
    WentBack,
)
from learnlead.errors import Interrupted
from learnlead.rubric.model import Behaviour
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step
from learnlead.text.limits import LINE_AT_MOST

LABELS = ("never", "rarely", "half", "mostly", "always")


class Kept:
    """What the draft was given."""

    def __init__(self) -> None:
        self.begun: list[Typed] = []

    def __call__(self, begun: Typed, at: str) -> bool:
        self.begun.append(dict(begun))
        return True


def screen(
    *questions: Question,
    answers: Mapping[str, AnswerValue] | None = None,
    at: str = "",
    is_mending: bool = False,
    keep: Kept | None = None,
) -> ScreenView:
    answers = answers or {}
    fields = [
        QuestionView(q, answers.get(q.id), is_skipped=q.id in answers and answers[q.id] is None)
        for q in questions
    ]
    at = at or questions[0].id
    return ScreenView(fields, at, "1 of 4 · X", False, is_mending, LABELS, (), keep or Kept())


def question(kind: Kind = Kind.TEXT, name: str = "id", **more: object) -> Question:
    return Question(name, Step.RATE, kind, "About", "Asked?", **more)  # type: ignore[arg-type]


def replying(monkeypatch: pytest.MonkeyPatch, view: ScreenView, *lines: str) -> object:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return PlainPrompter().ask(view)


def test_what_is_too_long_is_said_there_and_can_be_shortened_in_an_editor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    longest = "a" * LINE_AT_MOST
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/b$//" "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{longest}b\n/edit\n"))
    prompter = PlainPrompter(file_for=partial(OpenAnswer, tmp_path, "learning-leader"))
    reply = prompter.ask(screen(question(Kind.LINE)))
    assert reply == Answered({"id": longest})
    said = " ".join(capsys.readouterr().out.split())
    assert "Not saved: 10001 letters, and 10000 are the most. Type /edit" in said


FIELDS = (question(Kind.LINE, "with"), question(Kind.TEXT, "what"), question(Kind.TEXT, "they"))


def test_a_screen_is_asked_a_line_a_field_and_each_line_is_on_disk_before_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = Kept()
    reply = replying(monkeypatch, screen(*FIELDS, keep=kept), "report A", "back", "skip")
    assert reply == Answered({"with": "report A", "what": "back", "they": "skip"})
    assert kept.begun[-1] == {"with": "report A", "what": "back", "they": None}


def test_commands_have_a_stroke_and_go_from_field_to_field(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ("report A", "/back", "report B", "/skip", "She drew it.")
    reply = replying(monkeypatch, screen(*FIELDS), *lines)
    assert reply == Answered({"with": "report B", "what": None, "they": "She drew it."})


def test_back_from_the_first_field_keeps_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    reply = replying(monkeypatch, screen(*FIELDS), "report A", "/back", "/back")
    assert reply == WentBack({"with": "report A", "what": None, "they": None})


def test_a_field_that_is_mended_is_asked_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, AnswerValue] = {"with": "report A", "what": "I told him.", "they": None}
    view = screen(*FIELDS, answers=answers, at="what", is_mending=True)
    assert replying(monkeypatch, view, "I waited.") == Answered({**answers, "what": "I waited."})


def test_a_stroke_at_the_end_of_a_line_begins_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    reply = replying(monkeypatch, screen(question()), "One,\\", "two.")
    assert reply == Answered({"id": "One,\ntwo."})


@pytest.mark.parametrize(
    ("lines", "reply", "begun"),
    [
        (("/x now I know", "1"), Answered({"id": "/x now I know"}), "/x now I know"),
        (("/x now", "2"), NotForHere({"id": None}), "/x now"),
        (("/exti", "1"), Answered({"id": "/exti"}), "/exti"),
        (("/usr is full",), Answered({"id": "/usr is full"}), None),
        (("/X",), NotForHere({"id": None}), None),
    ],
)
def test_a_line_that_looks_like_a_command_is_asked_about_and_never_lost(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], reply: object, begun: str | None
) -> None:
    kept = Kept()
    assert replying(monkeypatch, screen(question(), keep=kept), *lines) == reply
    assert [typed["id"] for typed in kept.begun] == ([begun] if begun else [])


def test_a_sitting_that_ends_at_that_question_has_kept_the_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = Kept()
    with pytest.raises(Interrupted):
        replying(monkeypatch, screen(question(), keep=kept), "/x now I know", "/stop")
    assert kept.begun[-1] == {"id": "/x now I know"}


@pytest.mark.parametrize(
    ("lines", "answer"), [(("/skip", "/skip"), None), (("/skip", ""), "I asked her twice.")]
)
def test_words_are_taken_out_by_a_second_skip_alone(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lines: tuple[str, ...],
    answer: str | None,
) -> None:
    view = screen(question(), answers={"id": "I asked her twice."})
    assert replying(monkeypatch, view, *lines) == Answered({"id": answer})
    out = " ".join(capsys.readouterr().out.split())
    assert "That would delete what you wrote" in out
    assert "You wrote: I asked her twice. End of quote." in out


MADE = Behaviour(id="made", name="Made", i="I did.", opportunity="made")
MET = Behaviour(id="met", name="Met", i="I did.")


@pytest.mark.parametrize(
    ("behaviour", "lines", "mark"),
    [
        (MET, ("4",), 4),
        (MET, ("n",), "no-opportunity"),
        (MET, ("four", "6", "2"), 2),
        (MADE, ("n", "2"), "none-made"),
        (MADE, ("n", ""), "no-opportunity"),
        (MET, ("/skip",), None),
    ],
)
def test_a_rating_takes_its_marks_and_no_words(
    monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour, lines: tuple[str, ...], mark: AnswerValue
) -> None:
    view = screen(question(Kind.RATING, behaviour=behaviour))
    assert replying(monkeypatch, view, *lines) == Answered({"id": mark})


@pytest.mark.parametrize(
    ("lines", "count"),
    [(("3", "2"), "2/3"), (("0",), "0/0"), (("2/3",), "2/3"), (("3", "4", "3", "3"), "3/3")],
)
def test_a_count_is_two_digits_and_never_more_done_than_came_up(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], count: str
) -> None:
    assert replying(monkeypatch, screen(question(Kind.COUNT)), *lines) == Answered({"id": count})


CHOICES = (Choice("own", "Own"), Choice("peer", "Peer"), Choice("none", "Not yet", key="0"))


@pytest.mark.parametrize(
    ("lines", "answer"),
    [(("own", "2"), "peer"), (("0",), "none"), (("",), "own"), (("/skip",), None)],
)
def test_a_choice_takes_its_number_or_its_key(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], answer: str | None
) -> None:
    view = screen(question(Kind.CHOICE, choices=CHOICES, preset="own"))
    assert replying(monkeypatch, view, *lines) == Answered({"id": answer})


@pytest.mark.parametrize(
    ("line", "answer"), [("1, 2", ["own", "peer"]), ("0", []), ("/skip", None)]
)
def test_several_take_their_numbers(
    monkeypatch: pytest.MonkeyPatch, line: str, answer: AnswerValue
) -> None:
    view = screen(question(Kind.SEVERAL, choices=CHOICES[:2]))
    assert replying(monkeypatch, view, line) == Answered({"id": answer})


def test_earlier_words_begin_with_you_wrote_and_end_where_they_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replying(monkeypatch, screen(question(quote="If it rings, then I will wait.")), "")
    dated = question(quote="I answer fastest.", preface=("On 20 November you wrote:",))
    replying(monkeypatch, screen(dated), "")
    out = capsys.readouterr().out
    assert "You wrote:\nIf it rings, then I will wait.\nEnd of quote." in out
    assert "On 20 November you wrote:\nI answer fastest.\nEnd of quote." in out
    assert "You wrote:\nI answer" not in out


def test_after_a_change_only_that_answer_is_read_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [Entry(question(name="a"), "first"), Entry(question(name="b"), "second")]
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n\n"))
    prompter = PlainPrompter()
    assert prompter.read("Page", entries, LABELS) == Mend("b")
    assert "first" in capsys.readouterr().out
    assert prompter.read("Page", entries, LABELS, changed="b") == Save()
    out = capsys.readouterr().out
    assert "2. About: second" in out
    assert "first" not in out


def test_a_card_waits_for_its_keys_and_for_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [CardLine("Saved."), CardLine("For the week:"), CardLine("If, then.", own=True)]
    keys = [Choice("leave", "leave"), Choice("hide", "hide it", key="h"), Choice("x", "x", key="x")]
    for typed, chosen in (("hide\nh\n", "hide"), ("\n", "leave"), ("/x\n", "x")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert PlainPrompter().card(lines, keys) == chosen
    assert "For the week:\nIf, then.\nEnd of quote." in capsys.readouterr().out
