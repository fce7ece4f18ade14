"""Words of problems: what somebody wrote, quoted; what would do, listed."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from learnlead.text.clean import harmless

_QUOTED_AT_MOST = 60
_COMPARED_AT_MOST = 200
_LISTED_AT_MOST = 30


def quoted(text: str) -> str:
    """What somebody wrote, on one line between quotes, safe to print, a long one cut short."""
    if len(text) > _QUOTED_AT_MOST:
        text = text[: _QUOTED_AT_MOST - 1] + "…"
    return f"'{harmless(' '.join(text.split()))}'"


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """`did you mean focus?`, or None when no known word is near."""
    near = nearest(word, known)
    return f"did you mean {near}?" if near else None


def nearest(word: str, known: Collection[str], nearness: float = 0.6) -> str | None:
    """The known word that is most like this one; None when none is as near as that."""
    if len(word) > _QUOTED_AT_MOST or len(known) > _COMPARED_AT_MOST:  # a stranger's file may be
        return None  # made to take long: comparing takes the square of the length
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=nearness)), None)


def near_or_all(word: str, known: Collection[str], lead: str) -> str:
    """`did you mean focus?`, else the lead and the known words: `keys here are focus, depth`."""
    listed = ", ".join(islice(known, _LISTED_AT_MOST))
    more = ", …" if len(known) > _LISTED_AT_MOST else ""
    return did_you_mean(word, known) or f"{lead} {listed}{more}"
