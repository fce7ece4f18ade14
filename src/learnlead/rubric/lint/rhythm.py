"""Craft of the time that wordings name: that of the rubric's rhythm, in English and in German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from learnlead.errors import Problem
from learnlead.rubric.faults import Noting, Path
from learnlead.rubric.model import Rubric
from learnlead.text.problem_text import quoted

_NAMES = {
    "en": re.compile(r"\bthis\s+(?:(week)|(month)|(quarter))\b", re.IGNORECASE),
    "de": re.compile(r"\bdiese[mnrs]?\s+(?:(Woche)|(Monat)s?|(Quartal)s?)\b", re.IGNORECASE),
}
"""By language; the groups stand in the order of `_RHYTHMS`."""

_RHYTHMS = ("weekly", "monthly", "quarterly")


def rhythm_warnings(
    texts: Iterable[tuple[Path, str]], language: str, rubric: Rubric, note: Noting
) -> Iterator[Problem]:
    """Texts that say "this week" where a sitting looks back on a month, and the like.

    Other times ("a year ago", "next week") may be meant, so they are left alone.
    """
    names = _NAMES.get(language.lower().partition("-")[0])
    if names is None:
        return
    remedy = f"say the {rubric.period} that a sitting is about, or change 'rhythm'"
    for path, text in texts:
        others = (found for found in names.finditer(text) if _rhythm(found) != rubric.rhythm)
        if found := next(others, None):
            said = quoted(" ".join(found[0].split()))
            message = f"this wording says {said}, but the rhythm is {rubric.rhythm}"
            yield note.at(path, message, remedy)


def _rhythm(found: re.Match[str]) -> str:
    return _RHYTHMS[(found.lastindex or 1) - 1]
