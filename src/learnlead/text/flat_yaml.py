"""Flat YAML, a line a key: read without a YAML reader where it is plain, and written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""A regular expression's class: control characters, what YAML 1.1 ends lines at or refuses."""

# Atomic, not possessive: until 3.11.4 Python loses a possessive group inside a capturing one.
PLAIN = rf"\w(?>(?:[^:#{ODD}]++|:(?=[^ {ODD}])|(?<! )#)*)"
"""What is a plain scalar beyond doubt; blanks at its end do not count."""


Value = str | list[str] | None
"""A text, a list of texts, or None for a key with nothing behind it."""

_DOUBLE = rf'"(?:[^"\\{ODD}]|\\["\\])*"'
_SINGLE = rf"'(?:[^'{ODD}]|'')*'"
_ESCAPE = re.compile(r"\\(.)")
_WORD = r"[A-Za-z0-9][A-Za-z0-9._/-]*+"
_ITEM = rf"{_WORD}(?> {_WORD})*"
_ITEMS = rf"{_ITEM}(?: *, *{_ITEM})*"
_SCALAR = f"-?{PLAIN}|{_DOUBLE}|{_SINGLE}"
_LINE = re.compile(
    r"(?:([A-Za-z0-9_][A-Za-z0-9_-]*):(?= |$)|( *)- ) *+"  # a key, or an entry of a list
    rf"({_SCALAR}|\[ *+(?:{_ITEMS})? *+\])? *+"
)


def read_plainly(source: str) -> dict[str, Value] | None:
    """The values of flat YAML where every line is of a plain kind; None leaves it to a YAML reader.

    Wherever this accepts, the YAML reader reads the same, forty times as slowly.
    """
    values: dict[str, Value] = {}
    keys = 0
    block: tuple[str, str] | None = None  # the key and the indent of a list that may go on
    for line in source.split("\n"):
        read = plain_line(line)
        if read is None:
            return None
        key, value, indent = read
        if key:
            keys += 1
            block = None if value is not None else (key, "")
            values[key] = list(value) if isinstance(value, tuple) else value
            continue
        if block is None:
            return None
        listed = values[block[0]]
        if isinstance(listed, list) and indent == block[1]:
            listed.append(str(value))
        elif listed is None:
            values[block[0]] = [str(value)]
            block = block[0], indent
        else:
            return None
    return values if len(values) == keys else None


@lru_cache(maxsize=1024)  # most lines come back page after page
def plain_line(line: str) -> tuple[str, str | tuple[str, ...] | None, str] | None:
    """A plain line as (key, value, ""), or for an entry of a list as ("", value, indent).

    None for any other: one that only a YAML reader can be trusted with.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    key, indent, value = match.groups()
    if key is not None:
        return key, None if value is None else _value(value), ""
    return None if value is None or value[0] == "[" else ("", _text(value), indent)


def _value(source: str) -> str | tuple[str, ...]:
    if source[0] != "[":
        return _text(source)
    return tuple(item for part in source[1:-1].split(",") if (item := part.strip()))


def _text(source: str) -> str:
    if source[0] == '"':
        return _ESCAPE.sub(r"\1", source[1:-1])
    if source[0] == "'":
        return source[1:-1].replace("''", "'")
    return source.rstrip(" ")


_PLAIN = re.compile(PLAIN)
_OTHER_TYPE = re.compile(
    r"y|yes|n|no|true|false|on|off|null"  # of YAML 1.1, in any case
    r"|[0-9][0-9a-fox_.:+tz -]*",  # numbers, dates and times, and a little more
    re.IGNORECASE,
)
_ESCAPED = re.compile(rf'["\\{ODD}]')


def write_scalar(text: str, *, inside_list: bool = False) -> str:
    """A text as a scalar on one line of YAML 1.1; any reader gives exactly the text back.

    Words and figures that YAML would take for something else (`no`, `12:30`) are quoted as well.
    """
    plain = _PLAIN.fullmatch(text) and text[-1] != " " and not _OTHER_TYPE.fullmatch(text)
    if plain and not (inside_list and re.search(r"[,\[\]{}:?]", text)):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def write_list(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return f"[{', '.join(write_scalar(text, inside_list=True) for text in texts)}]"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in '"\\':
        return "\\" + character
    return "\\t" if character == "\t" else f"\\u{ord(character):04X}"
