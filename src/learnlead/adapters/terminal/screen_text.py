"""Pieces that every screen of a sitting is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, SOME, Block
from learnlead.app.keep import NOT_ON_PAGE_FILE
from learnlead.app.prompter import Entry
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.mark import NO_OPPORTUNITY
from learnlead.sitting.question import AnswerValue, Kind, Question
from learnlead.text.cells import cells, fit, wrap
from learnlead.text.clean import harmless

Keys = Iterable[tuple[str, str]]
"""Keys and what they do."""


def heading_line(text: str, width: int) -> Block:
    """The first line of every screen: where in the sitting it is; cut in a small window."""
    one_line: StyleAndTextTuples = [("class:heading", f" {fit(text, width - 1)}\n")]
    return Block((paragraph(text, width, "class:heading"), one_line, []), SOME)


def remark(text: str, width: int) -> list[Block]:
    """What is to be said about the last keys, if anything."""
    return [EMPTY_LINE, Block((paragraph(text, width, "class:trouble"),))] if text else []


def keys_below(keys: Keys, few: Keys, width: int) -> Block:
    """The keys of a screen at its foot; in a small window the `few` on one line."""
    short = keys_line(few, width)
    return Block((keys_line(keys, width), first_line(short)), SOME)


def paragraph(text: str, width: int, style: str = "", indent: str = " ") -> StyleAndTextTuples:
    """A text of several lines, broken between words, harmless for a terminal."""
    return [(style, f"{line}\n") for line in wrap(harmless(text), width, indent)]


def row(before: StyleAndTextTuples, text: str, width: int, style: str = "") -> StyleAndTextTuples:
    """A row of a list: what stands before the text, and the text's further lines below itself."""
    indent = sum(cells(part[1]) for part in before)
    first, *more = wrap(harmless(text), width - indent)
    further: StyleAndTextTuples = [(style, f"{' ' * indent}{line}\n") for line in more]
    return [*before, (style, f"{first}\n"), *further]


def keys_line(pairs: Keys, width: int) -> StyleAndTextTuples:
    """Keys and what they do, side by side, on as many lines as they need."""
    parts: StyleAndTextTuples = [("", " ")]
    used = 1
    for number, (key, does) in enumerate(pairs):
        length = cells(key) + cells(does) + 1
        if number and used + length + 3 > width:
            parts.append(("", "\n "))
            used = 1
        elif number:
            parts.append(("class:quiet", " · "))
            used += 3
        parts += [("class:key", key), ("class:quiet", f" {does}")]
        used += length
    parts.append(("", "\n"))
    return parts


def numbers_to(last: int) -> str:
    """The keys from 1 on, as they stand among the keys."""
    return f"1–{last}" if last > 1 else "1"


def first_line(parts: StyleAndTextTuples) -> StyleAndTextTuples:
    """The parts up to the first line break."""
    end = next(n for n, part in enumerate(parts) if "\n" in part[1])
    return [*parts[:end], ("", "\n")]


SKIPPED = "–"


def mark_text(rating: AnswerValue, labels: Sequence[str], words: Words = ENGLISH) -> str:
    """A mark in words: "4 mostly", "no opportunity", "–" for skipped."""
    if isinstance(rating, int):
        return f"{rating} {labels[rating - 1]}"
    if rating is None:
        return SKIPPED
    return words(rating) if isinstance(rating, str) and rating in words else str(rating)


def kept_beside(entries: Sequence[Entry], words: Words) -> str:
    """Where those are kept that will not be on the page; empty if none of them is kept."""
    if not any(entry.kept_elsewhere for entry in entries):
        return ""
    return words("left-out.kept", file=f"records/{NOT_ON_PAGE_FILE}")


def short_mark(rating: AnswerValue, words: Words = ENGLISH) -> str:
    """A mark where there is little room: "4", "n", "none", "–" for skipped."""
    if rating is None:
        return SKIPPED
    short = {"no-opportunity": "n", "none-made": words("none-made.short")}
    return short.get(str(rating), str(rating))


def answer_text(question: Question, answer: AnswerValue, labels: Sequence[str]) -> str:
    """An answer as the last page shows it, harmless for a terminal."""
    if answer is None:
        return SKIPPED
    if question.kind is Kind.RATING:
        absent = answer == NO_OPPORTUNITY
        return question.absent if absent else mark_text(answer, labels, question.words)
    if isinstance(answer, list):
        return "; ".join(map(question.label, answer)) or question.words("none-of-them")
    if question.kind is Kind.COUNT:
        did, _, times = str(answer).partition("/")
        return question.words("did-of", did=did, times=times)
    if question.kind is Kind.CHOICE:
        return question.label(str(answer))
    return harmless(str(answer))
