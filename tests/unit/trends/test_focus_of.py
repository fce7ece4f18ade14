from __future__ import annotations

from datetime import timedelta

from learnlead.trends.focus import focus_of
from made_sittings import BEGUN, sitting


def test_it_counts_from_the_first_page_of_the_unbroken_run() -> None:
    carried = ["asking", "asking", "listening", "asking", "asking", "asking"]
    found = focus_of([sitting(week, focus=one) for week, one in enumerate(carried)])
    assert found is not None
    assert found.behaviour == "asking"
    assert found.since == BEGUN + timedelta(weeks=3)


def test_the_notice_is_the_newest_of_the_run_alone() -> None:
    said = [("asking", "too old"), ("listening", None), ("asking", "first"), ("asking", "renewed")]
    pages = [sitting(w, focus=one, focus_notice=notice) for w, (one, notice) in enumerate(said)]
    found = focus_of([*pages, sitting(9, focus="asking")])
    assert found is not None
    assert found.notice == "renewed"
    unsaid = focus_of([pages[0], pages[1], sitting(9, focus="asking")])
    assert unsaid is not None
    assert unsaid.notice is None


def test_without_a_focus_on_the_newest_page_there_is_none() -> None:
    assert focus_of([sitting(0, focus="asking"), sitting(1)]) is None
    assert focus_of([]) is None
