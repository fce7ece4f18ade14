"""Words of a person inside a page's Markdown: never mistaken for the page's own marks."""

from __future__ import annotations

import re

_MARK = r"(?:#|```|~~~|---|===|<|\*\*|- \[|> |%%)"
_NEEDS_ONE = re.compile(
    rf"^(?!%% (?:private|end) %%$)([ \t]*)(?=\\*{_MARK})",  # the private lines stay what they are
    re.MULTILINE,
)
_HAS_ONE = re.compile(rf"^([ \t]*)\\(?=\\*{_MARK})", re.MULTILINE)

_SPECIAL = re.compile(r"[\\*<%]")
_ESCAPED = re.compile(r"\\([\\*<%])")


def escape_text(text: str) -> str:
    """A stored answer as it stands in the body; `unescape_text` gives it back."""
    return _NEEDS_ONE.sub(r"\1\\", text)


def unescape_text(body: str) -> str:
    """The answer that stands in the body: exactly one backslash less on each escaped line."""
    return _HAS_ONE.sub(r"\1", body) if "\\" in body else body


def escape_line(text: str) -> str:
    """A one-line answer (with, cue, action) as it stands in the body."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unescape_line(body: str) -> str:
    """The one-line answer that stands in the body."""
    return _ESCAPED.sub(r"\1", body) if "\\" in body else body


def escapes_in_text(body: str) -> list[int]:
    """The places of the backslashes that `unescape_text` takes out."""
    return [found.end() - 1 for found in _HAS_ONE.finditer(body)]


def escapes_in_line(body: str) -> list[int]:
    """The places of the backslashes that `unescape_line` takes out."""
    return [found.start() for found in _ESCAPED.finditer(body)]
