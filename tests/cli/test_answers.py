"""`reflect --answers`: every key of the contract becomes what the page says."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from cli.kit import CONTRACT, CORE, LAST_WEEKS, MONTHLY, PLAN, TODAYS, held, read
from learnlead.sitting.model import Moment, Plan, PlanReview
from running import run, run_program

pytestmark = [pytest.mark.core, pytest.mark.usefixtures("workspace")]


class TestTheContractsExample:
    @pytest.fixture
    def page(self) -> Path:
        held(f"date: 2026-11-13\n{PLAN}")
        return held(CONTRACT)

    def test_is_accepted_and_its_page_is_named(self, page: Path) -> None:
        assert page == Path(f"journals/{TODAYS}.md")

    def test_says_on_the_page_what_was_said(self, page: Path) -> None:
        reflection = read(page).reflection
        assert (reflection.date, reflection.rubric, reflection.rubric_version) == (
            date(2026, 11, 20),
            CORE,
            2,
        )
        assert (reflection.depth, reflection.minutes, reflection.written) == ("standard", 11, None)
        assert (reflection.focus, reflection.focus_notice) == (
            "own-answers",
            "people finish their own sentences",
        )
        assert reflection.looking_back == (
            PlanReview(
                plan=LAST_WEEKS,
                cue="a report brings me a stuck problem",
                action="ask three questions",
                outcome="done",
                note="It came up on Tuesday.",
            ),
        )
        assert reflection.relationships == ("formal-authority",)
        assert reflection.moments == (
            Moment(
                relationship="formal-authority",
                with_whom="report A",
                what="In the Tuesday review I …",
                other_side="She drew it herself.",
            ),
        )
        assert reflection.heard == "R. said I still finish her sentences."
        assert reflection.ratings == {
            "follower-needs": 4,
            "own-answers": 5,
            "joint-learning": "no-opportunity",
            "open-doors": "none-made",
        }
        assert reflection.evidence == {"own-answers": "He drew the fix on the board himself."}
        assert (reflection.opposite, reflection.insight, reflection.obstacle) == (
            "On Thursday I told instead of asking.",
            "…",
            "…",
        )
        assert reflection.plan == Plan(
            behaviour="own-answers",
            cue="a report brings me a stuck problem",
            action="ask three questions",
            due=date(2026, 11, 27),
        )
        assert reflection.answers == {}

    def test_is_private_to_its_owner(self, page: Path) -> None:
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700

    def test_leaves_no_other_file_behind(self, page: Path) -> None:
        assert sorted(p.name for p in page.parent.iterdir()) == [
            f"{LAST_WEEKS}.md",
            f"{TODAYS}.md",
        ]


def test_from_a_file_standard_input_or_a_pipe_is_the_same_page() -> None:
    Path("a.yaml").write_text("insight: same\n", encoding="utf-8")
    from_stdin = held("insight: same\n")
    from_file = Path(run("reflect", "--answers", "a.yaml").stdout.strip())
    assert from_file.read_text("utf-8") == from_stdin.read_text("utf-8")
    ran = run_program("reflect", "--answers", "/dev/stdin", stdin="insight: same\n")
    assert ran.code == 0, ran.stderr
    assert Path(ran.stdout.strip()).read_text("utf-8") == from_stdin.read_text("utf-8")


def test_a_second_sitting_of_a_day_has_a_page_of_its_own() -> None:
    first, second, third = (held(f"insight: {n}") for n in range(3))
    assert [first.name, second.name, third.name] == [
        f"{TODAYS}.md",
        f"{TODAYS}.2.md",
        f"{TODAYS}.3.md",
    ]
    assert read(first).reflection.insight == "0"


@pytest.mark.parametrize("word", ["no", "12:30", "01234567", "null", "~", "1e3", "2026-11-20"])
def test_words_stay_the_words_that_were_written(word: str) -> None:
    moment = f"{{relationship: other, with: {word}, what: {word}}}"
    reflection = read(held(f"insight: {word}\nmoments: [{moment}]\n")).reflection
    assert reflection.insight == word
    assert reflection.moments[0].with_whom == word
    assert reflection.moments[0].what == word


def test_crlf_and_a_byte_order_mark_are_no_part_of_the_answers() -> None:
    page = held("\ufefflearnlead: 1\r\ninsight: |\r\n  one\r\n  two\r\nheard: x\r\n")
    assert b"\r" not in page.read_bytes()
    assert read(page).reflection.insight == "one\ntwo"


def test_keys_without_anything_behind_them_were_not_answered() -> None:
    answers = "insight: x\nopposite:\nratings:\n  own-answers:\nevidence: {own-answers: }\nplan:\n"
    reflection = read(held(answers)).reflection
    assert (reflection.opposite, reflection.ratings, reflection.evidence, reflection.plan) == (
        None,
        {},
        {},
        None,
    )


def test_what_was_not_answered_writes_no_section() -> None:
    text = held("insight: only this\n").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Learning leader, Friday 20 November 2026",
        "## Insight <!-- insight -->",
    ]
    assert "relationships:" not in text
    assert "focus" not in text


@pytest.mark.parametrize(
    "answer",
    [
        "focus: {behaviour: own-answers}",
        "relationships: [formal-authority]",
        "moments: [{relationship: other}]",
        "heard: x",
        "ratings: {own-answers: no-opportunity}",
        "evidence: {own-answers: x}",
        "opposite: x",
        "insight: x",
        "obstacle: x",
        "plan: {behaviour: own-answers, cue: c, action: a}",
    ],
)
def test_one_answer_is_enough_whichever_it_is(answer: str) -> None:
    assert held(f"{answer}\n").exists()


def test_no_live_relationship_is_said_and_an_unknown_one_is_not() -> None:
    assert read(held("insight: x\nrelationships: []\n")).reflection.relationships == ()
    assert read(held("insight: x\n")).reflection.relationships is None


def test_a_moment_may_be_with_somebody_else() -> None:
    page = held("moments: [{relationship: other, with: my old teacher, what: Tea.}]\n")
    assert read(page).reflection.moments == (
        Moment(relationship="other", with_whom="my old teacher", what="Tea."),
    )


class TestDepth:
    def test_full_takes_a_shared_behaviour_by_relationship(self) -> None:
        answers = "ratings:\n  own-answers: {formal-authority: 5, equal-influence: 3}\n"
        page = held(f"depth: full\n{answers}")
        assert read(page).reflection.ratings == {
            "own-answers": {"formal-authority": 5, "equal-influence": 3}
        }
        assert page.read_text("utf-8").count("**Rating:**") == 2

    def test_comes_from_the_option_the_key_the_settings_and_the_rubric(
        self, workspace: Path
    ) -> None:
        assert read(held("insight: x\n")).reflection.depth == "standard"
        (workspace / "learnlead.yaml").write_text("depth: full\n", encoding="utf-8")
        assert read(held("insight: x\n")).reflection.depth == "full"
        assert read(held("insight: x\n", "--depth", "quick")).reflection.depth == "quick"
        assert read(held("insight: x\ndepth: standard\n")).reflection.depth == "standard"


class TestOpenQuestions:
    @pytest.fixture(autouse=True)
    def _monthly(self, workspace: Path) -> None:
        (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")

    def test_take_a_text_a_list_or_one_of_the_options(self) -> None:
        answers = "{keep-one: the first, several: [a, no, 12:30], chosen: tea}"
        page = held(f"rubric: conversations\nanswers: {answers}\n")
        assert page.name == "2026-11-20-conversations.md"
        assert read(page).reflection.answers == {
            "keep-one": "the first",
            "several": "- a\n- no\n- 12:30",
            "chosen": "tea",
        }

    def test_a_plan_of_a_monthly_rubric_is_due_in_a_month(self) -> None:
        plan = "plan: {behaviour: asking, cue: c, action: a}\n"
        reflection = read(held(f"rubric: conversations\n{plan}")).reflection
        assert reflection.plan is not None
        assert reflection.plan.due == date(2026, 12, 20)


class TestDate:
    def test_is_today_unless_something_else_is_said(self) -> None:
        reflection = read(held("insight: x\n")).reflection
        assert (reflection.date, reflection.written) == (date(2026, 11, 20), None)

    @pytest.mark.parametrize(
        ("option", "day"),
        [
            ("2026-11-18", date(2026, 11, 18)),
            ("yesterday", date(2026, 11, 19)),
            ("today", date(2026, 11, 20)),
            ("last week", date(2026, 11, 13)),
            ("2026-W46", date(2026, 11, 13)),
            ("2w", date(2026, 11, 6)),
        ],
    )
    def test_as_an_option_is_a_day_or_the_sitting_day_of_a_week(
        self, option: str, day: date
    ) -> None:
        page = held("insight: x\n", "--date", option)
        reflection = read(page).reflection
        assert page.name == f"{day}-{CORE}.md"
        assert reflection.date == day
        assert reflection.written == (None if day == date(2026, 11, 20) else date(2026, 11, 20))

    def test_of_a_week_is_the_day_of_the_settings(self, workspace: Path) -> None:
        (workspace / "learnlead.yaml").write_text("day: tuesday\n", encoding="utf-8")
        assert held("insight: x\n", "--date", "2026-W46").name == f"2026-11-10-{CORE}.md"

    def test_earlier_than_today_keeps_the_day_on_which_it_was_written(self) -> None:
        page = held("date: 2026-11-19\ninsight: x\n")
        assert "\nwritten: 2026-11-20\n" in page.read_text("utf-8")

    def test_as_an_option_may_agree_with_the_key(self) -> None:
        assert held("date: 2026-11-13\ninsight: x\n", "--date", "last week").exists()


def test_the_rubric_may_be_named_by_option_or_key(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    by_option = held("ratings: {asking: 3}\n", "--rubric", "conversations")
    by_key = held("rubric: conversations\nratings: {asking: 3}\n")
    both = held("rubric: conversations\nratings: {asking: 3}\n", "--rubric", "conversations")
    assert {page.read_text("utf-8") for page in (by_option, by_key, both)} == {
        both.read_text("utf-8")
    }
    (workspace / "learnlead.yaml").write_text("rubric: [conversations, learning-leader]\n")
    assert held("ratings: {asking: 3}\n").read_text("utf-8") == both.read_text("utf-8")


def test_a_draft_is_neither_read_nor_written() -> None:
    held("insight: x\n")
    assert not [p for p in Path.home().rglob("*") if p.is_file()]
