"""A session goes forward, back and around; the answers at its end are those of the contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.model import Question as OpenQuestion
from learnlead.rubric.model import Rubric
from learnlead.sitting.answers import PlanAnswer
from learnlead.sitting.build import collect_answers
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.left_out import left_out
from learnlead.sitting.mark import OUTCOMES, Outcome
from learnlead.sitting.note import Note
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.sitting.screens import Screen
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
        case Kind.RATING:
            return 4
        case Kind.COUNT:
            return "2/3"
    return f"words on {question.id}"


def some_answers(screen: Screen) -> dict[str, AnswerValue]:
    return {question.id: some_answer(question) for question in screen.questions}


def through(session: Session) -> tuple[Session, list[Screen]]:
    shown = []
    while (screen := session.screen) is not None:
        shown.append(screen)
        session = session.answer(some_answers(screen))
    return session, shown


def ids(screens: Iterable[Screen]) -> list[list[str]]:
    return [[question.id for question in screen.questions] for screen in screens]


def answered(session: Session, **changed: AnswerValue) -> Session:
    """The session after its screen was left with those answers changed, the others as they are."""
    assert session.screen is not None
    before = {q.id: session.answers.get(q.id) for q in session.screen.questions}
    return session.answer({**before, **{key.replace("_", "-"): a for key, a in changed.items()}})


def asked_in(session: Session, question_id: str) -> Question:
    (question,) = [q for q in session.questions() if q.id == question_id]
    return question


def test_a_full_sitting_tells_a_moment_and_rates_shared_behaviours_for_each_relationship() -> None:
    session, shown = through(Session.begin(context(depth="full")))
    moments = [screen for screen in ids(shown) if screen[0].startswith("moment-with")]
    assert moments == [
        [f"{part}:{relationship}" for part in ("moment-with", "moment-what", "other-side")]
        for relationship in ("reports", "peers", "equals")
    ]
    assert [
        question_id for screen in ids(shown) for question_id in screen if "rating" in question_id
    ][:4] == [
        "rating:ask:reports",
        "rating:ask:peers",
        "rating:ask:equals",
        "rating:doors:reports",
    ]
    answers = collect_answers(session)
    assert answers.ratings["ask"] == {"reports": 4, "peers": 4, "equals": 4}
    assert answers.ratings["needing"] == 4


@pytest.mark.parametrize("depth", ["quick", "standard", "full"])
def test_back_reaches_every_earlier_question_and_keeps_every_answer(depth: str) -> None:
    session, shown = through(Session.begin(context(depth=depth)))
    before = dict(session.answers)
    for screen in reversed(shown):
        session = session.back()
        assert session.at == screen.questions[-1].id, "the one nearest to where one came from"
    assert session.back().at == session.at, "the first question stays"
    assert session.answers == before


@given(st.data())
def test_a_session_begun_again_from_its_answers_stands_at_the_same_question(
    data: st.DataObject,
) -> None:
    session = Session.begin(
        context(depth=data.draw(st.sampled_from(["quick", "standard", "full"])))
    )
    for _ in range(data.draw(st.integers(0, 30))):
        screen = session.screen
        if screen is None:
            break
        answered = {key: a for key, a in some_answers(screen).items() if data.draw(st.booleans())}
        session = session.answer(answered)
    again = Session.begin(session.context, session.answers)
    assert again.at == session.at
    assert collect_answers(again) == collect_answers(session)


def test_mending_leads_back_to_the_page_by_way_of_what_it_opens() -> None:
    session, _ = through(Session.begin(context()))
    assert session.current_answers()["plan"] == "keep"
    session = answered(session.mend("plan"), plan="new")
    assert session.at == "obstacle"
    session, shown = through(session)
    assert ids(shown) == [["obstacle", "cue", "action"]]
    assert session.at is None


def test_what_a_change_of_mind_ruled_out_is_kept_where_the_page_has_a_place_and_else_told() -> None:
    session, _ = through(Session.begin(context()))
    session, _ = through(answered(session.mend("plan"), plan="new"))
    session = answered(session.mend("plan"), plan="keep")
    answers = collect_answers(session)
    assert answers.plan == "keep"
    assert answers.obstacle == "words on obstacle"
    out = [(answer.question.about, answer.answer, answer.mended_at) for answer in left_out(session)]
    assert out == [
        ("If …", "words on cue", "plan"),
        ("… then I will", "words on action", "plan"),
    ]


def test_a_first_sitting_asks_twelve_ratings_and_then_the_focus_and_nothing_it_can_do_without() -> (
    None
):
    first = Session.begin(context(focus=None, sittings=0, plans=(), last=None))
    _, shown = through(first)
    assert [screen[0] for screen in ids(shown)] == [
        *("live", "moment-with", "rating:ask", "rating:more-2", "rating:more-6"),
        *("focus", "focus-notice", "obstacle"),
    ]


def test_without_a_focus_each_week_lends_a_behaviour_for_the_evidence_and_the_plan() -> None:
    lent = []
    for sittings in (1, 2, 3, 5):
        here = context(focus=None, sittings=sittings, plans=())
        session, _ = through(Session.begin(here))
        (behaviour,) = collect_answers(session).evidence
        plan = collect_answers(session).plan
        assert isinstance(plan, PlanAnswer)
        assert plan.behaviour == behaviour
        lent.append(behaviour)
    assert len(set(lent)) == 4


def test_no_focus_yet_is_asked_again_after_four_sittings() -> None:
    def asks(sittings: int) -> bool:
        here = context(focus=None, sittings=sittings, plans=())
        return any(q.id == "focus" for q in Session.begin(here).questions())

    assert [n for n in range(12) if asks(n)] == [0, 4, 8]
    answers: dict[str, AnswerValue] = {"focus": "none"}
    first = Session.begin(context(focus=None, sittings=0, plans=()), answers)
    assert not any(q.id == "focus-notice" for q in first.questions())
    assert collect_answers(first).focus is None


def test_a_renewed_focus_leads_its_own_sitting_and_the_evidence_of_the_old_one_stays_its_own() -> (
    None
):
    session, _ = through(Session.begin(context(sittings=13)))
    assert set(collect_answers(session).evidence) == {"ask"}
    session = answered(session.mend("focus"), focus="doors")
    assert session.at == "evidence:doors"
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


def test_after_two_weeks_away_the_keys_of_a_plan_mean_what_they_always_mean() -> None:
    late = context(last=date(2026, 10, 9), plans=(PLAN,))
    question = asked_in(Session.begin(late), "look-back")
    assert question.preface == ("From 13 November:",)
    assert [choice.value for choice in question.choices] == list(OUTCOMES)
    assert collect_answers(Session.begin(late).answer({})).look_back == ()


def test_each_outcome_of_a_plan_has_a_question_of_its_own_and_an_open_one_has_none() -> None:
    asks = {
        outcome: asked_in(Session.begin(context(), {"look-back": outcome}), "look-back-note").ask
        for outcome in OUTCOMES
    }
    assert len(set(asks.values())) == len(OUTCOMES)
    open_still = Session.begin(context(), {"look-back": None}).questions()
    assert not any(q.id == "look-back-note" for q in open_still)


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
    assert session.mend("insight").back().at is None
    opened = answered(session.mend("plan"), plan="new").back()
    assert opened.at == "plan", "what the change has opened is not yet answered"


def test_a_sitting_cut_off_in_a_text_goes_on_there() -> None:
    session = answered(Session.begin(context()), look_back="done")
    session = answered(answered(session, look_back_note="It came up."), live=["reports"])
    assert Session.begin(context(), session.answers, "look-back-note").at == "look-back-note"
    assert Session.begin(context(), session.answers, "no-such-question").at == "moment-with"


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


@pytest.mark.parametrize("empty", ["obstacle", "cue", "action"])
def test_where_no_plan_is_open_its_lines_are_asked_at_once_and_half_of_it_is_none(
    empty: str,
) -> None:
    session, shown = through(Session.begin(context(plans=())))
    assert ids(shown)[-1] == ["obstacle", "cue", "action"]
    session = answered(session.mend(empty), **{empty: None})
    assert (collect_answers(session).plan is None) is (empty != "obstacle")


def test_a_rubric_without_behaviours_asks_for_no_plan() -> None:
    rubric = RUBRIC.model_copy(
        update={"behaviours": (), "questions": (OpenQuestion(id="one", ask="One?"),)}
    )
    _, shown = through(Session.begin(context(rubric=rubric, focus=None, plans=())))
    assert ids(shown)[-1] == ["question:one"]


def test_a_follow_up_takes_the_place_of_the_opposite_in_every_second_sitting_at_most() -> None:
    for sittings in range(1, 12):
        session = Session.begin(
            context(sittings=sittings), {"rating:ask": 1, "evidence:ask": "He rang."}
        )
        asked = {q.id for q in session.questions()}
        assert ("opposite" in asked) != ("follow-up:low:ask" in asked)
        assert ("follow-up:low:ask" in asked) == bool(sittings % 2)


def test_a_follow_up_says_why_it_is_asked_and_its_answer_joins_the_evidence() -> None:
    answers: dict[str, AnswerValue] = {"rating:ask": 1, "evidence:ask": "He rang."}
    session = Session.begin(context(), {**answers, "follow-up:low:ask": "A pause."})
    (question,) = [q for q in session.questions() if q.id.startswith("follow-up")]
    assert question.preface == ("You rated Asking 1 (never).",)
    assert collect_answers(session).evidence == {"ask": "He rang.\n\nA pause."}
    alone = Session.begin(context(), {"rating:ask": 1, "follow-up:low:ask": "A pause."})
    assert collect_answers(alone).evidence == {"ask": "A pause."}


def test_what_somebody_said_is_asked_after_the_look_back_in_place_of_the_opposite() -> None:
    session, shown = through(Session.begin(context(asked_someone=True)))
    assert ids(shown)[:3] == [["look-back"], ["look-back-note"], ["heard"]]
    asked = {question_id for screen in ids(shown) for question_id in screen}
    assert not any(question_id.startswith(("opposite", "follow-up")) for question_id in asked)
    assert collect_answers(session).heard == "words on heard"
    assert len(shown) <= 12


def test_the_live_relationship_longest_without_a_moment_is_named_first() -> None:
    seen = {"reports": date(2026, 11, 13), "equals": date(2026, 9, 1)}
    here = context(recent=RecentSittings(last_moment=seen))

    def order(live: list[str]) -> list[str]:
        moment = asked_in(Session.begin(here, {"live": list(live)}), "moment")
        return [choice.value for choice in moment.choices]

    assert order(["reports", "equals"]) == ["equals", "reports", "other"]
    assert order(["reports", "peers"])[:2] == ["peers", "reports"], "never told comes first"


@pytest.mark.parametrize(
    ("outcome", "word", "preset"),
    [
        ("done", "by itself", "keep"),
        ("not-done", "smaller step", "adjust"),
        ("cue-never-came", "every week", "adjust"),
    ],
)
def test_the_third_time_running_a_plan_is_asked_about_in_other_words(
    outcome: Outcome, word: str, preset: str
) -> None:
    def plan(running: int, before: Outcome | None, now: str) -> Question:
        here = context(recent=RecentSittings(outcome=before, running=running))
        return asked_in(Session.begin(here, {"look-back": now}), "plan")

    assert word in plan(2, outcome, outcome).ask
    assert plan(2, outcome, outcome).preset == preset
    assert word not in plan(1, outcome, outcome).ask
    assert word not in plan(2, outcome, "partly").ask
    assert word not in plan(2, "partly", outcome).ask


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
    session = answered(answered(session, look_back="partly"), look_back_note="It rang.")
    question = asked_in(session, "look-back-older")
    assert session.at == question.id
    assert [c.label for c in question.choices] == [
        "6 November: If a, then I will b.",
        "30 October: If c, then I will d.",
    ]
    done = collect_answers(session.answer({question.id: [OLDER[1].stem]})).look_back
    assert [(review.plan, review.outcome, review.note) for review in done] == [
        (PLAN.stem, "partly", "It rang."),
        (OLDER[0].stem, "dropped", None),
        (OLDER[1].stem, "done", None),
    ]
    assert [review.plan for review in collect_answers(session.answer({})).look_back] == [PLAN.stem]


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


def test_an_adjusted_plan_has_the_words_of_the_old_one_to_change() -> None:
    session = Session.begin(context(), {"look-back": "not-done", "plan": "adjust"})
    presets = {q.id: q.preset for q in session.questions() if q.screen == "obstacle"}
    assert presets == {"obstacle": None, "cue": "it rings", "action": "wait"}


def test_an_obstacle_that_was_told_is_not_lost_when_the_plan_is_adjusted_instead() -> None:
    answers: dict[str, AnswerValue] = {"plan": "adjust", "obstacle": "Hurry."}
    assert collect_answers(Session.begin(context(), answers)).obstacle == "Hurry."


def test_a_plans_doubled_words_are_gone_from_the_answers() -> None:
    session = Session.begin(context(), {"plan": "new"}, typing="cue")
    session = answered(session, cue="If it rings, then", action="then I will wait")
    assert (session.answers["cue"], session.answers["action"]) == ("it rings", "wait")


@pytest.mark.parametrize(
    ("live", "relationship"), [([], "other"), (["peers"], "peers"), (None, "other")]
)
def test_whose_moment_it_was_is_asked_only_where_that_is_not_clear(
    live: AnswerValue, relationship: str
) -> None:
    session = Session.begin(context(), {"live": live}, typing="moment-with")
    assert session.screen is not None
    asked = [q.id for q in session.screen.questions]
    assert ("moment" in asked) is (live is None)
    (moment,) = collect_answers(answered(session, moment_with="report A")).moments
    assert (moment.relationship, moment.with_whom) == (relationship, "report A")


def test_where_nothing_was_live_no_conversation_of_those_is_assumed() -> None:
    question = asked_in(Session.begin(context(), {"live": []}), "moment-with")
    assert "None of these" in question.preface[0]


def test_a_moment_of_which_nothing_is_told_is_none() -> None:
    session = Session.begin(context(), {"live": ["peers", "equals"]}, typing="moment-with")
    session = answered(session, moment="equals")
    assert collect_answers(session).moments == ()
    assert left_out(session) == []


def test_a_note_that_is_used_stands_in_the_moment_to_be_changed() -> None:
    note = Note(1, date(2026, 11, 17), "B. came with the rota.")
    session = Session.begin(context(notes=(note,)), {"live": []})
    assert [c.value for c in asked_in(session, "note").choices] == [note.text, "another"]
    used = session.with_answers({"note": note.text})
    assert asked_in(used, "moment-what").preset == note.text
    another = session.with_answers({"note": "another"})
    assert asked_in(another, "moment-what").preset is None


def test_a_quick_sitting_offers_a_focus_the_first_time_alone() -> None:
    for sittings in (0, 5, 13):
        session = Session.begin(context(depth="quick", sittings=sittings, focus=None, plans=()))
        assert any(q.id == "focus" for q in session.questions()) is (sittings == 0)
