"""How the screens of a sitting look: the only place that names a colour."""

from __future__ import annotations

from typing import Final

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.styles import Style

from learnlead.text.cells import wrap
from learnlead.text.clean import harmless

BAR: Final = "▌ "
"""Stands before each line of the leader's own words, also where there is no colour."""

_ACCENT: Final = "#00875f"
_QUIET: Final = "#767676"
_TROUBLE: Final = "#af5f5f"

STYLE: Final = Style.from_dict(
    {
        "heading": _QUIET,
        "ask": "bold",
        "own": _ACCENT,
        "here": "bold",
        "mark": f"bold {_ACCENT}",
        "key": f"bold {_QUIET}",
        "quiet": _QUIET,
        "trouble": _TROUBLE,
    }
)
"""Each colour has a contrast of 4.5 to 1 at least, on white and on black (trouble, accent and
quiet alike); what must be read besides is in the terminal's own colour."""

WITHOUT_COLOUR: Final = Style.from_dict({"ask": "bold", "here": "bold", "mark": "bold"})


def own_words(text: str, width: int, indent: int = 1) -> StyleAndTextTuples:
    """Words of the leader's, with the bar before each line."""
    before = f"{' ' * indent}{BAR}"
    return [("class:own", f"{line}\n") for line in wrap(harmless(text), width, before)]
