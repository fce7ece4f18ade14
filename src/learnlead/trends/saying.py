"""What was said in sittings, by page: all that themes and findings ever see of a leader's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from learnlead.journal.answer import Answer
from learnlead.journal.sitting import Sitting

Said = Mapping[str, Sequence[Answer]]
"""By the stem of a page: its answers, private parts taken out; a silent page may be missing."""

Texts = Callable[[Sequence[Sitting]], Said]
"""Reads what was said in some sittings: texts are wanted of a few of ten thousand pages."""


def without_texts(_: Sequence[Sitting]) -> Said:
    """No texts, for whoever wants figures alone."""
    return {}
