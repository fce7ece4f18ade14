"""The quarter as an honest bet, for programs."""

from __future__ import annotations

from learnlead.reports.attributes import attributes
from learnlead.trends.bet import Bet
from learnlead.trends.model import Trends
from learnlead.trends.quarters import quarters
from learnlead.trends.series import Third


def bet_json(bet: Bet) -> dict[str, object]:
    """What a number of sittings can show."""
    return {
        "sittings": bet.sittings,
        "autocorrelation": bet.phi,
        "chance": bet.chance,
        "even_chance_sittings": bet.even,
    }


def quarters_json(trends: Trends) -> list[dict[str, object]]:
    """The focus and, while it is young, the one before: each as a bet, and what became of it."""
    return [
        {
            **attributes(one, "behaviour", "since", "until", "changed", "held"),
            "n": one.series.n,
            "first_third": third_json(one.series.first_third),
            "last_third": third_json(one.series.last_third),
            "pages": list(one.pages),
            "bet": bet_json(one.bet),
            "answer": one.answer,
        }
        for one in quarters(trends)
    ]


def third_json(third: Third | None) -> dict[str, object] | None:
    """The mean of a third, and of how many values."""
    return None if third is None else {"mean": third.mean, "n": third.n}
