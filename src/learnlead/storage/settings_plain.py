"""`learnlead.yaml` as most people write it, read without loading Pydantic or a YAML reader.

`learnlead due` stands in shell prompts, so the tenth of a second that those two take matters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from learnlead.coaching.kinds import KINDS
from learnlead.plaintext.clean import clean_line, refused_character
from learnlead.storage.settings import WEEKDAYS, Away, Settings

if TYPE_CHECKING:
    from learnlead.plaintext.flat_yaml import Value

LANGUAGE: Final = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"

_LARGEST: Final = 10_000
"""Letters; plain settings are short."""

_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,63}")
_LANGUAGE: Final = re.compile(LANGUAGE)
_DAY: Final = r"(\d{4}-\d\d-\d\d)"
_RANGE: Final = re.compile(rf"{_DAY}(?: *\.\. *{_DAY})?", re.ASCII)


def full_weekday(value: Any) -> Any:
    """`friday` for `Fri` and `FRIDAY`; what is no text stays what it is."""
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    return WEEKDAYS.get(word, word)


def away_range(value: Any) -> Away:
    """The first and the last day, both inside, of `2026-12-21..2027-01-03`; of one day both.

    Raises:
        ValueError: it reads otherwise, or ends before it begins.
    """
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("write days off like 2026-12-21..2027-01-03")
    first = date.fromisoformat(found[1])
    last = date.fromisoformat(found[2] or found[1])
    if last < first:
        raise ValueError(f"{found[2]} comes before {found[1]}")
    return first, last


def read_plain_settings(text: str) -> Settings | None:
    """The settings where every line is plain and right beyond doubt; None leaves it to others.

    Wherever this accepts, `settings_keys.read_keys` reads the same without a problem.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > _LARGEST or refused_character(text):
        return None
    lines = text.replace("\r\n", "\n").split("\n")
    said = [line for line in lines if line.strip(" ") and not line.lstrip(" ").startswith("#")]
    if not said:
        return Settings()
    from learnlead.plaintext.flat_yaml import read_plainly

    values = read_plainly("\n".join(said))
    if values is None:
        return None
    try:
        return Settings(**_typed(values))
    except ValueError:
        return None


def _typed(values: Mapping[str, Value]) -> dict[str, Any]:
    """The fields of `Settings` that the values name.

    Raises:
        ValueError: something is not right beyond doubt.
    """
    if not values.keys() <= _TEXTS.keys() | _LISTS.keys():
        raise ValueError("a key that means nothing")
    return {key: _typed_value(key, value) for key, value in values.items() if value is not None}


def _typed_value(key: str, value: str | list[str]) -> object:
    if key in _LISTS:
        items = [value] if isinstance(value, str) else value
        if key == "rubric" and not items:
            raise ValueError(key)
        return tuple(_LISTS[key](item) for item in items)
    if isinstance(value, list):
        raise ValueError(key)  # noqa: TRY004 - wrong in a file, not in the program
    return _TEXTS[key](value)


def _line(text: str) -> str:
    line = clean_line(text)
    if line is None:
        raise ValueError(text)
    return line


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return checked


def _one_of(*words: str) -> Callable[[str], str]:
    return _matching(re.compile("|".join(words)))


_TEXTS: Final[Mapping[str, Callable[[str], str]]] = {
    "journal": _line,
    "depth": _one_of("quick", "standard", "full"),
    "language": _matching(_LANGUAGE),
    "day": lambda word: _one_of(*WEEKDAYS.values())(full_weekday(word)),
    "prompts": _one_of("rotate", "steady"),
}
_LISTS: Final[Mapping[str, Callable[[str], object]]] = {
    "rubric": _matching(_ID),
    "people": _line,
    "share": _one_of(*KINDS),
    "support": _line,
    "away": away_range,
}
