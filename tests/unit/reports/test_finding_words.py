from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings

from learnlead.page.facts import PlanLine, Sitting
from learnlead.reports.findings import _SENTENCES, finding_text
from learnlead.sitting.mark import Outcome
from learnlead.trends.finding import FindingKind
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import AnswersByPage
from made_journals import answered, journals, saying
from made_sittings import BEGUN, review, sitting, small_rubric, weekly
from sizes import examples


def summed(sittings: Sequence[Sitting], said: AnswersByPage | None = None) -> Trends:
    today = BEGUN + timedelta(weeks=400)
    return summarise(sittings, small_rubric(), today=today, texts=saying(said or {}))


def told(kind: str, sittings: Sequence[Sitting], said: AnswersByPage | None = None) -> list[str]:
    found = summed(sittings, said)
    return [finding_text(one, found) for one in found.findings if one.kind == kind]


def planned(*outcomes: Outcome, words: str = "ask first") -> list[Sitting]:
    found: list[Sitting] = []
    for week, outcome in enumerate([None, *outcomes]):
        before = found[-1].stem if found else None
        action = words.format(week)
        line = PlanLine("asking", "someone is stuck", action, kept=before)
        looked = review(before, outcome) if before else ()
        found.append(sitting(week, reviews=looked, plan=line))
    return found


def every(mark: int, other: int, at: int, n: int = 40) -> list[Sitting]:
    """Sittings that rate all behaviours alike, one of them otherwise."""
    return [
        sitting(w, dict.fromkeys(("asking", "listening", "own-own"), other if w == at else mark))
        for w in range(n)
    ]


CLAIMS = ("rising", "falling", "above-the-rest", "below-the-rest", "taken-back")


def test_every_kind_has_a_sentence() -> None:
    assert set(_SENTENCES) == set(get_args(FindingKind))


def rising(*behaviours: str, falling: bool = False) -> list[Sitting]:
    everyone = ("asking", "listening", "own-own")
    return [
        sitting(
            w,
            {
                b: (5 - 4 * w // 52 if falling else 1 + 4 * w // 52)
                if b in behaviours
                else 3 + w % 2
                for b in everyone
            },
        )
        for w in range(52)
    ]


class TestClaims:
    def test_a_claim_has_its_day_its_number_and_its_size(self) -> None:
        pages = [replace(p, ratings={"asking": p.ratings["asking"]}) for p in rising("asking")]
        (said,) = told("rising", pages)
        assert said.startswith(
            "A rise in your own rating of Asking, judged on 25 September 2026 (39 sittings); still "
            "so on 25 December 2026 (52 sittings). A test picks large figures: what is likely is "
            "about +"
        )

    def test_a_fall_has_its_other_reading(self) -> None:
        pages = rising("asking", falling=True)
        (said,) = told(
            "falling", [replace(p, ratings={"asking": p.ratings["asking"]}) for p in pages]
        )
        assert "or your yardstick rose: reread these two pages, " in said

    def test_what_differs_from_overall_says_so(self) -> None:
        assert told("above-the-rest", rising("asking")) == [
            "Asking rose more than the rest (52 sittings)."
        ]
        assert told("below-the-rest", rising("asking"))[0] == (
            "Listening rose less than the rest (52 sittings)."
        )
        fell = rising("asking", falling=True)
        assert told("below-the-rest", fell) == ["Asking fell more than the rest (52 sittings)."]

    def test_what_was_taken_back_is_said(self) -> None:
        pages = weekly([*[1 + 5 * w // 52 for w in range(52)], *[1] * 26])
        (said,) = [one for one in told("taken-back", pages) if "rating of Asking" in one]
        assert said.startswith(
            "You read on 25 September 2026 that your own rating of Asking had risen; on 25 June "
            "2027 that no longer held."
        )


class TestOtherSentences:
    def test_an_unusual_week_is_never_a_trend(self) -> None:
        (low,) = told("unusual-week", every(3, 1, at=35))
        assert low.startswith(
            "An unusual week: 4 September 2026, your overall rating 1, below the usual range "
            "(down to "
        )
        assert low.endswith("40 sittings). One week is never a trend; what was different?")
        (high,) = told("unusual-week", every(3, 5, at=35))
        assert "above the usual range (up to " in high

    def test_one_plan_that_is_stuck_is_quoted_and_several_by_the_last(self) -> None:
        (one,) = told("stuck-plan", planned("not-done", "not-done", "not-done"))
        assert one.startswith(
            "This plan was not done 3 times running: “If someone is stuck, then I will ask first”."
        )
        (several,) = told("stuck-plan", planned("not-done", "not-done", "not-done", words="try {}"))
        assert several.startswith(
            "Your plans were not done 3 times running, at last: “If someone is stuck, then I will "
            "try 2”."
        )

    def test_a_cue_that_never_came_is_quoted_with_its_plan(self) -> None:
        (stuck,) = told("stuck-cue", planned("cue-never-came", "cue-never-came", "cue-never-came"))
        assert stuck == (
            "The cue of this plan never came 3 times running: “If someone is stuck, then I will "
            "ask first”. A moment that comes every week may serve better."
        )

    def test_plans_that_were_done(self) -> None:
        assert told("plans-done", planned("done", "done", "done")) == [
            "The newest 3 plans with an outcome were all done."
        ]
        assert told("plans-done", planned("done", "partly", "done", "done")) == [
            "Of the newest 4 plans with an outcome, 3 were done."
        ]
        (said,) = told("plan-kept", planned("partly", "not-done", "not-done"))
        assert said == (
            "You have kept one plan through 4 sittings, done or partly done once: “If someone is "
            "stuck, then I will ask first”."
        )

    def test_an_obstacle_that_comes_back(self) -> None:
        pages = weekly([3] * 13)
        said = answered("obstacle", {page.stem: "No time" for page in pages[:4]})
        assert told("stuck-obstacle", pages, said) == [
            "The same obstacle comes back: “time”, in 4 of the newest 13 sittings."
        ]

    def test_openings_made_and_not_made(self) -> None:
        gap = [sitting(w, {"asking": "none-made" if w > 9 else 3}) for w in range(13)]
        (said,) = told("none-made", gap)
        assert said == ("Asking: you marked “none made” in 3 of the newest 13 sittings.")
        made = [sitting(w, {"asking": "none-made" if w < 3 else 3}) for w in range(16)]
        (said,) = told("always-made", made)
        assert said == (
            "Asking: you made an opportunity in each of the newest 13 sittings, and marked no "
            "“none made” among them."
        )
        never = [sitting(w, {"asking": "no-opportunity"}) for w in range(7)]
        assert told("no-opportunity", never)[0].startswith(
            "Asking: nothing called for it in each of the newest 7 sittings"
        )

    def test_relationships_and_examples(self) -> None:
        pages = [sitting(w, {"asking": 3}, live=("peer",) if w == 2 else ()) for w in range(30)]
        assert told("silent-relationship", pages) == [
            "“I helped someone learn” has not come up so far, in 30 sittings.",
            "“A peer and I learned” has not come up since 16 January 2026, in 27 sittings.",
        ]
        assert told("no-evidence", pages) == [
            "Asking: rated, with no example so far (the newest 26 sittings have none)."
        ]
        alone = [sitting(w, {"own-own": "no-opportunity"}, live=("peer",)) for w in range(14)]
        (both,) = told("silent-relationship", alone)
        assert both.endswith("so far, in 14 sittings, and “Own-own” had no opportunity.")
        rich = weekly([3] * 7, evidence=frozenset({"asking"}))
        assert told("evidence-rich", rich) == [
            "Asking: you wrote down an example in each of the newest 7 sittings."
        ]

    @pytest.mark.parametrize(
        ("mark", "room"), [(4, ""), (5, "; there is little room left on this scale")]
    )
    def test_high_ratings_say_no_more_than_that(self, mark: int, room: str) -> None:
        (said,) = told("steady-high", weekly([mark] * 14))
        assert said == (
            f"Your own rating of Asking is high (14 sittings{room}). "
            f"From {mark}.0 to {mark}.0, 4 ratings each."
        )

    def test_a_theme_tells_where_it_stands(self) -> None:
        pages = weekly([3] * 40)
        texts = {p.stem: "A pump." if w >= 27 else "" for w, p in enumerate(pages)}
        (said,) = told("theme", pages, answered("insight", texts))
        assert said == (
            "You write of “pump” more than before: in 12 of the newest 13 sittings, in 0 of the "
            "26 before."
        )

    def test_the_same_again_is_a_soft_note(self) -> None:
        (said,) = told("same-again", every(3, 3, at=0, n=4))
        assert said.startswith("The newest 4 full rounds of ratings are all the same. Perhaps")


@settings(max_examples=examples(40))
@given(journals(most=30))
def test_no_sentence_blames_counts_in_a_row_or_says_more_than_ratings(pages: list[Sitting]) -> None:
    found = summed(pages)
    for finding in found.findings:
        said = finding_text(finding, found)
        assert said.endswith((".", "?"))
        assert not {"None", "nan", "missed", "streak", "improved"} & set(said.split())
        if finding.kind not in CLAIMS:
            assert "trend" not in said.replace("never a trend", "")
            assert "rise" not in said
