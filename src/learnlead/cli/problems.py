"""What is wrong in the journal, said beside an answer that rests on the other pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric


_AT_MOST = 5
"""So many are told one by one; `journal check` tells all."""


def tell_page_problems(app: AppContext, problems: Sequence[Problem]) -> None:
    """The first of them, a line each, and where the rest is told."""
    app.warn(problems[:_AT_MOST])
    if len(problems) > _AT_MOST and not app.quiet:
        app.say(
            f"learnlead: and {len(problems) - _AT_MOST} more (learnlead journal check shows all)"
        )


def mention_page_problems(app: AppContext, number: int, words: Words) -> None:
    """One line, where nothing rests on those pages."""
    if number and not app.quiet:
        said = words("begin.page-problems", problems=words.counted(number, "problems"))
        app.say(f"learnlead: {said}")


def readable(app: AppContext, rubric_ids: Iterable[str]) -> dict[str, Rubric | None]:
    """Each of the rubrics by its id; None for one that is not there or has errors."""
    return {one: _rubric(app, one) for one in set(rubric_ids)}


def _rubric(app: AppContext, rubric_id: str) -> Rubric | None:
    try:
        return app.rubrics.rubric(rubric_id)[0]
    except LearnleadError:
        return None


def known_or_refused(
    app: AppContext,
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
    from learnlead.rubric.model import OTHER
    from learnlead.text.problem_text import near_or_all, quoted

    ids = app.rubrics.ids()
    rubrics = [one for one in readable(app, ids).values() if one]
    known = {
        "rubric": (rubric, ids),
        "relationship": (relationship, [OTHER, *(r.id for b in rubrics for r in b.relationships)]),
        "behaviour": (behaviour, [b.id for one in rubrics for b in one.behaviours]),
    }
    for kind, (named, there_are) in known.items():
        if named is not None and named not in there_are:
            remedy = near_or_all(named, list(dict.fromkeys(there_are)), "there are")
            raise LearnleadError(Problem(f"there is no {kind} {quoted(named)}", remedy))
