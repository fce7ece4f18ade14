"""The last question of a typed sitting: whether its evidence is kept as a yardstick."""

from __future__ import annotations

from learnlead.cli.around import yardsticks
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError
from learnlead.journeys.asks import Asks
from learnlead.journeys.yardsticks import to_offer
from learnlead.reflection.answers import Answers
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.question import Choice


def offer_yardstick(desk: Desk, asks: Asks, around: Circumstances, answers: Answers) -> None:
    """Offer it where there is something to keep. The page is safe: stopping here is a no."""
    focus = answers.focus or around.current_focus
    if focus is None:
        return
    found = to_offer(answers, focus.behaviour, around.day, yardsticks(desk))
    if found is None:
        return
    words = around.words
    ask = words("end.yardstick", words=found.shown, n=found.number)
    choices = [Choice(way, words(f"end.yardstick.{way}")) for way in ("no", "yes")]
    try:
        if asks.choose(ask, choices, "no", at_once=True) == "yes":
            desk.yardsticks.add(found.line)
    except (Interrupted, KeyboardInterrupt):
        return
    except LearnleadError as error:
        desk.warn(error.problems)
