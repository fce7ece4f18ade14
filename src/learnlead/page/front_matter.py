"""The text of a page made ready for parsing, and its front matter read as flat YAML of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from learnlead.errors import Problem
from learnlead.text.clean import BOM, refused_character
from learnlead.text.flat_yaml import Value, read_plainly
from learnlead.text.problem_text import quoted
from learnlead.text.yaml_reader import read_yaml

LIMIT = 64 * 1024
"""Bytes; more front matter than this is refused before it is read."""

_BEGINS = re.compile(r"---[ \t]*\n")
_ENDS = re.compile(r"\n---[ \t]*(?=\n|$)")


class FrontMatter(NamedTuple):
    """Front matter as texts.

    Attributes:
        values: by key, in the order of the text.
        body: the position of the line break that ends the closing `---`.
        source: the lines between the two `---`.
    """

    values: Mapping[str, Value]
    body: int
    source: str

    def line_of(self, key: str) -> int:
        """The line of a key in the file, counted from 1; 1 if it is missing."""
        match = re.search(rf"""^["']?{re.escape(key)}["']?[ \t]*:""", self.source, re.MULTILINE)
        return 1 if match is None else self.source.count("\n", 0, match.start()) + 2


def read_front_matter(text: str, file: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Read the front matter of a prepared text (no BOM, LF lines).

    None if it is missing, never ends, is longer than `LIMIT`, or is no safe YAML. Nested values
    are problems and left out; the rest is read.
    """
    begins = _BEGINS.match(text)
    if begins is None:
        remedy = "begin the file with '---', then 'learnlead: 1' and a date and rubric, then '---'"
        return None, [Problem("a page without front matter", remedy, file, 1)]
    ends = _ENDS.search(text, begins.end() - 1)
    if ends is None:
        remedy = "put '---' on a line of its own below the last key"
        return None, [Problem("the front matter never ends", remedy, file, 1)]
    source = text[begins.end() : ends.start()]
    values = read_plainly(source) if len(source) <= LIMIT // 4 else None
    if values is not None:
        return FrontMatter(values, ends.end(), source), []
    slow, problems = _read_as_yaml(source, file)
    return (None if slow is None else FrontMatter(slow, ends.end(), source)), problems


def _read_as_yaml(source: str, file: str) -> tuple[dict[str, Value] | None, list[Problem]]:
    document, problems = read_yaml(source, limit=LIMIT, first_line=2, file=file)
    if document is None:
        return None, problems
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        remedy = "write one 'key: value' a line"
        return None, [Problem("the front matter is no list of keys", remedy, file, 2)]
    values: dict[str, Value] = {}
    for key, value in data.items():
        if isinstance(value, dict) or (
            isinstance(value, list) and any(isinstance(item, dict | list) for item in value)
        ):
            message = f"{quoted(key)} holds more than a text or a list of texts"
            line = document.line_of([key])
            problems.append(Problem(message, "front matter is flat: take it apart", file, line))
        elif isinstance(value, list):
            values[key] = [item for item in value if isinstance(item, str)]
        else:
            values[key] = value
    return values, problems


_C0 = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D}) + b"\x7f"
_C1 = re.compile(b"\xc2[\x80-\x9f]")


def prepare(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text made ready for parsing, and a problem for each line with a refused character.

    The number of lines stays. A BOM is removed, CRLF becomes LF, and a control character, NUL or
    lone surrogate becomes `�`, so that the rest of its line is still read.
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
    """Whether the text holds a refused character; four times as fast as testing each line."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return True
    return len(data.translate(None, _C0)) != len(data) or _C1.search(data) is not None
