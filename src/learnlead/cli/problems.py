"""Problems of the journal: warnings beside an answer, ids that nothing has, plan boxes to mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric


_AT_MOST = 5
"""The number of problems that are printed one by one; `journal check` prints all."""


def tell_page_problems(app: AppContext, problems: Sequence[Problem]) -> None:
    """Warn of the first problems, a line each, and say where the rest is shown."""
    app.warn(problems[:_AT_MOST])
    if len(problems) > _AT_MOST and not app.quiet:
        app.say(f"learnlead: {app.words('checked.more', n=len(problems) - _AT_MOST)}")


def mention_page_problems(app: AppContext, number: int, words: Words) -> None:
    """Say in one line how many pages cannot be read, where the answer does not rest on them."""
    if number and not app.quiet:
        sentence = words("begin.page-problems", problems=words.counted(number, "problems"))
        app.say(f"learnlead: {sentence}")


def mend_plan_boxes(app: AppContext) -> None:
    """Set the plan boxes that an interrupted run left behind, and warn of each failure.

    Raises:
        MachineFailed: the journal cannot be listed.
    """
    from learnlead.app.keep import mend_boxes

    if app.workspace_if_any is not None:
        app.warn(list(mend_boxes(app.page_store)))


def rubrics_by_id(app: AppContext, rubric_ids: Iterable[str]) -> dict[str, Rubric | None]:
    """The rubrics by id; None for one that is missing or has errors."""
    from learnlead.app.pages import ReadableRubrics

    rubrics = ReadableRubrics(app.rubrics)
    return {rubric_id: rubrics.get(rubric_id) for rubric_id in rubric_ids}


def search_ids(
    app: AppContext, *, rubric: str | None, relationship: str | None, behaviour: str | None
) -> tuple[str | None, str | None, str | None]:
    """The ids that are looked for: of a rubric, a relationship and a behaviour, each as typed.

    They are those of the rubric that is named, else of the rubrics in use. What none of them has
    stays as it was typed: pages may name what no rubric has any more.

    Raises:
        LearnleadError: more than one is meant.
    """
    from learnlead.rubric.model import OTHER
    from learnlead.rubric.named import behaviour_names, id_meant, relationship_names

    rubric_id = rubric and app.rubric_id_named(rubric)
    if relationship is None and behaviour is None:
        return rubric_id, None, None
    chosen_ids = [rubric_id] if rubric_id else app.rubrics_in_use()
    read = [rubric for rubric in rubrics_by_id(app, chosen_ids).values() if rubric]
    known = relationship_names(*read) | {OTHER: []}
    return (
        rubric_id,
        relationship and (id_meant(relationship, known, "relationship") or relationship),
        behaviour and (id_meant(behaviour, behaviour_names(*read), "behaviour") or behaviour),
    )


def refuse_unknown_ids(
    app: AppContext,
    *,
    rubric: str | None = None,
    relationship: str | None = None,
    behaviour: str | None = None,
) -> None:
    """Refuse an id that no rubric has: a typing error, unlike a search without a hit.

    To be called only after a search without a hit: pages may name what no rubric has any more.

    Raises:
        LearnleadError: one of them is unknown; the remedy names those there are (exit 2).
    """
    from learnlead.rubric.model import OTHER
    from learnlead.text.problem_text import near_or_all, quoted

    ids = app.rubrics.ids()
    rubrics = [r for r in rubrics_by_id(app, ids).values() if r]
    known = {
        "rubric": (rubric, ids),
        "relationship": (relationship, [OTHER, *(r.id for b in rubrics for r in b.relationships)]),
        "behaviour": (behaviour, [b.id for r in rubrics for b in r.behaviours]),
    }
    for kind, (value, known_ids) in known.items():
        if value is not None and value not in known_ids:
            remedy = near_or_all(value, list(dict.fromkeys(known_ids)), "there are")
            raise LearnleadError(Problem(f"there is no {kind} {quoted(value)}", remedy))
