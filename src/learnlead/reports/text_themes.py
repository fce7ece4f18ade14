"""What a leader writes about, with the sentences themselves: for their own eyes."""

from __future__ import annotations

from learnlead.reports.lines import Layout, Line, wrapped
from learnlead.reports.words import counted, short_day
from learnlead.trends.model import Trends
from learnlead.trends.theme import Theme, Themes, distinct

_FIRST, _FIRST_QUOTES, _QUOTES = 3, 1, 3


def themes_text(trends: Trends, layout: Layout, *, all_of_them: bool) -> list[Line]:
    """Themes by how they come up, each with its newest sentences; empty where there are none.

    On a first screen a few of each, one sentence each; a theme that shares a word with one before
    it is left out.
    """
    themes = trends.themes
    lines: list[Line] = []
    for heading, found in theme_groups(themes):
        shown = found if all_of_them else found[:_FIRST]
        lines += wrapped(heading, layout.width, style="dim", indent=2)
        for theme in shown:
            lines += _theme(theme, themes, layout, _QUOTES if all_of_them else _FIRST_QUOTES)
    return lines


def theme_groups(themes: Themes) -> list[tuple[str, list[Theme]]]:
    """The themes under what is said of them; groups without a theme are left out."""
    groups = (
        ("More often than before", themes.rising),
        ("Less often than before", themes.falling),
        ("Again and again" if themes.before else "So far", themes.steady),
    )
    return [(heading, distinct(group)) for heading, group in groups if group]


def _theme(theme: Theme, themes: Themes, layout: Layout, quotes: int) -> list[Line]:
    lines = wrapped(f"{theme.term}: {how_often(theme, themes)}", layout.width, indent=2, hanging=2)
    return lines + _quotes(theme, layout, quotes)


def how_often(theme: Theme, themes: Themes) -> str:
    """`7 of the newest 13 sittings, 2 of the 26 before`."""
    if theme in themes.steady:
        return f"{theme.entries} of {counted(themes.newest + themes.before, 'sitting')}"
    return (
        f"{theme.recent} of the newest {themes.newest} sittings, "
        f"{theme.entries - theme.recent} of the {themes.before} before"
    )


def _quotes(theme: Theme, layout: Layout, most: int) -> list[Line]:
    lines: list[Line] = []
    for quote in theme.quotes[:most]:
        said = f"{short_day(quote.date)}: “{quote.text}”"
        lines += wrapped(said, layout.width, style="dim", indent=4, hanging=2)
    return lines
