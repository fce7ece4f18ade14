"""What is wrong in the journal, said beside an answer that rests on the other pages."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.catalogue.words import Words
from learnlead.cli.wiring import Desk
from learnlead.errors import Problem

_AT_MOST = 5
"""So many are told one by one; `journal check` tells all."""


def tell_page_problems(desk: Desk, problems: Sequence[Problem]) -> None:
    """The first of them, a line each, and where the rest is told."""
    desk.warn(problems[:_AT_MOST])
    if len(problems) > _AT_MOST and not desk.quiet:
        desk.say(
            f"learnlead: and {len(problems) - _AT_MOST} more (learnlead journal check shows all)"
        )


def mention_page_problems(desk: Desk, number: int, words: Words) -> None:
    """One line, where nothing rests on those pages."""
    if number and not desk.quiet:
        said = words("begin.page-problems", problems=words.counted(number, "problems"))
        desk.say(f"learnlead: {said}")
