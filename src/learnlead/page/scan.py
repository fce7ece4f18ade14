"""The facts of a page from its text, or from a page parsed whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from learnlead.errors import Problem
from learnlead.page.facts import Review, Sitting
from learnlead.page.reader import NO_RUBRICS, Reading, Rubrics, name_of, read

if TYPE_CHECKING:  # most pages are scanned, and never read whole
    from learnlead.page.body import Body
    from learnlead.page.facts import PlanLine
    from learnlead.page.header import Header
    from learnlead.page.page import Page
    from learnlead.page.plans import ReviewLine
    from learnlead.sitting.model import PlanReview, Reflection


def scan(
    text: str, file: str, stem: str, rubrics: Rubrics = NO_RUBRICS
) -> tuple[Sitting | None, list[Problem]]:
    """The facts of a page, and its problems.

    Args:
        text: the file's text.
        file: its path relative to the workspace.
        stem: its name without `.md`.
        rubrics: by id, for the check of `none made`.

    Returns:
        The facts are None for a page that is no reflection (without a problem) or cannot be read
        (with one). A bad line in the body is a problem, and the rest counts.
    """
    reading, problems = read(text, file, name_of(file), rubrics)
    return (None if reading is None else facts_of(reading, stem, file)), problems


def facts_of(reading: Reading, stem: str, file: str) -> Sitting:
    """The facts from a page's parsed parts."""
    body = reading.body
    return _sitting(
        stem, file, reading.header, body, moments=body.moments, reviews=body.reviews, plan=body.plan
    )


def sitting_of(page: Page, stem: str, file: str) -> Sitting:
    """The facts of a page parsed whole, equal to what `scan` gives for its text."""
    reflection = page.reflection
    moments = [moment.relationship for moment in reflection.moments]
    reviews = reflection.looking_back
    return _sitting(
        stem, file, reflection, reflection, moments=moments, reviews=reviews, plan=page.plan_line
    )


def _sitting(
    stem: str,
    file: str,
    head: Header | Reflection,
    rated: Body | Reflection,
    *,
    moments: Sequence[str],
    reviews: Iterable[ReviewLine | PlanReview],
    plan: PlanLine | None,
) -> Sitting:
    return Sitting(
        stem=stem,
        file=file,
        date=head.date,
        rubric=head.rubric,
        rubric_version=head.rubric_version,
        depth=head.depth,
        focus=head.focus,
        focus_notice=head.focus_notice,
        live=_live(head.relationships, moments),
        moments=tuple(moments),
        ratings=rated.ratings,
        count=rated.count,
        evidence=frozenset(rated.evidence),
        reviews=tuple(Review(review.plan, review.outcome) for review in reviews),
        plan=plan,
    )


def _live(listed: tuple[str, ...] | None, moments: Iterable[str]) -> tuple[str, ...] | None:
    """The relationships listed and those of the moments, each once; None if there are neither."""
    return tuple(dict.fromkeys((*(listed or ()), *moments))) or listed
