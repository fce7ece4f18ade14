"""Ids that an option names, where nothing was found: is there such a one at all?"""

from __future__ import annotations

from learnlead.cli.readable import readable
from learnlead.cli.wiring import Desk


def known_or_refused(
    desk: Desk,
    *,
    rubric: str | None = None,
    relationship: str | None = None,
    behaviour: str | None = None,
) -> None:
    """Refuse an id that no rubric has: a slip, which is not the same as finding nothing.

    Asked only after nothing was found, for pages may name what no rubric has any more.

    Raises:
        LearnleadError: one of them is unknown; the remedy names those there are (exit 2).
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.plaintext.words import near_or_all, quoted
    from learnlead.rubric.model import OTHER

    ids = desk.rubrics.ids()
    rubrics = [one for one in readable(desk, ids).values() if one]
    known = {
        "rubric": (rubric, ids),
        "relationship": (relationship, [OTHER, *(r.id for b in rubrics for r in b.relationships)]),
        "behaviour": (behaviour, [b.id for one in rubrics for b in one.behaviours]),
    }
    for kind, (named, there_are) in known.items():
        if named is not None and named not in there_are:
            remedy = near_or_all(named, list(dict.fromkeys(there_are)), "there are")
            raise LearnleadError(Problem(f"there is no {kind} {quoted(named)}", remedy))
