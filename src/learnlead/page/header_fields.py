"""Readers of single front-matter fields, from texts to typed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from learnlead.page.markers import Fault, is_id
from learnlead.text.clean import clean_line
from learnlead.text.limits import LINE_AT_MOST
from learnlead.text.problem_text import quoted

Raw = str | tuple[str, ...]
"""The value of a key: one text, or a list of texts."""

Field = Callable[[str, Raw], tuple[Any, Fault | None]]
"""Reads the value of a key; the result is None where the value is empty or cannot be read."""

_NUMBER = re.compile(r"-?[0-9]{1,4000}")  # int() refuses more


def read_number(text: str) -> int | None:
    """The integer that the text spells in digits; None for any other text."""
    return int(text) if _NUMBER.fullmatch(text) else None


def _read_day(text: str) -> date | None:
    try:  # fromisoformat alone takes 20261120 and 2026-W47-5 as well
        return date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


def wrong_value(key: str, raw: Raw | None, what: str, example: str) -> Fault:
    """The fault that the key's value is not `what`, with an example as its remedy."""
    words = quoted(raw if isinstance(raw, str) else ", ".join(raw or ()))
    return f"{key}: {words} is not {what}", f"write {key}: {example}"


def _text_field(read: Callable[[str], Any], what: str, example: str) -> Field:
    """A field of one text."""

    def field(key: str, raw: Raw) -> tuple[Any, Fault | None]:
        value = read(raw) if isinstance(raw, str) else None
        says_nothing = isinstance(raw, str) and not raw.strip()
        if value is None and not says_nothing:
            return None, wrong_value(key, raw, what, example)
        return value, None

    return field


day = _text_field(_read_day, "a date", "2026-11-20")
"""An ISO date."""

rubrics_id = _text_field(lambda text: text if is_id(text) else None, "an id", "own-answers")
"""The id of a rubric, or of a part of one."""

number = _text_field(read_number, "a whole number", "1")
"""A whole number."""


def number_from(least: int) -> Field:
    """A field of a whole number that is at least `least`."""

    def field(key: str, raw: Raw) -> tuple[Any, Fault | None]:
        value, fault = number(key, raw)
        if value is not None and value < least:
            return None, wrong_value(key, raw, f"a number from {least} on", str(least))
        return value, fault

    return field


def one_of(known: Mapping[str, str]) -> Field:
    """A field of one of the known words; its value is what the word maps to."""
    return _text_field(known.get, f"one of {', '.join(known)}", next(iter(known)))


def line(key: str, raw: Raw) -> tuple[str | None, Fault | None]:
    """A text of one line."""
    if isinstance(raw, str) and len(raw) > LINE_AT_MOST:
        return None, (f"{key} has more than {LINE_AT_MOST:,} letters", "shorten it")
    return _line(key, raw)


_line = _text_field(clean_line, "one text", "people finish their own sentences")


def ids(key: str, raw: Raw) -> tuple[tuple[str, ...] | None, Fault | None]:
    """A list of ids; wrong ones are left out, with a fault."""
    if isinstance(raw, str):
        return None, wrong_value(key, raw, "a list", "[formal-authority]")
    right = tuple(filter(is_id, raw))
    return right, None if right == raw else wrong_value(
        key, raw, "a list of ids", "[formal-authority]"
    )
