from __future__ import annotations

from datetime import timedelta

from learnlead.trends.coverage import coverage
from made_sittings import BEGUN, sitting, small_rubric


def test_weeks_and_moments_are_counted_and_the_last_day_is_known() -> None:
    own, peer = coverage(
        [
            sitting(0, live=("own",), moments=("own", "own", "other")),
            sitting(BEGUN + timedelta(days=1), live=("own",), moments=("peer",)),
            sitting(2, live=("own",)),
            sitting(3, live=None),
        ],
        small_rubric(),
    )
    assert (own.live_weeks, own.moments, own.last_live) == (2, 2, BEGUN + timedelta(weeks=2))
    assert (peer.live_weeks, peer.moments) == (1, 1)


def test_a_relationship_that_never_was_live_is_still_there() -> None:
    own, _ = coverage([], small_rubric())
    assert (own.id, own.name, own.sentence) == ("own", "Own", "I helped someone learn")
    assert (own.live_weeks, own.last_live, own.moments, own.values.values) == (0, None, 0, ())


def test_only_full_depth_says_in_which_relationship_a_rating_was_earned() -> None:
    marks = {"asking": {"own": 5, "peer": 2}, "listening": {"own": "no-opportunity"}, "own-own": 4}
    full, standard = sitting(0, marks, depth="full"), sitting(1, {"asking": 1, "own-own": 1})
    own, peer = coverage([full, standard], small_rubric())
    assert own.values.values == (4.5,)
    assert peer.values.values == (2,)
