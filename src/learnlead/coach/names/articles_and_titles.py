"""What goes with a name where one stands: a title, initials, a German article, an ending."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from learnlead.coach.names.roles import in_german
from learnlead.coach.names.vocabulary import TITLES

_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_TITLES_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_TITLE}|h\.\s?c)\.?[ \t\u00a0]+(?:\n)?)+\Z", re.IGNORECASE
)
_WIFE = re.compile(r"(?<!\w)(?:mein|dein|sein|ihr|unser|eur)e[rn]?\s+Frau\s+\Z", re.IGNORECASE)
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[-\s]?){1,4}\Z")
_BARE_INITIAL_BEFORE = re.compile(r"(?<![\w.])(?![IAO][ \u00a0])[^\W\d_][ \u00a0]\Z")
_INITIAL_AFTER = re.compile(r"[ \u00a0]([^\W\d_])(?:\.(?=\s+[^\W\d_A-ZÄÖÜ])|(?!\w))")
_ARTICLE = re.compile(r"(?<!\w)(der|die|das|den|dem|beim|vom|zum|zur)[ \u00a0]\Z", re.IGNORECASE)
_CONTRACTED = {"beim": "bei", "vom": "von", "zum": "zu", "zur": "zu"}
_AFTER_A_COMMA = re.compile(r",\s*\Z")
_APOSTROPHE_S = re.compile(r"['’]s(?!\w)")
_APOSTROPHE = re.compile(r"['’](?!\w)")
_OPENING_QUOTE = re.compile(r"(?<!\w)['‘‚’](?=\w)")
_ENDS_IN_S = ("s", "x", "z", "ß")
_LOOK_BACK = 60
_QUOTE = 200
"""Letters before an apostrophe in which a quotation may have begun that it ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name that was found in a text.

    Attributes:
        pseudonym: in English, without an ending.
        whose: whether it says that something is somebody's.
        surname: whether initials may stand before it.
        initial: of the surname, where only the first name stands there; empty where none is known.
        before: what stays of what stood before it: a preposition without its article.
    """

    start: int
    end: int
    pseudonym: str
    whose: bool = False
    surname: bool = False
    initial: str = ""
    before: str = ""


def widened(text: str, found: Found, language: str) -> Found:
    """The name with what goes with it."""
    found = _with_initials(text, found)
    german = in_german(language)
    found = _with_ending(text, found, german=german)
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    title = _TITLES_BEFORE.search(before)
    if title is not None and _is_title(title[0]) and not _WIFE.search(before):
        found = replace(found, start=found.start - len(title[0]))
        before = before[: title.start()]
    if german and text[found.end : found.end + 1] not in ("-", "‑"):
        found = _without_article(before, found)
    return found


def _with_initials(text: str, found: Found) -> Found:
    if found.surname:
        before = text[max(0, found.start - _LOOK_BACK) : found.start]
        initials = _INITIALS_BEFORE.search(before) or _BARE_INITIAL_BEFORE.search(before)
        if initials is not None and initials[0][:1].isupper():
            return replace(found, start=found.start - len(initials[0]))
    after = _INITIAL_AFTER.match(text, found.end) if found.initial else None
    if after is not None and after[1].upper() == found.initial:
        return replace(found, end=after.end())
    return found


def _with_ending(text: str, found: Found, *, german: bool) -> Found:
    if found.whose or found.end == found.start:
        return found
    if german and (ending := _APOSTROPHE_S.match(text, found.end)):
        return replace(found, end=ending.end(), whose=True)
    ends_so = text[found.end - 1].casefold() in _ENDS_IN_S and _APOSTROPHE.match(text, found.end)
    since = max(0, found.start - _QUOTE)
    if ends_so and not _OPENING_QUOTE.search(text, since, found.start + 1):
        return replace(found, end=found.end + 1, whose=True)
    return found


def _is_title(words: str) -> bool:
    """Written as titles are: `Miss Bauer`, `dr. Bauer`, but not `I miss Bauer`."""
    return all(word[0].isupper() or word.strip(".").lower() in _SMALL for word in words.split())


_SMALL = frozenset(("herr", "herrn", "dr", "prof", "mr", "mrs", "ms", "med", "h", "c"))
"""Titles that nobody can mean otherwise when they are written small."""


def _without_article(before: str, found: Found) -> Found:
    """`der Müller` is `Person 1`, `beim Müller` is `bei Person 1`; `, der` may mean who."""
    article = _ARTICLE.search(before)
    if article is None:
        return found
    kept = _CONTRACTED.get(article[1].lower(), "")
    if not kept and _AFTER_A_COMMA.search(before[: article.start()]):
        return found
    if kept and article[1][0].isupper():
        kept = kept.capitalize()
    return replace(found, start=found.start - len(article[0]), before=f"{kept} " if kept else "")
