"""Keys at the rich door, sent without a terminal (prompt_toolkit's pipe input)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.rich_prompter import RichPrompter
from learnlead.app.prompter import (
    Answered,
    Entry,
    Mend,
    NotForHere,
    QuestionView,
    Reply,
    Save,
    Skipped,
    WentBack,
)
from learnlead.errors import Interrupted
from learnlead.rubric.model import Behaviour
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step
from learnlead.text.limits import LINE_AT_MOST
from terminal.keyboard import Keyboard, keyboard

pytestmark = pytest.mark.core

LABELS = ("never", "rarely", "half", "mostly", "every time")
MADE = Behaviour(id="doors", name="Doors", i="I did.", opportunity="made")
MET = Behaviour(id="ask", name="Asking", i="I asked.")
UP, DOWN, LEFT, RIGHT, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\r"


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"value-{n}", f"choice {n}") for n in range(1, count + 1))


def asked(kind: Kind, **more: Any) -> Question:
    return Question("id", Step.RATE, kind, "About", "Asked?", **more)


Pressed = Callable[..., Reply]


@pytest.fixture
def kept() -> list[AnswerValue]:
    return []


@pytest.fixture
def board() -> Iterator[Keyboard]:
    with keyboard(Keyboard) as found:
        yield found


@pytest.fixture
def pressed(board: Keyboard, kept: list[AnswerValue]) -> Pressed:
    """Ask a question, press keys, and give the reply."""
    prompter = RichPrompter(colour=True)

    def keep(begun: AnswerValue) -> bool:
        kept.append(begun)
        return True

    def press(
        question: Question, *keys: str, given: AnswerValue = None, unfinished: AnswerValue = None
    ) -> Reply:
        board.press(*keys)
        scene = QuestionView(question, given, unfinished, [(question, given)], LABELS, (), keep)
        return prompter.ask(scene)

    return press


@pytest.mark.parametrize(
    ("keys", "value"),
    [("3", "value-3"), (f"{DOWN}{ENTER}", "value-1"), (f"{DOWN * 9}{ENTER}", "value-5")],
)
def test_one_of_a_few_takes_one_key(pressed: Pressed, keys: str, value: str) -> None:
    assert pressed(asked(Kind.CHOICE, choices=choices(5)), keys) == Answered(value)


@pytest.mark.parametrize(
    ("keys", "value"),
    [("13\r", "value-13"), ("1\r", "value-1"), ("15\r", "value-5"), (f"9{UP}\r", "value-8")],
)
def test_one_of_many_takes_its_number_and_enter(pressed: Pressed, keys: str, value: str) -> None:
    assert pressed(asked(Kind.CHOICE, choices=choices(13)), keys) == Answered(value)


def test_enter_on_nothing_marked_is_no_answer(pressed: Pressed) -> None:
    assert pressed(asked(Kind.CHOICE, choices=choices(3)), f"{ENTER}0{ENTER}7s") == Skipped()


def test_enter_keeps_what_was_answered_before_the_preset(pressed: Pressed) -> None:
    question = asked(Kind.CHOICE, choices=choices(3), preset="value-1")
    assert pressed(question, ENTER) == Answered("value-1")
    assert pressed(question, ENTER, given="value-2") == Answered("value-2")


def test_any_of_many_by_number_or_by_mark_and_space(pressed: Pressed) -> None:
    question = asked(Kind.SEVERAL, choices=choices(12))
    assert pressed(question, f"31{DOWN * 12} \r") == Answered(["value-1", "value-3", "value-12"])
    assert pressed(question, "33\r", given=["value-2"]) == Answered(["value-2"])
    assert pressed(question, ENTER) == Answered([])


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.SEVERAL, Kind.RATING, Kind.MOMENT])
@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        *(("b", WentBack()), ("B", WentBack()), (LEFT, WentBack()), ("s", Skipped())),
        *(("S", Skipped()), ("x", NotForHere()), ("X", NotForHere()), ("??b", WentBack())),
    ],
)
def test_the_same_boardeverywhere(pressed: Pressed, kind: Kind, keys: str, reply: Reply) -> None:
    assert pressed(asked(kind, choices=choices(3), behaviour=MET), keys) == reply


@pytest.mark.parametrize(
    ("behaviour", "keys", "mark"),
    [
        (MET, "4", 4),
        (MET, "n", "no-opportunity"),
        (MADE, "na", "no-opportunity"),
        (MADE, "nm", "none-made"),
        (MADE, "am5", 5),
        (MADE, "n3bb", None),
        (MADE, "nb3", 3),
    ],
)
def test_a_rating_and_the_two_kinds_of_absence(
    pressed: Pressed, behaviour: Behaviour, keys: str, mark: AnswerValue
) -> None:
    expected = WentBack() if mark is None else Answered(mark)
    assert pressed(asked(Kind.RATING, behaviour=behaviour), keys) == expected


def test_a_default_is_recorded_only_when_confirmed(pressed: Pressed) -> None:
    question = asked(Kind.RATING, behaviour=MET, preset="no-opportunity")
    assert pressed(question, ENTER) == Answered("no-opportunity")
    assert pressed(question, "s") == Skipped()
    assert pressed(asked(Kind.RATING, behaviour=MET), f"{ENTER}{RIGHT}2") == Answered(2)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("word\r\r", Answered("word")),
        ("two\rlines  \r\r", Answered("two\nlines")),
        ("\x1b[200~one\r\rtwo\x1b[201~\r\r", Answered("one\n\ntwo")),
        ("no/b, really\r\r", Answered("no/b, really")),
        ("\r", Skipped()),
        ("words\r/s\r", Answered("words")),
        (LEFT, WentBack()),
        ("/b\r", WentBack()),
        ("words /b\r", WentBack("words")),
        ("words\r/b\r", WentBack("words")),
        ("words /x\r", NotForHere("words")),
        ("/?\rword\r\r", Answered("word")),
        ("word\x04", Answered("word")),
    ],
)
def test_a_text(pressed: Pressed, typed: str, reply: Reply) -> None:
    assert pressed(asked(Kind.TEXT), typed) == reply


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("word\r", Answered("word")),
        ("\x1b[200~one\rtwo\x1b[201~\r", Answered("one two")),
        ("it rings /b\r", WentBack("it rings")),
        ("\r", Skipped()),
    ],
)
def test_a_line(pressed: Pressed, typed: str, reply: Reply) -> None:
    assert pressed(asked(Kind.LINE), typed) == reply


def test_a_text_that_stands_there_is_kept_changed_or_gone_back_from(pressed: Pressed) -> None:
    question = asked(Kind.LINE, preset="it rings")
    assert pressed(question, ENTER) == Answered("it rings")
    assert pressed(question, " twice\r") == Answered("it rings twice")
    assert pressed(question, "/b\r") == WentBack(None), "nobody confirmed it"
    assert pressed(question, "!/b\r") == Answered("it rings!/b")
    assert pressed(question, "\x15/b\r") == WentBack(None)


def test_ctrl_c_stops(pressed: Pressed) -> None:
    for kind in (Kind.TEXT, Kind.RATING, Kind.CHOICE):
        with pytest.raises(Interrupted):
            pressed(asked(kind, choices=choices(2), behaviour=MET), "\x03")


@pytest.mark.parametrize(
    ("kind", "keys", "begun"),
    [
        (Kind.TEXT, "one\rtwo\x03", "one\ntwo"),
        (Kind.LINE, "it rings\x03", "it rings"),
        (Kind.LINE, "it rings /b\x03", "it rings /b"),
        (Kind.TEXT, "\x1b[200~a bell\x07 here\x1b[201~\r\r\x03", "a bell\x07 here"),
        (Kind.MOMENT, "2|peer B\x03", {"relationship": "value-2", "with": "peer B"}),
        (Kind.MOMENT, "2|\x03", {"relationship": "value-2", "with": ""}),
        (Kind.MOMENT, "2|peer B /b\r|\x03", {"relationship": "value-2", "with": "peer B"}),
    ],
)
def test_ctrl_c_keeps_what_was_typed_at_once(
    pressed: Pressed, kept: list[AnswerValue], kind: Kind, keys: str, begun: AnswerValue
) -> None:
    with pytest.raises(Interrupted):
        pressed(asked(kind, choices=choices(2)), *keys.split("|"))
    assert kept[-1] == begun


def test_what_was_begun_is_gone_back_from_with_its_words(pressed: Pressed) -> None:
    begun = "cut off here"
    assert pressed(asked(Kind.TEXT), "/b\r", unfinished=begun) == WentBack(begun)
    moment = {"relationship": "value-2", "with": "peer B"}
    question = asked(Kind.MOMENT, choices=choices(2))
    assert pressed(question, "b", unfinished=moment) == WentBack(moment)
    assert pressed(question, "b", given=moment) == WentBack(None)
    assert pressed(question, "\r", "/x\r", unfinished=moment) == NotForHere(moment)


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (["/help\r\r", "\r\r"], Answered("/help")),
        (["/help\r\r", "\x15Words.\r\r"], Answered("Words.")),
        (["/exit\r\r", " I said\r\r", "\r\r"], Answered("/exit I said")),
        (["One\r/x now\r\r", "\r\r"], Answered("One\n/x now")),
        (["/usr is full\r\r"], Answered("/usr is full")),
    ],
)
def test_a_line_that_looks_like_a_key_is_asked_about_once(
    pressed: Pressed, keys: list[str], reply: Reply
) -> None:
    assert pressed(asked(Kind.TEXT), *keys) == reply


def test_a_skipped_moment_keeps_with_whom_it_was(pressed: Pressed) -> None:
    """As a skipped text keeps its words: whoever wants none of them takes them out."""
    moment = {"relationship": "value-2", "with": "peer B"}
    question = asked(Kind.MOMENT, choices=choices(2))
    assert pressed(question, "s", given=moment) == Answered(moment)
    assert pressed(question, "2", "peer B /b\r", "s") == Answered(moment)
    assert pressed(question, "s", given={"relationship": "value-2"}) == Skipped()


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (ENTER, Save()),
        ("2\r", Mend("two")),
        ("29\r2\r", Mend("two")),
        ("21\r1\r", Mend("one")),
        ("22\x7f\r", Mend("two")),
        ("9\r\r", Save()),
        ("2\x7f\r", Save()),
        (f"{DOWN}{UP} \x1b[5~b", WentBack()),
        ("x", NotForHere()),
    ],
)
def test_the_page_to_read(board: Keyboard, keys: str, verdict: object) -> None:
    entries = [
        Entry(Question(name, Step.RATE, Kind.LINE, name, "Asked?"), "word")
        for name in ("one", "two")
    ]
    board.press(keys)
    assert RichPrompter(colour=True).read("Title", entries, LABELS) == verdict


@pytest.mark.parametrize("at", ["first", "later"])
def test_what_fails_while_drawing_ends_the_screen_and_prints_nothing(
    board: Keyboard, capsys: pytest.CaptureFixture[str], at: str
) -> None:
    screen, drawn = RichPrompter(colour=True).screen, 0

    def draw() -> StyleAndTextTuples:
        nonlocal drawn
        drawn += 1
        if at == "first" or drawn > 1:
            raise RuntimeError("report A cried")
        return [("", "a screen")]

    board.press("1")
    with pytest.raises(RuntimeError):
        screen.ask_key(draw, {"1": lambda: None}, KeyRules())
    screen.close()
    assert "report A" not in "".join(capsys.readouterr())


def test_what_fails_at_a_key_ends_the_screen_and_prints_nothing(
    board: Keyboard, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = RichPrompter(colour=True).screen

    def fail() -> None:
        raise RuntimeError("report A cried")

    board.press("1")
    with pytest.raises(RuntimeError):
        screen.ask_key(lambda: [("", "a screen")], {"1": fail}, KeyRules())
    screen.close()
    assert "report A" not in "".join(capsys.readouterr())


def test_what_is_too_long_is_said_there_and_stays_to_be_shortened(
    pressed: Pressed, kept: list[str]
) -> None:
    longest = "a" * LINE_AT_MOST
    reply = pressed(asked(Kind.LINE), ENTER, "\x7f", ENTER, unfinished=f"{longest}b")
    assert reply == Answered(longest)


def test_skip_takes_no_words_out(pressed: Pressed) -> None:
    """Whoever goes back to an answer and on again has not said that it should go."""
    text = asked(Kind.TEXT)
    assert pressed(text, "/s\r", given="I asked her twice.") == Answered("I asked her twice.")
    assert pressed(text, "One,\rtwo\r/s\r") == Answered("One,\ntwo")
    assert pressed(text, "/s\r") == Skipped()
    assert pressed(asked(Kind.LINE, preset="it rings"), "/s\r") == Skipped()
