"""Which names a page may have."""

from __future__ import annotations

import re

from learnlead.text.clean import is_utf8

_NAME_PART = r"[^\s/\\<>\x00-\x1f\x7f-\x9f]+"
STEM_PATTERN = rf"^{_NAME_PART}(?: +{_NAME_PART})*$"  # people call a page `2026-11-20 Friday` too
"""A page's file name without `.md`."""

STEM_AT_MOST = 200
"""Letters."""

_STEM = re.compile(STEM_PATTERN)


def is_stem(text: str) -> bool:
    """Whether a page may be named so; whatever else it is, it can be written on another page."""
    if len(text) > STEM_AT_MOST or _STEM.fullmatch(text) is None:
        return False
    return is_utf8(text)
