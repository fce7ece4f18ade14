"""Notes from the inbox to a page: which are offered when, and that used ones are ticked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from learnlead.app.notes import add_notes, notes_to_offer, tick_used
from learnlead.app.prepare import prepare
from learnlead.errors import LearnleadError, MachineFailed
from learnlead.page.inbox import open_notes
from learnlead.sitting.answers import Answers
from learnlead.sitting.note import Note
from learnlead.sitting.question import Question
from learnlead.sitting.script import questions
from made_sittings import small_rubric
from twins import MemoryInbox, MemoryShelf

FRIDAY = date(2026, 11, 20)
LAST_FRIDAY = FRIDAY - timedelta(weeks=1)


def page(day: date, depth: str = "standard") -> str:
    front = f"learnlead: 1\ndate: {day}\nrubric: small\ndepth: {depth}\n"
    return f"---\n{front}---\n\n## Insight <!-- insight -->\n\nx\n"


def noted(*days: date | None) -> list[Note]:
    return [Note(line, day, f"note {line}") for line, day in enumerate(days, start=1)]


class TestWaiting:
    def test_are_the_weeks_those_since_the_last_sitting_and_those_without_a_date(self) -> None:
        before, last, monday, sunday, next_week, dateless = noted(
            LAST_FRIDAY - timedelta(days=1),
            LAST_FRIDAY,
            date(2026, 11, 16),
            date(2026, 11, 22),
            date(2026, 11, 23),
            None,
        )
        every = [before, last, monday, sunday, next_week, dateless]
        assert notes_to_offer(every, FRIDAY, LAST_FRIDAY) == (last, monday, sunday, dateless)
        assert notes_to_offer(every, FRIDAY, None) == (before, last, monday, sunday, dateless)
        assert notes_to_offer(every, FRIDAY, FRIDAY) == (monday, sunday, dateless)

    def test_are_the_last_nine_in_their_order(self) -> None:
        notes = noted(*[None] * 12)
        assert notes_to_offer(notes, FRIDAY, None) == tuple(notes[3:])

    def test_at_the_ends_of_the_calendar(self) -> None:
        first, last = noted(date.min, date.max)
        assert notes_to_offer([first, last], date.max, None) == (first, last)
        assert notes_to_offer([first, last], date.min, date.min) == (first,)


class TestASitting:
    def offered(self, depth: str, *notes: Note) -> list[Question]:
        pages = {
            f"{LAST_FRIDAY - timedelta(weeks=1)}-small.md": page(LAST_FRIDAY - timedelta(weeks=1)),
            f"{LAST_FRIDAY}-small.md": page(LAST_FRIDAY, depth),
        }
        context = prepare(
            MemoryShelf(pages),
            small_rubric(),
            None,
            day=FRIDAY,
            today=FRIDAY,
            depth="standard",
            notes=notes,
        )
        return [question for question in questions(context, {}) if question.id == "note"]

    def test_offers_them_where_it_asks_what_happened_and_nowhere_else(self) -> None:
        (asked,) = self.offered("standard", *noted(FRIDAY - timedelta(days=3)))
        assert [choice.label for choice in asked.choices] == ["Tuesday: note 1", "Tell another"]

    def test_does_not_lose_the_notes_of_a_week_whose_quick_sitting_could_not_offer_them(
        self,
    ) -> None:
        of_that_week = noted(LAST_FRIDAY - timedelta(days=3))
        assert self.offered("standard", *of_that_week) == []
        assert len(self.offered("quick", *of_that_week)) == 1


TOLD = Answers.model_validate({"moments": [{"relationship": "other", "what": "Well: one."}]})


class TestTickUsed:
    def test_ticks_what_a_moment_took_up_and_no_other(self) -> None:
        inbox = MemoryInbox("# Inbox\n- one\n- two\n")
        assert tick_used(inbox, open_notes(inbox.text), TOLD) == ()
        assert inbox.text == "# Inbox\n- [x] one\n- two\n"

    def test_leaves_a_note_alone_that_was_not_offered(self) -> None:
        inbox = MemoryInbox("- one\n")
        assert tick_used(inbox, (), TOLD) == ()
        assert inbox.text == "- one\n"

    def test_keeps_a_note_that_came_meanwhile(self) -> None:
        inbox = MemoryInbox("- one\n")
        offered = open_notes(inbox.text)
        inbox.text = "new\n- one\n"
        assert tick_used(inbox, offered, TOLD) == ()
        assert inbox.text == "new\n- [x] one\n"

    def test_a_refusal_is_a_problem_and_no_failure(self) -> None:
        inbox = MemoryInbox("- one\n", refuses=MachineFailed("the disk is full"))
        (problem,) = tick_used(inbox, open_notes("- one\n"), TOLD)
        assert problem.message == "the disk is full"


def test_several_notes_are_kept_in_one_go_and_in_order() -> None:
    inbox = MemoryInbox()
    add_notes(inbox, FRIDAY, ["one", "two"])
    assert inbox.text == "- [ ] 2026-11-20 one\n- [ ] 2026-11-20 two\n"
    assert inbox.changes == 1


def test_a_refused_note_is_a_failure() -> None:
    with pytest.raises(LearnleadError, match="the disk is full"):
        add_notes(MemoryInbox(refuses=MachineFailed("the disk is full")), FRIDAY, ["one"])
