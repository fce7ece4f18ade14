"""Theme: a word or two that stand in several sittings, with the sentences they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Quote(NamedTuple):
    """A sentence of a leader's, cut short where it is long; for the leader's own eyes.

    Attributes:
        stem: its page.
        answer: the kind of what it answers, so that whoever passes themes on can leave some out.
    """

    date: date
    text: str
    stem: str
    answer: str


class Theme(NamedTuple):
    """One word, or two that stand side by side.

    Attributes:
        term: in small letters.
        entries: sittings of the window in which it stands.
        recent: those of them that are among the newest.
        score: log-odds of the newest sittings against those before, in standard deviations;
            above 0 it stands there more often. 0 while there is nothing before.
        quotes: one a sitting, newest first.
    """

    term: str
    entries: int
    recent: int
    score: float
    quotes: tuple[Quote, ...]


class Themes(NamedTuple):
    """What a leader writes about.

    Attributes:
        rising: more often in the newest sittings than chance would have it, clearest first.
        falling: less often.
        steady: as often now as before, or all while there is no before; most frequent first.
        newest: how many sittings the newest are.
        before: how many there are before them, in the window.
    """

    rising: tuple[Theme, ...] = ()
    falling: tuple[Theme, ...] = ()
    steady: tuple[Theme, ...] = ()
    newest: int = 0
    before: int = 0


def distinct(themes: Iterable[Theme]) -> list[Theme]:
    """The themes that tell something new after those before them.

    One that shares a word tells what was told (`team`, after `team meeting`), and so does one that
    stands in the same sentences.
    """
    found: list[Theme] = []
    words: set[str] = set()
    quotes: set[tuple[Quote, ...]] = set()
    for theme in themes:
        own = set(theme.term.split())
        if not own & words and theme.quotes not in quotes:
            found.append(theme)
        words |= own
        quotes.add(theme.quotes)
    return found
