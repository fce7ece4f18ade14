"""Commands of a plain sitting: a stroke and a word, so that every bare word is an answer."""

from __future__ import annotations

from typing import Final

from learnlead.i18n.words import Words
from learnlead.text.problem_text import nearest

COMMANDS: Final = ("back", "skip", "help", "stop", "edit")
"""Those with a word of each language; `/x` is the same in all."""

_ALSO: Final = {
    "b": "back",
    "s": "skip",
    "h": "help",
    "?": "help",
    "e": "edit",
    "editor": "edit",
    "q": "stop",
    "quit": "stop",
    "exit": "stop",
    "x": "x",
}
"""What else may stand behind the stroke."""

_SHORT: Final = 3
"""Words of fewer letters are near to too many."""

_NEARNESS: Final = 0.75


def command_of(line: str, words: Words) -> str:
    """The command that the whole line is, in its English form; empty where it is none."""
    name = line.strip().lower()
    if name == "?":
        return "help"
    return _known(words).get(name[1:], "") if name.startswith("/") else ""


def command_meant(line: str, words: Words) -> str:
    """The command that the line's first word names or nearly does; empty for none."""
    if not line.startswith("/") or not line[1:].strip():
        return ""
    name = line[1:].split(maxsplit=1)[0].lower()
    known = _known(words)
    if name in known or len(name) < _SHORT:
        return known.get(name, "")
    near = nearest(name, [word for word in known if len(word) > _SHORT], _NEARNESS)
    return known[near] if near else ""


def command_word(command: str, words: Words) -> str:
    """The command as it is typed, such as `/back`."""
    return f"/{words(f'word.{command}')}" if command in COMMANDS else f"/{command}"


def _known(words: Words) -> dict[str, str]:
    own = {words(f"word.{command}"): command for command in COMMANDS}
    return {**_ALSO, **{command: command for command in COMMANDS}, **own}
