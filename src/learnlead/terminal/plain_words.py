"""What the plain door says about answers, and how it reads a line of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.catalogue.words import Words
from learnlead.journeys.asks import Scene
from learnlead.reflection.question import Given, Kind


def how(scene: Scene, words: Words) -> str:
    """How the question is answered."""
    kind = scene.question.kind
    if kind is Kind.CHOICE:
        return words("plain.number", n=len(scene.question.choices))
    return words(f"plain.how.{kind}")


def so_far(scene: Scene, words: Words) -> list[str]:
    """How many ratings there are of each kind; what is to come includes the one asked now."""
    if not scene.ratings:
        return []
    skipped = sum(question.id in scene.skipped for question, _ in scene.ratings)
    rated = sum(given is not None for _, given in scene.ratings)
    to_come = len(scene.ratings) - rated - skipped
    return [words("plain.ratings", rated=rated, skipped=skipped, to_come=to_come)]


def numbers_meant(values: Sequence[str], line: str) -> Given:
    """The values that the line names by their numbers; None where it says anything else."""
    words = line.replace(",", " ").split()
    if words in (["none"], ["0"]):
        return []
    if not words or not all(w.isdecimal() and 1 <= int(w) <= len(values) for w in words):
        return None
    return [v for n, v in enumerate(values, start=1) if str(n) in {str(int(w)) for w in words}]
