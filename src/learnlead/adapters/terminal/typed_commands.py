"""Commands typed among answers: what they mean, which a text offers; how a question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from learnlead.app.prompter import QuestionView
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue, Choice, Kind
from learnlead.text.cells import fit
from learnlead.text.clean import harmless
from learnlead.text.limits import TooLong, line_within, text_within
from learnlead.text.problem_text import nearest

_COMMANDS: Final = {
    "back": "back",
    "b": "back",
    "skip": "skip",
    "s": "skip",
    "help": "help",
    "h": "help",
    "?": "help",
    "edit": "edit",
    "editor": "edit",
    "e": "edit",
    "quit": "quit",
    "q": "quit",
    "exit": "quit",
    "stop": "quit",
    "x": "x",
}
"""What may stand behind the stroke, and the word of command that it means."""

TRANSLATED: Final = ("back", "skip", "help", "quit", "edit")
"""Commands that each language has its own word for."""

_KEYS: Final = {"back": "/b", "skip": "/s", "help": "/?", "edit": "/e", "x": "/x"}
"""The same at a text on a screen."""

_SHORT: Final = 3
"""Words of fewer letters are near to too many."""

_NEARNESS: Final = 0.75


def command_in(line: str, words: Words) -> str:
    """The word of command that the line's first word names or nearly does; empty for none."""
    if not line.startswith("/") or not line[1:].strip():
        return ""
    name = line[1:].split(maxsplit=1)[0].lower()
    known = {words(f"word.{command}"): command for command in TRANSLATED}
    known |= _COMMANDS
    if name in known or len(name) < _SHORT:
        return known.get(name, "")
    near = nearest(name, [word for word in known if len(word) > _SHORT], _NEARNESS)
    return known[near] if near else ""


def key_of(command: str, words: Words) -> str:
    """The key that does on a screen what the command says."""
    return _KEYS.get(command, words("key.stop"))


def command_word(command: str, words: Words) -> str:
    """The command as it is typed in a plain sitting."""
    return words(f"word.{command}") if f"word.{command}" in words else command


def by_command(offers: Sequence[Choice]) -> dict[str, str]:
    """The text that each command takes up: `/1` the first."""
    return {f"/{number}": offer.value for number, offer in enumerate(offers, start=1)}


def offer_lines(offers: Sequence[Choice], width: int, words: Words) -> list[str]:
    """A line each, cut where it is too long: the whole text comes when it is taken up."""
    if not offers:
        return []
    labelled = zip(by_command(offers), offers, strict=True)
    lines = [f"{command} {harmless(offer.label, breaks=False)}" for command, offer in labelled]
    return [words("notes"), *(fit(line, width).rstrip() for line in lines)]


def with_note(text: str, note: str) -> str:
    """The answer so far, and the note on a line of its own."""
    return f"{text}\n{note}" if text else note


def how_to_answer(view: QuestionView, words: Words) -> str:
    """How the question is answered."""
    kind = view.question.kind
    if kind is Kind.CHOICE:
        return words("plain.number", n=len(view.question.choices))
    return words(f"plain.how.{kind}")


def rating_counts(view: QuestionView, words: Words) -> list[str]:
    """How many ratings there are of each kind; what is to come includes the one asked now."""
    if not view.ratings:
        return []
    skipped = sum(question.id in view.skipped for question, _ in view.ratings)
    rated = sum(rating is not None for _, rating in view.ratings)
    to_come = len(view.ratings) - rated - skipped
    return [words("plain.ratings", rated=rated, skipped=skipped, to_come=to_come)]


def values_by_number(values: Sequence[str], line: str) -> AnswerValue:
    """The values that the line names by their numbers; None where it says anything else."""
    words = line.replace(",", " ").split()
    if words in (["none"], ["0"]):
        return []
    if not words or not all(w.isdecimal() and 1 <= int(w) <= len(values) for w in words):
        return None
    return [v for n, v in enumerate(values, start=1) if str(n) in {str(int(w)) for w in words}]


_KEYS_ELSEWHERE = ("b", "s", "x", "?")
"""Keys of every other screen: alone in a text they are hardly an answer."""


def accepted_text(
    text: str, command: str, words: Words, confirmed: set[str], *, several_lines: bool
) -> tuple[str | None, str]:
    """The text as it is kept, or what hinders that; `confirmed` are lines that need no question."""
    if not command and text.strip() in _KEYS_ELSEWHERE:
        key = text.strip()
        return None, words("key-as-text", key=key)
    if not command and (line := _like_a_command(text, words, confirmed)):
        return None, words("like-a-key", line=line, key=key_of(command_in(line, words), words))
    try:
        return text_within(text) if several_lines else line_within(text), ""
    except TooLong as error:
        return None, words("too-long", letters=error.letters, most=error.most)
    except ValueError as error:
        return None, words("not-taken", error=error)


def _like_a_command(text: str, words: Words, confirmed: set[str]) -> str:
    """The first line that looks like a command and was not asked about; now it is."""
    for line in text.split("\n"):
        if line not in confirmed and command_in(line, words):
            confirmed.add(line)
            return line
    return ""
