"""A page's text made ready to read: no BOM, LF lines, no control characters."""

from __future__ import annotations

import re

from learnlead.errors import Problem
from learnlead.plaintext.clean import refused_character

BOM = "\ufeff"

_C0 = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D}) + b"\x7f"
_C1 = re.compile(b"\xc2[\x80-\x9f]")


def prepare(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with the same lines, and a problem for each line with a refused character.

    A BOM goes, CRLF becomes LF, a control character, NUL or lone surrogate becomes `�`, so that
    the rest of its line is still read.
    """
    if text.startswith(BOM):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not _suspicious(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if refused := refused_character(line):
            remedy = "take it out; the rest of the line is read"
            problems.append(Problem(f"the line holds {refused}", remedy, file, index + 1))
            lines[index] = "".join("�" if refused_character(c) else c for c in line)
    return "\n".join(lines), problems


def _suspicious(text: str) -> bool:
    """Whether `refused_character` would find something; four times as fast on clean text."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return True
    return len(data.translate(None, _C0)) != len(data) or _C1.search(data) is not None
