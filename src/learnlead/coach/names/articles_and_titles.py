"""Extends the match of a name to its title, initials, German article and ending."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from learnlead.coach.names.vocabulary import article_before, contractions, vocabulary
from learnlead.i18n.words import words_in

_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[-\s]?){1,4}\Z")
_BARE_INITIAL_BEFORE = re.compile(r"(?<![\w.])(?![IAO][ \u00a0])[^\W\d_][ \u00a0]\Z")
_INITIAL_AFTER = re.compile(r"[ \u00a0]([^\W\d_])(?:\.(?=\s+[^\W\d_A-ZÄÖÜ])|(?!\w))")
_AFTER_A_COMMA = re.compile(r",\s*\Z")
_APOSTROPHE_S = re.compile(r"['’]s(?!\w)")
_APOSTROPHE = re.compile(r"['’](?!\w)")
_OPENING_QUOTE = re.compile(r"(?<!\w)['‘‚’](?=\w)")
_ENDS_IN_S = ("s", "x", "z", "ß")
_LOOK_BACK = 60
_QUOTE = 200
"""Letters before an apostrophe that are searched for an opening quotation mark."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A match of a name in a text.

    Attributes:
        pseudonym: in English, without an ending.
        whose: whether it is a possessive form.
        surname: whether initials may stand before it.
        initial: of the surname, if the match is a first name; empty if unknown.
        before: text that replaces a removed article: the preposition of `beim`.
    """

    start: int
    end: int
    pseudonym: str
    whose: bool = False
    surname: bool = False
    initial: str = ""
    before: str = ""


def widen(text: str, name: NameMatch, language: str) -> NameMatch:
    """The match with title, initials, ending and article."""
    name = _with_initials(text, name)
    name = _with_ending(text, name, language)
    before = text[max(0, name.start - _LOOK_BACK) : name.start]
    title = vocabulary().titles_before.search(before)
    if title is not None and _is_title(title[0]) and not vocabulary().wife_before.search(before):
        name = replace(name, start=name.start - len(title[0]))
        before = before[: title.start()]
    if text[name.end : name.end + 1] not in ("-", "‑"):
        name = _without_article(before, name, language)
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


def _with_ending(text: str, name: NameMatch, language: str) -> NameMatch:
    if name.whose or name.end == name.start:
        return name
    ending = _APOSTROPHE_S.match(text, name.end)
    if ending and not words_in(language)("role.whose", name="").startswith("'"):
        return replace(name, end=ending.end(), whose=True)
    ends_so = text[name.end - 1].casefold() in _ENDS_IN_S and _APOSTROPHE.match(text, name.end)
    since = max(0, name.start - _QUOTE)
    if ends_so and not _OPENING_QUOTE.search(text, since, name.start + 1):
        return replace(name, end=name.end + 1, whose=True)
    return name


def _is_title(words: str) -> bool:
    """Written as titles are: `Miss Bauer`, `dr. Bauer`, but not `I miss Bauer`."""
    small = vocabulary().clear_titles
    return all(word[0].isupper() or word.strip(".").lower() in small for word in words.split())


def _without_article(before: str, name: NameMatch, language: str) -> NameMatch:
    """`der Müller` is `Person 1`, `beim Müller` is `bei Person 1`; `, der` may mean who."""
    pattern = article_before(language)
    article = pattern.search(before) if pattern else None
    if article is None:
        return name
    preposition = contractions(language).get(article[1].lower(), "")
    if not preposition and _AFTER_A_COMMA.search(before[: article.start()]):
        return name
    if preposition and article[1][0].isupper():
        preposition = preposition.capitalize()
    return replace(
        name, start=name.start - len(article[0]), before=f"{preposition} " if preposition else ""
    )
