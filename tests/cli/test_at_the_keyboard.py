"""The time at the keyboard: not the night between two answers, nor a clock that was set back."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from journeys.test_sitting_question_by_question import ScriptedPrompter
from learnlead.app.prompter import Answered, QuestionView, Reply, ScreenView, Typed
from learnlead.cli.timing import PAUSE, TimedPrompter, minutes
from learnlead.sitting.answers import Answers
from learnlead.sitting.question import Kind, Question, Step

QUESTION = Question("id", Step.RATE, Kind.TEXT, "About", "Asked?")
NIGHT = 9 * 3600.0


class Clock:
    """What it reads, one reading after the other; the last one for ever."""

    def __init__(self, *readings: float) -> None:
        self.readings = list(readings)

    def __call__(self) -> float:
        return self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]


class Slow(ScriptedPrompter):
    """Keeps a text so many times before it is done."""

    def __init__(self, times: int = 0) -> None:
        super().__init__({})
        self.times = times

    def ask(self, view: ScreenView) -> Reply:
        for _ in range(self.times):
            view.keep({"id": "a line\n"}, "id")
        return Answered({})


def scene(keep: Callable[[Typed, str], bool] = lambda _begun, _at: True) -> ScreenView:
    return ScreenView([QuestionView(QUESTION)], "id", "", True, False, (), (), keep)


def spent(clock: Clock, prompter: ScriptedPrompter, before: float = 0.0) -> float:
    timed = TimedPrompter(prompter, clock, before)
    timed.ask(scene())
    return timed.seconds()


def test_a_wait_counts_up_to_a_pause() -> None:
    assert spent(Clock(0, 40), Slow()) == 40
    assert spent(Clock(0, NIGHT), Slow()) == PAUSE


def test_a_long_text_counts_whole_as_long_as_it_grows() -> None:
    assert spent(Clock(0, 200, 200, 400, 400, 600, 600, 800, 800), Slow(3)) == 800


def test_a_night_in_the_middle_of_a_text_does_not() -> None:
    assert spent(Clock(0, 60, 60, NIGHT), Slow(1)) == 60 + PAUSE


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    assert spent(Clock(1000, 10), Slow(), before=120) == 120


def test_the_wait_that_is_under_way_counts_in_the_draft() -> None:
    clock = Clock(0, 60, 60, 90, 90, 90)
    timed = TimedPrompter(Slow(1), clock, 30)
    seen: list[float] = []

    def keep(_begun: Typed, _at: str) -> bool:
        seen.append(timed.seconds())
        return True

    timed.ask(scene(keep))
    assert seen == [120]


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=40), st.floats(0, 1e9))
def test_whatever_the_clock_says_the_minutes_are_those_of_a_page(
    readings: list[float], before: float
) -> None:
    timed = TimedPrompter(Slow(), Clock(*readings), before)
    last = 0.0
    for _ in range(len(readings) // 2):
        timed.ask(scene())
        assert timed.seconds() >= last
        last = timed.seconds()
    assert Answers(minutes=minutes(last)).minutes == minutes(last)


def test_thirty_nights_at_one_question_are_thirty_pauses() -> None:
    clock = Clock(*(n * 86400.0 for n in range(62)))
    timed = TimedPrompter(Slow(), clock)
    for _ in range(30):
        timed.ask(scene())
    assert timed.seconds() == 30 * PAUSE
