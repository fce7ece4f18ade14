"""Roles: what is said where a name stood, in the language of the sentence.

A pseudonym is kept in English, such as `a report 1`; German text reads `Teammitglied 1`. The German
words need no ending in any case of the noun, and no title before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from learnlead.rubric.model import Relationship

SOMEONE = "someone"
"""The role of whoever has none that is known."""

REDACTED = "…"
"""What stands where a date, a number or an address stood: nobody is called that."""


@dataclass(frozen=True, slots=True)
class _Role:
    """A role.

    Attributes:
        signs: words of a relationship that tell it.
        german: in German, before a number.
        german_alone: in German, where several people share a name.
    """

    signs: tuple[str, ...]
    german: str
    german_alone: str


_ROLES = {
    "a report": _Role(("report", "aus meinem team"), "Teammitglied", "jemand aus dem Team"),
    "a peer": _Role(("peer", "auf meiner ebene"), "Peer", "jemand auf gleicher Ebene"),
    SOMEONE: _Role((), "Person", "jemand"),
}
_NUMBERED = re.compile(r"(.+?)(?: (\d+))?", re.ASCII)


def role_of(relationship: Relationship | None) -> str:
    """What somebody is called of whom only the relationship is known: `a report`, `a peer`."""
    if relationship is None:
        return SOMEONE
    words = f"{relationship.id} {relationship.sentence}".casefold()
    return next(
        (name for name, role in _ROLES.items() if any(sign in words for sign in role.signs)),
        SOMEONE,
    )


def in_language(pseudonym: str, language: str, *, whose: bool = False) -> str:
    """The pseudonym as a sentence of that language has it; `whose` is of something of theirs."""
    if pseudonym == REDACTED:
        return pseudonym
    if not in_german(language):
        return f"{pseudonym}'s" if whose else pseudonym
    parts = _NUMBERED.fullmatch(pseudonym)
    role = _ROLES.get(parts[1]) if parts else None
    if role is None or parts is None:
        return f"{pseudonym}s" if whose else pseudonym
    if parts[2] is None:
        return role.german_alone.replace("jemand", "jemands") if whose else role.german_alone
    return f"{role.german} {parts[2]}{'s' if whose else ''}"


def in_german(language: str) -> bool:
    """Whether the language is German, of whatever country."""
    return language.partition("-")[0] == "de"
