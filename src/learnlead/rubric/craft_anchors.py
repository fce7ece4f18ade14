"""Craft of the examples under a behaviour: whether they show three steps that rise.

That a text means more than another cannot be told by spelling. What can: that 1, 3 and 5 are there,
that they differ, that 5 names what it cost and 1 does not, and that each tells of one occasion.
"""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.errors import Problem
from learnlead.plaintext.words import quoted
from learnlead.rubric import english
from learnlead.rubric.model import Behaviour
from learnlead.rubric.noting import Noting, Path

SHOWN = (1, 3, 5)
"""The ratings that have an example; 2 and 4 lie between."""


def anchor_warnings(
    behaviour: Behaviour, note: Noting, path: Path, *, in_english: bool
) -> Iterator[Problem]:
    """What could be shown better; behaviours without examples are read by their scale alone."""
    anchors = behaviour.anchors
    if not anchors:
        return
    where = (*path, "anchors")
    if missing := [str(one) for one in SHOWN if one not in anchors]:
        message = f"{behaviour.id} has no example for {' and '.join(missing)}"
        yield note.at(where, message, "give one for 1, 3 and 5, so that the steps can be seen")
    said: dict[str, int] = {}
    for value, text in sorted(anchors.items()):
        here = (*where, str(value))
        if (same := said.setdefault(text.casefold(), value)) != value:
            message = f"the examples for {same} and {value} of {behaviour.id} are the same"
            yield note.at(here, message, "tell what makes the higher one more")
        if in_english:
            yield from _english(behaviour.id, value, text, note, here)


def _english(one: str, value: int, text: str, note: Noting, path: Path) -> Iterator[Problem]:
    what = f"the example for {value} of {one}"
    if value == max(SHOWN) and not english.names_a_cost(text):
        remedy = "say in spite of what it was done ('even though …'), so that a 5 stays rare"
        yield note.at(path, f"{what} names no cost", remedy)
    if value == min(SHOWN) and english.makes_an_effort(text):
        message = f"{what} names a cost, which is what a 5 has"
        yield note.at(path, message, "tell of somebody who did not do it")
    if word := english.absolute_time_in(text):
        message = f"{what} says {quoted(word)}"
        yield note.at(path, message, "tell of one occasion: an example is not the scale again")
    if idiom := english.idiom_in(text):
        yield note.pictured(path, what, idiom)
