"""Rubrics for their words: where one cannot be read, its ids have to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric


def readable(desk: Desk, rubric_ids: Iterable[str]) -> dict[str, Rubric | None]:
    """Each of the rubrics by its id; None for one that is not there or has errors."""
    return {one: _rubric(desk, one) for one in set(rubric_ids)}


def _rubric(desk: Desk, rubric_id: str) -> Rubric | None:
    try:
        return desk.rubrics.rubric(rubric_id)[0]
    except LearnleadError:
        return None
