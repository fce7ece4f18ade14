"""Ticks are kept when a name more is hidden, and none is added."""

from __future__ import annotations

from learnlead.coach.bundle import Content
from learnlead.coach.selection import Offer, OfferedLine


def offer(*lines: OfferedLine) -> Offer:
    return Offer(lines, Content())


def test_a_finding_keeps_its_tick_though_its_number_changes() -> None:
    theme = OfferedLine("finding-1", "themes", "Krause comes up", stable_id="theme/krause/0")
    second = OfferedLine("finding-2", "findings", "A trend", stable_id="trend/own-answers/0")
    moment = OfferedLine("page/moment-1", "moments", "Krause asked")
    before = offer(theme, second, moment)
    hidden = offer(
        OfferedLine("finding-1", "findings", "A trend", stable_id="trend/own-answers/0"),
        OfferedLine("page/moment-1", "moments", "Someone 1 asked"),
    )
    assert hidden.carried_over({"finding-2", "page/moment-1"}, before) == {
        *("finding-1", "page/moment-1"),
    }
    assert hidden.carried_over({"finding-1"}, before) == set(), "what is gone ticks nothing else"
