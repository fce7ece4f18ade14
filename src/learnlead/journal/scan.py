"""A page's facts without its texts: what ten thousand pages are read for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from learnlead.errors import Problem
from learnlead.journal.glance import Facts, facts_of, glance
from learnlead.journal.header_glance import glance_at_header
from learnlead.journal.naming import name_disagreements
from learnlead.journal.prepared import prepare
from learnlead.journal.reading import NO_RUBRICS, name_of, read
from learnlead.journal.sitting import Review, Sitting
from learnlead.plaintext.limits import TEXT_AT_MOST
from learnlead.rubric.model import Rubric

if TYPE_CHECKING:  # most pages are scanned, and never read whole
    from learnlead.journal.page import Page


def scan(
    text: str, file: str, stem: str, rubrics: Mapping[str, Rubric] = NO_RUBRICS
) -> tuple[Sitting | None, list[Problem]]:
    """The facts of a page, and what is wrong with it.

    Args:
        text: the file as it is.
        file: its path relative to the workspace.
        stem: its name without `.md`.
        rubrics: by id; with the page's own, `none made` where opportunity is met is a problem.

    Returns:
        None for a page that is no reflection (without a problem) or cannot be read (with one).
        A bad line in the body is a problem, and the rest counts. The facts and problems are those
        of `parse`, in a fraction of its time.
    """
    sitting = _at_a_glance(text, file, stem, rubrics)
    if sitting is not None:
        return sitting, []
    reading, problems = read(text, file, name_of(file), rubrics)
    if reading is None:
        return None, problems
    return _sitting(reading.header._asdict(), facts_of(reading.body), stem, file), problems


def _at_a_glance(text: str, file: str, stem: str, rubrics: Mapping[str, Rubric]) -> Sitting | None:
    """The facts of a page in which nothing is wrong, as nearly all are; None is for the others."""
    text, problems = prepare(text, file)
    if len(text) > TEXT_AT_MOST:  # a text that is too long is a problem
        return None
    found = None if problems else glance_at_header(text)
    if found is None:
        return None
    header, start = found
    rubric_id = header["rubric"]
    if name_disagreements(name_of(file), header["date"], rubric_id):
        return None
    rubric = rubrics.get(rubric_id)
    if rubric is not None and not rubric.joins(header.get("rubric_version")):
        rubric = None
    facts = glance(text, start, rubric)
    return None if facts is None else _sitting(header, facts, stem, file)


def _sitting(header: Mapping[str, Any], facts: Facts, stem: str, file: str) -> Sitting:
    """The sitting of a header, by its field names, and a body."""
    return Sitting(
        stem,
        file,
        header["date"],
        header["rubric"],
        header.get("rubric_version"),
        header.get("depth", "standard"),
        header.get("focus"),
        header.get("focus_notice"),
        _live(header.get("relationships"), facts.moments),
        facts.moments,
        facts.ratings,
        facts.evidence,
        facts.reviews,
        facts.plan,
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
