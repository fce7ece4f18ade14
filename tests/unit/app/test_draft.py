"""The draft on a disk that refuses: what is asked, and what is tried again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import cast

import pytest

from learnlead.app.draft import DraftSaver, UnfinishedSitting
from learnlead.app.ports import Draft, Drafts
from learnlead.app.prompter import Prompter
from learnlead.errors import MachineFailed
from learnlead.sitting.question import Choice
from made_sittings import small_rubric

TYPING = ("insight", {"insight": "half a"})


class Disk:
    """Refuses as often as it is told, then saves."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.saved: list[Draft] = []

    def save(self, draft: Draft) -> None:
        if self.refusals:
            self.refusals -= 1
            raise MachineFailed("no space left")
        self.saved.append(draft)


class Asked:
    """Chooses these, one after the other."""

    def __init__(self, *chosen: str) -> None:
        self.chosen = list(chosen)
        self.offered: list[list[str]] = []

    def choose(self, _ask: str, choices: Sequence[Choice], _preset: str) -> str:
        self.offered.append([choice.value for choice in choices])
        return self.chosen.pop(0)


def saver(disk: Disk, asked: Asked) -> DraftSaver:
    base = UnfinishedSitting(
        datetime(2026, 11, 20, tzinfo=UTC), date(2026, 11, 20), "quick", 1, {}, None, 0
    )
    drafts, prompter = cast("Drafts", disk), cast("Prompter", asked)
    return DraftSaver(drafts, prompter, small_rubric(), base, lambda: 0.0)


def test_while_a_text_is_typed_a_failure_asks_nothing() -> None:
    asked = Asked()
    assert not saver(Disk(1), asked).keep({}, TYPING)
    assert asked.offered == []


def test_whoever_leaves_and_wants_it_kept_is_asked_and_it_is_tried_again() -> None:
    disk, asked = Disk(2), Asked("again", "again")
    saver(disk, asked).keep_at_end({}, TYPING)
    assert asked.offered == [["again", "stop"]] * 2
    assert disk.saved[0].data["typing"] == {"at": "insight", "begun": {"insight": "half a"}}


def test_whoever_leaves_is_told_that_it_is_not_kept() -> None:
    notebook = saver(Disk(1), Asked("stop"))
    with pytest.raises(MachineFailed):
        notebook.keep_at_end({}, TYPING)
    assert notebook.is_behind


def test_a_draft_that_was_given_up_is_tried_once_more_at_the_end() -> None:
    disk, asked = Disk(1), Asked("on")
    notebook = saver(disk, asked)
    assert not notebook.keep({}, None)
    notebook.keep_at_end({}, TYPING)
    assert len(disk.saved) == 1
    assert not notebook.is_behind
