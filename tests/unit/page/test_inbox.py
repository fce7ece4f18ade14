"""The inbox: what people type in it counts, and the program changes no other byte."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import lines
from learnlead.page.inbox import add_note, drop, lines_of_note, open_notes, tick
from learnlead.sitting.note import Note
from learnlead.text.clean import clean_line

TUESDAY = date(2026, 11, 17)

NOTES = lines().map(clean_line).filter(bool)
"""Whatever may be typed on one line."""

_LINE = st.one_of(
    st.sampled_from(
        (
            *(
                "",
                "  ",
                "# Inbox",
                "#tag is a text",
                "---",
                "===",
                "***",
                "```",
                "~~~",
                "<!-- x -->",
            ),
            *(
                "- [ ] 2026-11-17 a",
                "- [x] 2026-11-17 a",
                "- [/] a",
                "* a",
                "+ a",
                "- a",
                "a",
                "- ",
            ),
            *("- [ ]", "* [ ] a", "[ ] a", "  - a", "  a", "\ta", "1. a", "- [ ] 2026-13-40 a"),
        )
    ),
    lines(),
)
_BREAKS = st.sampled_from(("\n", "\r\n"))


@st.composite
def inboxes(draw: st.DrawFn) -> str:
    """Any inbox, of the program's lines and of people's; with and without BOM, CRLF and an end."""
    end = draw(_BREAKS)
    text = end.join(draw(st.lists(_LINE, max_size=8)))
    return draw(st.sampled_from(("", "\ufeff"))) + text + draw(st.sampled_from(("", end)))


def texts(inbox: str) -> list[str]:
    return [note.text for note in open_notes(inbox)]


class TestReading:
    @pytest.mark.parametrize(
        "line",
        [
            *("- [ ] Kim asked why", "- Kim asked why", "* Kim asked why", "+ Kim asked why"),
            *("Kim asked why", "- [] Kim asked why", "* [ ] Kim asked why", "[ ] Kim asked why"),
            *("  - Kim asked why", "-   Kim asked why  ", "\ufeffKim asked why", "Kim asked why\r"),
        ],
    )
    def test_a_line_in_any_simple_form_counts(self, line: str) -> None:
        assert open_notes(f"{line}\n") == (Note(1, None, "Kim asked why"),)

    @pytest.mark.parametrize("start", ["- [ ] ", "- ", "* ", ""])
    def test_a_date_may_stand_before_the_words(self, start: str) -> None:
        assert open_notes(f"{start}2026-11-17 Kim") == (Note(1, TUESDAY, "Kim"),)
        assert open_notes(f"{start}2026-13-17 Kim") == (Note(1, None, "2026-13-17 Kim"),)

    @pytest.mark.parametrize(
        "line",
        [
            *("- [x] done", "- [X] done", "* [/] partly", "- [-] let go", "[x] done"),
            *(
                "# Inbox",
                "###### six",
                "#",
                "---",
                "- - -",
                "***",
                "<!-- a comment -->",
                "%% mine %%",
            ),
            *("", "   ", "- ", "-", "- [ ] ", "- [ ] 2026-11-17", "    the line above goes on"),
        ],
    )
    def test_what_is_used_empty_or_structure_is_no_note(self, line: str) -> None:
        assert open_notes(f"- one\n\n{line}\n\n- two\n") == (
            Note(1, None, "one"),
            Note(5, None, "two"),
        )

    def test_words_that_only_look_like_structure_are_notes(self) -> None:
        lines = ["#kim asked", "####### seven", "[Kim](page.md) asked", "1. Kim", "-Kim", "> Kim"]
        assert texts("\n".join(lines)) == lines

    def test_a_heading_with_its_line_below_and_front_matter_are_no_notes(self) -> None:
        front = "---\ntags: [inbox]\n---\n"
        assert texts(f"{front}Inbox\n=====\n- one\n") == ["one"]
        assert texts("\ufeff" + f"{front}- one\n---\ntwo\n".replace("\n", "\r\n")) == ["one", "two"]
        assert texts("---\n- one\n") == ["one"]

    def test_code_is_no_note_but_a_fence_that_never_closes_hides_nothing(self) -> None:
        assert texts("- one\n```sh\n- no\n~~~\n```\n- two\n") == ["one", "two"]
        assert texts("- one\n```\n- two\n~~~\n- three\n") == ["one", "two", "three"]

    def test_what_no_answer_may_hold_shows_as_a_sign(self) -> None:
        assert texts("- Kim\x1b[31m asked\x00\n") == ["Kim�[31m asked�"]


class TestAdding:
    @given(inboxes(), NOTES)
    def test_gives_back_whatever_was_typed_and_leaves_every_byte(
        self, inbox: str, note: str
    ) -> None:
        after = add_note(inbox, TUESDAY, note)
        assert after.startswith(inbox)
        *before, added = open_notes(after)
        assert tuple(before) == open_notes(inbox)
        assert (added.day, added.text) == (TUESDAY, note)
        assert after.endswith("\n")
        assert after[len(inbox) :].strip("\r\n").count("\n") == 0

    def test_writes_a_task_and_keeps_to_the_files_line_breaks(self) -> None:
        assert add_note("", TUESDAY, "Kim") == "- [ ] 2026-11-17 Kim\n"
        assert add_note("a\r\nb", TUESDAY, "Kim") == "a\r\nb\r\n- [ ] 2026-11-17 Kim\r\n"


class TestTicking:
    @given(inboxes(), st.data())
    def test_changes_those_lines_alone(self, inbox: str, data: st.DataObject) -> None:
        notes = open_notes(inbox)
        chosen = [note for note in notes if data.draw(st.booleans())]
        after = tick(inbox, chosen)
        assert open_notes(after) == tuple(note for note in notes if note not in chosen)
        old, new = inbox.split("\n"), after.split("\n")
        changed = [n for n, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]]
        assert changed == [note.line for note in chosen]
        assert after.startswith("\ufeff") == inbox.startswith("\ufeff")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("- [ ] 2026-11-17 Kim", "- [x] 2026-11-17 Kim"),
            ("- Kim", "- [x] Kim"),
            ("* Kim  ", "* [x] Kim  "),
            ("  -  [] Kim", "  -  [x] Kim"),
            ("Kim", "- [x] Kim"),
            ("[ ]  Kim", "- [x]  Kim"),
            ("\ufeff2026-11-17 Kim\r\n", "\ufeff- [x] 2026-11-17 Kim\r\n"),
        ],
    )
    def test_makes_a_ticked_task_of_each_form(self, before: str, after: str) -> None:
        assert tick(before, open_notes(before)) == after

    def test_finds_a_note_again_that_has_moved_and_leaves_one_that_is_gone(self) -> None:
        notes = open_notes("- one\n- two\n- two\n- three\n")
        assert tick("new\n- one\n- two\n- two\n", notes) == "new\n- [x] one\n- [x] two\n- [x] two\n"
        assert tick("- two\n- [x] one\n- two!\n", notes) == "- [x] two\n- [x] one\n- two!\n"

    def test_of_two_that_read_the_same_takes_the_one_that_was_meant(self) -> None:
        inbox = "- Kim\n- Kim\n"
        assert tick(inbox, open_notes(inbox)[1:]) == "- Kim\n- [x] Kim\n"


class TestDropping:
    @given(inboxes(), st.data())
    def test_takes_out_the_lines_of_those_notes_and_no_other_byte(
        self, inbox: str, data: st.DataObject
    ) -> None:
        chosen = [note for note in open_notes(inbox) if data.draw(st.booleans())]
        old = inbox.removeprefix("\ufeff").split("\n")
        going = {
            note.line - 1 + n for note in chosen for n in range(len(lines_of_note(inbox, note)))
        }
        left = [line for number, line in enumerate(old) if number not in going]
        bom = "\ufeff" if inbox.startswith("\ufeff") else ""
        assert drop(inbox, chosen) == bom + "\n".join(left)

    def test_what_goes_on_below_a_note_goes_with_it_and_is_shown(self) -> None:
        inbox = "- [ ] 2026-11-17 Kim\r\n  asked\r\n\twhy\r\n  - Ola\r\nb\r\n"
        note = open_notes(inbox)[0]
        assert lines_of_note(inbox, note) == ("- [ ] 2026-11-17 Kim", "  asked", "\twhy")
        assert drop(inbox, [note]) == "  - Ola\r\nb\r\n"

    def test_finds_a_note_again_that_has_moved_and_leaves_one_that_is_gone(self) -> None:
        notes = open_notes("- one\n- two\n")
        assert drop("new\n- one\n- two!\n", notes) == "new\n- two!\n"

    def test_of_two_that_read_the_same_takes_the_one_that_was_meant(self) -> None:
        inbox = "- Kim\n- Kim\n  again\n"
        assert drop(inbox, open_notes(inbox)[1:]) == "- Kim\n"
