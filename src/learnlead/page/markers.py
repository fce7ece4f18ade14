"""The marks on a page that carry meaning: heading markers, ratings, outcomes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from learnlead.rubric.model import HEADINGS, RESERVED
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, OUTCOMES, Mark, Outcome

_WITH_ID = frozenset({"moment", "answer"})
"""Markers of a word and an id."""

_COMMENT_AT_END = re.compile(r"<!--([^<>]*)-->\s*$")
_OUTCOMES: dict[str, Outcome] = {outcome: outcome for outcome in OUTCOMES}
_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_RATING = re.compile(
    r"(?:([1-5])(?: of 5)?|(no opportunity)|(none made))"
    r"[ \t]*+(?:·(?:\\.|[^\\<])*+)?"  # a label, for people only
    r"(?:<!--[ \t]*([a-z][a-z0-9-]{0,63})[ \t]*-->)?"
)


class Marker(NamedTuple):
    """What a heading's marker means.

    `kind` is a word of the format, `id` for the bare id of a behaviour, `foreign` where the format
    knows no marker, or `broken` where a known word lacks its id (`id` then holds the word).
    """

    kind: str
    id: str = ""


FOREIGN = Marker("foreign")
"""Of a heading in which the format knows no marker."""


class Fence(NamedTuple):
    """A code fence that is open: its marks, and where it began."""

    marks: str
    at: int

    @staticmethod
    def after(running: Fence | None, line: str, at: int) -> Fence | None:
        """The fence that is open after a line that begins with three backticks or tildes.

        As CommonMark 0.31, 4.5: closed by at least as many of the same marks and nothing else.
        """
        info = line.lstrip(line[0])
        marks = line[: len(line) - len(info)]
        if running is not None:
            closes = marks.startswith(running.marks) and not info.strip()
            return None if closes else running
        return None if marks[0] == "`" and "`" in info else Fence(marks, at)


@lru_cache(maxsize=1024)  # the same ids come back page after page
def is_id(text: str) -> bool:
    """Whether the text has the form of an id."""
    return _ID.fullmatch(text) is not None


def read_marker(heading: str) -> Marker:
    """The meaning of the HTML comment at the end of a heading line."""
    match = _COMMENT_AT_END.search(heading)
    if match is None:
        return FOREIGN
    word, _, rest = match[1].strip().partition(" ")
    if not rest and word in HEADINGS:
        return Marker(word)
    if not rest and is_id(word) and word not in RESERVED:
        return Marker("id", word)
    if word not in _WITH_ID:
        return FOREIGN
    return Marker(word, rest.strip()) if is_id(rest.strip()) else Marker("broken", word)


def read_rating(value: str) -> tuple[str | None, Mark] | None:
    """What follows `**Rating:**`, as (relationship or None, mark); None where it is no rating.

    Accepted are `4`, `4 of 5`, `no opportunity`, `none made`, each with or without a label after
    `·` and a relationship's marker.
    """
    match = _RATING.fullmatch(value.strip())
    if match is None:
        return None
    score, no_opportunity, _, relationship = match.groups()
    if score is not None:
        return relationship, int(score)
    return relationship, NO_OPPORTUNITY if no_opportunity else NONE_MADE


def read_outcome(value: str) -> Outcome | None:
    """What follows `**Outcome:**`; a label after `·` is ignored."""
    return _OUTCOMES.get(value.partition("·")[0].strip())


_MARK = r"(?:#|```|~~~|---|===|<|\*\*|- \[|> |%%)"
_NEEDS_ONE = re.compile(
    rf"^(?!%% (?:private|end) %%$)([ \t]*)(?=\\*{_MARK})",  # the private lines stay what they are
    re.MULTILINE,
)
_HAS_ONE = re.compile(rf"^([ \t]*)\\(?=\\*{_MARK})", re.MULTILINE)

_SPECIAL = re.compile(r"[\\*<%]")
_ESCAPED = re.compile(r"\\([\\*<%])")


def escape_text(text: str) -> str:
    """A stored answer as it stands in the body; `unescape_text` gives it back."""
    return _NEEDS_ONE.sub(r"\1\\", text)


def unescape_text(body: str) -> str:
    """The answer that stands in the body: exactly one backslash less on each escaped line."""
    return _HAS_ONE.sub(r"\1", body) if "\\" in body else body


def escape_line(text: str) -> str:
    """A one-line answer (with, cue, action) as it stands in the body."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unescape_line(body: str) -> str:
    """The one-line answer that stands in the body."""
    return _ESCAPED.sub(r"\1", body) if "\\" in body else body


def escapes_in_text(body: str) -> list[int]:
    """The places of the backslashes that `unescape_text` takes out."""
    return [match.end() - 1 for match in _HAS_ONE.finditer(body)]


def escapes_in_line(body: str) -> list[int]:
    """The places of the backslashes that `unescape_line` takes out."""
    return [match.start() for match in _ESCAPED.finditer(body)]
