"""How long what somebody writes may be: the same when it is typed, on a page, in a bundle."""

from __future__ import annotations

from typing import Final

from learnlead.text.clean import clean_line, clean_text

TEXT_AT_MOST: Final = 1_000_000
"""Letters of an answer of several lines."""

LINE_AT_MOST: Final = 10_000
"""Letters of an answer of one line: a note, a cue, with whom."""

FILE_AT_MOST: Final = 16_000_000
"""Bytes of a file that is still read whole, and so of one that is still written."""


BUNDLE_AT_MOST: Final = 64_000_000
"""Bytes of all files of a bundle together."""


class TooLong(ValueError):  # noqa: N818 - says what is the case
    """An answer is longer than any may be; its message is in plain words, and has none of it.

    Attributes:
        letters: how many it has.
        most: how many it may have.
    """

    def __init__(self, letters: int, most: int) -> None:
        self.letters = letters
        self.most = most
        super().__init__(f"the text has {letters:,} letters, and {most:,} are the most")


def remedy_for(error: ValueError) -> str:
    """What to do about a text that `text_within` or `line_within` refuses."""
    return "shorten it" if isinstance(error, TooLong) else "take it out"


def text_within(text: str, most: int = TEXT_AT_MOST) -> str | None:
    """As `clean_text`.

    Raises:
        TooLong: it has more letters than an answer may have.
        ValueError: it holds a character that no answer may hold.
    """
    return _within(clean_text(text), most)


def line_within(text: str, most: int = LINE_AT_MOST) -> str | None:
    """As `clean_line`.

    Raises:
        TooLong: it has more letters than a line may have.
        ValueError: it holds a character that no answer may hold.
    """
    return _within(clean_line(text), most)


def _within(text: str | None, most: int) -> str | None:
    if text is not None and len(text) > most:
        raise TooLong(len(text), most)
    return text
