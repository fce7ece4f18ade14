"""Bets: what a bet on a focus can show before it is made, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.attributes import attributes
from learnlead.trends.bet_comparison import ENOUGH, Comparison
from learnlead.trends.bets import QUARTER, Bet
from learnlead.trends.model import Trends
from learnlead.trends.odds import Odds, odds_of_bet
from learnlead.trends.relative import OTHERS
from learnlead.trends.series import Third
from learnlead.trends.verdict import FIRST_VERDICT


def odds_json(odds: Odds) -> dict[str, object]:
    """What a bet can show, as JSON."""
    return attributes(odds, "before", "sittings", "phi", "chance")


def bets_json(trends: Trends) -> list[dict[str, object]]:
    """Every bet, the oldest first, as JSON."""
    return [
        {
            **attributes(bet, "behaviour", "since", "held", "needed", "settled_on", "ended"),
            "outcome": bet.outcome,
            "before": _phase(bet.comparison, "before"),
            "since_declared": _phase(bet.comparison, "since"),
            "others": bet.comparison and bet.comparison.others,
            "size": bet.comparison and bet.comparison.size,
            "p": bet.comparison and bet.comparison.p,
            "odds": odds_json(odds_of(bet, trends)) if can_be_judged(trends) else None,
        }
        for bet in trends.settled.bets
    ]


def _phase(comparison: Comparison | None, phase: str) -> dict[str, object] | None:
    if comparison is None:
        return None
    return {
        "mean": getattr(comparison, f"mean_{phase}"),
        "n": getattr(comparison, f"n_{phase}"),
    }


def third_json(third: Third | None) -> dict[str, object] | None:
    """The mean of a third and its number of values, as JSON."""
    return None if third is None else {"mean": third.mean, "n": third.n}


def own_phi(trends: Trends) -> float | None:
    """The autocorrelation of the journal's behaviours; None below twelve dates."""
    return trends.phi if len(trends.window.dates) >= FIRST_VERDICT else None


def odds_of(bet: Bet, trends: Trends) -> Odds:
    """The odds of that bet."""
    before = rated_before(trends, bet.behaviour, bet.since)
    return odds_of_bet(before if bet.needed == QUARTER else 0, own_phi(trends))


def rated_before(trends: Trends, behaviour: str, day: date | None = None) -> int:
    """How many of the newest dated sittings before that day, or of all, rate the behaviour."""
    dated = trends.window.behaviours.get(behaviour)
    return 0 if dated is None else sum(day is None or rated_on < day for rated_on in dated.dates)


def odds_sentence(odds: Odds, words: Words = ENGLISH) -> str:
    """The odds when a bet is made; never shown or sent without the bet's sentence."""
    needed = words.counted(odds.sittings, "trends.at-sittings")
    chance = _of_ten(odds.chance)
    if odds.before:
        return words("bet.odds", needed=needed, chance=chance)
    return words("bet.odds-late", needed=needed, chance=chance, first=ENOUGH)


def _of_ten(chance: float) -> int:
    return min(max(round(10 * chance), 1), 9)


class BetSentence(NamedTuple):
    """What is said of one bet, whether it is one that ended, and whether it was seen."""

    text: str
    earlier: bool
    seen: bool


def bet_sentences(trends: Trends, words: Words) -> Iterator[BetSentence]:
    """The state of the running bet; while it is open, the one before it, too."""
    running = trends.settled.running_bet
    bets = [bet for bet in trends.settled.bets if bet is not running]
    if running is not None:
        seen = running.outcome == "seen"
        yield BetSentence(bet_text(running, trends, words), earlier=False, seen=seen)
    if bets and can_be_judged(trends) and (running is None or running.outcome == "open"):
        last = bets[-1]
        text = bet_text(last, trends, words)
        if running is not None and running.behaviour == last.behaviour:
            text = words("bet.before", text=text)
        else:
            name = behaviour_named(trends, last.behaviour)
            text = words("bet.earlier", name=name, text=text)
        yield BetSentence(text, earlier=True, seen=last.outcome == "seen")


def can_be_judged(trends: Trends) -> bool:
    """Whether the rubric has enough other behaviours to hold a focus against."""
    return len(trends.rubric.behaviours) > OTHERS


def behaviour_named(trends: Trends, behaviour_id: str) -> str:
    """Its name, or its id if the rubric no longer has it."""
    behaviour = trends.rubric.behaviour(behaviour_id)
    return behaviour_id if behaviour is None else behaviour.name


def bet_with_odds(bet: Bet, trends: Trends, words: Words) -> str:
    """The same with the odds also where the bet was not judged: what leaves always has them."""
    text = bet_text(bet, trends, words)
    if bet.comparison is None and bet.outcome != "open":
        return f"{odds_sentence(odds_of(bet, trends), words)} {text}"
    return text


def bet_text(bet: Bet, trends: Trends, words: Words) -> str:
    """Where one bet stands, with its odds."""
    if not can_be_judged(trends):
        return words("bet.few", needed=OTHERS + 1)
    if bet.outcome == "open":
        held = words.counted(bet.held, "trends.sittings")
        return f"{odds_sentence(odds_of(bet, trends), words)} {words('bet.so-far', held=held)}"
    comparison = bet.comparison
    if bet.settled_on is None:
        held = words.counted(bet.held, "trends.at-sittings")
        return words("bet.changed", held=held)
    day = words.full_date(bet.settled_on)
    if comparison is None:
        return words("bet.cannot", day=day)
    others = len(trends.rubric.behaviours) - 1
    late = bet.needed != QUARTER
    figures = words(
        "bet.figures-late" if late else "bet.figures",
        day=words.full_date(bet.since),
        first=ENOUGH,
        last=QUARTER,
        before=words.figure(comparison.mean_before),
        since=words.figure(comparison.mean_since),
        others=words.counted(others, "trends.behaviours"),
        moved=words.figure(comparison.others, sign=True),
    )
    percent = max(round(100 * comparison.p), 1)
    seen = bet.outcome == "seen"
    judged = words("bet.seen") if seen else words("bet.not-seen", percent=percent)
    if round(10 * comparison.chance) < 1:
        power = words("bet.hardly")
    else:
        power = words("bet.power", chance=_of_ten(comparison.chance))
    return f"{figures} {judged} {power} {words('bet.settled', day=day)}"
