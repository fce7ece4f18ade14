"""Which rubric a sitting is held with, where several are in use and none is named."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.catalogue.words import Words, words_in
from learnlead.cli.standing import standing
from learnlead.cli.wiring import Desk
from learnlead.journeys.asks import Asks
from learnlead.reflection.question import Choice
from learnlead.rubric.model import Rhythm, Rubric

_OFTEN: tuple[Rhythm, ...] = ("weekly", "monthly", "quarterly")


def due_rubrics(desk: Desk) -> list[Rubric]:
    """The rubrics that wait, the most frequent first: those that are due or half answered.

    Among equals those that the settings name go first, in their order.
    """
    found = [one.rubric for one in standing(desk) if one.due or _begun(desk, one.rubric)]
    read = [rubric for one in found if (rubric := desk.rubrics.rubric(one)[0]) is not None]
    return sorted(read, key=lambda rubric: _OFTEN.index(rubric.rhythm))


def several_in_use(desk: Desk) -> bool:
    """Whether there is anything to choose."""
    return len(desk.rubrics_in_use()) > 1


def ask_which(asks: Asks, waiting: Sequence[Rubric]) -> str:
    """The id of the one to sit down with now; one key, and Enter takes the most frequent one."""
    words = _words(waiting[0])
    choices = [Choice(one.id, _label(words, one)) for one in waiting]
    return asks.choose(words("several.ask"), choices, waiting[0].id, at_once=True)


def said(waiting: Sequence[Rubric], taken: Rubric) -> str:
    """What is told where nobody is asked; empty where the first rubric alone waits."""
    words = _words(taken)
    if not waiting:
        return words("several.none-due", title=taken.title)
    others = ", ".join(one.id for one in waiting[1:])
    return words("several.first", title=taken.title, others=others) if others else ""


def _begun(desk: Desk, rubric_id: str) -> bool:
    draft, _ = desk.drafts.load(rubric_id)
    return draft is not None


def _label(words: Words, rubric: Rubric) -> str:
    return words(f"several.rhythm.{rubric.rhythm}", title=rubric.title)


def _words(rubric: Rubric) -> Words:
    return words_in(rubric.language)
