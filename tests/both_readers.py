"""A page read whole, after making sure that a scan of it finds the same."""

from __future__ import annotations

from learnlead.errors import Problem
from learnlead.journal.page import Page, parse
from learnlead.journal.scan import scan, sitting_of
from learnlead.rubric.model import Rubric


def read_both_ways(
    text: str, file: str, rubric: Rubric | None = None
) -> tuple[Page | None, list[Problem]]:
    """What `parse` gives; `scan` gives the same facts and problems."""
    page, problems = parse(text, file, rubric)
    sitting = None if page is None else sitting_of(page, "page", file)
    assert scan(text, file, "page", {rubric.id: rubric} if rubric else {}) == (sitting, problems)
    return page, problems
