"""Text from people, normalised once; text for terminals, made harmless."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

BOM: Final = "\ufeff"
"""The byte order mark that some editors put at the beginning of a file."""

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def refused_character(text: str) -> str | None:
    """The name of the first character that no answer may hold, or None.

    Refused are NUL, lone surrogates and control characters other than tab and line breaks.
    """
    if text.isprintable():  # most lines, and many times as fast
        return None
    match = _REFUSED.search(text.replace("\r\n", "\n").replace("\r", "\n"))
    if match is None:
        return None
    point = ord(match.group())
    kind = "a lone surrogate" if 0xD800 <= point <= 0xDFFF else "a control character"
    return f"{kind} (U+{point:04X})"


def is_utf8(text: str) -> bool:
    """Whether it has no lone surrogates, which stand for bytes that were not UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def clean_text(text: str) -> str | None:
    """An answer as it is kept: several lines, or None when nothing is left.

    CRLF and CR become LF, trailing blanks leave each line, blank lines leave both ends.

    Raises:
        ValueError: the text holds a character that `refused_character` names.
    """
    if refused := refused_character(text):
        raise ValueError(f"the text holds {refused}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n") or None


def clean_line(text: str) -> str | None:
    """An answer of one line: as `clean_text`, each line break and its blanks one blank."""
    if text.isprintable() and text.strip() == text:  # most of them, and many times as fast
        return text or None
    cleaned = clean_text(text)
    if cleaned is None:
        return None
    lines = (line.strip() for line in cleaned.split("\n"))
    return " ".join(line for line in lines if line) or None


def harmless(text: str, *, breaks: bool = True) -> str:
    """Text from a file, safe to print on a terminal.

    Every control character prints as `�`, as do marks that reorder text invisibly; tab stays,
    and the line break stays unless `breaks` is False.
    """
    kept = "\t\n" if breaks else "\t"
    if text.isprintable():
        return text
    return "".join(
        c if c in kept or not (unicodedata.category(c) in ("Cc", "Cs") or c in _REORDERING) else "�"
        for c in text
    )


_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


SPELLED: Final = "learnlead.spelled"
"""Under this name `spell` is registered as a handler of errors."""

_AS: Final = {
    # blocks of a sparkline: the rating itself, so that a chart stays a chart
    **dict(zip("▁▂▃▅▇", "12345", strict=True)),
    **dict(zip("■○·", "#o.", strict=True)),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("–—−‑", "-"),
    **dict(zip("↑↓›•φ", ("^", "v", ">", "*", "phi"), strict=True)),
    "…": "...",
    "▌": "|",
    "→": "->",
    "←": "<-",
    "×": "x",
    "√": "sqrt ",
    "≥": ">=",
    "≤": "<=",
    "✓": "x",
    "\u00a0": " ",
    "\u202f": " ",
}


def spell(error: UnicodeError) -> tuple[str, int]:
    """A handler for `codecs.register_error`: what stands for the letters that cannot be shown.

    Our own signs are spelled; a letter of the user's that the terminal lacks becomes `?`. An
    arrow takes the blank behind it with it, so that columns stay where they are.

    Raises:
        UnicodeError: it is not about showing text.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    spelled = ""
    at = error.start
    while at < error.end:
        letter = error.object[at]
        spelled += _AS.get(letter, "?")
        at += 1
        if letter in "→←" and error.object[at : at + 1] == " ":
            at += 1
    return spelled, at
