from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from learnlead.page.facts import Sitting
from learnlead.page.page import Answer
from learnlead.sitting.mark import Count, Outcome
from learnlead.trends.connections import OutcomeRatings, RoleCount
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import AnswersByPage
from made_journals import saying
from made_sittings import BEGUN, plan, review, sitting, small_rubric

TODAY = BEGUN + timedelta(weeks=200)
MANY = tuple(f"behaviour-{n}" for n in range(8))


def summed(pages: list[Sitting], answers: AnswersByPage | None = None) -> Trends:
    return summarise(pages, small_rubric(), today=TODAY, texts=saying(answers or {}))


def planned() -> list[Sitting]:
    """A plan for the focus; each later page says what became of the one before."""
    pages = [sitting(0, {"asking": 5}, plan=plan(), focus="asking")]
    outcomes: tuple[Outcome, ...] = ("done", "done", "not-done", "partly", "done")
    for week, outcome in enumerate(outcomes, 1):
        marks = {"asking": week} if week < 4 else {"asking": {"own": 4, "peer": 5}}
        pages.append(
            sitting(
                week,
                {} if week == 5 else marks,
                focus="asking",
                plan=plan(),
                reviews=review(pages[-1].stem, outcome),
            )
        )
    return pages


def test_an_outcome_stands_beside_the_rating_of_the_page_that_tells_it() -> None:
    assert summed(planned()).connections.outcomes == (
        OutcomeRatings("done", (1, 1, 0, 0, 0), 1),
        OutcomeRatings("partly", (0, 0, 0, 0, 1), 0),
        OutcomeRatings("not-done", (0, 0, 1, 0, 0), 0),
    )


def test_plans_for_another_behaviour_are_not_counted() -> None:
    pages = [replace(page, focus="listening") for page in planned()]
    assert summed(pages).connections.outcomes == ()


def test_a_plan_that_is_told_of_twice_counts_once_as_last_told() -> None:
    pages = planned()[:2]
    pages.append(sitting(9, {"asking": 4}, focus="asking", reviews=review(pages[0].stem, "partly")))
    assert summed(pages).connections.outcomes == (OutcomeRatings("partly", (0, 0, 0, 1, 0), 0),)


def test_roles_are_counted_as_they_were_written_but_for_blanks_and_capitals() -> None:
    pages = planned()[:3]
    roles = ("Report A", "a peer", " report  a")
    answers = {
        page.stem: (Answer("with", role), Answer("moment", "Report B"))
        for page, role in zip(pages, roles, strict=True)
    }
    assert summed(pages, answers).connections.roles == (
        RoleCount("Report A", 2),
        RoleCount("a peer", 1),
    )


def test_what_was_heard_of_the_focus_stands_beside_its_rating() -> None:
    pages = planned()[:3]
    answers = {
        pages[0].stem: (Answer("heard", "quieter", behaviour="listening"),),
        pages[1].stem: (Answer("heard", "You wait\nnow.", behaviour="asking"),),
        pages[2].stem: (Answer("insight", "mine", behaviour="asking"),),
    }
    (heard,) = summed(pages, answers).connections.heard
    assert (heard.date, heard.text, heard.rating) == (pages[1].date, "You wait now.", 1)


def counted(weeks: int, declared: int) -> list[Sitting]:
    """The first behaviour came up 3 times a week: done once before its declaration, twice after."""
    return [
        sitting(
            week,
            {behaviour: 3 + (week + n) % 2 for n, behaviour in enumerate(MANY)},
            focus=MANY[0] if week >= declared else MANY[1],
            count={MANY[0]: Count(1 + (week >= declared), 3)},
        )
        for week in range(weeks)
    ]


def occasions(weeks: int, declared: int) -> tuple[Count, Count]:
    trends = summarise(counted(weeks, declared), small_rubric(*MANY), today=TODAY)
    assert trends.focus is not None
    assert trends.focus.occasions is not None
    return trends.focus.occasions


def test_occasions_are_those_of_both_phases_of_the_bet() -> None:
    assert occasions(weeks=32, declared=30) == (Count(30, 90), Count(4, 6))
    assert occasions(weeks=50, declared=30) == (Count(26, 78), Count(26, 39))
    assert occasions(weeks=30, declared=0) == (Count(16, 24), Count(26, 39))


def test_without_a_count_since_the_declaration_there_are_none() -> None:
    pages = [replace(page, count={}) for page in counted(10, 0)]
    trends = summarise(pages, small_rubric(*MANY), today=TODAY)
    assert trends.focus is not None
    assert trends.focus.occasions is None
