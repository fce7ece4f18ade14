"""A session goes forward, back and around; the answers at its end are those of the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.model import Question as OpenQuestion
from learnlead.rubric.model import Rubric
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.left_out import left_out
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.session import Session

RUBRIC = Rubric.model_validate(
    {
        "learnlead-rubric": 1,
        "id": "learning-leader",
        "version": 1,
        "title": "Learning leader",
        "scale": {"kind": "frequency", "labels": ["never", "rarely", "half", "mostly", "always"]},
        "relationships": [
            {"id": "reports", "name": "Reports", "sentence": "I helped a report learn"},
            {"id": "peers", "name": "Peers", "sentence": "I helped a peer learn"},
            {"id": "equals", "name": "Equals", "sentence": "We learned as equals"},
        ],
        "behaviours": [
            {"id": "ask", "name": "Asking", "when": "When asked", "i": "I asked back."},
            {"id": "doors", "name": "Doors", "i": "I opened a door.", "opportunity": "made"},
            {"id": "needing", "name": "Needing", "i": "I needed them.", "relationship": "equals"},
            *({"id": f"more-{n}", "name": f"More {n}", "i": f"I did {n}."} for n in range(1, 10)),
        ],
    }
)
PLAN = OpenPlan("2026-11-13-learning-leader", "ask", "it rings", "wait", date(2026, 11, 13))


def context(**changes: Any) -> SittingContext:
    usual: dict[str, Any] = {
        "rubric": RUBRIC,
        "day": date(2026, 11, 20),
        "today": date(2026, 11, 20),
        "sittings": 5,
        "last": date(2026, 11, 13),
        "focus": FocusChoice("ask"),
        "plans": (PLAN,),
    }
    return SittingContext(**(usual | changes))


def some_answer(question: Question) -> AnswerValue:
    match question.kind:
        case Kind.CHOICE:
            return question.choices[0].value
        case Kind.SEVERAL:
            return [choice.value for choice in question.choices]
        case Kind.MOMENT:
            return {"relationship": question.choices[0].value, "with": "report A"}
        case Kind.RATING:
            return 4
    return f"words on {question.id}"


def through(session: Session) -> tuple[Session, list[Question]]:
    asked = []
    while (question := session.question) is not None:
        asked.append(question)
        session = session.answer(some_answer(question))
    return session, asked


def test_a_full_sitting_tells_a_moment_and_rates_shared_behaviours_for_each_relationship() -> None:
    session, asked = through(Session.begin(context(depth="full")))
    assert sum(q.kind is Kind.MOMENT for q in asked) == 3
    assert "rating:ask:peers" in [q.id for q in asked]
    answers = collect_answers(session)
    assert answers.ratings["ask"] == {"reports": 4, "peers": 4, "equals": 4}
    assert answers.ratings["needing"] == 4


@pytest.mark.parametrize("depth", ["quick", "standard", "full"])
def test_back_reaches_every_earlier_question_and_keeps_every_answer(depth: str) -> None:
    session, asked = through(Session.begin(context(depth=depth)))
    before = dict(session.answers)
    for question in reversed(asked):
        session = session.back()
        assert session.question is not None
        assert session.question.id == question.id
    assert session.back().question == session.question, "the first question stays"
    assert session.answers == before


@given(st.data())
def test_a_session_begun_again_from_its_answers_stands_at_the_same_question(
    data: st.DataObject,
) -> None:
    session = Session.begin(
        context(depth=data.draw(st.sampled_from(["quick", "standard", "full"])))
    )
    for _ in range(data.draw(st.integers(0, 30))):
        if session.question is None:
            break
        skip = data.draw(st.booleans())
        session = session.skip() if skip else session.answer(some_answer(session.question))
    again = Session.begin(session.context, session.answers)
    assert again.at == session.at
    assert collect_answers(again) == collect_answers(session)


def test_mending_leads_back_to_the_page_by_way_of_what_it_opens() -> None:
    session, _ = through(Session.begin(context()))
    assert session.current_answers()["plan"] == "keep"
    session = session.mend("plan").answer("new")
    assert session.question is not None
    assert session.question.id == "obstacle"
    session, asked = through(session)
    assert [q.id for q in asked] == ["obstacle", "cue", "action"]
    assert session.question is None


def test_what_a_change_of_mind_ruled_out_is_kept_where_the_page_has_a_place_and_else_told() -> None:
    session, _ = through(Session.begin(context()))
    session = session.mend("plan").answer("new")
    session, _ = through(session)
    session = session.mend("plan").answer("keep")
    answers = collect_answers(session)
    assert answers.plan == "keep"
    assert answers.obstacle == "words on obstacle"
    out = [(answer.question.about, answer.answer, answer.mended_at) for answer in left_out(session)]
    assert out == [
        ("If …", "words on cue", "plan"),
        ("… then I will", "words on action", "plan"),
    ]


def test_a_new_focus_does_not_inherit_the_evidence_of_the_old_one_which_stays_its_own() -> None:
    session, _ = through(Session.begin(context(focus=None, sittings=0, plans=(), last=None)))
    assert set(collect_answers(session).evidence) == {"ask"}
    session = session.mend("focus").answer("doors")
    assert session.question is not None
    assert session.question.id == "evidence:doors"
    assert set(collect_answers(session).evidence) == {"ask"}


def test_a_met_behaviour_whose_relationship_was_not_live_offers_no_opportunity() -> None:
    session = Session.begin(context(), {"live": ["reports"]})
    presets = {q.id: q.preset for q in session.questions() if q.kind is Kind.RATING}
    assert presets["rating:needing"] == "no-opportunity"
    assert [p for p in presets.values() if p] == ["no-opportunity"]
    assert collect_answers(session).ratings == {}, "a default is recorded only when confirmed"


def test_nothing_is_offered_when_it_is_unknown_what_was_live() -> None:
    session = Session.begin(context(), {"live": None})
    assert all(q.preset is None for q in session.questions() if q.kind is Kind.RATING)


def test_the_focus_is_asked_first_time_and_every_13th() -> None:
    asked = {
        n: any(q.id == "focus" for q in Session.begin(context(sittings=n)).questions())
        for n in range(1, 40)
    }
    assert [n for n, yes in asked.items() if yes] == [13, 26, 39]
    first = context(sittings=0, focus=None, plans=(), last=None)
    assert any(q.id == "focus" for q in Session.begin(first).questions())


def test_after_two_weeks_away_the_plan_is_kept_or_let_go_and_nothing_is_counted() -> None:
    late = context(last=date(2026, 10, 9), plans=(PLAN,))
    question = Session.begin(late).question
    assert question is not None
    assert "This plan is from 13 November" in question.ask
    assert question.choices[0].value == "keep"
    assert not any(character.isdigit() for character in question.preface[0])
    session = Session.begin(late).answer("keep")
    assert collect_answers(session).look_back == ()


@pytest.mark.parametrize(("marks", "word"), [(4, "other way"), (2, "better")])
def test_the_opposite_question_goes_against_the_tendency(marks: int, word: str) -> None:
    answers: dict[str, AnswerValue] = {f"rating:more-{n}": marks for n in range(1, 10)}
    asked = {q.id: q for q in Session.begin(context(), answers).questions()}
    assert word in asked["opposite"].ask


def test_a_new_plan_belongs_to_the_focus_and_an_adjusted_one_carries_the_old_one_on() -> None:
    new: dict[str, AnswerValue] = {"plan": "new", "cue": "it rings", "action": "breathe"}
    plan = collect_answers(Session.begin(context(), new)).plan
    assert not isinstance(plan, str | None)
    assert (plan.kept, plan.cue, plan.action) == (None, "it rings", "breathe")
    adjusted = collect_answers(Session.begin(context(), {**new, "plan": "adjust"})).plan
    assert not isinstance(adjusted, str | None)
    assert adjusted.kept == PLAN.stem
    assert adjusted.behaviour == "ask"


def test_back_from_a_question_jumped_to_leads_to_the_page_again() -> None:
    session, _ = through(Session.begin(context()))
    assert session.mend("insight").back().question is None
    opened = session.mend("plan").answer("new").back()
    assert opened.question is not None, "what the change has opened is not yet answered"
    assert opened.question.id == "plan"


def test_a_sitting_cut_off_in_a_text_goes_on_there() -> None:
    session = Session.begin(context()).answer("done").answer("It came up.").answer(["reports"])
    assert Session.begin(context(), session.answers, "look-back-note").at == "look-back-note"
    assert Session.begin(context(), session.answers, "no-such-question").at == "moment"


def test_a_renewed_focus_is_kept_or_changed_and_never_dropped_unsaid() -> None:
    choices = {
        n: {
            c.value
            for q in Session.begin(context(sittings=n, focus=f)).questions()
            if q.id == "focus"
            for c in q.choices
        }
        for n, f in ((0, None), (13, FocusChoice("ask")))
    }
    assert "none" in choices[0]
    assert "none" not in choices[13]
    assert "keep" in choices[13]


@pytest.mark.parametrize(
    ("skipped", "asked_after"),
    [("plan-behaviour", []), ("obstacle", ["cue", "action"]), ("cue", [])],
)
def test_a_plan_that_lacks_something_is_not_asked_further_and_is_no_plan(
    skipped: str, asked_after: list[str]
) -> None:
    session = Session.begin(context(focus=None, plans=()))
    while session.at != skipped:
        assert session.question is not None
        session = session.answer(some_answer(session.question))
    session, asked = through(session.skip())
    assert [q.id for q in asked] == asked_after
    assert (collect_answers(session).plan is None) is (asked_after == [])


def test_a_rubric_without_behaviours_asks_for_no_plan() -> None:
    rubric = RUBRIC.model_copy(
        update={"behaviours": (), "questions": (OpenQuestion(id="one", ask="One?"),)}
    )
    _, asked = through(Session.begin(context(rubric=rubric, focus=None, plans=())))
    assert [q.id for q in asked if q.id in ("plan", "question:one")] == ["question:one"]


def test_a_follow_up_takes_the_place_of_the_opposite_in_every_second_sitting_at_most() -> None:
    for sittings in range(1, 12):
        session = Session.begin(
            context(sittings=sittings), {"rating:ask": 1, "evidence:ask": "He rang."}
        )
        ids = [q.id for q in session.questions()]
        assert ("opposite" in ids) != ("follow-up:low:ask" in ids)
        assert ("follow-up:low:ask" in ids) == bool(sittings % 2)


def test_a_follow_up_says_why_it_is_asked_and_its_answer_joins_the_evidence() -> None:
    answers: dict[str, AnswerValue] = {"rating:ask": 1, "evidence:ask": "He rang."}
    session = Session.begin(context(), {**answers, "follow-up:low:ask": "A pause."})
    (question,) = [q for q in session.questions() if q.id.startswith("follow-up")]
    assert question.preface == ("You gave 1 to “Asking”.",)
    assert collect_answers(session).evidence == {"ask": "He rang.\n\nA pause."}
    alone = Session.begin(context(), {"rating:ask": 1, "follow-up:low:ask": "A pause."})
    assert collect_answers(alone).evidence == {"ask": "A pause."}


def test_what_somebody_said_is_asked_after_the_look_back_in_place_of_the_opposite() -> None:
    session, asked = through(Session.begin(context(asked_someone=True)))
    ids = [q.id for q in asked]
    assert ids[:3] == ["look-back", "look-back-note", "heard"]
    assert "opposite" not in ids
    assert not any(question_id.startswith("follow-up") for question_id in ids)
    assert collect_answers(session).heard == "words on heard"
    assert len(asked) <= 22


def test_the_live_relationship_longest_without_a_moment_is_named_first() -> None:
    seen = {"reports": date(2026, 11, 13), "equals": date(2026, 9, 1)}
    here = context(recent=RecentSittings(last_moment=seen))

    def order(live: list[str]) -> list[str]:
        questions = Session.begin(here, {"live": list(live)}).questions()
        (moment,) = [q for q in questions if q.id == "moment"]
        return [choice.value for choice in moment.choices]

    assert order(["reports", "equals"]) == ["equals", "reports", "peers", "other"]
    assert order(["reports", "peers"])[:2] == ["peers", "reports"], "never told comes first"


def test_a_plan_not_done_three_times_running_offers_another_kind_of_step() -> None:
    def words(not_done: int, outcome: str) -> str:
        here = context(recent=RecentSittings(not_done=not_done))
        (plan,) = [
            q for q in Session.begin(here, {"look-back": outcome}).questions() if q.id == "plan"
        ]
        return " ".join((plan.ask, *(choice.label for choice in plan.choices)))

    assert "smaller step" in words(2, "not-done")
    assert "smaller step" not in words(1, "not-done")
    assert "smaller step" not in words(2, "partly")


OLDER = (
    OpenPlan("2026-11-06-learning-leader", "doors", "a", "b", date(2026, 11, 6)),
    OpenPlan("2026-10-30-learning-leader", "ask", "c", "d", date(2026, 10, 30)),
)


def older_asked(**changes: Any) -> list[str]:
    """The stems of the older plans that the sitting asks about."""
    questions = Session.begin(context(**{"plans": (PLAN, *OLDER), **changes})).questions()
    return [c.value for q in questions if q.id == "look-back-older" for c in q.choices]


def test_older_plans_that_are_open_take_one_key_each_after_the_newest() -> None:
    session = Session.begin(context(plans=(PLAN, *OLDER)))
    session = session.answer("partly").answer("It rang.")
    question = session.question
    assert question is not None
    assert (question.id, question.kind) == ("look-back-older", Kind.SEVERAL)
    assert [c.label for c in question.choices] == [
        "6 November: If a, then I will b.",
        "30 October: If c, then I will d.",
    ]
    done = collect_answers(session.answer([OLDER[1].stem])).look_back
    assert [(review.plan, review.outcome, review.note) for review in done] == [
        (PLAN.stem, "partly", "It rang."),
        (OLDER[0].stem, "dropped", None),
        (OLDER[1].stem, "done", None),
    ]
    assert [review.plan for review in collect_answers(session.skip()).look_back] == [PLAN.stem]


def test_no_backlog_where_there_is_no_time_for_one() -> None:
    both = [plan.stem for plan in OLDER]
    assert older_asked() == both
    assert older_asked(depth="full") == both
    assert older_asked(depth="quick") == []
    assert older_asked(last=date(2026, 11, 6)) == []
    assert older_asked(asked_someone=True) == []
    later = replace(OLDER[0], due=date(2026, 12, 1))
    assert older_asked(plans=(PLAN, later, OLDER[1])) == [OLDER[1].stem]


def test_of_very_many_older_plans_the_rest_is_told() -> None:
    many = (PLAN, *(replace(OLDER[0], stem=f"2026-10-{day:02}-x") for day in range(10, 17)))
    (question,) = [
        q for q in Session.begin(context(plans=many)).questions() if q.id == "look-back-older"
    ]
    assert len(question.choices) == 4
    assert question.preface == ("There are 3 more: `learnlead plan list`.",)


def test_keeping_means_the_newest_plan_even_if_only_an_older_one_was_looked_back_on() -> None:
    answers: dict[str, AnswerValue] = {"look-back": None, "look-back-note": None, "plan": "keep"}
    here = context(plans=(PLAN, OLDER[0]))
    plan = collect_answers(Session.begin(here, {**answers, "look-back-older": []})).plan
    assert not isinstance(plan, str | None)
    assert (plan.kept, plan.cue, plan.action) == (PLAN.stem, PLAN.cue, PLAN.action)
    assert collect_answers(Session.begin(here, {**answers, "look-back": "done"})).plan == "keep"


def test_an_adjusted_plan_is_asked_for_its_two_lines_and_a_stuck_one_for_what_hinders() -> None:
    def lines(**changes: Any) -> list[str]:
        answers: dict[str, AnswerValue] = {"look-back": "not-done", "plan": "adjust"}
        questions = Session.begin(context(**changes), answers).questions()
        return [q.id for q in questions if q.id in ("obstacle", "cue", "action")]

    assert lines() == ["cue", "action"]
    assert lines(recent=RecentSittings(not_done=2)) == ["obstacle", "cue", "action"]


def test_an_obstacle_that_was_told_is_not_lost_when_the_plan_is_adjusted_instead() -> None:
    answers: dict[str, AnswerValue] = {"plan": "adjust", "obstacle": "Hurry."}
    assert collect_answers(Session.begin(context(), answers)).obstacle == "Hurry."


def test_a_plans_doubled_words_are_gone_from_the_next_line_and_from_the_answers() -> None:
    session = Session.begin(context(), {"plan": "new", "obstacle": None}, typing="cue")
    session = session.answer("If it rings, then")
    assert session.question is not None
    assert session.question.preface == ("If it rings, then I will …",)
    assert session.answer("then I will wait").answers["action"] == "wait"


def test_each_line_of_a_plan_says_which_it_is() -> None:
    questions = Session.begin(context(), {"plan": "new"}).questions()
    assert [q.place for q in questions[-3:]] == ["line 1 of 3", "line 2 of 3", "line 3 of 3"]


def test_where_none_of_the_relationships_was_live_no_conversation_is_assumed() -> None:
    def moment(live: AnswerValue) -> Question:
        questions = Session.begin(context(), {"live": live}).questions()
        return next(q for q in questions if q.id == "moment")

    none, some, unknown = moment([]), moment(["peers"]), moment(None)
    assert (none.choices[0].value, none.preface, none.preset) == ("other", (), None)
    assert "skip" in none.ask
    for question in (some, unknown):
        assert question.choices[-1].value == "other"
        assert question.preface
    assert some.preset == "peers"


def test_another_sitting_on_a_day_is_told_before_its_first_question() -> None:
    first, *more = Session.begin(context(same_day="2026-11-20-learning-leader")).questions()
    assert first.preface[0] == (
        "20 November has a page already, 2026-11-20-learning-leader.md; this sitting will make "
        "another one. To change the existing page instead, stop here: "
        "`learnlead journal edit 2026-11-20-learning-leader`."
    )
    assert not any("another one" in words for q in more for words in q.preface)


def test_a_quick_sitting_offers_a_focus_the_first_time_alone() -> None:
    for sittings in (0, 5, 13):
        session = Session.begin(context(depth="quick", sittings=sittings, focus=None, plans=()))
        assert any(q.id == "focus" for q in session.questions()) is (sittings == 0)
