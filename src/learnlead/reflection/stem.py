"""How a page may be named."""

from __future__ import annotations

_NAME_PART = r"[^\s/\\<>\x00-\x1f\x7f-\x9f]+"
STEM_PATTERN = rf"^{_NAME_PART}(?: +{_NAME_PART})*$"  # people call a page `2026-11-20 Friday` too
"""A page's file name without `.md`."""

STEM_AT_MOST = 200
"""Letters."""
