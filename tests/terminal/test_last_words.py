"""What is being typed outlives the program, however that ends, up to its last letter."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.session import Session
from terminal.drafts import draft, draft_file, leave_at, wait_until_kept
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

WORDS = "She asked me what I would have done, and I"


@dataclass(frozen=True)
class Place:
    """A field of the rich door: its question, the keys that lead into it, what is begun then."""

    question: str
    keys: tuple[str, ...]
    begun: dict[str, str]


PLACES = [
    Place("moment-with", ("peer B and",), {"moment-with": "peer B and"}),
    Place(
        "moment-what",
        ("peer B", "tab", "One,", "ctrl-j", "two"),
        {"moment-with": "peer B", "moment-what": "One,\ntwo"},
    ),
    Place("focus-notice", (WORDS,), {"focus-notice": WORDS}),
    Place("action", ("tab", "it rings", "tab", WORDS), {"cue": "it rings", "action": WORDS}),
]
SOME = [PLACES[1], PLACES[3]]
ids = [place.question for place in PLACES]
some_ids = [place.question for place in SOME]


def before(question: str) -> Session:
    """The sitting at the screen of that question."""
    session = begun()
    while session.screen is not None and not session.screen.holds(question):
        session = session.answer(FIRST.typed)
    return session


@contextmanager
def typed_into(place: Place) -> Iterator[Terminal]:
    """A sitting in the midst of that field, right after its last key."""
    session = before(place.question)
    if session.answers:
        leave_at(session)
    with Terminal("reflect", columns=120) as terminal:
        if session.answers:
            terminal.wait_for("is unfinished").press("enter")
        Typist(terminal, session).sees()
        terminal.press(*place.keys)
        yield terminal


def goes_on(place: Place) -> None:
    """The next sitting shows the words where they were typed."""
    assert draft()["typing"] == {"at": place.question, "begun": place.begun}
    with Terminal("reflect", columns=120) as terminal:
        terminal.wait_for("is unfinished").press("enter")
        terminal.wait_for(*(line for text in place.begun.values() for line in text.split("\n")))
        terminal.press("!").wait_for(f"{place.keys[-1]}!")


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
    """On the last page, and at `x`, where nobody has decided yet."""
    assert workspace.exists()
    session = before("")
    leave_at(session)
    for keys in ((), ("x",)):
        with Terminal("reflect") as terminal:
            terminal.wait_for("is unfinished").press("enter")
            Typist(terminal, session).sees_the_page()
            terminal.press(*keys).wait_for(*["This doesn't belong here"] * len(keys))
            end(terminal)
        assert draft()["answers"] == dict(session.answers)


def test_words_before_an_x_that_nobody_confirmed_are_kept(workspace: Path) -> None:
    assert workspace.exists()
    with typed_into(PLACES[1]) as terminal:
        terminal.press("f1").wait_for("x this doesn't belong here")
        terminal.press("x").wait_for("This doesn't belong here.").terminate()
    assert draft()["typing"]["begun"] == PLACES[1].begun


def test_an_answer_is_kept_where_the_signal_comes_after_its_enter(workspace: Path) -> None:
    assert workspace.exists()
    with typed_into(PLACES[2]) as terminal:
        terminal.press("enter").terminate()
    assert draft()["answers"]["focus-notice"] == WORDS
    assert draft()["typing"] is None


def test_at_the_plain_door_each_line_that_enter_ended_is_kept(workspace: Path) -> None:
    """The line that is typed just now is the terminal's own until then, and that is said."""
    assert workspace.exists()
    with Terminal("reflect", "--plain", columns=200) as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer_all(FIRST.typed, until="moment-with")
        typist.sees()
        terminal.press("report A", "enter").wait_for_prompt("What was said or done?")
        terminal.press("One,\\", "enter").wait_for_prompt()
        terminal.press("two").terminate()
        assert terminal.finish() == 143
        assert f"learnlead: {ENGLISH('end.kept-lines')}" in " ".join(terminal.left_behind.split())
        assert terminal.echoes
    begun_ = {"moment-with": "report A", "moment-what": "One,\n"}
    assert draft()["typing"] == {"at": "moment-what", "begun": begun_}


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
