"""Somebody else's words in a file of Markdown: a quotation in which nothing comes to life.

Each line begins with `>`, so none of them is a heading, a marker or a rating of the page. The
signs that make an editor act or load something (links, pictures, HTML, formulas, queries) have a
backslash before them; `unquoted` takes away what `quotation` put there.
"""

from __future__ import annotations

import re

_ACTING = re.compile(r"[\\`<\[$%]")
_ESCAPED = re.compile(r"\\([\\`<\[$%])")


def quotation(text: str) -> str:
    """The text as a quotation, line for line."""
    lines = _ACTING.sub(r"\\\g<0>", text).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def unquoted(lines: list[str]) -> str:
    """The words of a quotation; lines that were added without a `>` belong to it."""
    bare = (re.sub(r"^ {0,3}> ?", "", line, count=1) for line in lines)
    return _ESCAPED.sub(r"\1", "\n".join(bare))
