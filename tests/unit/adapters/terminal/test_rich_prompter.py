"""Keys at the rich door, sent without a terminal (prompt_toolkit's pipe input)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.rich_prompter import RichPrompter
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    Mend,
    NotForHere,
    QuestionView,
    Reply,
    Save,
    ScreenView,
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
ESC, TAB, SHIFT_TAB, CTRL_J, CTRL_C = "\x1b", "\t", "\x1b[Z", "\n", "\x03"
PASTE = "\x1b[200~{}\x1b[201~"


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"value-{n}", f"choice {n}") for n in range(1, count + 1))


def asked(kind: Kind, name: str = "id", **more: Any) -> Question:
    ask = "How many times?\nIn how many?" if kind is Kind.COUNT else "Asked?"
    return Question(name, Step.RATE, kind, "About", ask, **more)


LINE, TEXT = asked(Kind.LINE, "line"), asked(Kind.TEXT, "text")
WAYS = asked(Kind.CHOICE, "ways", choices=choices(4), preset="value-1")
COUNT = asked(Kind.COUNT, "count")
FORM = (LINE, TEXT, WAYS)


class Asked:
    """A screen of questions, the keys pressed on it, and what was kept of it."""

    def __init__(self, board: Keyboard) -> None:
        self.board = board
        self.kept: list[Mapping[str, AnswerValue]] = []
        self.prompter = RichPrompter(colour=True)

    def __call__(
        self,
        *questions: Question,
        keys: list[str],
        answers: Mapping[str, AnswerValue] | None = None,
        unfinished: Mapping[str, AnswerValue] | None = None,
        at: str = "",
        mending: bool = False,
        first: bool = False,
    ) -> Reply:
        self.board.press(*keys)
        answers, unfinished = answers or {}, unfinished or {}
        fields = [QuestionView(q, answers.get(q.id), unfinished.get(q.id)) for q in questions]
        view = ScreenView(
            fields, at or questions[0].id, "1 of 4", first, mending, LABELS, (), self.keep
        )
        return self.prompter.ask(view)

    def keep(self, begun: Mapping[str, AnswerValue], at: str) -> bool:
        assert at in begun
        self.kept.append(dict(begun))
        return True


@pytest.fixture
def board() -> Iterator[Keyboard]:
    with keyboard(Keyboard) as found:
        yield found


@pytest.fixture
def screen(board: Keyboard) -> Asked:
    return Asked(board)


def only(answer: AnswerValue) -> Answered:
    return Answered({"id": answer})


@pytest.mark.parametrize(
    ("keys", "value"),
    [(["3"], "value-3"), ([DOWN, ENTER], "value-1"), ([DOWN * 9, ENTER], "value-5")],
)
def test_one_of_a_few_takes_one_key(screen: Asked, keys: list[str], value: str) -> None:
    assert screen(asked(Kind.CHOICE, choices=choices(5)), keys=keys) == only(value)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["1", "3", ENTER], "value-13"),
        (["13", ENTER], "value-13"),
        (["1", ENTER], "value-1"),
        (["15", ENTER], "value-5"),
        (["9", UP, ENTER], "value-8"),
        (["1", "0", ENTER], "value-10"),
        (["0", ENTER], "none"),
    ],
)
def test_one_of_many_takes_its_number_and_enter(screen: Asked, keys: list[str], value: str) -> None:
    many = (*choices(13), Choice("none", "not yet", key="0"))
    assert screen(asked(Kind.CHOICE, choices=many), keys=keys) == only(value)


def test_enter_on_nothing_marked_is_no_answer(screen: Asked) -> None:
    question = asked(Kind.CHOICE, choices=choices(3))
    assert screen(question, keys=[ENTER, "0", ENTER, "7", TAB]) == only(None)
    assert "Nothing is chosen yet" in "".join(screen.board.drawn), "and it is said"


def test_enter_keeps_what_was_answered_before_the_preset(screen: Asked) -> None:
    question = asked(Kind.CHOICE, choices=choices(3), preset="value-1")
    assert screen(question, keys=[ENTER]) == only("value-1")
    assert screen(question, keys=[ENTER], answers={"id": "value-2"}) == only("value-2")
    assert screen(question, keys=[TAB]) == only(None), "nobody confirmed it"
    assert screen(question, keys=[ESC]) == WentBack({"id": None})


def test_a_card_is_answered_by_its_own_keys(screen: Asked) -> None:
    ways = (Choice("on", "go on", key="enter"), Choice("add", "add a line", key="w"))
    question = asked(Kind.CHOICE, choices=ways, preset="on")
    assert screen(question, keys=[ENTER]) == only("on")
    assert screen(question, keys=["w"]) == only("add")
    assert screen(question, keys=["1", "W"]) == only("add")


def test_any_of_many_by_number_or_by_mark_and_space(screen: Asked) -> None:
    question = asked(Kind.SEVERAL, choices=choices(12))
    keys = ["3", "1", DOWN * 12, " ", ENTER]
    assert screen(question, keys=keys) == only(["value-1", "value-3", "value-12"])
    assert screen(question, keys=["33", ENTER], answers={"id": ["value-2"]}) == only(["value-2"])
    assert screen(question, keys=[ENTER]) == only([])
    assert screen(question, keys=[TAB]) == only(None)


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.SEVERAL, Kind.RATING, Kind.COUNT])
@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        *(([key], WentBack({"id": None})) for key in (ESC, SHIFT_TAB)),
        ([TAB, TAB], Answered({"id": None})),
        (["?", ESC, ESC], WentBack({"id": None})),
        (["?", "x"], NotForHere({"id": None})),
        (["?", "X"], NotForHere({"id": None})),
    ],
)
def test_the_same_keys_everywhere(screen: Asked, kind: Kind, keys: list[str], reply: Reply) -> None:
    question = asked(kind, choices=choices(3), behaviour=MET)
    assert screen(question, keys=keys) == reply


@pytest.mark.parametrize(
    ("behaviour", "keys", "mark"),
    [
        (MET, ["4", ENTER], 4),
        (MET, ["4", "2", ENTER], 2),
        (MET, ["n", ENTER], "no-opportunity"),
        (MADE, ["n", "a", ENTER], "no-opportunity"),
        (MADE, ["n", "m", ENTER], "none-made"),
        (MADE, ["n", "5", ESC, "5", ENTER], 5),
        (MADE, ["a", "m", "5", ENTER], 5),
        (MET, ["4", "\x7f", ENTER], None),
    ],
)
def test_a_rating_and_the_two_kinds_of_absence(
    screen: Asked, behaviour: Behaviour, keys: list[str], mark: AnswerValue
) -> None:
    assert screen(asked(Kind.RATING, behaviour=behaviour), keys=keys) == only(mark)


def test_a_default_is_recorded_only_when_confirmed(screen: Asked) -> None:
    question = asked(Kind.RATING, behaviour=MET, preset="no-opportunity")
    assert screen(question, keys=[ENTER]) == only("no-opportunity")
    assert screen(question, keys=[TAB]) == only(None)
    assert screen(question, keys=[ESC]) == WentBack({"id": None})


def test_a_default_says_why_it_is_there_until_it_is_answered(screen: Asked) -> None:
    why = "You didn't mark peers, so this is suggested."
    suggested = asked(
        Kind.RATING, "rating:a", behaviour=MET, preset="no-opportunity", why_preset=why
    )
    plain = asked(Kind.RATING, "rating:b", behaviour=MET)
    screen(suggested, plain, keys=[ENTER, ENTER])
    drawn = "".join(screen.board.drawn)
    assert f"{why} Enter takes it, Tab leaves it open, a digit changes it." in " ".join(
        drawn.split()
    )
    screen.board.drawn.clear()
    screen(suggested, plain, keys=[ENTER], answers={"rating:a": "no-opportunity"}, at="rating:b")
    assert why not in "".join(screen.board.drawn)


def test_help_on_choices_says_more_of_the_marked_one_and_of_each_where_none_is(
    screen: Asked,
) -> None:
    focus = [Choice(name, name, f"When asked, I {name}.", (f"4 mostly: {name}!",)) for name in "pq"]
    screen(asked(Kind.CHOICE, choices=tuple(focus)), keys=["?", "?", DOWN, "?", "?", ENTER])
    drawn = "".join(screen.board.drawn)
    assert "When asked, I q." in drawn
    assert "4 mostly: p!" in drawn
    assert "4 mostly: q!" not in drawn


def ratings(*columns: str) -> list[Question]:
    """Three behaviours, each once for each of the columns."""
    return [
        asked(
            Kind.RATING,
            f"rating:{name}:{column}".removesuffix(":"),
            behaviour=Behaviour(id=name, name=name, i="I did."),
            column=column,
        )
        for name in ("a", "b", "c")
        for column in columns
    ]


def test_a_key_rates_and_moves_on_and_the_last_row_waits_for_enter(screen: Asked) -> None:
    reply = screen(*ratings(""), keys=["4", "4", "3", "5", ENTER])
    assert reply == Answered({"rating:a": 4, "rating:b": 4, "rating:c": 5})
    assert screen(*ratings(""), keys=["443", UP, "1", ENTER]).answers["rating:b"] == 1
    assert screen(*ratings(""), keys=["4", ESC, "2", TAB, TAB]) == Answered(
        {"rating:a": 2, "rating:b": None, "rating:c": None}
    )


def test_a_grid_goes_from_column_to_column_and_then_to_the_next_row(screen: Asked) -> None:
    reply = screen(*ratings("one", "two"), keys=["1", "2", "3", LEFT, "4", RIGHT, "5", TAB, ENTER])
    assert reply == Answered(
        {
            "rating:a:one": 1,
            "rating:a:two": 2,
            "rating:b:one": 4,
            "rating:b:two": 5,
            "rating:c:one": None,
            "rating:c:two": None,
        }
    )


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["3", "2", ENTER], "2/3"),
        (["0", ENTER], "0/0"),
        ([ENTER], None),
        (["3", "5", ENTER, "1", ENTER], "1/3"),
        (["3", TAB, "1", ENTER], "1/3"),
        (["3", "\x7f", UP, "\x7f", ENTER], None),
        (["3", ESC, "4", "4", ENTER], "4/4"),
    ],
)
def test_a_count_is_two_digits_or_none(screen: Asked, keys: list[str], answer: AnswerValue) -> None:
    assert screen(COUNT, keys=keys) == Answered({"count": answer})


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["word", ENTER], "word"),
        (["two", CTRL_J, "lines  ", ENTER], "two\nlines"),
        (["two\\", ENTER, "lines", ENTER], "two\nlines"),
        ([PASTE.format("one\r\rtwo"), ENTER], "one\n\ntwo"),
        (["one\rtwo", ENTER], "one\ntwo"),
        (["one\rtwo\r", ENTER], "one\ntwo"),
        (["no? /b, really", ENTER], "no? /b, really"),
        ([ENTER], None),
        ([" ", ENTER], None),
        (["words", TAB], "words"),
        (["?", ESC, "words", ENTER], "words"),
        (["?", "?", "words?", ENTER], "words?"),
        (["helo", LEFT, "l", ENTER], "hello"),
    ],
)
def test_a_text(screen: Asked, keys: list[str], answer: AnswerValue) -> None:
    assert screen(TEXT, keys=keys) == Answered({"text": answer})


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["word", ENTER], "word"),
        ([PASTE.format("one\rtwo"), ENTER], "one two"),
        (["one\rtwo", ENTER], "one two"),
        (["a", CTRL_J, "b\\", ENTER], "a b\\"),
        ([ENTER], None),
    ],
)
def test_a_line(screen: Asked, keys: list[str], answer: AnswerValue) -> None:
    assert screen(LINE, keys=keys) == Answered({"line": answer})


def test_a_form_goes_from_field_to_field(screen: Asked) -> None:
    keys = ["peer B", ENTER, "One.", CTRL_J, "Two.", ENTER, "2", ENTER]
    whole = {"line": "peer B", "text": "One.\nTwo.", "ways": "value-2"}
    assert screen(*FORM, keys=keys) == Answered(whole)
    assert screen(*FORM, keys=[TAB, "b", UP, UP, "a", DOWN, DOWN, DOWN, ENTER]) == Answered(
        {"line": "a", "text": "b", "ways": "value-1"}
    )
    assert screen(*FORM, keys=[TAB, TAB, RIGHT, ENTER]).answers["ways"] == "value-2"
    assert screen(*FORM, keys=["peer B", ENTER, "One.", ESC, "!", ESC]) == WentBack(
        {"line": "peer B!", "text": "One.", "ways": None}
    )


def test_what_stands_there_is_kept_changed_or_gone_back_from(screen: Asked) -> None:
    line = asked(Kind.LINE, preset="it rings")
    assert screen(line, keys=[ENTER]) == only("it rings")
    assert screen(line, keys=[" twice", ENTER]) == only("it rings twice")
    assert screen(line, keys=[ESC]) == WentBack({"id": None}), "nobody confirmed it"
    assert screen(line, keys=["!", ESC]) == WentBack({"id": "it rings!"})
    assert screen(line, keys=["\x15", ESC]) == WentBack({"id": None})
    assert screen(line, keys=["\x15", ENTER], answers={"id": "it rings"}) == only(None)


def test_the_first_screen_has_none_before_it(screen: Asked) -> None:
    assert screen(LINE, keys=[ESC, "a", ESC, ENTER], first=True) == Answered({"line": "a"})


def test_what_is_mended_leads_back_at_once_and_changes_nothing_else(screen: Asked) -> None:
    before: dict[str, AnswerValue] = {"line": "one", "text": "two"}
    changed = screen(*FORM, keys=["!", ENTER], answers=before, at="text", mending=True)
    assert changed == Answered({"line": "one", "text": "two!", "ways": None})
    left = screen(*FORM, keys=["!", ESC], answers=before, at="text", mending=True)
    assert left == WentBack({"line": "one", "text": "two!", "ways": None})


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.RATING, Kind.CHOICE])
def test_ctrl_c_stops(screen: Asked, kind: Kind) -> None:
    with pytest.raises(Interrupted):
        screen(asked(kind, choices=choices(2), behaviour=MET), keys=[CTRL_C])


@pytest.mark.parametrize(
    ("keys", "begun"),
    [
        (["peer B", CTRL_C], {"line": "peer B", "text": None, "ways": None}),
        (["a", ENTER, "b", CTRL_J, CTRL_C], {"line": "a", "text": "b\n", "ways": None}),
        ([TAB, TAB, "3", CTRL_C], {"line": None, "text": None, "ways": "value-3"}),
        ([PASTE.format("a bell\x07"), CTRL_C], {"line": "a bell\x07", "text": None, "ways": None}),
    ],
)
def test_ctrl_c_keeps_what_was_begun(
    screen: Asked, keys: list[str], begun: Mapping[str, AnswerValue]
) -> None:
    with pytest.raises(Interrupted):
        screen(*FORM, keys=keys)
    assert screen.kept[-1] == begun


def test_what_was_begun_is_gone_back_from_with_its_words(screen: Asked) -> None:
    begun = {"text": "cut off here"}
    assert screen(TEXT, keys=[ESC], unfinished=begun) == WentBack(begun)
    assert screen(TEXT, keys=["?", "x"]) == NotForHere({"text": None})
    assert screen(*FORM, keys=[TAB, TAB, "?", "x"], unfinished=begun) == NotForHere(
        {"line": None, "text": "cut off here", "ways": None}
    )


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ([ESC, "[A", "!", ENTER, ENTER], {"line": "a!", "text": "b"}),
        ([ESC, "OA", "!", ENTER, ENTER], {"line": "a!", "text": "b"}),
        ([ESC, "[D", "!", ENTER], {"line": "a", "text": "!b"}),
        (["\x1b[", "D", "!", ENTER], {"line": "a", "text": "!b"}),
        (["\x1bf", "!", ENTER], {"line": "a", "text": "b!"}),
        ([ESC, "[", "a", ENTER, ENTER], {"line": "a[a", "text": "b"}),
    ],
    ids=["up", "up of a keypad", "left", "left later", "alt", "a bracket"],
)
def test_an_arrow_in_pieces_is_no_letters(
    screen: Asked, keys: list[str], answers: Mapping[str, AnswerValue]
) -> None:
    assert screen(LINE, TEXT, keys=["a", ENTER, "b", *keys]) == Answered(answers)


def test_esc_then_enter_is_back_and_then_enter(screen: Asked) -> None:
    reply = screen(LINE, TEXT, keys=["a", ENTER, "b", "\x1b\r", "!", ENTER])
    assert reply == Answered({"line": "a", "text": "b!"})


def test_words_on_a_screen_that_takes_none_answer_nothing(screen: Asked) -> None:
    question = asked(Kind.RATING, behaviour=MET)
    assert screen(question, keys=["no idea", "4", ENTER]) == only(4)
    assert screen(question, keys=[PASTE.format("4"), "3", ENTER]) == only(3)
    assert "Words are not taken here" in "".join(screen.board.drawn)


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ([ENTER], Save()),
        (["2\r"], Mend("two")),
        (["29\r2\r"], Mend("two")),
        (["21\r1\r"], Mend("one")),
        (["22\x7f\r"], Mend("two")),
        (["9\r\r"], Save()),
        (["2\x7f\r"], Save()),
        ([f"{DOWN}{UP} \x1b[5~", ESC], WentBack({})),
        ([SHIFT_TAB], WentBack({})),
        (["x"], NotForHere({})),
    ],
)
def test_the_page_to_read(board: Keyboard, keys: list[str], verdict: object) -> None:
    entries = [
        Entry(Question(name, Step.RATE, Kind.LINE, name, "Asked?"), "word")
        for name in ("one", "two")
    ]
    board.press(*keys)
    assert RichPrompter(colour=True).read("Title", entries, LABELS) == verdict


def test_the_page_comes_back_to_the_line_that_was_changed() -> None:
    entries = [
        Entry(Question(f"id-{n}", Step.RATE, Kind.LINE, f"about {n}", "Asked?"), "word")
        for n in range(60)
    ]
    with keyboard(Keyboard) as board:
        board.press(ESC)
        prompter = RichPrompter(colour=True)
        prompter.read("Title", entries, LABELS, changed="id-40")
        drawn = "".join(board.drawn)
    assert "about 40" in drawn
    assert "about 10" not in drawn


def test_a_card_waits_for_its_keys(board: Keyboard) -> None:
    prompter = RichPrompter(colour=False)
    lines = [CardLine("Saved."), CardLine(""), CardLine("I wait.", own=True)]
    keys = [Choice("leave", "leave"), Choice("hide", "hide for ever", key="h")]
    board.press("7", "h")
    assert prompter.card(lines, keys) == "hide"
    board.press(ENTER)
    assert prompter.card(lines, keys) == "leave"
    assert "▌ I wait." in "".join(board.drawn), "also without colour"


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


def test_what_is_too_long_is_said_there_and_stays_to_be_shortened(screen: Asked) -> None:
    longest = "a" * LINE_AT_MOST
    begun = {"line": f"{longest}b"}
    assert screen(LINE, TEXT, keys=[ENTER, "\x7f", ENTER, ENTER], unfinished=begun) == Answered(
        {"line": longest, "text": None}
    )


class Counting(Keyboard):
    """Counts how often the screen is written to, and up to which time each key was pressed."""

    flushes = 0

    def flush(self) -> None:
        self.flushes += 1
        waiting = len(self.left_over)
        super().flush()
        if len(self.left_over) != waiting:
            self.pressed_at.append(self.flushes)

    @property
    def pressed_at(self) -> list[int]:
        pressed_at: list[int] = self.__dict__.setdefault("_pressed_at", [])
        return pressed_at


def test_a_key_is_one_flush_and_no_screen_drawn_anew() -> None:
    with keyboard(Counting) as board:
        with pytest.raises(Interrupted):
            Asked(board)(*FORM, keys=["a", "b", TAB, "c", UP, DOWN, TAB, "3", CTRL_C])
        _, *after_the_first = board.pressed_at
        assert [then - now for now, then in pairwise(after_the_first)] == [1] * 7
