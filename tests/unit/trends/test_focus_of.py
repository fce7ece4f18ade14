from __future__ import annotations

from datetime import timedelta

from learnlead.trends.focus import focus_of
from made_sittings import BEGUN, sitting


def test_it_counts_from_the_first_page_of_the_unbroken_run() -> None:
    carried = ["asking", "asking", "listening", "asking", "asking", "asking"]
    focus = focus_of([sitting(week, focus=behaviour) for week, behaviour in enumerate(carried)])
    assert focus is not None
    assert focus.behaviour == "asking"
    assert focus.since == BEGUN + timedelta(weeks=3)


def test_the_notice_is_the_newest_of_the_run_alone() -> None:
    notices = [
        ("asking", "too old"),
        ("listening", None),
        ("asking", "first"),
        ("asking", "renewed"),
    ]
    pages = [
        sitting(w, focus=behaviour, focus_notice=notice)
        for w, (behaviour, notice) in enumerate(notices)
    ]
    focus = focus_of([*pages, sitting(9, focus="asking")])
    assert focus is not None
    assert focus.notice == "renewed"
    unsaid = focus_of([pages[0], pages[1], sitting(9, focus="asking")])
    assert unsaid is not None
    assert unsaid.notice is None


def test_without_a_focus_on_the_newest_page_there_is_none() -> None:
    assert focus_of([sitting(0, focus="asking"), sitting(1)]) is None
    assert focus_of([]) is None
