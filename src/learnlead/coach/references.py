"""References to lines of a bundle, in words: `2026-11-13-learning-leader/moment-1`.

Only the reference itself is read, so that a reply can be shown without its bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from learnlead.i18n.words import ENGLISH, Words

if TYPE_CHECKING:
    from learnlead.coach.bundle import Content, Passage, SentPlan

_PAGE = re.compile(r"(\d{4}-\d{2}-\d{2})[a-z0-9.-]*")
_PARTS = (
    *("moment", "evidence", "insight", "obstacle", "look-back"),
    *("heard", "answer", "opposite", "plan"),
)
"""How the name of a part of a page may begin."""


def reference_in_words(reference: str, words: Words = ENGLISH) -> str:
    """Such as `the moment of Friday 13 November 2026`."""
    page, _, part = reference.partition("/")
    about = next((name for name in _PARTS if part.startswith(name)), "passage")
    if reference.endswith("notice"):
        return words("reference.notice")
    if not part:
        about = "plan"
    elif part.endswith("other-side"):
        about = "other-side"
    match = _PAGE.fullmatch(page)
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if day is None:
        return words(f"reference.{about}")
    return words(f"reference-of.{about}", day=words.long_date(day))


def commentable(content: Content) -> Iterator[SentPlan | Passage]:
    """What a coach may comment on: plans and passages, newest first; never ratings."""
    lines: list[SentPlan | Passage] = [*content.plans, *content.passages]
    yield from sorted(lines, key=lambda line: line.date, reverse=True)
