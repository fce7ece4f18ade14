"""The cue and the action of a plan, cleaned for the sentence "If CUE, then I will ACTION".

English and German openings such as "if" and "I will" are removed, whatever the sitting's language.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.mark import Outcome

OUTCOME_WORDS: dict[Outcome, str] = {
    "done": "done",
    "partly": "partly done",
    "not-done": "not done",
    "cue-never-came": "the cue never came",
    "dropped": "let go",
}
"""The outcomes of a plan, for people."""

_REST = r"[\s,:.…]*"
_IF = re.compile(
    rf"(?:…|\.\.\.|(?:if|when|whenever|as soon as|wenn|sobald)(?=[\s,:…])){_REST}", re.IGNORECASE
)
_THEN = re.compile(
    r"\s*[,;…]\s*(?:then(?:\s+i(?:\s+will|['’]ll)?)?|dann(?:\s+werde(?:\s+ich)?)?)[\s…]*$",
    re.IGNORECASE,
)
_I_WILL = re.compile(
    rf"(?:…|\.\.\.|(?:and\s+)?then(?=[\s,:…])|i(?=\s)|i['’]ll(?=\s)|(?-i:will)(?=\s)"
    rf"|(?:und\s+)?dann(?=[\s,:…])|(?:werde\s+ich|ich\s+werde)(?=\s)){_REST}",
    re.IGNORECASE,
)
_I_AM = re.compile(r"i(?:\s+am|['’]m)\s+(going\s+to\s+)?", re.IGNORECASE)

_AT_THE_END = 40
"""How many last letters are searched for a "then I will", which bounds the time it takes."""


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


def clean_answer(question_id: str, text: str) -> str:
    """An answer as a sitting keeps it: cue and action are cleaned, others are unchanged."""
    clean = {"cue": cue_words, "action": action_words}.get(question_id)
    return clean(text) if clean else text


def plan_in_words(cue: str, action: str, words: Words = ENGLISH) -> str:
    """The plan as one sentence."""
    return words("if-then", cue=cue, action=action.rstrip("."))


def _cut(text: str, shorter: Callable[[str], str]) -> str:
    while (cut := shorter(text)) and cut != text:
        text = cut
    return text


def _shorter_cue(text: str) -> str:
    begun = _IF.match(text)
    text = (text[begun.end() :] if begun else text).rstrip(" \t,;")
    head, tail = text[:-_AT_THE_END], text[-_AT_THE_END:]
    return head + _THEN.sub("", tail)


def _shorter_action(text: str) -> str:
    if being := _I_AM.match(text):
        rest = text[being.end() :]
        return rest if being[1] or not rest else f"be {rest}"
    begun = _I_WILL.match(text)
    return text[begun.end() :] if begun else text
