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
class NameMatch:
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


def widen(text: str, name: NameMatch, language: str) -> NameMatch:
    """The name with what goes with it."""
    name = _with_initials(text, name)
    german = in_german(language)
    name = _with_ending(text, name, german=german)
    before = text[max(0, name.start - _LOOK_BACK) : name.start]
    title = _TITLES_BEFORE.search(before)
    if title is not None and _is_title(title[0]) and not _WIFE.search(before):
        name = replace(name, start=name.start - len(title[0]))
        before = before[: title.start()]
    if german and text[name.end : name.end + 1] not in ("-", "‑"):
        name = _without_article(before, name)
    return name


def _with_initials(text: str, name: NameMatch) -> NameMatch:
    if name.surname:
        before = text[max(0, name.start - _LOOK_BACK) : name.start]
        initials = _INITIALS_BEFORE.search(before) or _BARE_INITIAL_BEFORE.search(before)
        if initials is not None and initials[0][:1].isupper():
            return replace(name, start=name.start - len(initials[0]))
    after = _INITIAL_AFTER.match(text, name.end) if name.initial else None
    if after is not None and after[1].upper() == name.initial:
        return replace(name, end=after.end())
    return name


def _with_ending(text: str, name: NameMatch, *, german: bool) -> NameMatch:
    if name.whose or name.end == name.start:
        return name
    if german and (ending := _APOSTROPHE_S.match(text, name.end)):
        return replace(name, end=ending.end(), whose=True)
    ends_so = text[name.end - 1].casefold() in _ENDS_IN_S and _APOSTROPHE.match(text, name.end)
    since = max(0, name.start - _QUOTE)
    if ends_so and not _OPENING_QUOTE.search(text, since, name.start + 1):
        return replace(name, end=name.end + 1, whose=True)
    return name


def _is_title(words: str) -> bool:
    """Written as titles are: `Miss Bauer`, `dr. Bauer`, but not `I miss Bauer`."""
    return all(word[0].isupper() or word.strip(".").lower() in _SMALL for word in words.split())


_SMALL = frozenset(("herr", "herrn", "dr", "prof", "mr", "mrs", "ms", "med", "h", "c"))
"""Titles that nobody can mean otherwise when they are written small."""


def _without_article(before: str, name: NameMatch) -> NameMatch:
    """`der Müller` is `Person 1`, `beim Müller` is `bei Person 1`; `, der` may mean who."""
    article = _ARTICLE.search(before)
    if article is None:
        return name
    preposition = _CONTRACTED.get(article[1].lower(), "")
    if not preposition and _AFTER_A_COMMA.search(before[: article.start()]):
        return name
    if preposition and article[1][0].isupper():
        preposition = preposition.capitalize()
    return replace(
        name, start=name.start - len(article[0]), before=f"{preposition} " if preposition else ""
    )
