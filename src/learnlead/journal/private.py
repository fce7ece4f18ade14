"""Private blocks: the part of an answer that belongs to its writer alone."""

from __future__ import annotations

PRIVATE = "%% private %%"
END = "%% end %%"


def without_private(text: str) -> str:
    """An answer for other eyes: private blocks and their two lines removed; may be empty.

    An unclosed block goes to the end of the answer. An end without a beginning hides what stands
    before it as well: its beginning may have been lost, or may stand in the answer above.
    """
    kept: list[str] = []
    since_block = 0
    hidden = False
    for line in text.split("\n"):
        mark = line.rstrip()
        if mark == END:
            if not hidden:
                del kept[since_block:]
            hidden, since_block = False, len(kept)
        elif mark == PRIVATE:
            hidden = True
        elif not hidden:
            kept.append(line)
    return "\n".join(kept).strip("\n")


def unbalanced_private(text: str) -> list[tuple[int, str]]:
    """Marks of private blocks in a section that have no partner: (line from 0, the mark)."""
    found: list[tuple[int, str]] = []
    opened: int | None = None
    for index, line in enumerate(text.split("\n")):
        mark = line.rstrip()
        if mark == PRIVATE and opened is None:
            opened = index
        elif mark == END:
            if opened is None:
                found.append((index, END))
            opened = None
    if opened is not None:
        found.append((opened, PRIVATE))
    return found
