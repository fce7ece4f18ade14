"""What a leader writes about, with the sentences themselves: for their own eyes."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.reports.document import Extent, Item, Listing
from learnlead.reports.words import counted, short_day
from learnlead.trends.model import Trends
from learnlead.trends.theme import Theme, Themes, distinct

_FIRST, _FIRST_QUOTES, _QUOTES = 3, 1, 3
_IN_SIGHT = 6
"""How many words of a kind do not have to unfold."""


def themes(trends: Trends, extent: Extent) -> Iterator[Listing]:
    """Themes by how they come up, each with its newest sentences.

    In a first look a few of each, one sentence each; a theme that shares a word with one before
    it is left out.
    """
    found = trends.themes
    groups = (
        ("More often than before", found.rising),
        ("Less often than before", found.falling),
        ("Again and again" if found.before else "So far", found.steady),
    )
    most, quotes = (_FIRST, _FIRST_QUOTES) if extent == "first" else (None, _QUOTES)
    for heading, group in groups:
        if group:
            told = tuple(_card(one, found, quotes) for one in distinct(group)[:most])
            yield Listing(told, "cards", heading, _IN_SIGHT, "More words")


def _card(theme: Theme, themes: Themes, most: int) -> Item:
    quotes = tuple((short_day(quote.date), quote.text) for quote in theme.quotes[:most])
    return Item(theme.term, _how_often(theme, themes), quotes=quotes)


def _how_often(theme: Theme, themes: Themes) -> str:
    """`7 of the newest 13 sittings, 2 of the 26 before`."""
    if theme in themes.steady:
        return f"{theme.entries} of {counted(themes.newest + themes.before, 'sitting')}"
    return (
        f"{theme.recent} of the newest {themes.newest} sittings, "
        f"{theme.entries - theme.recent} of the {themes.before} before"
    )
