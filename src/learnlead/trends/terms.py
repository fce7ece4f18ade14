"""Terms of a text: its words and pairs of words that could be a theme."""

from __future__ import annotations

import re

from learnlead.trends.stop_words import STOP_WORDS

LONGEST_QUOTE = 160
"""Letters that a quote has at most, the marks of what was cut among them."""

_WORD_AND_GAP = re.compile(
    r"([^\W\d_]+(?:['-][^\W\d_]+)*)"
    r"([ \t\u00a0]*\n?[ \t\u00a0]*(?=[^\W\d_]))?"  # nothing but a blank before the next word
)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'”’)»])\s+|\n\s*\n|\n(?=\s*[-*•>] )")
_OWNS = "'s"
_CUT = "…"


def terms_in(text: str) -> set[str]:
    """The terms of a text, in small letters.

    A term is a word of two letters or more that is about something, or two such words with
    nothing but a blank between them. Figures and `STOP_WORDS` are no terms.
    """
    found: set[str] = set()
    before = ""
    for written, gap in _WORD_AND_GAP.findall(_small(text)):
        word = written.removesuffix(_OWNS)
        if len(word) < 2 or word in STOP_WORDS:
            before = ""
            continue
        found.add(word)
        if before:
            found.add(f"{before} {word}")
        before = word if gap else ""
    return found


def quote_of(text: str, term: str) -> str | None:
    """The first sentence with the term, on one line, a long one cut around it; None without one."""
    first = term.partition(" ")[0]
    if first not in _small(text):  # most answers of a sitting: far quicker than to take them apart
        return None
    for sentence in _SENTENCES.split(text):
        if first in _small(sentence) and term in terms_in(sentence):
            return _cut(" ".join(sentence.split()), term)
    return None


def _cut(sentence: str, term: str) -> str:
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    at = max(_small(sentence).find(term), 0)
    start = max(0, min(at - LONGEST_QUOTE // 3, len(sentence) - LONGEST_QUOTE))
    part = sentence[start : start + LONGEST_QUOTE]
    if start:
        part = _CUT + part[1:].partition(" ")[2]
    if start + LONGEST_QUOTE < len(sentence):
        part = part[:-1].rpartition(" ")[0] + _CUT
    return part


def _small(text: str) -> str:
    return text.lower().replace("’", "'")
