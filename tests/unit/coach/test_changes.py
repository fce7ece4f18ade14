"""What the lines of a bundle show together, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

from learnlead.coach.bundle import Content, Passage, SentPlan, SentRating
from learnlead.coach.changes import (
    plans_apart,
    repeats,
    said_before,
    unexplained_changes,
    weeks_of,
)
from learnlead.i18n.words import ENGLISH, words_in
from learnlead.reports.coach_report import in_first_person
from learnlead.sitting.kinds import Kind
from learnlead.sitting.mark import Mark

BEGUN = date(2026, 11, 6)


def day(week: int) -> date:
    return BEGUN + timedelta(weeks=week)


def passage(week: int, kind: Kind, text: str, behaviour: str | None = None) -> Passage:
    reference = f"{day(week)}-x/{kind}-{behaviour or 1}"
    return Passage(id=reference, kind=kind, date=day(week), behaviour=behaviour, text=text)


def rating(week: int, mark: Mark, relationship: str | None = None) -> SentRating:
    return SentRating(
        page=f"{day(week)}-x",
        date=day(week),
        depth="full",
        behaviour="asking",
        relationship=relationship,
        mark=mark,
    )


def plan(made: int, settled: int | None) -> SentPlan:
    settled_on = None if settled is None else day(settled)
    outcome = None if settled is None else "done"
    return SentPlan(
        id=f"{day(made)}-x", date=day(made), cue="a", action="b", outcome=outcome,
        settled_on=settled_on,
    )  # fmt: skip


def test_a_plan_stands_in_the_week_it_was_for_beside_what_was_told_of_it() -> None:
    told = passage(1, "look-backs", "It came up")
    content = Content(
        plans=(plan(0, 1), plan(1, None)), passages=(told, passage(0, "insights", "W"))
    )
    newest, oldest = weeks_of(content)
    assert (newest.day, [p.date for p in newest.plans]) == (day(1), [day(0)])
    assert newest.passages == (told,)
    assert (oldest.day, oldest.plans) == (day(0), ())
    assert [p.date for p in plans_apart(content)] == [day(1)]


def test_a_change_of_two_steps_asks_for_an_example_of_that_day() -> None:
    marks = (rating(0, 2), rating(1, "no-opportunity"), rating(2, 4), rating(3, 3), rating(4, 5))
    changes = unexplained_changes(Content(ratings=marks))
    assert [(c.before.mark, c.after.mark) for c in changes] == [(3, 5), (2, 4)]
    told = Content(ratings=marks, passages=(passage(4, "evidence", "Two", "asking"),))
    assert [c.after.date for c in unexplained_changes(told)] == [day(2)]
    apart = Content(ratings=(rating(0, 1, "own"), rating(1, 5, "peer")))
    assert unexplained_changes(apart) == [], "two relationships are two series"


def test_a_word_repeats_that_stands_in_three_sittings() -> None:
    texts = ("The gauge was late", "A report 1 read the gauge", "Gauge again", "A report 1 left")
    content = Content(passages=tuple(passage(n, "moments", t) for n, t in enumerate(texts)))
    assert [(r.term, r.days) for r in repeats(content, 5)] == [("gauge", (day(0), day(1), day(2)))]
    wanted = passage(5, "notice", "The gauge")
    assert repeats(Content(passages=(wanted, *content.passages[:2])), 5) == []


def test_what_was_said_before_is_the_example_before_the_newest() -> None:
    told = [passage(n, "evidence", f"Time {n}", "asking") for n in range(3)]
    once = passage(9, "evidence", "Once", "waiting")
    pairs = said_before(Content(passages=(*told, once)))
    assert [(new.text, old.text) for new, old in pairs] == [("Time 2", "Time 1")]


def test_a_statement_is_made_in_the_first_person_but_for_what_it_quotes() -> None:
    said = "Your plans were not done: “If you ask, then I will wait”. It is yours; you made it."
    assert in_first_person(said, ENGLISH) == (
        "My plans were not done: “If you ask, then I will wait”. It is mine; I made it."
    )


def test_in_german_too() -> None:
    said = "Einen Plan hast du behalten: „Wenn du fragst, dann: warten“. Deine Einschätzung zählt."
    assert in_first_person(said, words_in("de")) == (
        "Einen Plan habe ich behalten: „Wenn du fragst, dann: warten“. Meine Einschätzung zählt."
    )
