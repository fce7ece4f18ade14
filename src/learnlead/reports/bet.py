"""Bets: the chance that a rise shows within a quarter, and the result; as sentences and as JSON."""

from __future__ import annotations

from learnlead.reports.attributes import attributes
from learnlead.reports.words import counted, span
from learnlead.rubric.model import Rhythm
from learnlead.trends.model import Trends
from learnlead.trends.quarters import QUARTER, Bet, Quarter, quarters
from learnlead.trends.series import Third
from learnlead.trends.verdict import FIRST_VERDICT


def bet_json(bet: Bet) -> dict[str, object]:
    """The chance that a rise of one point shows in so many sittings, as JSON."""
    return {
        "sittings": bet.sittings,
        "autocorrelation": bet.phi,
        "chance": bet.chance,
        "even_chance_sittings": bet.even,
    }


def quarters_json(trends: Trends) -> list[dict[str, object]]:
    """The bet on the focus and, while that is new, on the previous focus, as JSON."""
    return [
        {
            **attributes(quarter, "behaviour", "since", "until", "changed", "held"),
            "n": quarter.series.n,
            "first_third": third_json(quarter.series.first_third),
            "last_third": third_json(quarter.series.last_third),
            "pages": list(quarter.pages),
            "bet": bet_json(quarter.bet),
            "answer": quarter.answer,
        }
        for quarter in quarters(trends)
    ]


def third_json(third: Third | None) -> dict[str, object] | None:
    """The mean of a third and its number of values, as JSON."""
    return None if third is None else {"mean": third.mean, "n": third.n}


_MUCH = 0.5
"""From this chance on, the absence of a rise says something."""

_TELL_MORE = "Plans kept and your own words will tell you more."


def bet_words(bet: Bet, rhythm: Rhythm) -> str:
    """The bet in sentences, for the moment when a focus is chosen."""
    text = (
        f"An honest bet: in {bet.sittings} {rhythm} sittings, a rise of one point would show with "
        f"{odds(bet.chance)}."
    )
    if bet.even is not None:
        text += f" It takes about {round(bet.even, -1)} sittings to make that as likely as not."
    return f"{text} {_TELL_MORE}"


def bets(trends: Trends) -> list[tuple[str, bool]]:
    """The state of the bet on the focus, then of the previous one; and whether it is previous."""
    return [
        ((_earlier if quarter.changed else _running)(quarter, trends), quarter.changed)
        for quarter in reversed(quarters(trends))
    ]


def odds(chance: float) -> str:
    """`a chance of about 1 in 13`, from half on `a chance of about 6 in 10`."""
    if chance <= 0:
        return "no chance at all"
    if chance < 0.35:
        return f"a chance of about 1 in {round(1 / chance)}"
    return f"a chance of about {min(round(10 * chance), 9)} in 10"


def _running(quarter: Quarter, trends: Trends) -> str:
    chance = odds(quarter.bet.chance)
    after = f"The bet on a rise, after {counted(quarter.held, 'sitting')}"
    match quarter.answer:
        case None:
            return (
                f"A bet: in {QUARTER} {trends.rubric.rhythm} sittings, a rise of one point would "
                f"show with {chance}; {quarter.held} so far. {_TELL_MORE}"
            )
        case "too-few-to-say":
            return (
                f"{after}: too few to say, with {quarter.series.n} of the {FIRST_VERDICT} ratings "
                "that a verdict needs."
            )
        case "seen":
            return f"{after}: seen, on the {_pages(quarter)}."
        case "not-seen":
            little = ", so that says little" if quarter.bet.chance < _MUCH else ""
            return (
                f"{after}: not seen, on the {_pages(quarter)}. A rise of one point would show here "
                f"with {chance}{little}."
            )


def _earlier(quarter: Quarter, trends: Trends) -> str:
    behaviour = trends.rubric.behaviour(quarter.behaviour)
    name = quarter.behaviour if behaviour is None else behaviour.name
    first, last = quarter.series.first_third, quarter.series.last_third
    answer = (quarter.answer or "").replace("-", " ")
    n = counted(quarter.series.n, "rating")
    means = ""
    if quarter.answer != "too-few-to-say" and first is not None and last is not None:
        means = f", from {first.mean:.1f} to {last.mean:.1f}, {first.n} each"
    return f"The focus before, {name}: {answer} ({n}{means}; {_pages(quarter)})."


def _pages(quarter: Quarter) -> str:
    return f"pages of {span(quarter.since, quarter.until)}"
