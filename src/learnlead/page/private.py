"""Private blocks: the parts of an answer that are shown to nobody but its writer."""

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
"""Pattern texts, compiled on first use, since few answers need them."""


def without_private(text: str) -> str:
    """The answer without its private blocks and their two marker lines; may be empty.

    An unclosed block reaches to the end of the answer. An end marker without a begin marker hides
    everything before it, since the begin marker may be lost or stand in the answer above.
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
    """The answer as it may be exported or quoted: at least what `without_private` removes is gone.

    On a page only the exact marker lines count, so that no text turns private by chance. An export
    cannot be undone, so here near misses count too: other letter case, other blanks, in the middle
    of a line. Comments of Obsidian and HTML are removed as well, since Obsidian and browsers hide
    them. What is never closed reaches to the end of the answer.
    """
    if "%%" not in text and "<!--" not in text:  # the usual case
        return text.strip("\n")
    text = without_private(text)
    for pattern in _WITHHELD:
        text = re.sub(pattern, "", text)
    return text.strip("\n")


def nearly_private(text: str) -> list[int]:
    """Lines of a section, counted from 0, that resemble a begin marker and are none."""
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
    """Begin and end markers in a section without a counterpart: (line from 0, marker)."""
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
