"""A line that looks like a command with a stroke, but is none: `/help`, `/exit`, `/x now`."""

from __future__ import annotations

from typing import Final

from learnlead.catalogue.words import Words
from learnlead.plaintext.words import nearest

_COMMANDS: Final = {
    "back": "back",
    "b": "back",
    "skip": "skip",
    "s": "skip",
    "help": "help",
    "h": "help",
    "?": "help",
    "edit": "edit",
    "editor": "edit",
    "e": "edit",
    "quit": "quit",
    "q": "quit",
    "exit": "quit",
    "stop": "quit",
    "x": "x",
}
"""What may stand behind the stroke, and the word of command that it means."""

_KEYS: Final = {"back": "/b", "skip": "/s", "help": "/?", "edit": "/e", "x": "/x"}
"""The same at a text of the rich door."""

_SHORT: Final = 3
"""Words of fewer letters are near to too many."""

_NEARNESS: Final = 0.75


def meant_by(line: str, words: Words) -> str:
    """The word of command that the line's first word names or nearly does; empty for none."""
    if not line.startswith("/") or not line[1:].strip():
        return ""
    name = line[1:].split(maxsplit=1)[0].lower()
    known = {words(f"word.{one}"): one for one in ("back", "skip", "help", "quit", "edit")}
    known |= _COMMANDS
    if name in known or len(name) < _SHORT:
        return known.get(name, "")
    near = nearest(name, [one for one in known if len(one) > _SHORT], _NEARNESS)
    return known[near] if near else ""


def key_of(command: str, words: Words) -> str:
    """The key of the rich door that does what the command says."""
    return _KEYS.get(command, words("key.stop"))


def said(command: str, words: Words) -> str:
    """The command as it is typed at the plain door."""
    return words(f"word.{command}") if f"word.{command}" in words else command
