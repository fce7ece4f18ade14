"""References to lines of a bundle, in words: `2026-11-13-learning-leader/moment-1`.

Only the reference itself is read, so that a reply can be shown without its bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from learnlead.page.writer import long_date

if TYPE_CHECKING:
    from learnlead.coach.bundle import Content, Passage, SentPlan

_PAGE = re.compile(r"(\d{4}-\d{2}-\d{2})[a-z0-9.-]*")
_PARTS = {
    "moment": "the moment",
    "evidence": "the example",
    "insight": "the insight",
    "obstacle": "the obstacle",
    "look-back": "what came of the plan",
    "heard": "what came back",
    "answer": "the answer",
    "opposite": "the opposite",
    "plan": "the plan",
}


def reference_in_words(reference: str) -> str:
    """Such as `the moment of Friday 13 November 2026`."""
    page, _, part = reference.partition("/")
    what = next((words for key, words in _PARTS.items() if part.startswith(key)), "the passage")
    if not part:
        what = "the plan"
    elif part.endswith("other-side"):
        what = "the other side of the moment"
    match = _PAGE.fullmatch(page)
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    return what if day is None else f"{what} of {long_date(day)}"


def commentable(content: Content) -> Iterator[SentPlan | Passage]:
    """What a coach may comment on: plans and passages, newest first; never ratings."""
    lines: list[SentPlan | Passage] = [*content.plans, *content.passages]
    yield from sorted(lines, key=lambda line: line.date, reverse=True)
