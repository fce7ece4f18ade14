"""The last page at the rich door: what is read last is what is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.reading import read_page
from learnlead.adapters.terminal.screen import Screen
from learnlead.app.prompter import Entry, Mend, Save, Verdict
from learnlead.i18n.words import ENGLISH, Words, words_in
from learnlead.sitting.question import Kind, Question, Step


class FakeScreen:
    """A screen without a terminal: its keys are pressed one by one, its screens are kept.

    A string of several keys is pressed in one go, so that nothing is drawn between them.
    """

    remark = ""

    def __init__(self, rows: int, keys: Sequence[Sequence[str]], words: Words = ENGLISH) -> None:
        self.rows, self.columns, self.words = rows, 79, words
        self.pressed = keys
        self.screens: list[str] = []

    def ask_key(
        self,
        draw: Callable[[], StyleAndTextTuples],
        keys: Mapping[str, Callable[[], Any]],
        key_rules: KeyRules,
    ) -> Any:
        for at_once in self.pressed:
            self.screens.append("".join(part[1] for part in draw()))
            for key in at_once:
                if (verdict := keys[key]()) is not None:
                    return verdict
        return None


def page_of(lines: int, words: Words = ENGLISH) -> list[Entry]:
    """A page of so many answers of two lines, each of which can be told from the others."""
    names = [f"answer-{n:02}" for n in range(1, lines + 1)]
    return [
        Entry(Question(n, Step.RATE, Kind.LINE, n, "Asked?", words=words), f"{n} {'w' * 60}")
        for n in names
    ]


def read(screen: FakeScreen, entries: Sequence[Entry]) -> Verdict | None:
    return cast("Verdict | None", read_page(cast("Screen", screen), "Title", entries, (), ()))


MOVES = ["up", "down", "pageup", "pagedown", " ", "enter"]


@given(
    lines=st.integers(1, 40),
    rows=st.integers(4, 30),
    before=st.lists(st.lists(st.sampled_from(MOVES), max_size=5), max_size=8),
)
def test_enter_saves_a_page_only_once_every_line_of_it_was_in_sight(
    lines: int, rows: int, before: list[list[str]]
) -> None:
    screen = FakeScreen(rows, [*before, *[["enter"]] * (3 * lines + 3)])
    entries = page_of(lines)
    assert read(screen, entries) == Save()
    seen = "".join(screen.screens)
    assert [one.answer for one in entries if str(one.answer) not in seen] == []


def test_while_lines_are_unread_the_keys_say_what_enter_does() -> None:
    screen = FakeScreen(12, [["enter"]] * 3)
    assert read(screen, page_of(6)) == Save()
    assert ["Enter read on" in one for one in screen.screens] == [True, False]
    assert "Enter save" in screen.screens[-1]


def test_a_number_is_mended_whatever_is_unread() -> None:
    assert read(FakeScreen(12, [["2"], ["enter"]]), page_of(6)) == Mend("answer-02")


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "↓ 1 more line\n", "↓ 2 more lines\n"),
        ("de", "↓ 1 weitere Zeile\n", "↓ 2 weitere Zeilen\n"),
    ],
)
def test_one_line_below_is_said_as_one(language: str, one: str, two: str) -> None:
    words = words_in(language)
    screens = "".join(screen(rows, page_of(6, words), words) for rows in range(8, 30))
    assert one in screens
    assert two in screens


def screen(rows: int, entries: Sequence[Entry], words: Words) -> str:
    screen = FakeScreen(rows, [["enter"]], words)
    read(screen, entries)
    return screen.screens[0]


def test_where_answers_are_not_on_the_page_it_is_said_where_they_are_kept() -> None:
    (kept, choice) = page_of(2)
    out = [
        Entry(kept.question, kept.answer, saved=False, kept_elsewhere=True),
        Entry(choice.question, choice.answer, saved=False),
    ]
    told = "What you wrote here is saved in records/not-on-a-page.md."
    assert told in screen(30, out, ENGLISH)
    assert told not in screen(30, out[1:], ENGLISH)
