"""Terms of texts, words and pairs of words without stop words, and quotes that hold a term."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

from learnlead.i18n.languages import stop_words

LONGEST_QUOTE = 160
"""The length of a quote at most, ellipses included."""

_WORD_OR_OTHER = re.compile(r"([^\W\d_]+(?:['-][^\W\d_]+)*)|.")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_SENTENCES = (  # each end of one begins with a blank: most letters fail fast
    r"\s(?:(?:(?<=[.!?…]\s)|(?<=[.!?…][\"'”’)»]\s))\s*|(?<=\n)(?:\s*\n|(?=\s*[-*•>] )))"
)
_OWNS = "'s"
_CUT = "…"


def terms_in(text: str) -> set[str]:
    """The terms of a text, in small letters.

    A term is a word of two letters or more that is about something, or two such words with
    nothing but a blank between them. Figures and stop words of any language are no terms.
    """
    (terms,) = terms_of([text])
    return terms


def terms_of(texts: Iterable[str], least: int = 1) -> list[set[str]]:
    """The terms of each text, without words that occur in fewer than `least` of the texts.

    Pairs with such a word are left out too, since they occur in no more texts. All texts are
    processed together, so that each distinct token is analysed once.
    """
    known: dict[str, str] = {}  # interns equal tokens, which makes set operations faster
    token_lists = [[*map(known.setdefault, tokens, tokens)] for tokens in map(_tokens, texts)]
    odd = {token: _words(token) for token in known if not token.isalpha()}
    term_sets = [
        tokens.difference(odd).union(*map(odd.__getitem__, tokens & odd.keys()))
        for tokens in map(set, token_lists)
    ]
    often = {word for word, n in Counter(chain(*term_sets)).items() if n >= least and len(word) > 1}
    often -= stop_words()
    plain = {word: word for word in often if word not in odd}
    begins = plain | {token: words[0] for token, words in odd.items() if words[0] in often}
    ends = plain | {token: words[-1] for token, words in odd.items() if words[-1] in often}
    for terms, tokens in zip(term_sets, token_lists, strict=True):
        terms.intersection_update(often)
        terms.update(
            {
                f"{ends[left]} {begins[right]}"
                for left, right in pairwise(tokens)
                if left in ends and right in begins
            }
        )
    return term_sets


def quote_of(text: str, term: str) -> str | None:
    """The first sentence with the term, on one line, shortened to `LONGEST_QUOTE`, or None."""
    first, _, second = term.partition(" ")
    if first not in _small(text):  # most answers: far faster than tokenising
        return None
    for sentence in _sentences(text):
        if first in _small(sentence) and _holds(sentence, first, second):
            return _cut(" ".join(sentence.split()), term)
    return None


def _holds(sentence: str, first: str, second: str) -> bool:
    """Whether a word, or a pair if there is a second one, is among `terms_in(sentence)`."""
    words = [_words(token) for token in _tokens(sentence)]
    if not second:
        return any(first in parts for parts in words)
    return any(left[-1] == first and right[0] == second for left, right in pairwise(words))


@lru_cache(maxsize=1024)  # many themes occur in the same answers
def _sentences(text: str) -> list[str]:
    return re.split(_SENTENCES, text)  # compiled on first use: it takes long


def _tokens(text: str) -> list[str]:
    """The text's tokens, words and others; only adjacent words can form a pair."""
    text = _BLANK_LINE.sub(" . ", _small(text))
    for mark in ".,;:!?":  # most punctuation: after this nearly every token is a single word
        text = text.replace(mark, f" {mark} ")
    for blank in "\n\t\u00a0":  # not all blanks, as in `str.split`: others separate a pair
        text = text.replace(blank, " ")
    return list(filter(None, text.split(" ")))


def _words(token: str) -> tuple[str, ...]:
    """The words of a token in order, "" for any other character."""
    if token.isalpha():  # nearly every token
        return (token,)
    return tuple(word.removesuffix(_OWNS) for word in _WORD_OR_OTHER.findall(token))


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
