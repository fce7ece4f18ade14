"""YAML of a few levels as most people write it, read without a YAML reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from learnlead.plaintext.clean import refused_character
from learnlead.plaintext.flat_yaml import plain_line
from learnlead.plaintext.plain_scalar import ODD

if TYPE_CHECKING:
    from learnlead.plaintext.document import Tree

_LARGEST = 100_000
"""Letters; whoever writes more is not in a hurry."""

_DEEPEST = 10
"""Levels."""

_FOLDED = " >-"
_ODD = re.compile(rf"(?!\n)[{ODD}]")


def read_nested(text: str) -> dict[str, Tree] | None:
    """The values of YAML in which every line is of a plain kind; None leaves it to a YAML reader.

    Plain are `key: value`, `- value`, `- key: value`, lists in brackets, texts folded by `>-` in
    one paragraph, comments on lines of their own and blank lines; blocks are indented by blanks.
    Wherever this accepts, `read_yaml` reads the same without a problem, twenty times as slowly.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(text) > _LARGEST or refused_character(text) or _ODD.search(text):
        return None
    lines = _Lines(text.split("\n"))
    try:
        found = lines.mapping(0, _DEEPEST)
        lines.expect_the_end()
    except _NotPlain:
        return None
    return found


class _NotPlain(Exception):  # noqa: N818 - no error: another reader's turn
    """This needs a YAML reader."""


class _Lines:
    """Lines, and how far they are read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def mapping(self, indent: int, depth: int) -> dict[str, Tree]:
        """The keys at this indent, of which at least one must come next."""
        found: dict[str, Tree] = {}
        while self._indent() == indent and not self._begins_entry(indent):
            line = self._lines[self._at][indent:]
            self._at += 1
            key, value = self._pair(line, indent, depth)
            if key in found:
                raise _NotPlain
            found[key] = value
        if not found:
            raise _NotPlain
        return found

    def expect_the_end(self) -> None:
        if self._indent() >= 0:
            raise _NotPlain

    def _pair(self, line: str, indent: int, depth: int) -> tuple[str, Tree]:
        """The key on a line, and its value, which may stand on the lines below."""
        read = plain_line(line)
        if read is not None and read[0]:
            return read[0], self._value(read[1], indent, depth)
        read = plain_line(line.removesuffix(_FOLDED))
        if line.endswith(_FOLDED) and read is not None and read[0] and read[1] is None:
            return read[0], self._folded(indent)
        raise _NotPlain

    def _value(self, given: str | tuple[str, ...] | None, indent: int, depth: int) -> Tree:
        """What stands behind a key, or in the lines below it."""
        if isinstance(given, tuple):
            return list(given)
        if given is not None:
            return given
        inner = self._indent()
        if inner >= indent and self._begins_entry(inner):
            return self._entries(inner, depth - 1)
        return self.mapping(inner, depth - 1) if inner > indent and depth > 0 else None

    def _entries(self, indent: int, depth: int) -> list[Tree]:
        found: list[Tree] = []
        while self._indent() == indent and self._begins_entry(indent):
            line = self._lines[self._at]
            entry = line[indent + 1 :].lstrip(" ")
            read = plain_line(entry)
            if read is not None and read[0] and depth > 0:  # its first key stands on the same line
                inner = len(line) - len(entry)
                self._lines[self._at] = " " * inner + entry
                found.append(self.mapping(inner, depth - 1))
                continue
            read = plain_line("- " + entry)
            if read is None:
                raise _NotPlain
            self._at += 1
            found.append(str(read[1]))
        return found

    def _folded(self, outer: int) -> str:
        """One paragraph that is indented by more than `outer`, its lines joined by blanks."""
        indent = self._blanks()
        if indent <= outer:
            raise _NotPlain
        lines = []
        while self._blanks() == indent:
            lines.append(self._lines[self._at][indent:])
            self._at += 1
        while self._lines[self._at : self._at + 1] == [""]:
            self._at += 1
        if self._blanks() > outer or any(not line or line.endswith(" ") for line in lines):
            raise _NotPlain  # it goes on otherwise
        return " ".join(lines)

    def _begins_entry(self, indent: int) -> bool:
        return self._lines[self._at].startswith("- ", indent)

    def _indent(self) -> int:
        """The blanks before the next line that says something: this goes there; -1 at the end."""
        while self._at < len(self._lines):
            said = self._lines[self._at].lstrip(" ")
            if said and not said.startswith("#"):
                break
            self._at += 1
        return self._blanks()

    def _blanks(self) -> int:
        """The blanks before the line that comes next; -1 at the end."""
        if self._at == len(self._lines):
            return -1
        line = self._lines[self._at]
        return len(line) - len(line.lstrip(" "))
