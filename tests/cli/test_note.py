"""`learnlead note`: one line for later, and what becomes of it at the sitting."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import answered, as_json, held, refused, snapshot
from running import run, run_program

TODAYS = "- [ ] 2026-11-20"


def inbox() -> str:
    return Path("inbox.md").read_bytes().decode()


def noted(*args: str, stdin: str = "") -> str:
    """Note something without a word on stderr; the inbox after it."""
    ran = run("note", *args, stdin=stdin)
    assert (ran.code, ran.stderr) == (0, "")
    return inbox()


@pytest.mark.usefixtures("workspace")
class TestNoting:
    def test_from_stdin_makes_a_note_of_each_line_that_is_not_empty(self) -> None:
        ran = run("note", "-", stdin="\ufeffKim asked why\r\n\n  - Ola drew it \n")
        assert ran.stdout == "Noted: your next sitting offers them as a moment.\n"
        assert inbox() == f"{TODAYS} Kim asked why\n{TODAYS} - Ola drew it\n"

    def test_on_the_command_line_takes_the_words_and_warns_once_that_shells_keep_them(self) -> None:
        first = run("note", "Kim", "asked", "why")
        assert (first.code, first.stdout) == (
            0,
            "Noted: your next sitting offers it as a moment.\n",
        )
        assert "Your shell saves" in first.stderr
        assert "`learnlead note` alone asks" in first.stderr
        assert noted("--", "--plain words; a line\nbreak") == (
            f"{TODAYS} Kim asked why\n{TODAYS} --plain words; a line break\n"
        )

    def test_from_stdin_says_nothing_of_shells(self) -> None:
        noted("-", stdin="one")
        assert "Your shell saves" in run("note", "two").stderr

    def test_goes_behind_what_a_person_typed(self) -> None:
        Path("inbox.md").write_bytes(b"\xef\xbb\xbf# Mine\r\n\r\n* Kim asked")
        assert noted("-", stdin="Ola") == f"\ufeff# Mine\r\n\r\n* Kim asked\r\n{TODAYS} Ola\r\n"

    def test_without_a_terminal_names_what_would_do(self) -> None:
        before = snapshot(Path.cwd())
        ran = run("note")
        assert (ran.code, ran.stdout) == (2, "")
        assert "needs a terminal" in ran.stderr
        assert "`learnlead note -`" in ran.stderr
        assert snapshot(Path.cwd()) == before

    @pytest.mark.parametrize(
        ("args", "stdin", "expected"),
        [
            (["-"], "\n \n", "standard input: there is no line in it"),
            (["-"], "fine\nbel\x07l\n", "standard input:2: the text holds a control character"),
            (["  "], "", "the note is empty"),
            (["bel\x07l"], "", "the text holds a control character (U+0007)"),
        ],
    )
    def test_refuses_what_is_no_line_and_keeps_nothing_of_it(
        self, args: list[str], stdin: str, expected: str
    ) -> None:
        ran = run("note", *args, stdin=stdin)
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr.startswith(f"learnlead: {expected}")
        assert not Path("inbox.md").exists()

    def test_an_inbox_that_cannot_be_read_is_left_alone(self) -> None:
        Path("inbox.md").write_bytes(b"\xff\n")
        ran = run("note", "-", stdin="one\n")
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr.startswith("learnlead: inbox.md:1: this is not UTF-8 text")


@pytest.mark.usefixtures("workspace")
class TestTheTally:
    def test_counts_and_waits_for_a_count(self) -> None:
        assert run("note", "did").stdout == "Counted. This week: done in 1 of 1.\n"
        assert run("note", "missed").stdout == "Counted. This week: done in 1 of 2.\n"
        assert as_json("--json")["notes_waiting"] == 0
        ran = run("reflect", "--answers", "-", stdin="count: {own-answers: 1/2}\n")
        assert ran.code == 0
        assert inbox() == "- [x] 2026-11-20 did\n- [x] 2026-11-20 missed\n"
        page = Path("journals/2026-11-20-learning-leader.md").read_text(encoding="utf-8")
        assert "<!-- own-answers -->\n\n**Count:** 1 of 2\n" in page

    def test_more_words_are_a_note(self) -> None:
        run("note", "did", "it", "at", "last")
        assert inbox() == f"{TODAYS} did it at last\n"


WAITING = "- [ ] 2026-11-17 Kim asked why\n* Ola drew it\n- [x] used\n- Kim again\n  and again\n"


@pytest.fixture
def waiting(workspace: Path) -> str:
    """Three open notes; the inbox."""
    Path("inbox.md").write_text(WAITING, encoding="utf-8")
    return WAITING


@pytest.mark.usefixtures("workspace")
class TestWordsThatAreCommands:
    def test_list_alone_lists_and_notes_nothing(self) -> None:
        ran = run("note", "list")
        assert (ran.code, ran.stdout, ran.stderr) == (0, "No note is waiting.\n", "")
        assert not Path("inbox.md").exists()

    @pytest.mark.parametrize(
        "words", ["list the risks", "edit her draft", "drop the third point", "trends are up"]
    )
    def test_more_words_are_a_note_whatever_they_begin_with(self, words: str) -> None:
        run("note", *words.split())
        assert inbox() == f"{TODAYS} {words}\n"

    @pytest.mark.parametrize(
        ("word", "instead"),
        [
            ("trends", "`learnlead trends` is a command"),
            ("Export", "`learnlead export` is a command"),
            ("lst", "`learnlead note list` is a command"),
            ("drops", "`learnlead note drop` is a command"),
            ("help", "`learnlead note --help` shows the commands"),
        ],
    )
    def test_one_word_like_a_command_is_refused_with_the_way_to_note_it(
        self, word: str, instead: str
    ) -> None:
        ran = run("note", word)
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr == (
            f"learnlead: '{word}' alone looks like a command, so it was not noted"
            f" ({instead}; `learnlead note -- {word}` notes the word)\n"
        )
        assert not Path("inbox.md").exists()
        run("note", "--", word)
        assert inbox() == f"{TODAYS} {word}\n"

    @pytest.mark.parametrize(
        ("words", "instead"),
        [
            ("edit 1", "`learnlead note edit` is a command, with nothing behind it"),
            ("edit 1 2", "`learnlead note edit` is a command, with nothing behind it"),
            ("edit text", "`learnlead note edit` is a command, with nothing behind it"),
            ("list all", "`learnlead note list` is a command, with nothing behind it"),
            ("Edit 1", "`learnlead note edit` is a command, with nothing behind it"),
            ("delete 1", "`learnlead note --help` shows the commands"),
            ("drpo 1 2", "`learnlead note drop` is a command"),
        ],
    )
    def test_a_command_with_what_it_does_not_take_is_refused(
        self, words: str, instead: str
    ) -> None:
        ran = run("note", *words.split())
        assert (ran.code, ran.stdout) == (2, "")
        assert f" ({instead}; `learnlead note -- {words}` notes these words)\n" in ran.stderr
        assert not Path("inbox.md").exists()
        run("note", "--", *words.split())
        assert inbox() == f"{TODAYS} {words}\n"

    @pytest.mark.parametrize("words", ["open questions", "Lisa 2", "new idea", "12 people"])
    def test_two_words_that_only_begin_like_one_are_a_note(self, words: str) -> None:
        run("note", *words.split())
        assert inbox() == f"{TODAYS} {words}\n"

    @pytest.mark.parametrize("word", ["list", "edit", "drop", "-h", "--json"])
    def test_behind_two_dashes_or_from_stdin_every_word_is_a_note(self, word: str) -> None:
        run("note", "--", word)
        run("note", "-", stdin=word)
        assert inbox() == f"{TODAYS} {word}\n" * 2

    @pytest.mark.parametrize("word", ["Kim", "Lisa", "silence", "listened", "-", "numbers"])
    def test_other_single_words_are_notes(self, word: str) -> None:
        run("note", word, stdin="Kim\n")
        assert inbox().startswith(TODAYS)


class TestWaitingNotes:
    def test_are_listed_with_numbers_and_dates(self, waiting: str) -> None:
        assert run("note", "list").stdout == (
            "1  2026-11-17  Kim asked why\n2              Ola drew it\n3              Kim again\n"
        )
        assert as_json("note", "list")["notes"][1] == {
            "number": 2,
            "date": None,
            "text": "Ola drew it",
            "line": 2,
        }
        assert inbox() == waiting

    @pytest.mark.parametrize(
        ("which", "left"),
        [
            (["2"], "- [ ] 2026-11-17 Kim asked why\n- [x] used\n- Kim again\n  and again\n"),
            (["OLA"], "- [ ] 2026-11-17 Kim asked why\n- [x] used\n- Kim again\n  and again\n"),
            (["Kim again"], "- [ ] 2026-11-17 Kim asked why\n* Ola drew it\n- [x] used\n"),
            (["3", "1", "3"], "* Ola drew it\n- [x] used\n"),
        ],
    )
    def test_are_dropped_by_number_or_word_and_shown_first(
        self, waiting: str, which: list[str], left: str
    ) -> None:
        ran = run("note", "drop", *which, "--yes")
        assert (ran.code, ran.stderr, inbox()) == (0, "", left)
        gone = [line for line in waiting.splitlines() if line not in left.splitlines()]
        assert sorted(ran.stdout.splitlines()[:-1]) == sorted(gone)
        many = "this note" if len(which) == 1 else "these 2 notes"
        assert ran.stdout.splitlines()[-1] == f"Dropped {many}."

    @pytest.mark.parametrize(
        ("args", "expected"),
        [
            (["drop"], "which note is not said"),
            (["drop", "4", "--yes"], "no open note has the number 4"),
            (["drop", "used", "--yes"], "no open note holds 'used'"),
            (["drop", "kim", "--yes"], "2 notes hold 'kim': 1, 3 (say which by its number)"),
            (["drop", "Ola"], "there is nobody to ask first (--yes drops it without asking)"),
            (["edit"], "$VISUAL"),
        ],
    )
    def test_stay_as_they_are_where_something_is_unclear(
        self, waiting: str, args: list[str], expected: str
    ) -> None:
        ran = run("note", *args)
        assert (ran.code, ran.stdout, inbox()) == (2, "", waiting)
        assert expected in ran.stderr

    def test_none_to_edit_is_told(self, workspace: Path) -> None:
        ran = run("note", "edit")
        assert (ran.code, ran.stdout) == (2, "")
        assert "there is no note yet" in ran.stderr


def test_the_first_note_of_all_makes_a_workspace_and_says_so() -> None:
    ran = run("note", "-", stdin="Kim asked why\n")
    assert ran.code == 0
    assert "There is no workspace yet: making one in" in ran.stderr
    made = Path.home() / "learnlead"
    assert (made / "inbox.md").read_text(encoding="utf-8") == f"{TODAYS} Kim asked why\n"
    assert (made / "journals").is_dir()


@pytest.mark.usefixtures("workspace")
class TestAtTheSitting:
    MOMENT = "moments: [{relationship: other, what: 'On Tuesday Kim asked why, so I waited.'}]\n"

    def test_what_a_moment_took_up_is_ticked_and_the_rest_waits(self) -> None:
        Path("inbox.md").write_text("* Kim asked why\n- [ ] 2026-11-17 Ola drew it\n")
        held(self.MOMENT)
        assert inbox() == "* [x] Kim asked why\n- [ ] 2026-11-17 Ola drew it\n"

    def test_a_note_that_could_not_be_ticked_is_a_warning(self) -> None:
        Path("elsewhere").mkdir()
        Path("elsewhere", "inbox.md").write_text("- Kim asked why\n")
        Path("inbox.md").symlink_to("elsewhere/inbox.md")
        Path("elsewhere", ".learnlead.lock").mkdir()
        ran = answered(self.MOMENT)
        assert (ran.code, ran.stdout) == (0, "journals/2026-11-20-learning-leader.md\n")
        assert ran.stderr.startswith("learnlead: inbox.md: cannot write to the inbox")
        assert inbox() == "- Kim asked why\n"

    def test_an_inbox_that_cannot_be_read_stops_no_sitting(self) -> None:
        Path("inbox.md").write_bytes(b"\xff\n")
        ran = answered(self.MOMENT)
        assert (ran.code, ran.stdout) == (0, "journals/2026-11-20-learning-leader.md\n")
        assert ran.stderr.startswith("learnlead: inbox.md:1: this is not UTF-8 text")

    def test_answers_that_are_refused_tick_nothing(self) -> None:
        Path("inbox.md").write_text("- Kim asked why\n")
        refused(f"{self.MOMENT}nonsense: 1\n")
        assert inbox() == "- Kim asked why\n"


@pytest.mark.usefixtures("workspace")
class TestWhereYouStand:
    def test_says_how_many_wait_and_their_words_only_when_asked(self) -> None:
        assert "notes waiting" not in run().stdout
        noted("-", stdin="Kim asked why\nOla drew it\n")
        assert "notes waiting: 2\n" in run().stdout
        assert "Kim" not in run().stdout
        assert "  Kim asked why\n" in run("--show").stdout
        assert as_json()["notes_waiting"] == 2
        assert "notes" not in as_json()
        assert as_json("--show")["notes"] == ["Kim asked why", "Ola drew it"]

    def test_does_not_count_what_no_sitting_will_offer(self) -> None:
        Path("inbox.md").write_text("- [ ] 2026-11-12 old\n- [x] used\n- [ ] 2026-11-19 new\n")
        held("date: 2026-11-13\ninsight: x\n")
        assert "notes waiting: 1\n" in run().stdout

    def test_says_that_the_inbox_cannot_be_read_and_the_rest(self) -> None:
        Path("inbox.md").write_bytes(b"\xff\n")
        ran = run()
        assert ran.code == 0
        assert "sittings held: 0" in ran.stdout
        assert "inbox.md:1: this is not UTF-8 text" in ran.stderr


def test_bytes_that_are_no_text_are_refused(workspace: Path) -> None:
    ran = run_program("note", b"\xff".decode(errors="surrogateescape"), cwd=workspace)
    assert ran.code == 2
    assert "a lone surrogate" in ran.stderr
