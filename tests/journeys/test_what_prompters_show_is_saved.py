"""The same promise, over what the plain and the rich prompter print on their last page.

The paths are walked as in test_what_is_read_is_saved.py; at each page that is read, the prompter
itself shows it and takes the key.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from random import Random
from typing import cast

import pytest

from faults.sitting_walk import Told
from faults.sitting_world import TOKEN, World
from journeys.test_what_is_read_is_saved import (
    Notebook,
    Nowhere,
    Reader,
    sitting_context,
    words_in_file,
)
from learnlead.adapters.terminal.plain.prompter import PlainPrompter
from learnlead.adapters.terminal.rich_prompter import RichPrompter
from learnlead.app.keep import record_section
from learnlead.app.prompter import Entry, Mend, Prompter, Save, Verdict, WentBack
from learnlead.app.sit import Finished, sit
from learnlead.errors import Interrupted
from learnlead.sitting.answers import Answers
from learnlead.sitting.build import collect_answers
from learnlead.sitting.left_out import left_out
from learnlead.sitting.session import Session
from sizes import examples
from terminal.keyboard import Keyboard, keyboard

ALL = 60
PATHS = int(os.environ.get("LEARNLEAD_DOOR_PATHS", min(ALL, examples(ALL) * 2)))
NOT_ON_IT = "Not on the page"

Shown = Callable[[Verdict, str, Sequence[Entry], Sequence[str], Sequence[str]], str]
"""What a prompter shows of a page before it gives this verdict."""


def key_of(verdict: Verdict, entries: Sequence[Entry], enter: str, back: str, x: str) -> str:
    if isinstance(verdict, Mend):
        leads_to = [entry.leads_to for entry in entries]
        return f"{leads_to.index(verdict.question_id) + 1}{enter}"
    return enter if isinstance(verdict, Save) else back if isinstance(verdict, WentBack) else x


def shown_plain(
    verdict: Verdict,
    title: str,
    entries: Sequence[Entry],
    labels: Sequence[str],
    above: Sequence[str],
) -> str:
    before, printed = sys.stdin, io.StringIO()
    sys.stdin = io.StringIO(key_of(verdict, entries, "\n", "/back\n", "/x\n") + "\n")
    try:
        with redirect_stdout(printed):
            assert PlainPrompter().read(title, entries, labels, above) == verdict
    finally:
        sys.stdin = before
    return printed.getvalue()


class Sight(Keyboard):
    """The screen as it stands before the first key; later drawing paints only what changes."""

    before_a_key = ""

    def flush(self) -> None:
        drawn = "".join(self.drawn)
        self.before_a_key = self.before_a_key or (drawn if TOKEN.search(drawn) else "")
        super().flush()


def shown_rich(
    verdict: Verdict,
    title: str,
    entries: Sequence[Entry],
    labels: Sequence[str],
    above: Sequence[str],
) -> str:
    with keyboard(Sight, rows=400) as board:
        board.press(key_of(verdict, entries, "\r", "\x1b[Z", "x"))
        prompter = RichPrompter(colour=True)
        assert prompter.read(title, entries, labels, above) == verdict
        prompter.close()
        return board.before_a_key


class Watcher(Reader):
    """Reads what a prompter shows, and answers as ever."""

    def __init__(self, chance: Random, shown: Shown) -> None:
        super().__init__(cast("World", Nowhere(chance)), Told())
        self.shown = shown
        self.not_on_page: set[str] = set()

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        verdict = super().read(title, entries, labels, above, changed)
        on_it, _, not_on_it = self.shown(verdict, title, entries, labels, above).partition(
            NOT_ON_IT
        )
        self.on_page = set(TOKEN.findall(on_it))
        self.not_on_page = set(TOKEN.findall(not_on_it))
        return verdict


def check(number: int, shown: Shown, save: Callable[[Answers], Answers] = lambda a: a) -> int:
    chance = Random(number)  # noqa: S311 - the same path again
    person = Watcher(chance, shown)
    session = Session.begin(sitting_context(chance))
    asks = cast("Prompter", person)
    try:
        ended = sit(session, asks, Notebook(), title="Small")
        while not isinstance(ended, Finished):
            left = ended
            ended = sit(left.session, asks, Notebook(), title="Small", unfinished=left.unfinished)
    except Interrupted:
        return 0
    session = ended.session
    if not collect_answers(session).has_any:
        return 0
    assert words_in_file(save(collect_answers(session)), session.context) == person.on_page
    beside = [answer for answer in left_out(session) if answer.kept_elsewhere]
    kept = set(TOKEN.findall(record_section(beside, session.context))) if beside else set()
    assert person.not_on_page <= kept
    return 1


@pytest.mark.parametrize("shown", [shown_plain, shown_rich])
def test_what_a_prompter_shows_at_the_end_is_what_is_saved(shown: Shown) -> None:
    assert sum(check(number, shown) for number in range(PATHS)) > PATHS / 2


@pytest.mark.parametrize("shown", [shown_plain, shown_rich])
@pytest.mark.parametrize(("field", "empty"), [("plan", None), ("moments", ())])
def test_and_it_shows_when_one_field_is_dropped(shown: Shown, field: str, empty: object) -> None:
    def dropping(answers: Answers) -> Answers:
        return answers.model_copy(update={field: empty})

    with pytest.raises(AssertionError):
        sum(check(number, shown, dropping) for number in range(ALL))
