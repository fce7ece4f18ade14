"""Pieces that every one-key screen is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.plaintext.clean import harmless
from learnlead.reflection.question import Question
from learnlead.terminal.wrapping import cells, wrap

HELP = (
    "One key answers. b or ← goes back, s skips, Enter keeps what is marked.",
    "x says: this isn't for here. The sitting stops and nothing is kept unless you ask.",
    "Ctrl-C stops for now: every answer is on disk, and `learnlead reflect` goes on from here.",
)


def head(question: Question, width: int) -> StyleAndTextTuples:
    """Where one stands, the preface and the question itself."""
    parts = standing(question.standing, width)
    for sentence in question.preface:
        parts += paragraph(sentence, width, "class:preface")
    if question.preface:
        parts.append(("", "\n"))
    parts += paragraph(question.ask, width, "class:ask")
    parts.append(("", "\n"))
    return parts


def standing(text: str, width: int) -> StyleAndTextTuples:
    """The first lines of every screen: where one stands."""
    return [*paragraph(text, width, "class:standing"), ("", "\n")]


def paragraph(text: str, width: int, style: str = "", indent: str = " ") -> StyleAndTextTuples:
    """A text of several lines, broken between words, harmless for a terminal."""
    return [(style, f"{line}\n") for line in wrap(harmless(text), width, indent)]


def row(before: StyleAndTextTuples, text: str, width: int, style: str = "") -> StyleAndTextTuples:
    """A row of a list: what stands before the text, and the text's further lines below itself."""
    indent = sum(cells(part[1]) for part in before)
    first, *more = wrap(harmless(text), width - indent)
    further: StyleAndTextTuples = [(style, f"{' ' * indent}{line}\n") for line in more]
    return [*before, (style, f"{first}\n"), *further]


def fitted(
    above: StyleAndTextTuples,
    rows: Sequence[StyleAndTextTuples],
    below: StyleAndTextTuples,
    *,
    lines: int,
    place: int,
) -> StyleAndTextTuples:
    """A screen of so many lines: of too long a list, the rows around `place` are in sight."""
    room = lines - height(above) - height(below)
    first, last = 0, len(rows)
    while last - first > 1 and sum(map(height, rows[first:last])) > room:
        if place - first >= last - place:
            first += 1
        else:
            last -= 1
    return [*above, *(part for row in rows[first:last] for part in row), *below]


def height(parts: StyleAndTextTuples) -> int:
    """How many lines these parts take."""
    return sum(part[1].count("\n") for part in parts)


def keys_line(pairs: Iterable[tuple[str, str]], width: int) -> StyleAndTextTuples:
    """Keys and what they do, side by side, on as many lines as they need."""
    parts: StyleAndTextTuples = [("", " ")]
    used = 1
    for key, does in pairs:
        length = len(key) + len(does) + 4
        if used > 1 and used + length - 3 > width:
            parts.append(("", "\n "))
            used = 1
        parts += [("class:key", key), ("class:quiet", f" {does}   ")]
        used += length
    parts.append(("", "\n"))
    return parts
