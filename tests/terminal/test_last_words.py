"""What is being typed outlives the program, however that ends, up to its last letter."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from terminal.drafts import draft, draft_file, leave_at, wait_until_kept
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

WORDS = "She asked me what I would have done, and I"


@dataclass(frozen=True)
class Place:
    """A text of the rich door: its question, the keys that lead into it, what is begun then."""

    question: str
    keys: tuple[str, ...]
    begun: str | dict[str, str]
    comes_to: str = ""


def text(question: str, typed: str = WORDS) -> Place:
    """A place that is the question itself."""
    return Place(question, (typed,), typed)


PLACES = [
    text("focus-notice"),
    Place("moment-what", ("One,", "enter", "two"), "One,\ntwo"),
    text("moment-what", f"{WORDS} /b"),
    text("other-side"),
    text("evidence:own-answers"),
    text("insight"),
    text("obstacle"),
    text("cue"),
    text("action"),
    Place("moment", ("5",), {"relationship": "other", "with": ""}, "With whom?"),
    Place(
        "moment", ("5", "peer B and"), {"relationship": "other", "with": "peer B and"}, "With whom?"
    ),
]
SOME = [PLACES[1], PLACES[6], PLACES[10]]
ids = [f"{place.question} {place.keys[-1][-6:]}" for place in PLACES]
some_ids = [place.question for place in SOME]


@contextmanager
def typed_into(place: Place) -> Iterator[Terminal]:
    """A sitting in the midst of that text, right after its last key."""
    session = begun()
    for question, given in FIRST.typed.items():
        if question == place.question:
            break
        session = session.answer(given)
    leave_at(session)
    with Terminal("reflect", columns=120) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees()
        first, *more = place.keys
        terminal.press(first)
        if place.comes_to:
            terminal.wait_for(place.comes_to)
        terminal.press(*more)
        yield terminal


def goes_on(place: Place) -> None:
    """The next sitting shows the words where they were typed."""
    assert draft()["typing"] == [place.question, place.begun]
    with Terminal("reflect", columns=120) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        if isinstance(place.begun, dict):
            terminal.wait_for("› 5").press("enter").wait_for(f"> {place.begun['with']}".rstrip())
        else:
            terminal.wait_for(*str(place.begun).split("\n"))


@pytest.mark.parametrize("place", PLACES, ids=ids)
def test_kill_9_loses_a_second_at_the_most(workspace: Path, place: Place) -> None:
    assert workspace.exists()
    with typed_into(place) as terminal:
        wait_until_kept(place.question, place.begun)
        terminal.kill()
    goes_on(place)


@pytest.mark.parametrize("place", PLACES, ids=ids)
def test_ctrl_c_right_after_the_last_key_loses_nothing(workspace: Path, place: Place) -> None:
    assert workspace.exists()
    with typed_into(place) as terminal:
        assert terminal.press("ctrl-c").finish() == 130
        assert terminal.echoes
        assert terminal.left_behind == f"learnlead: {ENGLISH('end.kept-typing')}"
    goes_on(place)


@pytest.mark.parametrize("place", SOME, ids=some_ids)
@pytest.mark.parametrize(
    ("end", "code"), [(Terminal.hang_up_by_signal, 129), (Terminal.terminate, 143)]
)
def test_a_signal_right_after_the_last_key_loses_nothing(
    workspace: Path, place: Place, end: Callable[[Terminal], None], code: int
) -> None:
    assert workspace.exists()
    with typed_into(place) as terminal:
        end(terminal)
        assert terminal.finish() == code
        assert terminal.echoes
        assert terminal.left_behind == f"learnlead: {ENGLISH('end.kept-typing')}"
    goes_on(place)


@pytest.mark.parametrize("place", SOME, ids=some_ids)
def test_a_closed_window_loses_nothing_that_was_in_sight(workspace: Path, place: Place) -> None:
    assert workspace.exists()
    with typed_into(place) as terminal:
        terminal.wait_for(place.keys[-1])
        terminal.hang_up()
    goes_on(place)


@pytest.mark.parametrize("end", [Terminal.hang_up, Terminal.terminate])
def test_an_end_on_another_screen_keeps_all(
    workspace: Path, end: Callable[[Terminal], None]
) -> None:
    """At help, on the last page, and at `x`, where nobody has decided yet."""
    assert workspace.exists()
    session = begun()
    for given in FIRST.typed.values():
        session = session.answer(given)
    leave_at(session)
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees_the_page()
        end(terminal)
    assert draft()["answers"] == dict(session.answers)
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees_the_page()
        terminal.press("x").wait_for("This isn't for here")
        end(terminal)
    assert draft()["answers"] == dict(session.answers)


@pytest.mark.parametrize("end", [Terminal.hang_up, Terminal.terminate])
def test_words_before_an_x_that_nobody_confirmed_are_kept(
    workspace: Path, end: Callable[[Terminal], None]
) -> None:
    assert workspace.exists()
    place = text("moment-what")
    with typed_into(place) as terminal:
        terminal.press(" /x", "enter").wait_for("This isn't for here")
        end(terminal)
    goes_on(place)


def test_an_answer_is_kept_where_the_signal_comes_after_its_enter(workspace: Path) -> None:
    assert workspace.exists()
    with typed_into(text("insight")) as terminal:
        terminal.press("enter", "enter").terminate()
    assert draft()["answers"]["insight"] == WORDS
    assert draft()["typing"] is None


def test_at_the_plain_door_each_line_that_enter_ended_is_kept(workspace: Path) -> None:
    """The line that is typed just now is the terminal's own until then, and that is said."""
    assert workspace.exists()
    with Terminal("reflect", "--plain", columns=120) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all(FIRST.typed, until="moment-what")
        typist.sees()
        terminal.press("One,", "enter").wait_for_prompt("")
        terminal.press("two").terminate()
        assert terminal.finish() == 143
        assert f"learnlead: {ENGLISH('end.kept-lines')}" in terminal.left_behind
        assert terminal.echoes
    assert draft()["typing"] == ["moment-what", "One,"]


def test_a_program_that_ignores_a_closed_window_goes_on(workspace: Path) -> None:
    """As after `nohup`."""
    assert workspace.exists()
    with Terminal("reflect", preparing=ignore_hang_up) as terminal:
        Typist(terminal, begun()).sees()
        terminal.process.kill(signal.SIGHUP)
        assert terminal.press("ctrl-c").finish() == 130
    assert draft_file() is None


def ignore_hang_up() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
