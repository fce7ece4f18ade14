"""The page of a sitting in an editor: what is filled in comes back as the same answers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from any_reflection import BEHAVIOURS, RELATIONSHIPS, lines, small_rubric, texts
from filling import filled
from learnlead.app.editor_page.make import sitting_page
from learnlead.app.editor_page.read import (
    FilledPage,
    answers_of_page,
    day_and_depth,
    misfit_problems,
)
from learnlead.i18n.words import ENGLISH
from learnlead.page.writer import render
from learnlead.sitting.answers import Answers, PlanAnswer
from learnlead.sitting.build import build_reflection
from learnlead.sitting.check_answers import misfits
from learnlead.sitting.context import FocusChoice, OpenPlan, RecentSittings, SittingContext
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, OUTCOMES, Count
from learnlead.sitting.model import Reflection
from learnlead.sitting.note import Note
from learnlead.text.clean import clean_line
from sizes import examples

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 27)
OPTIONS = ("tea", "- green tea", "**")
RUBRIC = small_rubric(
    questions=[
        {"id": "keep-one", "ask": "Which one? <!-- insight -->"},
        {"id": "several", "kind": "list", "ask": "Which ones?"},
        {"id": "chosen", "kind": "choice", "ask": "Tea?", "options": OPTIONS},
    ]
)
NEWEST = OpenPlan("2026-11-13-r", "own-answers", "it rings", "wait", TODAY - timedelta(7))
OLDER = OpenPlan("2026-11-06 Friday", "open-doors", "**a** \\", "<b> 5%", TODAY - timedelta(14))


def context(**changes: Any) -> SittingContext:
    usual: dict[str, Any] = {
        "rubric": RUBRIC,
        "day": TODAY,
        "today": TODAY,
        "sittings": 5,
        "last": date(2026, 11, 13),
        "focus": FocusChoice("own-answers", "they finish their sentences"),
        "plans": (NEWEST, OLDER),
    }
    return SittingContext(**(usual | changes))


def held(answers: Answers, sitting: SittingContext) -> Reflection:
    return build_reflection(answers, sitting, {NEWEST.stem: NEWEST, OLDER.stem: OLDER}, DUE)


def read(text: str, sitting: SittingContext) -> FilledPage:
    """The page, read without a problem."""
    page, problems = answers_of_page(text, sitting)
    assert problems == []
    assert page is not None
    assert misfit_problems(page, sitting, {NEWEST.stem, OLDER.stem}) == []
    return page


_TEXT = st.one_of(st.none(), texts())
_MARK = st.sampled_from((1, 2, 3, 4, 5, NO_OPPORTUNITY))
_WORDS = lines().filter(lambda line: bool(line.strip()))
_FOCUS = st.builds(FocusChoice, st.sampled_from(BEHAVIOURS), st.none() | lines().map(clean_line))
_PLAN = st.fixed_dictionaries(
    {"cue": _WORDS, "action": _WORDS},
    optional={
        "behaviour": st.sampled_from(BEHAVIOURS),
        "due": st.dates(),
        "kept": st.sampled_from((NEWEST.stem, OLDER.stem)),
    },
)


@st.composite
def sitting_context(draw: st.DrawFn) -> SittingContext:
    return context(
        depth=draw(st.sampled_from(("quick", "standard", "full"))),
        day=draw(st.sampled_from((TODAY, TODAY - timedelta(1)))),
        sittings=draw(st.sampled_from((0, 5, 13))),
        last=draw(st.sampled_from((None, TODAY - timedelta(7), TODAY - timedelta(40)))),
        focus=draw(st.none() | _FOCUS),
        pending=draw(st.none() | _FOCUS),
        plans=draw(st.sampled_from(((), (NEWEST,), (NEWEST, OLDER)))),
        people=draw(st.sampled_from(((), ("report A", "--> B")))),
        asked_someone=draw(st.booleans()),
        recent=draw(
            st.sampled_from((RecentSittings(), RecentSittings([dict.fromkeys(BEHAVIOURS, 1)] * 3)))
        ),
    )


@st.composite
def sittings(draw: st.DrawFn) -> tuple[SittingContext, Answers]:
    """Circumstances, and answers that fit them."""
    sitting = draw(sitting_context())
    mark = _MARK
    if sitting.depth == "full":
        by_relationship = st.dictionaries(st.sampled_from(RELATIONSHIPS), _MARK, min_size=1)
        mark = st.one_of(_MARK, by_relationship)
    ratings = draw(st.dictionaries(st.sampled_from(BEHAVIOURS), mark))
    if draw(st.booleans()):
        ratings["open-doors"] = NONE_MADE
    stems = [plan.stem for plan in sitting.plans]
    looked_back = [stem for stem in stems if draw(st.booleans())]
    moments = draw(
        st.lists(
            st.fixed_dictionaries(
                {"relationship": st.sampled_from((*RELATIONSHIPS, "other")), "what": texts()},
                optional={"with": lines(), "other_side": _TEXT},
            ),
            max_size=3,
        )
    )
    plans = [st.none(), st.just("none"), _PLAN, *([st.just("keep")] if stems else [])]
    answers = Answers.model_validate(
        {
            "minutes": draw(st.none() | st.integers(0, 1440)),
            "focus": draw(
                st.none()
                | st.fixed_dictionaries(
                    {"behaviour": st.sampled_from(BEHAVIOURS), "notice": st.none() | lines()}
                )
            ),
            "look_back": [
                {"plan": stem, "outcome": draw(st.sampled_from(OUTCOMES)), "note": draw(_TEXT)}
                for stem in looked_back
            ],
            "relationships": draw(
                st.sampled_from((None, (), RELATIONSHIPS[:1], RELATIONSHIPS[1:], RELATIONSHIPS))
            ),
            "moments": moments,
            "ratings": ratings,
            "count": draw(st.dictionaries(st.sampled_from(BEHAVIOURS), st.just(Count(1, 2)))),
            "evidence": draw(st.dictionaries(st.sampled_from(BEHAVIOURS), texts())),
            **{key: draw(_TEXT) for key in ("heard", "opposite", "insight", "obstacle")},
            "plan": draw(st.one_of(plans)),
            "answers": {
                "keep-one": draw(_TEXT),
                "several": draw(st.lists(lines(), max_size=3)),
                "chosen": draw(st.none() | st.sampled_from(OPTIONS)),
            },
        }
    )
    with_text = tuple(m for m in answers.moments if m.with_whom or m.what or m.other_side)
    answers = answers.model_copy(update={"moments": with_text})
    plan = answers.plan
    words = [(plan.cue, plan.action) for plan in (NEWEST, OLDER)]
    assume(not (isinstance(plan, PlanAnswer) and (plan.cue, plan.action) in words))
    assume(not misfits(answers, sitting, stems))
    return sitting, answers


@given(sittings())
@settings(max_examples=examples(150))
def test_answers_filled_in_are_the_same_answers(case: tuple[SittingContext, Answers]) -> None:
    sitting, answers = case
    reflection = held(answers, sitting)
    text = filled(sitting_page(sitting), reflection, RUBRIC)
    assert day_and_depth(text) == (sitting.day, sitting.depth)
    assert held(read(text, sitting).answers, sitting) == reflection


@given(sittings())
@settings(max_examples=examples(100))
def test_a_page_as_it_is_saved_is_the_same_answers_too(
    case: tuple[SittingContext, Answers],
) -> None:
    sitting, answers = case
    reflection = held(answers, sitting)
    assert held(read(render(reflection, RUBRIC), sitting).answers, sitting) == reflection


@given(sitting_context())
@settings(max_examples=examples(50))
def test_an_empty_page_answers_nothing(sitting: SittingContext) -> None:
    answers = read(sitting_page(sitting), sitting).answers
    assert not answers.has_any
    assert answers == Answers(rubric=RUBRIC.id, date=sitting.day, depth=sitting.depth)


def test_a_page_has_a_place_for_each_rating_that_is_asked() -> None:
    def places(sitting: SittingContext) -> int:
        return sitting_page(sitting).count("\n**Rating:**")

    assert places(context()) == len(BEHAVIOURS)
    assert places(context(depth="full")) == len(BEHAVIOURS) * len(RELATIONSHIPS)
    assert places(context(depth="quick")) == 1
    assert places(context(depth="quick", focus=None)) == len(BEHAVIOURS)  # it is yet to be chosen


def test_the_opposite_goes_against_what_is_known_of_the_tendency() -> None:
    def asked(*marks: int) -> tuple[bool, bool]:
        recent = RecentSittings([dict.fromkeys(BEHAVIOURS, mark) for mark in marks])
        page = sitting_page(context(recent=recent))
        return ENGLISH("ask.opposite-high") in page, ENGLISH("ask.opposite-low") in page

    assert asked() == (True, True)  # the ratings on this page are to decide
    assert asked(5, 5, 5) == (True, False)
    assert asked(1, 1, 1) == (False, True)


def test_what_somebody_said_is_asked_for_in_place_of_the_opposite() -> None:
    page = sitting_page(context(asked_someone=True))
    assert "<!-- heard -->" in page
    assert "<!-- opposite -->" not in page


def test_a_plan_that_is_never_done_may_become_a_smaller_one() -> None:
    never_done = RecentSittings(outcome="not-done", running=2)
    assert ENGLISH("ask.plan.not-done") in sitting_page(context(recent=never_done))
    assert ENGLISH("ask.plan.not-done") not in sitting_page(context())


def test_notes_and_people_are_offered() -> None:
    note = Note(3, date(2026, 11, 17), "She drew it on the board")
    page = sitting_page(context(notes=(note,), people=("report A", "peer B")))
    assert "<!-- ? A note of yours: Tuesday: She drew it on the board -->" in page
    assert "<!-- ? With, for example: report A, peer B -->" in page


def changed(old: str, new: str, sitting: SittingContext | None = None) -> tuple[str, list[str]]:
    """What is said of an empty page with that change, and the lines that it is said of."""
    sitting = sitting or context()
    before = sitting_page(sitting)
    assert before.count(old) >= 1, before
    text = before.replace(old, new, 1)
    page, problems = answers_of_page(text, sitting)
    if page is not None:
        problems += misfit_problems(page, sitting, {NEWEST.stem, OLDER.stem})
    lines = text.split("\n")
    assert all(problem.remedy for problem in problems)
    return "; ".join(p.message for p in problems), [lines[(p.line or 0) - 1] for p in problems]


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("**Rating:**", "**Rating:** 6", "'6' is not a rating", "**Rating:** 6"),
        ("**Rating:**", "**Rating:** none made", "does not fit", "**Rating:** none made"),
        ("**Outcome:**", "**Outcome:** yes", "'yes' is not an outcome", "**Outcome:** yes"),
        ("focus: own-answers", "focus: own", "no behaviour 'own'", "focus: own"),
        ("date: 2026-11-20", "date: 2026-11-21", "later than today", "date: 2026-11-21"),
        ("date: 2026-11-20", "date: friday", "is not a date", "date: friday"),
        ("depth: standard", "depth: deep", "is not one of", "depth: deep"),
        ("rubric: learning-leader", "rubric: other-one", "the questions of", "rubric: other-one"),
        ("rubric-version: 1", "rubric-version: 2", "become version 1", "rubric-version: 2"),
        ("kind: reflection", "kind: coach-reply", "not the page of a sitting", "---"),
        ("depth: standard", "mood: good", "no answer is called 'mood'", "mood: good"),
        ("depth: standard", "minutes: 9999", "more minutes", "minutes: 9999"),
        (
            "depth: standard",
            "depth: standard\nfocus-notice: ask #2",
            "behind # is lost",
            "focus-notice: ask #2",
        ),
        (
            "depth: standard",
            "depth: standard\nrelationships: [us]",
            "no relationship 'us'",
            "relationships: [us]",
        ),
        ("- [ ] none of these", "- [x] nothing", "no box has these words", "- [x] nothing"),
        ("- [ ] none of these", "Lost.", "no box has these words", "Lost."),
        (
            "\n## Someone else",
            "\n## Us <!-- moment us -->\na\n\n## X",
            "no relationship 'us'",
            "us",
        ),
        ("it rings", "it sings", "other words than those", "**Plan:** If **it sings**"),
        ("## Ratings", "Lost.\n\n## Other\n\nLost.\n\n## Ratings", "asks for this", "## Other"),
        ("<!-- ratings -->", "<!-- ratings -->\n\nLost.", "asks for this", "<!-- ratings -->"),
        ("---\n\n#", "---\n\nLost.\n\n#", "asks for this: 'Lost.'", "Lost."),
        ("#- [ ] If **it rings", "#- [ ] If **it sings", "asks for this: '#- [", "<!-- plan -->"),
        ("#- [ ]", "- [x]", "still open", "- [x] If"),
        ("If ****, then", "If **a**, then", "without cue and action", "If **a**"),
        ("<!-- plan focus -->", "<!-- plan focus --> 📅 soon", "without cue", "soon"),
        ("<!-- opposite -->", "<!-- opposite -->\n```\nx", "never closed", "```"),
        ("<!-- ? one of", "<!-- ? one -- of", "whose end is lost", "<!-- ? one -- of"),
        ("**With:**", "**With:** a\n**With:** b", "a second 'With'", "**With:** b"),
    ],
)
def test_what_is_no_answer_is_a_problem_at_its_line(
    old: str, new: str, message: str, line: str
) -> None:
    problem, where = changed(old, new)
    assert message in problem
    assert len(where) == 1
    assert line in where[0]


def test_marks_by_relationship_belong_to_depth_full() -> None:
    by_one = "**Rating:** 4 <!-- formal-authority -->"
    message, where = changed("**Rating:**", by_one)
    assert "belong to depth full" in message
    assert where[0].endswith("<!-- follower-needs -->")
    assert changed("**Rating:** <!-- formal-authority -->", by_one, context(depth="full"))[1] == []


def test_a_choice_is_one_of_its_options() -> None:
    message, where = changed("<!-- answer chosen -->\n", "<!-- answer chosen -->\ncoffee\n")
    assert "'coffee' is not one of its options" in message
    assert where == ["### Tea? <!-- answer chosen -->"]


def test_a_look_back_on_a_plan_that_is_not_there() -> None:
    message, where = changed(f"plan {NEWEST.stem} -->", "plan 2026-01-01-r -->\n\nWent well.")
    assert "no plan of '2026-01-01-r'" in message
    assert where[0].startswith("**Plan:**")


def test_a_focus_to_notice_needs_a_focus() -> None:
    without = context(focus=None, plans=())
    heading = "<!-- asked focus-notice -->\n"
    message, where = changed(heading, f"{heading}\nthey ask\n", without)
    assert ("no focus to notice" in message, len(where)) == (True, 1)
    assert where[0].endswith("<!-- asked focus-notice -->")
    message, where = changed("If ****, then I will ****", "If **a**, then I will **b**", without)
    assert "the plan has no behaviour" in message
    assert where[0].startswith("- [ ] If **a**")


def plan_of(text: str, sitting: SittingContext) -> PlanAnswer | str | None:
    return read(text, sitting).answers.plan


def test_a_plan_is_kept_adjusted_made_or_left() -> None:
    sitting = context()
    page = sitting_page(sitting)
    assert plan_of(page, sitting) is None
    kept = page.replace("#- [ ]", "- [ ]")
    assert plan_of(kept, sitting) == "keep"
    adjusted = kept.replace("- [ ] If **it rings", "- [ ] If **it sings")
    assert plan_of(adjusted, sitting) == PlanAnswer(
        behaviour="own-answers", cue="it sings", action="wait", kept=NEWEST.stem
    )
    new = page.replace("If ****, then I will ****", "If **a**, then I will ** b **")
    assert plan_of(new, sitting) == PlanAnswer(cue="a", action="b")
    assert (
        held(read(new, sitting).answers, sitting).plan
        == build_reflection(
            Answers(plan=PlanAnswer(behaviour="own-answers", cue="a", action="b")), sitting, {}, DUE
        ).plan
    )
    same = page.replace("If ****, then I will ****", "If **it rings**, then I will **wait**")
    assert plan_of(same, sitting) == "keep"
    later = kept.rstrip("\n").replace(
        f"kept {NEWEST.stem} -->", f"kept {NEWEST.stem} --> 📅 2026-12-04"
    )
    assert (
        held(read(later, sitting).answers, sitting).plan
        == build_reflection(
            Answers(plan="keep"), sitting, {NEWEST.stem: NEWEST}, date(2026, 12, 4)
        ).plan
    )


def test_the_focus_is_chosen_or_chosen_again_in_the_front_matter() -> None:
    sitting = context(pending=FocusChoice("open-doors", "they come by"))
    page = sitting_page(sitting)
    assert read(page, sitting).answers.focus is None
    again = read(page.replace("they come by", "they knock"), sitting).answers.focus
    assert again is not None
    assert (again.behaviour, again.notice) == ("open-doors", "they knock")
    other = read(page.replace("focus: open-doors", "focus: own-answers"), sitting).answers.focus
    assert other is not None
    assert other.behaviour == "own-answers"


def test_a_list_needs_no_hyphens() -> None:
    sitting = context()
    page = sitting_page(sitting).replace(
        "<!-- answer several -->\n", "<!-- answer several -->\na\n\n- b\n"
    )
    assert held(read(page, sitting).answers, sitting).answers == {"several": "- a\n- b"}


def test_bytes_that_are_no_text_are_a_problem_at_their_line() -> None:
    message, where = changed("## Ratings", "Caf\udce9\n\n## Ratings")
    assert message == "this line is not UTF-8 text"
    assert where == ["Caf\udce9"]


@given(st.data())
def test_whatever_becomes_of_a_page_it_is_read_or_told(data: st.DataObject) -> None:
    sitting = data.draw(sitting_context())
    written = sitting_page(sitting).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(written) - 1))
        written[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(lines(), max_size=2))
        assume(written)
    text = "\n".join(written)
    day_and_depth(text)
    page, problems = answers_of_page(text, sitting)
    assert page is not None or problems
    if page is not None:
        problems += misfit_problems(page, sitting, set())
    assert all(1 <= (problem.line or 0) <= len(written) for problem in problems)


FIRST, SECOND = (f"- [ ] {relationship.sentence}\n" for relationship in RUBRIC.relationships)
NONE = "- [ ] none of these\n"


def marked(page: str, *boxes: str) -> str:
    """The page with an x in these boxes."""
    for box in boxes:
        assert box in page
        page = page.replace(box, box.replace("[ ]", "[x]"), 1)
    return page


@pytest.mark.parametrize(
    ("boxes", "live"),
    [
        ((), None),
        ((NONE,), ()),
        ((FIRST,), ("formal-authority",)),
        ((SECOND, FIRST), ("formal-authority", "equal-influence")),
    ],
)
def test_a_week_is_marked_in_boxes(boxes: tuple[str, ...], live: object) -> None:
    sitting = context()
    page = marked(sitting_page(sitting), *boxes)
    assert read(page, sitting).answers.relationships == live


def test_the_focus_is_a_box_and_what_others_notice_stands_below() -> None:
    sitting = context(focus=None, plans=())
    page = sitting_page(sitting)
    assert read(page, sitting).answers.focus is None
    heading, asked = "<!-- asked focus-notice -->\n", "<!-- asked focus -->"
    above, below = page.replace(heading, f"{heading}\nThey come by,\nand ask.\n").split(asked)
    one = f"{above}{asked}{below.replace('- [ ]', '- [X]', 1)}"
    focus = read(one, sitting).answers.focus
    assert focus is not None
    assert (focus.behaviour, focus.notice) == (BEHAVIOURS[0], "They come by, and ask.")
    two = f"{above}{asked}{below.replace('- [ ]', '- [x]', 2)}"
    _, problems = answers_of_page(two, sitting)
    assert [p.message for p in problems] == ["more than one behaviour is marked as the focus"]


def test_none_of_these_stands_alone() -> None:
    sitting = context()
    page = marked(sitting_page(sitting), FIRST, NONE)
    _, problems = answers_of_page(page, sitting)
    assert [p.message for p in problems] == ["none of these is marked beside others"]
    assert page.split("\n")[(problems[0].line or 0) - 1] == "- [x] none of these"


def test_nothing_is_to_be_filled_in_between_the_dashes() -> None:
    for sitting in (context(), context(focus=None, plans=(), sittings=0)):
        _, front, body = sitting_page(sitting).split("---\n", 2)
        assert all(re.fullmatch(r"[a-z-]+: .+", line) for line in front.splitlines())
        assert "asked live" in body


def test_what_others_would_notice_is_read_letter_by_letter() -> None:
    """Joined signs stay joined, and what no answer may hold is told at its line."""
    sitting = context(sittings=0, focus=None, plans=(), last=None)
    notice = "👩\u200d👩\u200d👧 finish it"
    answers = Answers.model_validate({"focus": {"behaviour": "own-answers", "notice": notice}})
    text = filled(sitting_page(sitting), held(answers, sitting), RUBRIC)
    assert held(read(text, sitting).answers, sitting).focus_notice == notice
    _, (problem,) = answers_of_page(text.replace("finish", "fin\x07ish"), sitting)
    assert problem.line
    assert "finish" not in problem.message
