"""The words being typed: on disk within a second, by few writes, and never in the way of a key."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.adapters.terminal.autosave import EVERY, Autosave, Pace
from learnlead.adapters.terminal.rich_prompter import RichPrompter
from learnlead.app.prompter import Answered, QuestionView, ScreenView, Typed
from learnlead.errors import Interrupted
from learnlead.sitting.question import AnswerValue, Kind, Question, Step
from terminal.keyboard import Keyboard, keyboard

TEXT = Question("insight", Step.SO_WHAT, Kind.TEXT, "about", "What did you see?")
HARDLY = 1e-6
"""Of a rounding error; a second of a clock is no sum of its parts."""


@st.composite
def typing(draw: st.DrawFn) -> list[float]:
    """Moments at which somebody presses a key: bursts, pauses, hours without a pause."""
    gaps = st.one_of(st.floats(0, 0.3), st.floats(0.3, 1.2), st.floats(5, 600))
    now, keys = draw(st.floats(0, 1e6)), []
    for gap in draw(st.lists(gaps, min_size=1, max_size=60)):
        now += gap
        keys.append(now)
    return keys


def writes(keys: list[float], takes: float) -> list[tuple[float, int]]:
    """When each write began, and how many of the keys it held; each write takes so long."""
    pace, waiting, begun, free = Pace(), list(keys), [], 0.0
    typed = 0
    while waiting or pace.due is not None:
        due = None if pace.due is None else max(pace.due, free)
        if due is None or (waiting and waiting[0] <= due):
            pace.changed(waiting.pop(0))
            typed += 1
            continue
        pace.begins(due)
        begun.append((due, typed))
        free = due + takes
    return begun


@given(keys=typing(), takes=st.floats(0, EVERY))
def test_each_key_is_in_a_write_a_second_later_at_the_most(keys: list[float], takes: float) -> None:
    begun = writes(keys, takes)
    for number, pressed in enumerate(keys, start=1):
        first = next(at for at, held in begun if held >= number)
        assert first - pressed <= EVERY + HARDLY
    assert begun[-1][1] == len(keys)


@given(keys=typing(), takes=st.floats(0, 2))
def test_there_is_a_write_a_second_at_the_most_and_none_without_a_key(
    keys: list[float], takes: float
) -> None:
    begun = writes(keys, takes)
    for (one, held), (other, more) in pairwise(begun):
        assert other - one >= EVERY - HARDLY
        assert more > held, "nothing new was written again"


class Person(Keyboard):
    """Types on where a write has begun, and looks at what is drawn.

    Attributes:
        sees: called each time something was drawn.
    """

    sees: Callable[[], None]

    def flush(self) -> None:
        self.sees()
        super().flush()


class Disk:
    """Takes texts, or refuses them; what `while_writing` does comes in the midst of a write."""

    def __init__(self, while_writing: Callable[[], None] = lambda: None) -> None:
        self.kept: list[AnswerValue] = []
        self.refuses = False
        self.while_writing = while_writing

    def keep(self, begun: AnswerValue) -> bool:
        self.while_writing()
        if not self.refuses:
            self.kept.append(begun)
        return not self.refuses

    def keep_screen(self, begun: Typed, at: str) -> bool:
        assert (at, set(begun)) == (TEXT.id, {TEXT.id})
        return self.keep(begun[TEXT.id])


def scene(disk: Disk) -> ScreenView:
    return ScreenView(
        [QuestionView(TEXT)], TEXT.id, "1 of 4", False, False, ("no",), (), disk.keep_screen
    )


def test_a_disk_that_is_slow_stops_no_key() -> None:
    seen = Event()

    def type_on() -> None:
        if not disk.kept:
            board.at_once(" two")
            assert seen.wait(30), "what was typed came to sight only after the write"

    def see() -> None:
        if "two" in "".join(board.drawn) and not seen.is_set():
            seen.set()
            board.at_once("\r")

    with keyboard(Person) as board:
        disk = Disk(type_on)
        board.sees = see
        board.press("one")
        assert RichPrompter(colour=True).ask(scene(disk)) == Answered({TEXT.id: "one two"})
    assert disk.kept[0] == "one"


def test_the_last_words_are_written_after_a_write_that_is_under_way() -> None:
    disk = Disk(lambda: None if disk.kept else board.at_once(" two\x03"))
    with keyboard(Person) as board:
        board.sees = lambda: None
        board.press("one")
        with pytest.raises(Interrupted):
            RichPrompter(colour=True).ask(scene(disk))
    assert disk.kept == ["one", "one two"]


def test_the_same_words_are_written_once_and_what_is_refused_is_tried_again() -> None:
    disk = Disk()
    kept = Autosave("", disk.keep)
    kept.save("one")
    kept.save("one")
    assert disk.kept == ["one"]
    disk.refuses = True
    kept.save("two")
    safe = [kept.safe]
    disk.refuses = False
    kept.save("two")
    assert [*safe, kept.safe] == [False, True]
    assert disk.kept == ["one", "two"]


def test_where_the_disk_refuses_nothing_says_that_all_is_kept() -> None:
    def see() -> None:
        if "your last words" in "".join(board.drawn):
            board.at_once("\x03")

    disk = Disk()
    disk.refuses = True
    with keyboard(Person) as board:
        board.sees = see
        board.press("one")
        with pytest.raises(Interrupted):
            RichPrompter(colour=True).ask(scene(disk))
