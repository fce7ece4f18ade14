"""Plans: made, looked back on, kept, adjusted, done and dropped; the older page's box follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cli.kit import (
    LAST_WEEKS,
    PLAN,
    TODAYS,
    answered,
    as_json,
    by_hand,
    held,
    read,
    refused,
    snapshot,
)
from learnlead.adapters.disk.files.lock import Lock
from learnlead.sitting.model import Plan
from running import run

pytestmark = pytest.mark.usefixtures("workspace")

OLDER = Path(f"journals/{LAST_WEEKS}.md")


@pytest.fixture
def last_week() -> str:
    """Last week's page with an open plan; its text."""
    assert held(f"date: 2026-11-13\n{PLAN}") == OLDER
    return OLDER.read_text(encoding="utf-8")


def box_of(page: Path) -> str:
    (line,) = [li for li in page.read_text("utf-8").splitlines() if li.startswith("- [")]
    return line[3]


@pytest.mark.parametrize(
    ("outcome", "box"),
    [("done", "x"), ("partly", "/"), ("not-done", "-"), ("cue-never-came", "-"), ("dropped", "-")],
)
def test_a_look_back_sets_the_older_pages_box_and_nothing_else(
    last_week: str, outcome: str, box: str
) -> None:
    new = held(f"look_back: {{outcome: {outcome}, note: So it went.}}\n")
    (review,) = read(new).reflection.looking_back
    assert (review.plan, review.outcome, review.note) == (LAST_WEEKS, outcome, "So it went.")
    assert OLDER.read_text("utf-8") == last_week.replace("- [ ] If", f"- [{box}] If")
    assert as_json("plan", "list", "--all")["plans"][0]["outcome"] == outcome
    assert run("journal", "check").code == 0


@pytest.mark.parametrize("layout", ["crlf", "bom", "no newline", "foreign sections"])
def test_every_other_byte_of_the_older_page_stays(last_week: str, layout: str) -> None:
    text = {
        "crlf": last_week.replace("\n", "\r\n"),
        "bom": "\ufeff" + last_week,
        "no newline": last_week.removesuffix("\n"),
        "foreign sections": last_week.replace(
            "tags: [learnlead]", "mood:   calm # mine\ntags: [learnlead]"
        )
        + "\n## My own\n\n- [ ] If **a**, buy **milk**\n\n```\n- [ ] no plan\n```\n",
    }[layout]
    OLDER.write_bytes(text.encode())
    held("look_back: {outcome: done}\n")
    changed = text.replace("- [ ] If **a report", "- [x] If **a report")
    assert OLDER.read_bytes() == changed.encode()


@pytest.mark.parametrize("look_back", ["outcome: done", "note: It came."])
def test_a_look_back_alone_is_a_sitting(last_week: str, look_back: str) -> None:
    assert held(f"look_back: {{{look_back}}}\n").exists()


@pytest.mark.parametrize(
    ("box", "outcome", "is_open"),
    [(" ", None, True), ("x", "done", False), ("/", "partly", False), ("-", "dropped", False)],
)
def test_without_a_look_back_a_box_by_hand_says_what_became_of_it(
    last_week: str, box: str, outcome: str | None, is_open: bool
) -> None:
    OLDER.write_text(last_week.replace("- [ ]", f"- [{box}]"), encoding="utf-8")
    (plan,) = as_json("plan", "list", "--all")["plans"]
    assert (plan["outcome"], plan["open"]) == (outcome, is_open)
    assert as_json("trends")["plans"]["open"] == is_open


def test_of_several_open_plans_the_newest_is_meant_or_the_one_named(last_week: str) -> None:
    oldest = held("date: 2026-11-06\nplan: {behaviour: own-answers, cue: old, action: older}\n")
    held("look_back: {outcome: done}\n")
    assert (box_of(oldest), box_of(OLDER)) == (" ", "x")
    held("look_back: {plan: 2026-11-06-learning-leader, outcome: partly}\n")
    assert (box_of(oldest), box_of(OLDER)) == ("/", "x")


def test_a_list_looks_back_on_several_plans_each_with_its_own_words(last_week: str) -> None:
    oldest = held("date: 2026-11-06\nplan: {behaviour: own-answers, cue: old, action: older}\n")
    new = held(
        "look_back:\n"
        "- {outcome: done, note: the newest}\n"
        "- {plan: 2026-11-06-learning-leader, outcome: dropped, note: the oldest}\n"
    )
    reviews = read(new).reflection.looking_back
    assert [(r.plan, r.cue, r.outcome, r.note) for r in reviews] == [
        (LAST_WEEKS, "a report brings me a stuck problem", "done", "the newest"),
        ("2026-11-06-learning-leader", "old", "dropped", "the oldest"),
    ]
    assert (box_of(oldest), box_of(OLDER)) == ("-", "x")


def test_a_plan_that_was_ticked_by_hand_may_still_be_looked_back_on(last_week: str) -> None:
    OLDER.write_text(last_week.replace("- [ ]", "- [x]"), encoding="utf-8")
    (line,) = refused("look_back: {outcome: partly}\n")
    assert "there is no open plan" in line
    held(f"look_back: {{plan: {LAST_WEEKS}, outcome: partly}}\n")
    assert box_of(OLDER) == "/"


class TestKeep:
    def test_writes_the_same_words_due_a_period_later_and_who_it_carries_on(
        self, last_week: str
    ) -> None:
        new = held("look_back: {outcome: done}\nplan: keep\n")
        assert read(new).reflection.plan == Plan(
            behaviour="own-answers",
            cue="a report brings me a stuck problem",
            action="ask three questions",
            due=date(2026, 11, 27),
            kept=LAST_WEEKS,
        )
        assert f"<!-- plan own-answers kept {LAST_WEEKS} --> 📅 2026-11-27\n" in new.read_text(
            "utf-8"
        )
        assert box_of(OLDER) == "x"

    def test_without_a_look_back_the_older_page_stays_as_it_is(self, last_week: str) -> None:
        held("plan: keep\n")
        assert OLDER.read_text("utf-8") == last_week

    def test_without_a_look_back_nothing_says_how_it_went(self, last_week: str) -> None:
        held("plan: keep\n")
        newest, older = as_json("plan", "list", "--all")["plans"]
        assert (older["id"], older["outcome"], older["open"]) == (LAST_WEEKS, None, False)
        assert (newest["id"], newest["outcome"], newest["open"]) == (TODAYS, None, True)
        (listed,) = as_json("plan", "list")["plans"]
        assert listed["id"] == TODAYS
        assert "partly" not in run("trends").stdout + run("read", "2026").stdout
        assert f"  {LAST_WEEKS}: carried on\n" in run("plan", "list", "--all").stdout
        assert run("journal", "check").code == 0

    def test_a_page_of_an_earlier_version_says_no_more_than_it_was_told(
        self, last_week: str
    ) -> None:
        held("plan: keep\n")
        OLDER.write_text(last_week.replace("- [ ]", "- [/]"), encoding="utf-8")
        _, older = as_json("plan", "list", "--all")["plans"]
        assert (older["outcome"], older["open"]) == (None, False)
        assert run("journal", "check").code == 0

    def test_the_older_plan_is_no_longer_the_one_that_is_ticked(self, last_week: str) -> None:
        held("plan: keep\n")
        assert run("plan", "done").code == 0
        assert (box_of(OLDER), box_of(Path(f"journals/{TODAYS}.md"))) == (" ", "x")
        ran = run("plan", "done", LAST_WEEKS)
        assert ran.code == 2
        assert "no plan is open" in ran.stderr

    def test_a_note_without_an_outcome_is_no_outcome(self, last_week: str) -> None:
        held("look_back: {note: Hm.}\nplan: keep\n")
        assert box_of(OLDER) == " "

    def test_keeps_the_plan_that_was_looked_back_on(self, last_week: str) -> None:
        oldest = held("date: 2026-11-06\nplan: {behaviour: accessible, cue: old, action: older}\n")
        new = held(f"look_back: {{plan: {oldest.stem}, outcome: partly}}\nplan: keep\n")
        assert f"<!-- plan accessible kept {oldest.stem} -->" in new.read_text("utf-8")
        assert box_of(OLDER) == " "

    def test_goes_on_from_week_to_week(self, last_week: str) -> None:
        new = held("plan: keep\n")
        newest = held("plan: keep\n")
        assert f"kept {new.stem} -->" in newest.read_text("utf-8")
        assert [box_of(page) for page in (OLDER, new, newest)] == [" ", " ", " "]
        counted = as_json("trends")["plans"]
        assert (counted["made"], counted["kept"], counted["partly"], counted["open"]) == (
            1,
            2,
            0,
            1,
        )

    def test_without_a_plan_is_refused_whatever_else_is_closed(self, last_week: str) -> None:
        held("date: 2026-11-06\nplan: {behaviour: own-answers, cue: old, action: older}\n")
        for page in Path("journals").iterdir():
            page.write_text(page.read_text("utf-8").replace("- [ ]", "- [x]"), encoding="utf-8")
        reviews = f"look_back: [{{plan: {LAST_WEEKS}}}, {{plan: 2026-11-06-learning-leader}}]\n"
        (line,) = refused(f"{reviews}plan: keep\n")
        assert ":2: there is no open plan to keep" in line


class TestAnotherPlan:
    def test_adjusted_says_which_one_it_carries_on(self, last_week: str) -> None:
        new = held(
            f"look_back: {{outcome: not-done}}\n"
            f"plan: {{kept: {LAST_WEEKS}, cue: a report is stuck, action: wait ten seconds}}\n"
        )
        assert read(new).reflection.plan == Plan(
            behaviour="own-answers",
            cue="a report is stuck",
            action="wait ten seconds",
            due=date(2026, 11, 27),
            kept=LAST_WEEKS,
        )
        assert box_of(OLDER) == "-"

    def test_adjusted_without_a_look_back_leaves_the_older_box(self, last_week: str) -> None:
        held(f"plan: {{kept: {LAST_WEEKS}, cue: c, action: a}}\n")
        assert box_of(OLDER) == " "
        (listed,) = as_json("plan", "list")["plans"]
        assert listed["cue"] == "c"

    def test_new_leaves_the_older_one_open(self, last_week: str) -> None:
        held("plan: {behaviour: accessible, cue: c, action: a}\n")
        assert OLDER.read_text("utf-8") == last_week

    def test_none_leaves_the_older_one_open(self, last_week: str) -> None:
        new = held("insight: x\nplan: none\n")
        assert read(new).plan_line is None
        assert OLDER.read_text("utf-8") == last_week

    def test_is_for_the_focus_and_due_in_a_week_unless_it_says_otherwise(self) -> None:
        new = held("focus: {behaviour: accessible}\nplan: {cue: c, action: a}\n")
        plan = read(new).reflection.plan
        assert plan is not None
        assert (plan.behaviour, plan.due) == ("accessible", date(2026, 11, 27))
        other = held("plan: {cue: c, action: a, due: 2026-12-24}\n")
        plan = read(other).reflection.plan
        assert plan is not None
        assert (plan.behaviour, plan.due) == ("accessible", date(2026, 12, 24))

    def test_may_hold_the_pages_own_marks(self) -> None:
        new = held(
            "plan:\n  behaviour: accessible\n"
            "  cue: '**she** says <!-- plan x -->'\n  action: 'say 50 % \\ *less*\n\n    now'\n"
        )
        plan = read(new).reflection.plan
        assert plan is not None
        assert plan.cue == "**she** says <!-- plan x -->"
        assert plan.action == "say 50 % \\ *less* now"


def test_a_page_named_by_hand_has_a_plan_like_any_other() -> None:
    page = by_hand("2026-11-13 My Friday", {}, focus="own-answers")
    plan = "- [ ] If **a**, then I will **b** <!-- plan own-answers -->\n"
    page.write_text(page.read_text("utf-8") + f"## Plan <!-- plan -->\n{plan}", encoding="utf-8")
    new = held("look_back: {outcome: done}\nplan: keep\n")
    assert read(new).reflection.focus == "own-answers"
    assert "kept 2026-11-13 My Friday -->" in new.read_text("utf-8")
    assert box_of(page) == "x"


def test_where_the_older_page_cannot_be_changed_the_new_one_is_safe(
    last_week: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "learnlead.adapters.disk.files.lock.PATIENCE", 0.0
    )  # seconds that nobody needs here
    with Lock(Path("journals")):
        ran = answered("look_back: {outcome: done}\n")
    assert (ran.code, ran.stdout) == (0, f"journals/{TODAYS}.md\n")
    assert f"{OLDER}: cannot change the page: another learnlead" in ran.stderr
    assert OLDER.read_text("utf-8") == last_week
    assert as_json("trends")["plans"]["done"] == 1, "the look-back counts"
    assert run("journal", "check").code == 1, "and the box is told to differ"


class TestTheCommand:
    def test_lists_open_plans_newest_first(self, last_week: str) -> None:
        held("plan: {behaviour: accessible, cue: today, action: act}\n")
        ran = run("plan", "list")
        assert (ran.code, ran.stderr) == (0, "")
        assert ran.stdout.splitlines() == [
            "1  If today, then I will act.",
            f"   {TODAYS}: open, for 27 November 2026",
            "2  If a report brings me a stuck problem, then I will ask three questions.",
            f"   {LAST_WEEKS}: open, for 20 November 2026",
        ]

    def test_says_what_was_due_before_today(
        self, last_week: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert as_json("plan", "list")["plans"][0]["overdue"] is False
        monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-21")
        assert "open, was for 20 November 2026" in run("plan", "list").stdout
        assert as_json("plan", "list")["plans"][0]["overdue"] is True
        assert as_json("trends")["plans"]["overdue"] == 1

    def test_lists_the_others_when_asked(self, last_week: str) -> None:
        run("plan", "done")
        assert run("plan", "list").stdout == "No plan is open.\n"
        assert "done" in run("plan", "list", "--all").stdout

    def test_says_when_there_is_none(self) -> None:
        assert run("plan", "list", "--all").stdout == "No plan yet.\n"
        assert as_json("plan", "list")["plans"] == []

    @pytest.mark.parametrize(
        ("command", "box", "outcome"), [("done", "x", "done"), ("drop", "-", "dropped")]
    )
    @pytest.mark.parametrize(
        "named", [None, "1", LAST_WEEKS, f"{LAST_WEEKS}.md", f"journals/{LAST_WEEKS}.md"]
    )
    def test_done_and_drop_set_the_box(
        self, last_week: str, command: str, box: str, outcome: str, named: str | None
    ) -> None:
        ran = run("plan", command, *([named] if named else []))
        assert (ran.code, ran.stderr) == (0, "")
        assert "If a report brings me a stuck problem" in ran.stdout
        assert OLDER.read_text("utf-8") == last_week.replace("- [ ]", f"- [{box}]")
        assert as_json("plan", "list", "--all")["plans"][0]["outcome"] == outcome

    def test_one_of_several_has_to_be_named(self, last_week: str) -> None:
        held("plan: {behaviour: accessible, cue: today, action: act}\n")
        before = snapshot(Path("journals"))
        ran = run("plan", "done")
        assert (ran.code, ran.stdout) == (2, "")
        assert f"2 plans are open: say which (1: {TODAYS}, 2: {LAST_WEEKS})" in ran.stderr
        assert snapshot(Path("journals")) == before

    def test_a_number_means_what_the_list_shows_beside_it(self, last_week: str) -> None:
        held("plan: {behaviour: accessible, cue: today, action: act}\n")
        assert "stuck problem" in run("plan", "done", "2").stdout
        assert run("plan", "list").stdout.startswith("1  If today, ")
        every = run("plan", "list", "--all").stdout.splitlines()
        assert (
            every[2] == "   If a report brings me a stuck problem, then I will ask three questions."
        )

    def test_what_there_is_not_is_told_with_what_there_is(self, last_week: str) -> None:
        held("plan: {behaviour: accessible, cue: today, action: act}\n")
        for named in ("7", "0", "2020-01-01-x"):
            ran = run("plan", "done", named)
            assert (ran.code, ran.stdout) == (2, "")
            assert f"no open plan is called '{named}' (" in ran.stderr
            assert f"shows those there are: 1: {TODAYS}, 2: {LAST_WEEKS})" in ran.stderr

    @pytest.mark.parametrize("command", ["done", "drop"])
    def test_what_is_not_open_is_refused(self, last_week: str, command: str) -> None:
        run("plan", "done")
        for named in ([], [LAST_WEEKS], ["2020-01-01-x"]):
            ran = run("plan", command, *named)
            assert (ran.code, ran.stdout) == (2, "")
            assert "learnlead plan list" in ran.stderr
        assert box_of(OLDER) == "x"
