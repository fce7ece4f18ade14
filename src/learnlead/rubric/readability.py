"""How many years at school an English text asks of its reader.

Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability formulas for Navy
enlisted personnel": 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted
by the spelling, as every program without a dictionary does: a word may be one off, a text of a
hundred words hardly is.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SENTENCE = re.compile(r"[.!?:;…]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(  # the e of make, used, notes, colleague, sometimes, agreement
    r"(?:[^laeiouy]|[aeiouy]l)e(?:$|(?=ment|ful|less|ly|thing|times|one$|body$|fore$))"
    r"|[^aeioudt]ed$|(?:[^aeioulycgsxz]|[aeiouy]l)(?<!ch)(?<!sh)es$|gues?$"
)
_APART = re.compile(  # two vowels in a row that are two sounds: idea, video, client, various, going
    r"ea(?=s?$)|cre(?=at(?!ure))|[^p]eo(?!u)|ie(?=t|n[ct])|ia(?![ln]\b)|[rv]ia(?=l)"
    r"|[^cgstx]io(?!ur)"
    r"|^io|[^gq]ua|[^gq]iu|[aeouy]ing|[^aeiouy]ism$"
)


def syllables(word: str) -> int:
    """Of an English word, by its spelling; 1 at least."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    found = len(_VOWELS.findall(plain)) + len(_APART.findall(plain))
    return max(1, found - len(_SILENT.findall(plain)))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade, in years at school; minus infinity where there is no word."""
    words = _WORD.findall(text)
    if not words:
        return float("-inf")
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    rest = bool(_WORD.search(text, ends[-1] if ends else 0))
    sentences = max(1, len(ends) + rest)
    sounds = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * sounds / len(words) - 15.59
