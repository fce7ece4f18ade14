"""The cue and the action of a plan, cleaned for the sentence "If CUE, then I will ACTION".

Openings such as "if" and "I will" are removed in every language, whatever that of the sitting is:
`plan-words.yaml` of each language has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from learnlead.i18n.languages import area_of, languages, remembered, words_of_all
from learnlead.i18n.words import ENGLISH, Words

_SIGNS = ",:.…"
"""What is taken off with the blanks behind an opening."""

_ENDS_CUE = ",;…"
"""What parts a "then" from the cue before it."""

Phrase = tuple[str, ...]
"""Its words, in small letters."""

_QUOTES = "\"'”’“»"
"""What may stand behind a question that is quoted."""

_BLANK_OR_SIGN = ",:…"
"""What may stand behind an opening, beside a blank."""


def cue_words(text: str) -> str:
    """The cue without the "if" or "when" that it was begun with, and a "then" at its end.

    A text that would become empty is unchanged. Cleaning is idempotent.
    """
    return _cut(text, _shorter_cue)


def action_words(text: str) -> str:
    """The action without the "then", "I will" or "I" that it was begun with.

    "I am patient" becomes "be patient". A text that would become empty is unchanged. Cleaning is
    idempotent.
    """
    return _cut(text, _shorter_action)


def plan_of_line(line: str) -> tuple[str, str]:
    """The cue and the action of a plan on one line; where it names no cue, that is empty.

    They part at a "then" behind a comma, else at the first comma.
    """
    begin = _end_of_opening(line, _phrases("cue-begins"), before=_BLANK_OR_SIGN)
    commas = [at for at, sign in enumerate(line) if sign == "," and at >= begin]
    if not begin or not commas:
        return "", action_words(line)
    thens = (at for at in commas if _is_then(line[at + 1 :].lstrip()))
    at = next(thens, commas[0])
    return cue_words(line[:at]), action_words(line[at + 1 :].strip())


def _is_then(text: str) -> bool:
    return any(_end_of_phrase(text, phrase) is not None for phrase in _phrases("cue-ends"))


def clean_answer(question_id: str, text: str) -> str:
    """An answer as a sitting keeps it: cue and action are cleaned, others are unchanged."""
    clean = {"cue": cue_words, "action": action_words}.get(question_id)
    return clean(text) if clean else text


def plan_in_words(cue: str, action: str, words: Words = ENGLISH) -> str:
    """The plan as one sentence; after a question or an exclamation no full stop follows."""
    sentence = words("if-then", cue=cue, action=action.rstrip("."))
    ends = action.rstrip(_QUOTES)[-1:] in {*"?!…"}
    return sentence.removesuffix(".") if ends else sentence


def _cut(text: str, shorter: Callable[[str], str]) -> str:
    while (cut := shorter(text)) and cut != text:
        text = cut
    return text


def _shorter_cue(text: str) -> str:
    begin = _end_of_opening(text, _phrases("cue-begins"), before=_BLANK_OR_SIGN)
    text = text[begin:].rstrip(" \t,;")
    return text[: _start_of_ending(text)]


def _shorter_action(text: str) -> str:
    for opening, instead in _replacements():
        end = _end_of_phrase(text, opening)
        if end is not None and text[end : end + 1].isspace():
            rest = text[end:].lstrip()
            return f"{instead} {rest}" if instead and rest else rest
    openings = _phrases("action-begins")
    begin = _end_of_opening(text, openings, before=_BLANK_OR_SIGN)
    begin = begin or _end_of_opening(text, _phrases("action-begins-before-a-blank"))
    small = _phrases("action-begins-in-small-letters")
    if not begin and text.startswith(tuple(" ".join(words) for words in small)):
        begin = _end_of_opening(text, small)
    return text[begin:]


@remembered
def _phrases(key: str) -> tuple[Phrase, ...]:
    """Phrases of all languages, the longest first."""
    phrases = {tuple(phrase.split()) for phrase in words_of_all("plan-words", key)}
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))


@remembered
def _replacements() -> tuple[tuple[Phrase, str], ...]:
    """Openings of an action in all languages and what stands in their place, the longest first."""
    replacements: dict[Phrase, str] = {}
    for language in languages():
        instead = area_of(language, "plan-words").get("action-instead")
        for phrase, word in instead.items() if isinstance(instead, dict) else ():
            replacements[tuple(phrase.split())] = word if isinstance(word, str) else ""
    return tuple(sorted(replacements.items(), key=lambda item: (-len(item[0]), item[0])))


def _end_of_opening(text: str, phrases: Iterable[Phrase], before: str = "") -> int:
    """Where the text goes on behind one of the phrases, or behind an ellipsis; 0 without one."""
    for ellipsis in ("…", "..."):
        if text.startswith(ellipsis):
            return _end_of_signs(text, len(ellipsis))
    for phrase in phrases:
        end = _end_of_phrase(text, phrase)
        if end is not None and (text[end : end + 1].isspace() or text[end : end + 1] in {*before}):
            return _end_of_signs(text, end)
    return 0


def _end_of_signs(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in _SIGNS):
        at += 1
    return at


def _end_of_phrase(text: str, phrase: Phrase) -> int | None:
    """Where the phrase ends that the text begins with, in any letter case; None without one."""
    at = 0
    for number, word in enumerate(phrase):
        begin = at
        while number and at < len(text) and text[at].isspace():
            at += 1
        if (number and at == begin) or _small(text[at : at + len(word)]) != word:
            return None
        at += len(word)
    return at


def _start_of_ending(text: str) -> int:
    """Where a sign and a "then I will" begin that end the text; its length without one."""
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] == "…"):
        end -= 1
    for phrase in _phrases("cue-ends"):
        at = _start_of_phrase(text, end, phrase)
        if at is None:
            continue
        at = len(text[:at].rstrip())
        if at and text[at - 1] in _ENDS_CUE:
            return len(text[: at - 1].rstrip())
    return len(text)


def _start_of_phrase(text: str, end: int, phrase: Phrase) -> int | None:
    """Where the phrase begins that ends there; None without one."""
    at = end
    for number, word in enumerate(reversed(phrase)):
        begin = at
        at = len(text[:at].rstrip()) if number else at
        if (number and at == begin) or _small(text[max(0, at - len(word)) : at]) != word:
            return None
        at -= len(word)
    return at


def _small(text: str) -> str:
    return text.lower().replace("’", "'")
