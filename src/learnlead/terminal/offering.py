"""Notes of the week beside a text that may take them up, each by its number."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.catalogue.words import Words
from learnlead.plaintext.clean import harmless
from learnlead.reflection.question import Choice
from learnlead.reports.cells import fit


def by_command(offers: Sequence[Choice]) -> dict[str, str]:
    """The text that each command takes up: `/1` the first."""
    return {f"/{number}": offer.value for number, offer in enumerate(offers, start=1)}


def offer_lines(offers: Sequence[Choice], width: int, words: Words) -> list[str]:
    """A line each, cut where it is too long: the whole text comes when it is taken up."""
    if not offers:
        return []
    labelled = zip(by_command(offers), offers, strict=True)
    lines = [f"{command} {harmless(offer.label, breaks=False)}" for command, offer in labelled]
    return [words("notes"), *(fit(line, width).rstrip() for line in lines)]


def taken_up(text: str, note: str) -> str:
    """The answer so far, and the note on a line of its own."""
    return f"{text}\n{note}" if text else note
