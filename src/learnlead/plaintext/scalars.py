"""A text as YAML writes it: plain where every YAML reader gives it back, else between quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from learnlead.plaintext.plain_scalar import ODD, PLAIN

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


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in '"\\':
        return "\\" + character
    return "\\t" if character == "\t" else f"\\u{ord(character):04X}"
