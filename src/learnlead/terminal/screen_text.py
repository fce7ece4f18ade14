"""Pieces that every one-key screen is made of."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.plaintext.clean import harmless
from learnlead.reflection.question import Question
from learnlead.terminal.wrapping import wrap

HELP = (
    "One key answers. b or ← goes back, s skips, Enter keeps what is marked.",
    "x says: this isn't for here. The sitting stops and nothing is kept unless you ask.",
    "Ctrl-C stops for now: every answer is on disk, and `learnlead reflect` goes on from here.",
)


def head(question: Question, width: int) -> StyleAndTextTuples:
    """Where one stands, the preface and the question itself."""
    parts: StyleAndTextTuples = [("class:standing", f" {question.standing}\n\n")]
    for sentence in question.preface:
        parts += paragraph(sentence, width, "class:preface")
    if question.preface:
        parts.append(("", "\n"))
    parts += paragraph(question.ask, width, "class:ask")
    parts.append(("", "\n"))
    return parts


def paragraph(text: str, width: int, style: str = "", indent: str = " ") -> StyleAndTextTuples:
    """A text of several lines, broken between words, harmless for a terminal."""
    return [(style, f"{line}\n") for line in wrap(harmless(text), width, indent)]


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
