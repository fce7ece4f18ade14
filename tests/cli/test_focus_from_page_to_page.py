"""The focus: on every page, set or renewed by one, or waiting for the next."""

from __future__ import annotations

import pytest

from cli.kit import as_json, held, read
from running import run

pytestmark = pytest.mark.usefixtures("workspace")


def focus_of(answers: str) -> tuple[str | None, str | None]:
    """Hold a sitting; the focus and its notice as its page carries them."""
    reflection = read(held(answers)).reflection
    return reflection.focus, reflection.focus_notice


def test_every_page_carries_it_and_the_one_that_sets_it_the_notice_as_well() -> None:
    assert focus_of("date: 2026-10-30\ninsight: x\n") == (None, None)
    chosen = "focus: {behaviour: own-answers, notice: they finish}"
    assert focus_of(f"date: 2026-11-06\n{chosen}\n") == ("own-answers", "they finish")
    assert focus_of("date: 2026-11-13\ninsight: x\n") == ("own-answers", None)
    assert focus_of("insight: x\n") == ("own-answers", None)
    shown = as_json("focus", "show")["focus"]
    assert (shown["id"], shown["since"], shown["notice"]) == (
        "own-answers",
        "2026-11-06",
        "they finish",
    )


def test_renewing_it_keeps_since_and_changes_the_notice() -> None:
    focus_of("date: 2026-11-06\nfocus: {behaviour: own-answers, notice: old}\n")
    assert focus_of("focus: {behaviour: own-answers, notice: new}\n") == ("own-answers", "new")
    shown = as_json("focus", "show")["focus"]
    assert (shown["since"], shown["notice"]) == ("2026-11-06", "new")


def test_another_one_begins_on_its_page() -> None:
    focus_of("date: 2026-11-06\nfocus: {behaviour: own-answers, notice: old}\n")
    assert focus_of("focus: {behaviour: accessible}\n") == ("accessible", None)
    shown = as_json("focus", "show")["focus"]
    assert (shown["id"], shown["since"], shown["notice"]) == ("accessible", "2026-11-20", None)


def test_its_trend_counts_from_the_day_it_was_declared() -> None:
    held("date: 2026-11-06\nratings: {own-answers: 1}\n")
    held("date: 2026-11-13\nfocus: {behaviour: own-answers}\nratings: {own-answers: 2}\n")
    held("ratings: {own-answers: 3}\n")
    answer = as_json("trends")
    assert [value["value"] for value in answer["focus"]["values"]] == [2, 3]
    (behaviour,) = [item for item in answer["behaviours"] if item["id"] == "own-answers"]
    assert [value["value"] for value in behaviour["values"]] == [1, 2, 3]


class TestSet:
    def test_waits_for_the_next_page_and_then_no_more(self) -> None:
        focus_of("date: 2026-11-06\nfocus: {behaviour: own-answers, notice: old}\n")
        ran = run("focus", "set", "accessible", "--notice", "the door is open")
        assert (ran.code, ran.stderr) == (0, "")
        assert ran.stdout.startswith(
            "Focus from the next page on: Time for people\nA focus is a bet, judged after 26 "
        )
        shown = as_json("focus", "show")
        assert shown["focus"]["id"] == "own-answers"
        assert (shown["waiting"]["id"], shown["waiting"]["notice"]) == (
            "accessible",
            "the door is open",
        )
        assert "From the next page on: Time for people" in run("focus", "show").stdout
        assert focus_of("date: 2026-11-13\ninsight: x\n") == ("accessible", "the door is open")
        assert as_json("focus", "show")["waiting"] is None
        assert focus_of("insight: x\n") == ("accessible", None)

    def test_the_last_word_counts(self) -> None:
        run("focus", "set", "accessible", "--notice", "x")
        run("focus", "set", "own-answers")
        assert focus_of("insight: x\n") == ("own-answers", None)

    def test_a_sitting_that_chooses_for_itself_goes_before_it(self) -> None:
        run("focus", "set", "accessible")
        assert focus_of("focus: {behaviour: own-answers}\n") == ("own-answers", None)
        assert as_json("focus", "show")["waiting"] is None

    def test_refused_answers_leave_it_waiting(self) -> None:
        run("focus", "set", "accessible")
        assert run("reflect", "--answers", "-", stdin="nonsense: 1\n").code == 2
        assert as_json("focus", "show")["waiting"]["id"] == "accessible"

    @pytest.mark.parametrize("typed", ["time for people", "Time", "acc", "ACCESSIBLE"])
    def test_by_its_name_or_how_its_id_or_name_begins(self, typed: str) -> None:
        ran = run("focus", "set", typed)
        assert (ran.code, ran.stdout.splitlines()[0]) == (
            0,
            "Focus from the next page on: Time for people",
        )
        assert as_json("focus", "show")["waiting"]["id"] == "accessible"

    def test_in_the_letters_of_another_keyboard(self) -> None:
        assert run("--lang", "de", "focus", "set", "raum fuer").code == 0
        assert as_json("focus", "show")["waiting"]["id"] == "own-answers"

    def test_makes_a_plan_of_the_next_sitting_its_own(self) -> None:
        run("focus", "set", "accessible")
        plan = read(held("plan: {cue: c, action: a}\n")).reflection.plan
        assert plan is not None
        assert plan.behaviour == "accessible"

    @pytest.mark.parametrize(
        ("args", "message"),
        [
            (["acessible"], "has no behaviour 'acessible' (did you mean accessible?)"),
            (["zzz"], "(it has follower-needs, performance-emphasis,"),
            (["own"], "begin with 'own': own-expertise, own-answers (type more of the one you"),
            (["accessible", "--notice", "a\x1bb"], "a control character (U+001B) (take it out"),
            (["accessible", "--rubric", "x"], "there is no rubric 'x'; there are"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, args: list[str], message: str) -> None:
        ran = run("focus", "set", *args)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr
        assert as_json("focus", "show", code=1)["waiting"] is None


def test_bare_without_a_focus_says_so_and_is_fine() -> None:
    ran = run("focus")
    assert (ran.code, ran.stdout, ran.stderr) == (
        0,
        "No focus yet: `learnlead focus set BEHAVIOUR` chooses one, or your first sitting asks.\n",
        "",
    )
    assert as_json("focus")["focus"] is None


def test_show_without_a_focus_finds_nothing() -> None:
    ran = run("focus", "show")
    assert (ran.code, ran.stdout) == (1, "")
    assert "there is no focus yet (`learnlead focus set BEHAVIOUR`" in ran.stderr
    assert as_json("focus", "show", code=1) == {
        "schema": "learnlead/focus/1",
        "rubric": "learning-leader",
        "focus": None,
        "waiting": None,
    }
