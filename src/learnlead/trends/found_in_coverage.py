"""What stands out beside the ratings: examples, openings made or not, relationships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from learnlead.journal.sitting import Sitting
from learnlead.reflection.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.trends.finding import Finding
from learnlead.trends.found_in_ratings import RUNNING
from learnlead.trends.marks import Absence, settled
from learnlead.trends.model import Trends
from learnlead.trends.parts import NEWEST

HALF_A_YEAR = 26
"""Sittings without an example that are worth a word."""

_MOST_OF_THEM = 2 / 3
_ENOUGH = 6
"""Sittings below which a share of them says little."""


def behaviours(trends: Trends) -> Iterator[Finding]:
    """What the newest sittings say of each behaviour but for its ratings."""
    newest = trends.window.sittings[-NEWEST:]
    most = max(_ENOUGH, _MOST_OF_THEM * len(newest))
    for one in trends.behaviours:
        key = one.behaviour.id
        rated = _rated(newest, key)
        none_made = _marked(newest, key, NONE_MADE)
        no_opportunity = _marked(newest, key, NO_OPPORTUNITY)
        with_example = tuple(sitting.stem for sitting in newest if key in sitting.evidence)
        n = len(newest)
        if len(none_made) >= RUNNING:
            yield Finding("none-made", key, none_made, n, len(none_made))
        if one.none_made >= RUNNING and not none_made and len(rated) >= most:
            yield Finding("always-made", key, rated, n, len(rated))
        if len(no_opportunity) >= most:
            yield Finding("no-opportunity", key, no_opportunity, n, len(no_opportunity))
        if len(with_example) >= most:
            yield Finding("evidence-rich", key, with_example, n, len(with_example))


def without_example(trends: Trends) -> Iterator[Finding]:
    """The behaviour that is rated mostly and has had no example for half a year, the longest one.

    Only that one, and how many others: most sittings ask for an example of the focus alone.
    """
    lately = trends.window.sittings[-HALF_A_YEAR:]
    if len(lately) < HALF_A_YEAR:
        return
    shown = {one for sitting in lately for one in sitting.evidence}
    found = []
    for one in trends.behaviours:
        key = one.behaviour.id
        rated = _rated(lately, key)
        if key not in shown and len(rated) >= _MOST_OF_THEM * HALF_A_YEAR:
            found.append(Finding("no-evidence", key, rated, HALF_A_YEAR, on=one.last_evidence))
    if found:
        longest = min(found, key=lambda finding: finding.on or date.min)
        yield replace(longest, others=len(found) - 1)


def silent_relationships(trends: Trends) -> Iterator[Finding]:
    """Relationships that were not live in a quarter of sittings or more, the longest silent first.

    Only sittings that say which ones were live tell anything of it.
    """
    saying = [sitting for sitting in trends.pages if sitting.live is not None]
    found = []
    for one in trends.relationships:
        live = [number for number, s in enumerate(saying) if one.id in (s.live or ())]
        since = len(saying) - (live[-1] + 1 if live else 0)
        if since >= NEWEST:
            pages = (saying[live[-1]].stem,) if live else ()
            last = saying[live[-1]].date if live else None
            found.append(Finding("silent-relationship", one.id, pages, since, on=last))
    yield from sorted(found, key=lambda finding: -finding.n)


def _rated(sittings: Sequence[Sitting], behaviour: str) -> tuple[str, ...]:
    marks = ((sitting.stem, settled(sitting.ratings.get(behaviour))) for sitting in sittings)
    return tuple(stem for stem, mark in marks if isinstance(mark, int | float))


def _marked(sittings: Sequence[Sitting], behaviour: str, absence: Absence) -> tuple[str, ...]:
    return tuple(s.stem for s in sittings if settled(s.ratings.get(behaviour)) == absence)
