"""The one parser of pages: front matter, header and body, with all problems; and their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from learnlead.errors import Problem
from learnlead.page.body import Body
from learnlead.page.facts import Review, Sitting
from learnlead.page.front_matter import FrontMatter, prepare, read_front_matter
from learnlead.page.header import Header, read_header
from learnlead.page.naming import name_disagreements
from learnlead.page.walk import read_body
from learnlead.rubric.model import Rubric
from learnlead.text.limits import TEXT_AT_MOST

if TYPE_CHECKING:  # most pages are scanned, and never read whole
    from learnlead.page.facts import PlanLine
    from learnlead.page.plans import ReviewLine
    from learnlead.sitting.model import PlanReview, Reflection

NO_RUBRICS: Mapping[str, Rubric] = MappingProxyType({})


class Rubrics(Protocol):
    """Rubrics by id: a mapping, or an object that reads a rubric when it is first needed."""

    def get(self, rubric_id: str, /) -> Rubric | None:
        """The rubric with that id, or None."""


class Reading(NamedTuple):
    """The parsed parts of a page; `facts_of` gives its facts, `page_of` its whole content."""

    front: FrontMatter
    header: Header
    body: Body


def name_of(file: str) -> str:
    """The last part of a path."""
    return file.rpartition("/")[2]


def read(text: str, file: str, name: str, rubrics: Rubrics) -> tuple[Reading | None, list[Problem]]:
    """Parse a page; None if it is no reflection or its front matter cannot be read.

    Args:
        text: the file's text, with its BOM and CRLF if it has them.
        file: its path, for problems.
        name: its name without folders; a disagreement with the front matter is a problem.
        rubrics: by id, for the check of `none made`; only a rubric that joins the page's version
            is used.
    """
    text, problems = prepare(text, file)
    front, new_problems = read_front_matter(text, file)
    problems += new_problems
    if front is None:
        return None, problems
    header, new_problems = read_header(front, file)
    problems += new_problems
    if header is None:
        return None, problems
    for key, value in name_disagreements(name, header.date, header.rubric):
        message = f"the file's name says {value}, its front matter another {key}"
        remedy = "the front matter counts: rename the file, or mend the page"
        problems.append(Problem(message, remedy, file, front.line_of(key)))
    rubric = rubrics.get(header.rubric)
    if rubric is not None and not _is_of(header.rubric_version, rubric):
        rubric = None
    body = read_body(text, front.body, rubric)
    for place, message, remedy in sorted(body.faults):
        problems.append(Problem(message, remedy, file, body.line_of(place)))
    for target in body.too_long():
        message = f"a text of more than {TEXT_AT_MOST:,} letters is not read"
        line = body.line_of(body.places[target]) if target in body.places else None
        problems.append(Problem(message, "shorten it, or keep it in a file of its own", file, line))
    return Reading(front, header, body), problems


def _is_of(version: int | None, rubric: Rubric) -> bool:
    """Whether the rubric asks each behaviour as that version did."""
    if version in (None, rubric.version):
        return True
    return all(rubric.joins(version, behaviour.id) for behaviour in rubric.behaviours)


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
    return sitting_from(
        stem, file, reading.header, body, moments=body.moments, reviews=body.reviews, plan=body.plan
    )


def sitting_from(
    stem: str,
    file: str,
    head: Header | Reflection,
    rated: Body | Reflection,
    *,
    moments: Sequence[str],
    reviews: Iterable[ReviewLine | PlanReview],
    plan: PlanLine | None,
) -> Sitting:
    """The facts from a page's head and its ratings, whoever has read them."""
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
