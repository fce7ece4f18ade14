"""Typed text broken between its words, where prompt_toolkit would break within them."""

from __future__ import annotations

import re

from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

_WORD_OR_BLANKS = re.compile(r"[ ]+|[^ ]+")


class WholeWords(Processor):
    """A word that does not fit on the rest of its row begins the next one, without a blank.

    Only what is shown changes: the text itself stays as it is typed.
    """

    def __init__(self, indent: int) -> None:
        """`indent` is how many cells of each row stand before the text."""
        self._indent = indent

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """See `Processor`."""
        fragments = explode_text_fragments(transformation_input.fragments)
        words = fragment_list_to_text(fragments)
        room = max(transformation_input.width - self._indent, 1)
        shown: StyleAndTextTuples = []
        places: list[int] = []
        column, row_is_new = 0, False
        for found in _WORD_OR_BLANKS.finditer(words):
            blank = found[0].startswith(" ")
            width = sum(map(_width, found[0]))
            if not blank and column + width > room >= width and column:
                shown += [("", " ")] * (room - column)
                column = 0
            for at in range(*found.span()):
                places.append(len(shown))
                if blank and (row_is_new or column == room):
                    column, row_is_new = 0, True
                    continue
                row_is_new = False
                shown.append(fragments[at])
                wide = _width(words[at])
                column = wide if column + wide > room else column + wide
        places.append(len(shown))
        return Transformation(
            shown,
            source_to_display=lambda at: places[min(at, len(places) - 1)],
            display_to_source=lambda at: next(
                (source for source, place in enumerate(places) if place >= at), len(words)
            ),
        )


def _width(character: str) -> int:
    """Cells on the screen, where a control character shows as two signs."""
    return 2 if character < " " or character == "\x7f" else get_cwidth(character)
