"""Private blocks: the part of an answer that belongs to its writer alone."""

from __future__ import annotations

import re

PRIVATE = "%% private %%"
END = "%% end %%"

_ANY_PRIVATE = re.compile(r"[ \t]?%%\s*private\s*%%+", re.IGNORECASE)
_ANY_END = r"%%\s*end\s*%%+"
_WITHHELD = (  # in this order: a private part may hold anything, and a comment a lone `%%`
    rf"(?is){_ANY_PRIVATE.pattern}.*?(?:{_ANY_END}|\Z)",
    rf"(?is)\A.*{_ANY_END}",  # its beginning may have been lost
    r"(?s)[ \t]?<!--.*?(?:-->|\Z)",
    r"(?s)[ \t]?%%.*?(?:%%|\Z)",
)
"""Texts of patterns: few answers need them, and to compile them takes a while."""


def without_private(text: str) -> str:
    """An answer for other eyes: private blocks and their two lines removed; may be empty.

    An unclosed block goes to the end of the answer. An end without a beginning hides what stands
    before it as well: its beginning may have been lost, or may stand in the answer above.
    """
    public_lines: list[str] = []
    since_block = 0
    hidden = False
    for line in text.split("\n"):
        mark = line.rstrip()
        if mark == END:
            if not hidden:
                del public_lines[since_block:]
            hidden, since_block = False, len(public_lines)
        elif mark == PRIVATE:
            hidden = True
        elif not hidden:
            public_lines.append(line)
    return "\n".join(public_lines).strip("\n")


def redact_for_sharing(text: str) -> str:
    """An answer for whatever leaves or is quoted: no less is withheld than by `without_private`.

    The two lines count on a page only as they are written by the program, so that a text never
    turns private by chance. What leaves cannot be called back, so here whoever came near to them
    meant them: in any case, with other blanks, in the middle of a line. Comments of Obsidian and of
    HTML go as well: who reads the page there does not see them. What is never closed goes to the
    end of the answer.
    """
    if "%%" not in text and "<!--" not in text:  # nearly every answer
        return text.strip("\n")
    text = without_private(text)
    for pattern in _WITHHELD:
        text = re.sub(pattern, "", text)
    return text.strip("\n")


def nearly_private(text: str) -> list[int]:
    """Lines of a section, from 0, that look as if they began a private part, and do not."""
    numbers: list[int] = []
    hidden = False
    for index, line in enumerate(text.split("\n")):
        mark = line.rstrip()
        if mark in (PRIVATE, END):
            hidden = mark == PRIVATE
        elif not hidden and _ANY_PRIVATE.search(line):
            numbers.append(index)
    return numbers


def unbalanced_private(text: str) -> list[tuple[int, str]]:
    """Marks of private blocks in a section that have no partner: (line from 0, the mark)."""
    unbalanced: list[tuple[int, str]] = []
    opened: int | None = None
    for index, line in enumerate(text.split("\n")):
        mark = line.rstrip()
        if mark == PRIVATE and opened is None:
            opened = index
        elif mark == END:
            if opened is None:
                unbalanced.append((index, END))
            opened = None
    if opened is not None:
        unbalanced.append((opened, PRIVATE))
    return unbalanced
