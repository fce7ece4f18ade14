"""Terminals that know few letters: ours are spelled with those that they have."""

from __future__ import annotations

from typing import Final

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
