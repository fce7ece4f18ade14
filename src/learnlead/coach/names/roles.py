"""Roles that pseudonyms are made of, in the language of the text.

A pseudonym is stored in English, such as `a report 1`; German text gets `Teammitglied 1`. The words
are in `roles.yaml` of each language.
"""

from __future__ import annotations

import re

from learnlead.i18n.languages import languages
from learnlead.i18n.words import words_in
from learnlead.rubric.model import Relationship

SOMEONE = "someone"
"""The role of a person whose role is unknown."""

REDACTED = "…"
"""Replaces a hidden date, number or address; no person's pseudonym."""


_KINDS = {"a report": "report", "a peer": "peer", SOMEONE: "someone"}
"""By role, what the keys of its sentences end with."""

_NUMBERED = re.compile(r"(.+?)(?: (\d+))?", re.ASCII)


def role_of(relationship: Relationship | None) -> str:
    """The role that a relationship describes: `a report`, `a peer`, or someone."""
    if relationship is None:
        return SOMEONE
    words = f"{relationship.id} {relationship.sentence}".casefold()
    for role, kind in _KINDS.items():
        key = f"role.sign.{kind}"
        if role != SOMEONE and any(words_in(language)(key) in words for language in languages()):
            return role
    return SOMEONE


def in_language(pseudonym: str, language: str, *, whose: bool = False) -> str:
    """The pseudonym in that language; `whose` asks for the possessive."""
    if pseudonym == REDACTED:
        return pseudonym
    words = words_in(language)
    parts = _NUMBERED.fullmatch(pseudonym)
    kind = _KINDS.get(parts[1]) if parts else None
    if kind is not None and parts is not None and parts[2] is None:
        return words(f"role.{'whose-alone' if whose else 'alone'}.{kind}")
    name = pseudonym
    if kind is not None and parts is not None:
        name = words(f"role.numbered.{kind}", n=parts[2])
    return words("role.whose", name=name) if whose else name
