"""Markers, ratings, outcomes and code fences on a page, and the escaping of texts around them."""

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

Fault = tuple[str, str]
"""What is wrong with a part of a page, and the remedy."""


class Marker(NamedTuple):
    """The marker of a heading.

    `kind` is a word of the format, `id` for the bare id of a behaviour, `foreign` where the format
    knows no marker, or `broken` where a known word lacks its id (`id` then holds the word).
    """

    kind: str
    id: str = ""


FOREIGN = Marker("foreign")
"""The marker of a heading without one that the format knows."""


class Fence(NamedTuple):
    """An open code fence: its marks, and the index of its first line."""

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
    """The marker in the HTML comment at the end of a heading line."""
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
    """Parse the text after `**Rating:**` as (relationship or None, mark); None if it is no rating.

    Accepted are `4`, `4 of 5`, `no opportunity` and `none made`, each with an optional label
    after `·` and an optional relationship's marker.
    """
    match = _RATING.fullmatch(value.strip())
    if match is None:
        return None
    score, no_opportunity, _, relationship = match.groups()
    if score is not None:
        return relationship, int(score)
    return relationship, NO_OPPORTUNITY if no_opportunity else NONE_MADE


def read_outcome(value: str) -> Outcome | None:
    """Parse the text after `**Outcome:**`; a label after `·` is ignored."""
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
    """Escape a text for the body; the inverse of `unescape_text`."""
    return _NEEDS_ONE.sub(r"\1\\", text)


def unescape_text(body: str) -> str:
    """Remove one backslash from each escaped line of a text in the body."""
    return _HAS_ONE.sub(r"\1", body) if "\\" in body else body


def escape_line(text: str) -> str:
    """Escape a one-line answer (with, cue, action) for the body."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unescape_line(body: str) -> str:
    """The inverse of `escape_line`."""
    return _ESCAPED.sub(r"\1", body) if "\\" in body else body


def escapes_in_text(body: str) -> list[int]:
    """The places of the backslashes that `unescape_text` removes."""
    return [match.end() - 1 for match in _HAS_ONE.finditer(body)]


def escapes_in_line(body: str) -> list[int]:
    """The places of the backslashes that `unescape_line` removes."""
    return [match.start() for match in _ESCAPED.finditer(body)]
