"""What wears a question out, as far as the words alone tell: for texts in English.

All of it is guesswork by spelling. It serves warnings, never errors, and leaves out what it would
often take for something else ("first and second", "learning and results").
"""

from __future__ import annotations

import re

from learnlead.i18n.languages import ORIGINAL, remembered, words_of
from learnlead.text.phrase import any_of

_LINKS = r"and(?:\s+then|\s+also|\s+even)?|then"

_ANY = re.compile(r"any(?:one|body|thing)", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:before|until|if|unless|whether)\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[,;:.!?]")
_WHY = re.compile(
    r"\bwhy\s+(?:did|do|have|were|are|would)(?:n['’]t)?\s+(?:you|not)\b", re.IGNORECASE
)
_OUTSIDE = re.compile(r"when\s+(?:i|we|my\s+team\s+and\s+i)\b", re.IGNORECASE)
_SUCCESS = re.compile(
    r"(?:when|where|how often|whom?|which \w+|what) did you (?:\w+ ){0,2}?(\w+)", re.IGNORECASE
)
_COST = re.compile(
    r"\b(?:even|although|though|despite|in spite of|instead of|anyway|at the price of"
    r"|g[ai]ve (?:\w+ ){0,4}up|g[ai]ve (?:\w+ ){1,2}(?:an? )?(?:day|hour|week|evening|afternoon)"
    r"|put(?:ting)? (?:\w+ ){0,5}(?:aside|off|back)|mov(?:ed?|ing)|los[et]|cost(?:s|ing)?"
    r"|left out|took back|drop(?:s|ped)?|risk(?:ed|s)?|missed|cancel(?:led|s)?|late|slower|slow"
    r"|harder|spent|did (?:a )?part of (?:it|his|her|their))\b",
    re.IGNORECASE,
)
_IN_SPITE = re.compile(
    r"\b(?:even (?:though|when|if|with|after)|although|despite|in spite of)\b", re.IGNORECASE
)


def is_english(language: str) -> bool:
    """Whether the language of a file is one of the English ones."""
    return language.lower().partition("-")[0] == "en"


def _any_word(key: str) -> str:
    """A regular expression for each word of that list in `craft.yaml`."""
    return any_of(words_of(ORIGINAL, "craft", key))


@remembered
def _idiom() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_word('idioms')})\b", re.IGNORECASE)


@remembered
def _absolute() -> re.Pattern[str]:
    absolutes = _any_word("absolutes")
    return re.compile(
        rf"\b(?<!at )(?<!after )(?<!above )(?:{absolutes})\b(?! other)", re.IGNORECASE
    )


@remembered
def _absolute_of_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_word('absolutes-of-time')})\b", re.IGNORECASE)


@remembered
def _second_act() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_LINKS})\s+(?:(?:i|we|they)\s+)?(?:\w+ly\s+)?"
        rf"(?!(?:{_any_word('no-verbs')})\b)(?:{_any_word('verbs')}|\w{{2,}}ed)\b",
        re.IGNORECASE,
    )


def idiom_in(text: str) -> str | None:
    """The first figure of speech, as it stands there."""
    return _match_of(_idiom(), text)


def absolute_in(text: str) -> str | None:
    """The first word that leaves no room for a scale, such as always or nobody.

    "Anything" does in "I was there for anything", and not where it means a single thing: behind
    "before" or "if", and in a question.
    """
    words = (word for word in _absolute().finditer(text) if not _means_one(word))
    return next((" ".join(word[0].split()) for word in words), None)


def absolute_time_in(text: str) -> str | None:
    """The first word that tells of more than one occasion can, such as always."""
    return _match_of(_absolute_of_time(), text)


def second_act_in(text: str) -> str | None:
    """Where a second act begins, such as `and waited`: the link and the verb behind it."""
    return _match_of(_second_act(), text)


def names_a_cost(text: str) -> bool:
    """Whether the text says what something cost, or in spite of what it was done."""
    return bool(_COST.search(text))


def makes_an_effort(text: str) -> bool:
    """Whether the text says in spite of what something was done."""
    return bool(_IN_SPITE.search(text))


def comes_from_outside(when: str) -> bool:
    """Whether the occasion is another's: neither I nor we begin it."""
    return (
        bool(when)
        and re.match(r"when\b", when, re.IGNORECASE) is not None
        and (_OUTSIDE.match(when) is None)
    )


def takes_for_done(wording: str, act: str) -> bool:
    """Whether a question takes the act itself for done, as "When did you ask …?" does.

    `act` is an item's `i`; looked at is its first verb, by its spelling.
    """
    first = re.search(r"\bi (?:\w+ly )?(\w+)", act, re.IGNORECASE)
    match = _SUCCESS.match(wording)
    if first is None or match is None:
        return False
    asked, verb = match[1].lower(), first[1].lower()
    return verb.endswith("ed") and asked in {verb[:-2], verb[:-1], verb[:-3]}


def asks_for_reasons(text: str) -> bool:
    """Whether it asks somebody to justify what was done or left."""
    return bool(_WHY.search(text))


def _means_one(word: re.Match[str]) -> bool:
    if not _ANY.fullmatch(word[0]):
        return False
    *_, clause = _CLAUSE_ENDS.split(word.string[: word.start()])
    sentence_end = re.search(r"[.!?]", word.string[word.end() :])
    asked = sentence_end is not None and sentence_end[0] == "?"
    return asked or _OF_ONE.search(clause) is not None


def _match_of(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return None if match is None else " ".join(match[0].split())


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
    vowels = len(_VOWELS.findall(plain)) + len(_APART.findall(plain))
    return max(1, vowels - len(_SILENT.findall(plain)))


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
