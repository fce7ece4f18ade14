from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.page import Answer
from learnlead.sitting.mark import Outcome
from learnlead.trends.finding import STRENGTHS, Finding
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import AnswersByPage
from made_journals import answered, journals, saying
from made_sittings import BEGUN, plan, review, sitting, small_rubric, weekly
from sizes import examples

TODAY = BEGUN + timedelta(weeks=400)
DONE: tuple[Outcome, ...] = ("done",) * 19
RISE = [2, 1, 2, 2, 1, 2, 3, 2, 3, 3, 3, 4, 3, 4, 4, 5, 4, 5, 5, 5]


def summed(sittings: Sequence[Sitting], answers: AnswersByPage | None = None) -> Trends:
    return summarise(sittings, small_rubric(), today=TODAY, texts=saying(answers or {}))


def of_kind(
    kind: str, sittings: Sequence[Sitting], answers: AnswersByPage | None = None
) -> list[Finding]:
    return [finding for finding in summed(sittings, answers).findings if finding.kind == kind]


def stems(*weeks: int) -> tuple[str, ...]:
    return tuple(sitting(week).stem for week in weeks)


def after_plans(*outcomes: Outcome) -> list[Sitting]:
    """One sitting a week that makes a plan, whose outcome the next one tells."""
    pages = [sitting(0, plan=plan(1))]
    for week, outcome in enumerate(outcomes, 1):
        before = pages[-1].stem
        kept = PlanLine("asking", "someone is stuck", "ask first", kept=before)
        pages.append(sitting(week, reviews=review(before, outcome), plan=kept))
    return pages


def rising(*behaviours: str, weeks: int = 60) -> list[Sitting]:
    """A year in which these behaviours clearly rise; all others stay."""
    everyone = ("asking", "listening", "own-own")
    return [
        sitting(
            week,
            {b: 1 + 4 * week // weeks if b in behaviours else 3 + week % 2 for b in everyone},
        )
        for week in range(weeks)
    ]


class TestClaims:
    def test_where_overall_is_called_only_what_differs_is_named(self) -> None:
        kinds = [(f.kind, f.subject) for f in summed(rising("asking")).findings]
        assert kinds[:4] == [
            ("rising", "composite"),
            ("above-the-rest", "asking"),
            ("below-the-rest", "listening"),
            ("below-the-rest", "own-own"),
        ]

    def test_a_behaviour_alone_is_named(self) -> None:
        pages = [replace(p, ratings={"asking": p.ratings["asking"]}) for p in rising("asking")]
        (claim,) = [f for f in summed(pages).findings if f.kind == "rising"]
        assert (claim.subject, claim.n) == ("asking", 52)
        assert claim.pages == stems(*range(52))

    def test_where_all_rise_alike_only_overall_is_named(self) -> None:
        found = summed(rising("asking", "listening", "own-own"))
        kinds = [(f.kind, f.subject) for f in found.findings]
        assert kinds[0] == ("rising", "composite")
        assert [kind for kind, _ in kinds].count("rising") == 1
        assert found.differences == {}

    def test_what_a_look_takes_back_is_said_until_the_next_one(self) -> None:
        there_and_back = [*range(1, 6)] * 2
        values = [1] * 9 + [2] * 9 + [3] * 8 + [4] * 8 + [5] * 5
        pages = weekly([*values, *[1] * 30, *there_and_back])
        kinds = {
            n: [f.kind for f in summed(pages[:n]).findings if f.subject == "asking"]
            for n in (39, 52, 77, 78)
        }
        assert "rising" in kinds[39]
        assert "taken-back" in kinds[52]
        assert "taken-back" in kinds[77]
        assert "taken-back" not in kinds[78]

    def test_they_go_first(self) -> None:
        answers = answered("obstacle", dict.fromkeys(stems(49, 50, 51), "hurry"))
        kinds = [finding.kind for finding in summed(rising("asking"), answers).findings]
        assert kinds[0] == "rising"
        assert "stuck-obstacle" in kinds

    @settings(max_examples=examples(60))
    @given(journals(most=30))
    def test_none_is_made_without_a_verdict(self, pages: list[Sitting]) -> None:
        trends = summed(pages)
        by_id = {trend.behaviour.id: trend.series.verdict for trend in trends.behaviours}
        by_id["composite"] = trends.composite.verdict
        for claim in trends.findings:
            if claim.kind in ("rising", "falling"):
                assert claim.kind == by_id[claim.subject]


class TestPlans:
    def test_not_done_three_times_running_is_stuck(self) -> None:
        (stuck,) = of_kind("stuck-plan", after_plans("done", "not-done", "not-done", "not-done"))
        assert (stuck.pages, stuck.n, stuck.subject) == (stems(1, 2, 3), 3, stems(3)[0])

    @pytest.mark.parametrize(
        "outcomes",
        [
            ("not-done", "not-done"),
            ("not-done", "not-done", "not-done", "done"),
            ("not-done", "not-done", "partly", "not-done"),
            ("not-done", "not-done", "cue-never-came", "not-done"),
        ],
    )
    def test_anything_between_or_after_it_is_not(self, outcomes: Sequence[Outcome]) -> None:
        assert of_kind("stuck-plan", after_plans(*outcomes)) == []

    def test_a_cue_that_never_came_three_times_running(self) -> None:
        pages = after_plans("not-done", "cue-never-came", "cue-never-came", "cue-never-came")
        (stuck,) = of_kind("stuck-cue", pages)
        assert (stuck.pages, stuck.n, stuck.strength) == (stems(1, 2, 3), 3, False)
        assert of_kind("stuck-cue", pages[:-1]) == of_kind("stuck-plan", pages) == []

    def test_mostly_done_is_a_strength(self) -> None:
        (done,) = of_kind("plans-done", after_plans("done", "partly", "done", "done"))
        assert (done.n, done.count, done.strength) == (4, 3, True)
        assert done.pages == stems(0, 2, 3)
        assert of_kind("plans-done", after_plans("done", "partly", "done", "not-done")) == []
        assert of_kind("plans-done", after_plans("done", "done")) == []

    def test_a_plan_kept_for_weeks_is_a_strength(self) -> None:
        (kept,) = of_kind("plan-kept", after_plans("partly", "not-done", "done"))
        assert (kept.n, kept.count, kept.pages) == (4, 2, stems(0, 1, 2, 3))
        assert of_kind("plan-kept", after_plans("partly", "done")) == []
        assert of_kind("plan-kept", after_plans("not-done", "not-done", "not-done")) == []


class TestObstacles:
    def test_the_same_word_in_three_sittings_is_stuck(self) -> None:
        answers = answered(
            "obstacle",
            {stems(2)[0]: "Hurry, mine.", stems(5)[0]: "hurry", stems(6)[0]: "The hurry!"},
        )
        (stuck,) = of_kind("stuck-obstacle", weekly([3] * 13), answers)
        assert (stuck.subject, stuck.pages, stuck.n, stuck.count) == (
            "hurry",
            stems(2, 5, 6),
            13,
            3,
        )
        assert of_kind("stuck-obstacle", weekly([3] * 12), answers) == [], "no look yet"

    def test_only_obstacles_count_and_only_the_newest_sittings(self) -> None:
        pages = weekly([3] * 20)
        insights = answered("insight", dict.fromkeys(stems(17, 18, 19), "hurry"))
        assert of_kind("stuck-obstacle", pages, insights) == []
        old = answered("obstacle", dict.fromkeys(stems(0, 1, 19), "hurry"))
        assert of_kind("stuck-obstacle", pages, old) == []

    def test_of_two_the_more_frequent_and_then_the_longer_one(self) -> None:
        answers = answered("obstacle", dict.fromkeys(stems(0, 1, 2), "the night shift"))
        (stuck,) = of_kind("stuck-obstacle", weekly([3] * 13), answers)
        assert stuck.subject == "night shift"


class TestRatings:
    @pytest.mark.parametrize(("at", "expected"), [(35, True), (20, False)])
    def test_an_unusual_week_is_told_while_it_is_new(self, at: int, expected: bool) -> None:
        behaviours = ("asking", "listening", "own-own")
        pages = [sitting(w, dict.fromkeys(behaviours, 1 if w == at else 3)) for w in range(40)]
        assert len(summed(pages).composite.signals) == 1
        findings = [(finding.on, finding.pages) for finding in of_kind("unusual-week", pages)]
        assert findings == [(BEGUN + timedelta(weeks=at), stems(at))] * expected

    def test_high_ratings_are_a_strength_and_no_claim(self) -> None:
        trends = summed([sitting(w, {"asking": 4 + w % 2, "listening": 3}) for w in range(14)])
        (high,) = [finding for finding in trends.findings if finding.kind == "steady-high"]
        assert (high.subject, high.n, high.strength) == ("asking", 14, True)

    def test_the_same_ratings_three_times_running_are_a_soft_note(self) -> None:
        marks = {"asking": 3, "listening": 4}
        other = {"asking": 3, "listening": 3}
        (same,) = of_kind("same-again", [sitting(w, marks if w else other) for w in range(4)])
        assert (same.n, same.pages) == (3, stems(1, 2, 3))
        assert (
            of_kind("same-again", [sitting(w, marks if w < 3 else other) for w in range(4)]) == []
        )

    def test_sittings_that_rate_little_say_nothing_of_it(self) -> None:
        assert of_kind("same-again", weekly([3, 3, 3])) == []
        between = [sitting(w, {"asking": 3, "listening": 4}) for w in (0, 2, 4)]
        quick = [sitting(w, {"asking": 5}, depth="quick") for w in (1, 3)]
        assert len(of_kind("same-again", [*between, *quick])) == 1


class TestCoverage:
    def test_none_made_is_named_and_made_each_time_is_a_strength(self) -> None:
        marks = [3] * 10 + ["none-made"] * 3
        (gap,) = of_kind("none-made", [sitting(w, {"asking": m}) for w, m in enumerate(marks)])
        assert (gap.subject, gap.count, gap.n, gap.pages) == ("asking", 3, 13, stems(10, 11, 12))
        marks = ["none-made"] * 3 + [3] * 13
        (made,) = of_kind("always-made", [sitting(w, {"asking": m}) for w, m in enumerate(marks)])
        assert (made.count, made.n, made.strength) == (13, 13, True)

    def test_no_opportunity_most_of_the_time(self) -> None:
        marks = ["no-opportunity"] * 9 + [3] * 4
        (thin,) = of_kind(
            "no-opportunity", [sitting(w, {"asking": m}) for w, m in enumerate(marks)]
        )
        assert (thin.count, thin.n) == (9, 13)
        marks = ["no-opportunity"] * 8 + [3] * 5
        assert (
            of_kind("no-opportunity", [sitting(w, {"asking": m}) for w, m in enumerate(marks)])
            == []
        )

    def test_examples_most_of_the_time_or_never(self) -> None:
        (rich,) = of_kind("evidence-rich", weekly([3] * 9, evidence=frozenset({"asking"})))
        assert (rich.subject, rich.count, rich.n) == ("asking", 9, 9)
        first = sitting(0, {"asking": 3}, evidence=frozenset({"asking"}))
        (poor,) = of_kind("no-evidence", [first, *weekly([3] * 27)[1:]])
        assert (poor.subject, poor.n, poor.on) == ("asking", 26, BEGUN)
        assert of_kind("no-evidence", weekly([3] * 25)) == []

    def test_one_sentence_again_and_again_is_no_richness_of_examples(self) -> None:
        pages = weekly([3] * 9, evidence=frozenset({"asking"}))

        def rich(texts: Sequence[str]) -> list[Finding]:
            answers = {
                page.stem: (Answer("evidence", text, behaviour="asking"),)
                for page, text in zip(pages, texts, strict=True)
            }
            return of_kind("evidence-rich", pages, answers)

        assert rich(["We asked.", *["we  asked."] * 8]) == []
        assert rich([f"We asked {n}." for n in range(6)] + ["We asked 1."] * 3)[0].count == 6
        assert rich([f"We asked {n}." for n in range(5)] + ["We asked 1."] * 4) == []

    def test_no_opportunity_in_a_silent_relationship_is_told_with_it(self) -> None:
        marks = {"own-own": "no-opportunity", "asking": "no-opportunity"}
        pages = [sitting(week, marks, live=("peer",)) for week in range(14)]
        (silent,) = of_kind("silent-relationship", pages)
        assert (silent.subject, silent.others) == ("own", 1)
        assert [finding.subject for finding in of_kind("no-opportunity", pages)] == ["asking"]
        live = [replace(page, live=("own", "peer")) for page in pages]
        assert [f.subject for f in of_kind("no-opportunity", live)] == ["asking", "own-own"]

    def test_the_others_are_counted_with_the_one_that_is_named(self) -> None:
        both = [sitting(week, {"asking": 3, "listening": 3}) for week in range(27)]
        (named,) = of_kind("no-evidence", both)
        assert (named.subject, named.others) == ("asking", 1)

    def test_a_relationship_that_has_been_silent_for_a_quarter(self) -> None:
        pages = [sitting(w, live=("own", "peer") if w == 2 else ("own",)) for w in range(16)]
        (silent,) = of_kind("silent-relationship", pages)
        assert (silent.subject, silent.n, silent.on) == ("peer", 13, BEGUN + timedelta(weeks=2))
        assert silent.pages == stems(2)
        assert of_kind("silent-relationship", pages[:-1]) == []

    def test_sittings_that_do_not_say_what_was_live_are_no_silence(self) -> None:
        assert of_kind("silent-relationship", [sitting(w, live=None) for w in range(20)]) == []
        findings = of_kind("silent-relationship", [sitting(w, live=()) for w in range(13)])
        assert [(finding.subject, finding.on, finding.pages) for finding in findings] == [
            ("own", None, ()),
            ("peer", None, ()),
        ]


class TestThemes:
    def test_a_theme_that_came_up_is_told_once_and_claims_no_rise(self) -> None:
        answers: AnswersByPage = {
            stem: (Answer("insight", "the night shift" if week > 27 else "lunch"),)
            for week, stem in enumerate(stems(*range(40)))
        }
        findings = of_kind("theme", weekly([3] * 40), answers)
        assert sorted((finding.count, finding.n) for finding in findings) == [(2, 13), (11, 13)]
        assert of_kind("theme", weekly([3] * 38), answers) == [], "settled at the look of 39"
        assert not any(finding.strength for finding in findings)


class TestOrder:
    def test_strengths_and_the_rest_take_turns(self) -> None:
        pages = [replace(p, evidence=frozenset({"asking"}), live=()) for p in after_plans(*DONE)]
        rated = [replace(p, ratings={"asking": 5, "listening": 5}) for p in pages]
        sides = [finding.kind in STRENGTHS for finding in summed(rated).findings]
        least = min(sides.count(True), sides.count(False))
        assert least >= 3
        assert sides[: 2 * least] == [True, False] * least

    def test_one_of_each_kind_comes_before_the_second_of_any(self) -> None:
        pages = [sitting(w, {"asking": 5, "listening": 5}, live=()) for w in range(14)]
        kinds = [finding.kind for finding in summed(pages).findings if not finding.strength]
        assert kinds == ["silent-relationship", "same-again", "silent-relationship"]

    def test_the_focus_comes_before_its_peers(self) -> None:
        pages = [sitting(w, {"asking": 5, "listening": 5}, focus="listening") for w in range(14)]
        trends = [
            finding.subject for finding in summed(pages).findings if finding.kind == "steady-high"
        ]
        assert trends == ["listening", "asking"]

    def test_a_young_journal_has_no_findings_made_of_nothing(self) -> None:
        assert summed([]).findings == ()
        assert summed([sitting(0, {"asking": 5}, live=(), plan=plan(1))]).findings == ()


def facts(trends: Trends) -> list[tuple[object, ...]]:
    return [(f.kind, f.subject, f.pages, f.n, f.count) for f in trends.findings]


@settings(max_examples=examples(40))
@given(journals(most=30), st.integers(-40, 400))
def test_moving_all_dates_by_weeks_moves_only_dates(pages: list[Sitting], weeks: int) -> None:
    by = timedelta(weeks=weeks)
    moved = [replace(page, date=page.date + by) for page in pages]
    here, there = summed(pages), summed(moved)
    assert facts(here) == facts(there)
    assert [_moved(finding.on, by) for finding in here.findings] == [
        finding.on for finding in there.findings
    ]


def _moved(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by


@settings(max_examples=examples(40))
@given(journals(most=30))
def test_every_finding_rests_on_pages_that_were_read(pages: list[Sitting]) -> None:
    trends = summed(pages)
    read = {page.stem for page in trends.pages}
    for finding in trends.findings:
        assert set(finding.pages) <= read
        assert finding.n >= 1
        assert finding.count is None or 0 <= finding.count <= finding.n
