"""What a sitting knows beforehand: from the newest earlier pages of its rubric, and no others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from any_reflection import small_rubric
from learnlead.app.pages import NEWEST_PAGES
from learnlead.app.prepare import plan_of, prepare
from learnlead.app.yardsticks import AskedQuestion
from learnlead.sitting.context import FocusChoice, OpenPlan, SittingContext
from twins import MemoryShelf

TODAY = date(2026, 11, 20)


def page(day: date, rubric: str = "learning-leader", plan: str = "", **front: object) -> str:
    """A page by hand."""
    keys = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in front.items())
    line = f"- [ ] If **{plan}**, then I will **act** <!-- plan own-answers -->\n" if plan else ""
    return f"---\nlearnlead: 1\ndate: {day}\nrubric: {rubric}\n{keys}---\n{line}"


def prepared(pages: dict[str, str], *, day: date = TODAY, **more: Any) -> SittingContext:
    page_store = MemoryShelf(pages)
    return prepare(page_store, small_rubric(), None, day=day, today=TODAY, depth="standard", **more)


def weeks(number: int, plan_in: int | None = None) -> dict[str, str]:
    """Pages of so many weeks up to today, oldest first; one of them made a plan."""
    days = [TODAY - timedelta(weeks=number - 1 - n) for n in range(number)]
    return {
        f"{day}-learning-leader.md": page(day, plan=f"cue {n}" if n == plan_in else "")
        for n, day in enumerate(days)
    }


def test_the_first_sitting_knows_nothing() -> None:
    context = prepared({})
    assert (context.sittings, context.last, context.focus, context.plans) == (0, None, None, ())
    assert context.offers_focus


def test_pages_are_counted_however_many_there_are() -> None:
    assert prepared(weeks(200)).sittings == 200


def test_only_the_newest_pages_are_looked_at() -> None:
    assert [plan.cue for plan in prepared(weeks(NEWEST_PAGES, plan_in=0)).plans] == ["cue 0"]
    assert prepared(weeks(NEWEST_PAGES + 1, plan_in=0)).plans == ()


def test_pages_of_other_rubrics_and_later_days_are_others() -> None:
    pages = {
        "2026-11-13-learning-leader.md": page(date(2026, 11, 13), focus="own-answers", plan="a"),
        "2026-11-14-other.md": page(date(2026, 11, 14), "other", focus="open-doors", plan="b"),
        "2026-11-15 By hand.md": page(date(2026, 11, 15), "other", focus="open-doors", plan="c"),
        "2026-11-20-learning-leader.md": page(TODAY, focus="open-doors", plan="d"),
        "notes.md": "# Notes\n",
    }
    context = prepared(pages, day=date(2026, 11, 19))
    assert (context.sittings, context.last) == (1, date(2026, 11, 13))
    assert context.focus == FocusChoice("own-answers", since=date(2026, 11, 13))
    assert [plan.cue for plan in context.plans] == ["a"]


def test_a_page_with_a_name_of_its_own_is_one_of_the_rubric() -> None:
    pages = {
        "2026-11-06-learning-leader.md": page(date(2026, 11, 6)),
        "2026-11-13 My Friday.md": page(date(2026, 11, 13), focus="own-answers", plan="a"),
    }
    context = prepared(pages)
    assert (context.sittings, context.last) == (2, date(2026, 11, 13))
    assert context.plans == (
        OpenPlan("2026-11-13 My Friday", "own-answers", "a", "act", date(2026, 11, 13)),
    )


def test_a_broken_page_is_passed_over() -> None:
    pages = weeks(2, plan_in=0) | {"2026-11-19-learning-leader.md": "no page"}
    context = prepared(pages)
    assert [plan.cue for plan in context.plans] == ["cue 0"]
    assert context.sittings == 3


def test_the_focus_is_that_of_the_newest_page_with_the_newest_notice() -> None:
    pages = {
        "2026-11-06-learning-leader.md": page(
            date(2026, 11, 6), focus="own-answers", focus_notice="old"
        ),
        "2026-11-13-learning-leader.md": page(date(2026, 11, 13), focus="own-answers"),
    }
    assert prepared(pages).focus == FocusChoice("own-answers", "old", date(2026, 11, 6))
    pending = FocusChoice("open-doors")
    assert prepared(pages, pending=pending).current_focus == pending


def test_a_notice_belongs_to_its_own_focus() -> None:
    pages = {
        "2026-11-06-learning-leader.md": page(
            date(2026, 11, 6), focus="own-answers", focus_notice="of another"
        ),
        "2026-11-13-learning-leader.md": page(date(2026, 11, 13), focus="open-doors"),
    }
    assert prepared(pages).focus == FocusChoice("open-doors", None, date(2026, 11, 13))


def test_open_plans_stand_newest_first() -> None:
    pages = {
        f"2026-11-{day:02}-learning-leader.md": page(date(2026, 11, day), plan=f"cue {day}")
        for day in (3, 10, 17)
    }
    assert [plan.cue for plan in prepared(pages).plans] == ["cue 17", "cue 10", "cue 3"]


def test_a_plan_is_found_by_its_page_whatever_its_box_says() -> None:
    day = date(2026, 11, 13)
    page_store = MemoryShelf({"2026-11-13-x.md": page(day, plan="a").replace("[ ]", "[x]")})
    assert plan_of(page_store, "2026-11-13-x") == OpenPlan(
        "2026-11-13-x", "own-answers", "a", "act", day
    )
    assert plan_of(page_store, "2026-11-14-x") is None
    page_store.pages["2026-11-14-x.md"] = page(day)
    assert plan_of(page_store, "2026-11-14-x") is None


def test_a_page_that_the_day_has_already_is_known() -> None:
    pages = {"2026-11-20-learning-leader.md": page(TODAY), **weeks(1)}
    assert prepared(pages).same_day == "2026-11-20-learning-leader"
    assert prepared(pages, day=date(2026, 11, 21)).same_day is None
    assert prepared({"2026-11-20-other.md": page(TODAY, "other")}).same_day is None


def test_problems_of_the_newest_pages_are_counted() -> None:
    assert prepared(weeks(3)).unread == 0
    assert prepared(weeks(3) | {"2026-11-19-learning-leader.md": "no page"}).unread == 1
    copies = {
        f"{day}-learning-leader.sync-conflict-20261120-143015-ABCDEF7.md": page(TODAY)
        for day in ("2026-11-13", "2020-01-03")
    }
    assert prepared(weeks(3) | copies).unread == 1


def test_a_plan_knows_by_when_it_was_meant() -> None:
    text = page(date(2026, 11, 13), plan="a").replace(" -->\n", " --> 📅 2026-12-01\n")
    (plan,) = prepared({"2026-11-13-learning-leader.md": text}).plans
    assert plan.due == date(2026, 12, 1)


def reviewed(*outcomes: str) -> dict[str, str]:
    """Weeks that each look back on the plan of the week before, then on one from long ago."""
    pages = {}
    for weeks_ago, outcome in enumerate(reversed(outcomes), start=1):
        day = TODAY - timedelta(weeks=weeks_ago)
        reviews = "".join(
            f"**Plan:** <!-- plan {plan} -->\n\n**Outcome:** {became}\n\n"
            for plan, became in ((day - timedelta(weeks=1), outcome), ("long-ago", "done"))
        )
        text = page(day) + f"## Looking back <!-- looking-back -->\n\n{reviews}"
        pages[f"{day}-learning-leader.md"] = text
    return pages


def test_sittings_running_that_say_not_done_of_the_newest_plan_are_counted() -> None:
    def last(*outcomes: str) -> tuple[str | None, int]:
        recent = prepared(reviewed(*outcomes)).recent
        return recent.outcome, recent.running

    assert last("not-done", "not-done") == ("not-done", 2)
    assert last("not-done", "partly", "not-done") == ("not-done", 1)
    assert last("done") == ("done", 1)
    assert last() == (None, 0)


def test_what_somebody_said_is_asked_until_a_sitting_that_had_time_for_it() -> None:
    asked = [AskedQuestion(date(2026, 11, 10), "own-answers", "When did you see it?")]
    day = date(2026, 11, 13)
    quick = {"2026-11-13-learning-leader.md": page(day, depth="quick")}
    full = {"2026-11-13-learning-leader.md": page(day, depth="full")}
    assert prepared({}, asked_questions=asked).asked_someone
    assert prepared(quick, asked_questions=asked).asked_someone
    assert not prepared(full, asked_questions=asked).asked_someone
