"""A marked block of ours in a text that belongs to somebody else.

Texts are split at line feeds alone and joined again as they were, so that every other line keeps
its bytes: CRLF, form feeds, letters of any encoding.
"""

from __future__ import annotations

from learnlead.errors import LearnleadError, Problem

_JOINED = " (the line above had no end)"


def with_block(text: str, block: str, block_id: str) -> str:
    """The text with the block in place of an older one of that id, else at its end.

    Args:
        text: whole lines, but for the last one.
        block: the lines between the marks, each with its end.
        block_id: letters, digits and hyphens.

    Raises:
        LearnleadError: an older block has lost its end.
    """
    found = _find(text, block_id)
    before, joined, after = found or (text, not text.endswith("\n") and text != "", "")
    ending = "\n" if joined and not found else ""
    return f"{before}{ending}{_marked(block, block_id, joined=joined)}{after}"


def without_block(text: str, block_id: str) -> str:
    """The text as it was before the block came in; the same text where there is none.

    Raises:
        LearnleadError: the block has lost its end.
    """
    found = _find(text, block_id)
    if found is None:
        return text
    before, joined, after = found
    return before[:-1] if joined and not after else before + after


def block_in(text: str, block_id: str) -> str | None:
    """The block with its marks, or None where there is none.

    Raises:
        LearnleadError: the block has lost its end.
    """
    found = _find(text, block_id)
    return None if found is None else text[len(found[0]) : len(text) - len(found[2])]


def _marked(block: str, block_id: str, *, joined: bool) -> str:
    note = _JOINED if joined else ""
    return f"{_begin(block_id)}{note}\n{block}{_end(block_id)}\n"


def _begin(block_id: str) -> str:
    return f"# begin {block_id}"


def _end(block_id: str) -> str:
    return f"# end {block_id}"


def _find(text: str, block_id: str) -> tuple[str, bool, str] | None:
    """What stands before the block, whether it joined a line without an end, what stands after."""
    begin = _begin(block_id)
    lines = text.split("\n")
    bare = [line.rstrip() for line in lines]  # an editor may have left blanks or a CR
    first = next((n for n, line in enumerate(bare) if line in (begin, begin + _JOINED)), None)
    if first is None:
        return None
    if _end(block_id) not in bare[first:]:
        message = f"the block of learnlead that begins in line {first + 1} has lost its end"
        raise LearnleadError(
            Problem(message, f"write the line `{_end(block_id)}` below it, or remove the block")
        )
    last = bare.index(_end(block_id), first)
    before = "".join(f"{line}\n" for line in lines[:first])
    return before, bare[first] != begin, "\n".join(lines[last + 1 :])
