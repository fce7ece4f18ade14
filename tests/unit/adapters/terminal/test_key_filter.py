"""Keys that were not meant: words, pastes, keys pressed ahead, the Enter of habit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prompt_toolkit.key_binding import KeyPress

from learnlead.adapters.terminal import key_filter
from learnlead.adapters.terminal.rich_prompter import RichPrompter
from learnlead.app.prompter import Answered, Entry, QuestionView, Reply, ScreenView, WentBack
from learnlead.errors import Interrupted
from learnlead.rubric.model import Behaviour
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step
from terminal.keyboard import Keyboard, keyboard
from terminal.typist import NO_WORDS

pytestmark = pytest.mark.core

LABELS = ("never", "rarely", "half", "mostly", "every time")
MET = Behaviour(id="ask", name="Asking", i="I asked.")
MENU = (Choice("one", "first"), Choice("two", "second"), Choice("three", "third"))
ONE_KEY = [Kind.CHOICE, Kind.SEVERAL, Kind.COUNT, Kind.RATING]


@pytest.fixture
def board() -> Iterator[Keyboard]:
    with keyboard(Keyboard) as found:
        yield found


@pytest.fixture
def prompter(board: Keyboard) -> RichPrompter:
    assert board is not None, "the keyboard comes first"
    return RichPrompter(colour=True)


def asked(prompter: RichPrompter, kind: Kind) -> Reply:
    words = kind in (Kind.LINE, Kind.TEXT)
    choices = () if words else MENU
    ask = "How many?\nOf how many?" if kind is Kind.COUNT else "Asked?"
    one = Question("id", Step.RATE, kind, "About", ask, choices, behaviour=MET)
    return prompter.ask(
        ScreenView([QuestionView(one)], "id", "1 of 4", False, False, LABELS, (), lambda *_: True)
    )


def only(answer: AnswerValue) -> Answered:
    return Answered({"id": answer})


@pytest.mark.parametrize("kind", ONE_KEY)
@pytest.mark.parametrize(
    "words",
    [
        *("she said yes\r", "best", "no\r", "4 of them\r", "sx!", "naïve\r"),
        *("\x1b[200~2\r\x1b[201~", "\x1b[200~she\rsaid\x1b[201~"),
    ],
)
def test_words_and_pastes_answer_nothing_and_it_is_said(
    board: Keyboard, prompter: RichPrompter, kind: Kind, words: str
) -> None:
    board.press(words, "\x03")
    with pytest.raises(Interrupted):
        asked(prompter, kind)
    assert NO_WORDS in "".join(board.drawn)
    assert not board.left_over


@pytest.mark.parametrize("key", ["n", "x"])
def test_a_key_that_turns_out_to_begin_a_word_was_none(
    board: Keyboard, prompter: RichPrompter, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    heels = [KeyPress(letter) for letter in "o what"]
    monkeypatch.setattr(key_filter, "following_keys", lambda _: heels)
    board.press(key, "3", "\r")
    assert asked(prompter, Kind.RATING) == only(3)
    assert NO_WORDS in "".join(board.drawn)


def test_letter_by_letter_words_are_words_until_they_end(
    board: Keyboard, prompter: RichPrompter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_filter, "QUIET", 60)  # however slow the machine is
    board.press("h", "e", " ", "s", "a", "x", "2")
    assert asked(prompter, Kind.CHOICE) == only("two")


def test_what_is_said_about_words_goes_with_the_next_key(
    board: Keyboard, prompter: RichPrompter
) -> None:
    board.press("word", "1", "\x03")
    with pytest.raises(Interrupted):
        asked(prompter, Kind.SEVERAL)
    last = "".join(board.drawn).rpartition(NO_WORDS)[2]
    assert "[x]" in last


def test_ctrl_c_is_heard_amid_words(board: Keyboard, prompter: RichPrompter) -> None:
    board.press("words \x03")
    with pytest.raises(Interrupted):
        asked(prompter, Kind.CHOICE)


@pytest.mark.parametrize(
    ("kind", "key", "reply"),
    [
        (Kind.CHOICE, "2", only("two")),
        (Kind.SEVERAL, "\r", only([])),
    ],
)
def test_the_enter_of_habit_belongs_to_the_answer_before_it(
    board: Keyboard, prompter: RichPrompter, kind: Kind, key: str, reply: Reply
) -> None:
    board.press(key, at_the_heels="\r")
    assert asked(prompter, kind) == reply
    board.press("next", "\r")
    assert asked(prompter, Kind.LINE) == only("next")


def test_words_at_the_heels_of_a_line_or_a_number_go_to_the_next_text(
    board: Keyboard, prompter: RichPrompter
) -> None:
    for kind, keys in ((Kind.CHOICE, ["2"]), (Kind.LINE, ["word", "\r"])):
        board.press(*keys, at_the_heels="and on")
        asked(prompter, kind)
        board.press("\r")
        assert asked(prompter, Kind.LINE) == only("and on")


def test_a_page_hears_only_what_is_pressed_once_it_is_there(
    board: Keyboard, prompter: RichPrompter
) -> None:
    one = Question("one", Step.RATE, Kind.LINE, "One", "Asked?")
    board.at_once("\r\r\x1b[200~x")  # half a paste, too: its end comes later
    board.press("y\x1b[201~", "\x1b")
    assert prompter.read("Title", [Entry(one, "word")], LABELS) == WentBack({})


def test_ctrl_c_is_heard_ahead_of_every_screen(board: Keyboard, prompter: RichPrompter) -> None:
    board.at_once("words\r\x03")
    with pytest.raises(Interrupted):
        prompter.choose("Which?", MENU, "three")


def test_a_decision_hears_only_what_is_pressed_once_it_is_there(
    board: Keyboard, prompter: RichPrompter
) -> None:
    board.at_once("1\r")
    board.press("2", "\r")
    assert prompter.choose("Which?", MENU, "three") == "two"
    board.press("1\x1b[B", "word", "\x1b[A\x1b[A", "1\r")
    assert prompter.choose("Which?", MENU, "three") == "one"


def test_a_decision_that_loses_nothing_takes_one_key(
    board: Keyboard, prompter: RichPrompter
) -> None:
    board.press("1", at_the_heels="\r")
    assert prompter.choose("Which?", MENU, "three", at_once=True) == "one"
    board.press("\r")
    assert prompter.choose("Which?", MENU, "three", at_once=True) == "three"
