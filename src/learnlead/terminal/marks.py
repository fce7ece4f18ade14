"""How answers read on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.plaintext.clean import harmless
from learnlead.reflection.question import Given, Kind, Question

ABSENCE = {"no-opportunity": "no opportunity", "none-made": "none made"}

SKIPPED = "–"
TO_COME = "·"


def mark_text(given: Given, labels: Sequence[str]) -> str:
    """A mark in words: "4 mostly", "no opportunity", "–" for skipped."""
    if isinstance(given, int):
        return f"{given} {labels[given - 1]}"
    return ABSENCE.get(str(given), str(given)) if given is not None else SKIPPED


def short_mark(given: Given) -> str:
    """A mark where there is little room: "4", "n", "none", "–" for skipped."""
    if given is None:
        return SKIPPED
    return {"no-opportunity": "n", "none-made": "none"}.get(str(given), str(given))


def answer_text(question: Question, given: Given, labels: Sequence[str]) -> str:
    """An answer as the last page shows it, harmless for a terminal."""
    if given is None:
        return SKIPPED
    if question.kind is Kind.RATING:
        return mark_text(given, labels)
    if isinstance(given, list):
        return "; ".join(question.label(one) for one in given) or "none of them"
    if isinstance(given, dict):
        with_whom = given.get("with")
        about = question.label(given["relationship"])
        return harmless(f"{about}, with {with_whom}" if with_whom else about)
    if question.kind is Kind.CHOICE:
        return question.label(str(given))
    return harmless(str(given))
