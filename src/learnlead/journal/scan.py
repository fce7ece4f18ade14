"""A page's facts without its texts: what ten thousand pages are read for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from learnlead.errors import Problem
from learnlead.journal.reading import NO_RUBRICS, Reading, Rubrics, name_of, read
from learnlead.journal.sitting import Review, Sitting

if TYPE_CHECKING:  # most pages are scanned, and never read whole
    from learnlead.journal.page import Page


def scan(
    text: str, file: str, stem: str, rubrics: Rubrics = NO_RUBRICS
) -> tuple[Sitting | None, list[Problem]]:
    """The facts of a page, and what is wrong with it.

    Args:
        text: the file as it is.
        file: its path relative to the workspace.
        stem: its name without `.md`.
        rubrics: by id; with the page's own, `none made` where opportunity is met is a problem.

    Returns:
        None for a page that is no reflection (without a problem) or cannot be read (with one).
        A bad line in the body is a problem, and the rest counts.
    """
    reading, problems = read(text, file, name_of(file), rubrics)
    return (None if reading is None else facts_of(reading, stem, file)), problems


def facts_of(reading: Reading, stem: str, file: str) -> Sitting:
    """The facts of a page that was read."""
    header, body = reading.header, reading.body
    return Sitting(
        stem=stem,
        file=file,
        date=header.date,
        rubric=header.rubric,
        rubric_version=header.rubric_version,
        depth=header.depth,
        focus=header.focus,
        focus_notice=header.focus_notice,
        live=_live(header.relationships, body.moments),
        moments=tuple(body.moments),
        ratings=body.ratings,
        evidence=frozenset(body.evidence),
        reviews=tuple(Review(review.plan, review.outcome) for review in body.reviews),
        plan=body.plan,
    )


def sitting_of(page: Page, stem: str, file: str) -> Sitting:
    """The facts of a page that was read whole; what `scan` gives for its text."""
    said = page.reflection
    moments = tuple(moment.relationship for moment in said.moments)
    return Sitting(
        stem=stem,
        file=file,
        date=said.date,
        rubric=said.rubric,
        rubric_version=said.rubric_version,
        depth=said.depth,
        focus=said.focus,
        focus_notice=said.focus_notice,
        live=_live(said.relationships, moments),
        moments=moments,
        ratings=said.ratings,
        evidence=frozenset(said.evidence),
        reviews=tuple(Review(review.plan, review.outcome) for review in said.looking_back),
        plan=page.plan_line,
    )


def _live(listed: tuple[str, ...] | None, moments: Iterable[str]) -> tuple[str, ...] | None:
    """The relationships listed and those of the moments, each once; None where neither is said."""
    return tuple(dict.fromkeys((*(listed or ()), *moments))) or listed
