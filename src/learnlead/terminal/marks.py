"""How answers read on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.catalogue.words import ENGLISH, Words
from learnlead.journeys.asks import Entry
from learnlead.journeys.keeping_beside import BESIDE_FILE
from learnlead.plaintext.clean import harmless
from learnlead.reflection.question import Given, Kind, Question

SKIPPED = "–"
TO_COME = "·"


def mark_text(given: Given, labels: Sequence[str], words: Words = ENGLISH) -> str:
    """A mark in words: "4 mostly", "no opportunity", "–" for skipped."""
    if isinstance(given, int):
        return f"{given} {labels[given - 1]}"
    if given is None:
        return SKIPPED
    return words(given) if isinstance(given, str) and given in words else str(given)


def kept_beside(entries: Sequence[Entry], words: Words) -> str:
    """Where those are kept that will not be on the page; empty if none of them is kept."""
    if not any(entry.kept_beside for entry in entries):
        return ""
    return words("left-out.kept", file=f"records/{BESIDE_FILE}")


def short_mark(given: Given, words: Words = ENGLISH) -> str:
    """A mark where there is little room: "4", "n", "none", "–" for skipped."""
    if given is None:
        return SKIPPED
    short = {"no-opportunity": "n", "none-made": words("none-made.short")}
    return short.get(str(given), str(given))


def answer_text(question: Question, given: Given, labels: Sequence[str]) -> str:
    """An answer as the last page shows it, harmless for a terminal."""
    if given is None:
        return SKIPPED
    if question.kind is Kind.RATING:
        return mark_text(given, labels, question.words)
    if isinstance(given, list):
        return "; ".join(question.label(one) for one in given) or question.words("none-of-them")
    if isinstance(given, dict):
        with_whom = given.get("with")
        about = question.label(given["relationship"])
        if with_whom:
            about = question.words("with", moment=about, whom=with_whom)
        return harmless(about)
    if question.kind is Kind.CHOICE:
        return question.label(str(given))
    return harmless(str(given))
