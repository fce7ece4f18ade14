"""Ticks are kept when a name more is hidden, and none is added."""

from __future__ import annotations

from learnlead.coach.bundle import Content
from learnlead.coach.selection import Offer, Offered


def offer(*lines: Offered) -> Offer:
    return Offer(lines, Content())


def test_a_finding_keeps_its_tick_though_its_number_changes() -> None:
    theme = Offered("finding-1", "themes", "Krause comes up", steady="theme/krause/0")
    second = Offered("finding-2", "findings", "A trend", steady="trend/own-answers/0")
    moment = Offered("page/moment-1", "moments", "Krause asked")
    before = offer(theme, second, moment)
    hidden = offer(
        Offered("finding-1", "findings", "A trend", steady="trend/own-answers/0"),
        Offered("page/moment-1", "moments", "Someone 1 asked"),
    )
    assert hidden.carried_over({"finding-2", "page/moment-1"}, before) == {
        *("finding-1", "page/moment-1"),
    }
    assert hidden.carried_over({"finding-1"}, before) == set(), "what is gone ticks nothing else"
