"""The problems of a page, for `journal check`: those of reading and of unread or unknown parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from learnlead.errors import Problem
from learnlead.page.body import Body
from learnlead.page.facts import Sitting
from learnlead.page.plans import BOX_OF, reported_outcomes
from learnlead.page.private import END, PRIVATE, nearly_private, unbalanced_private
from learnlead.page.reader import Reading, Rubrics, read
from learnlead.rubric.model import OTHER, Rubric
from learnlead.text.problem_text import did_you_mean, quoted


def check(
    text: str, file: str, name: str, rubrics: Rubrics
) -> tuple[Reading | None, list[Problem]]:
    """Parse a page and collect the problems that it shows by itself, in the order of its lines.

    Args:
        text: the file as it is.
        file: its path relative to the workspace.
        name: its name without folders.
        rubrics: by id. Unknown ids are looked for only if the page's rubric is among them and
            joins the page's version.
    """
    reading, problems = read(text, file, name, rubrics)
    if reading is None:
        return None, problems
    problems += _unread(reading.body, file)
    problems += _private(reading.body, file)
    rubric = rubrics.get(reading.header.rubric)
    if rubric is not None and rubric.joins(reading.header.rubric_version):
        problems += _unknown(reading, rubric, file)
    return reading, sorted(problems, key=lambda problem: problem.line or 0)


def box_disagreements(pages: Sequence[Sitting]) -> list[Problem]:
    """Boxes that differ from a later page's look-back; the newest look-back wins."""
    outcomes = reported_outcomes(sorted(pages, key=lambda page: page.date))
    problems: list[Problem] = []
    for page in pages:
        if page.plan is None or page.stem not in outcomes:
            continue
        outcome, later = outcomes[page.stem]
        if page.plan.box != BOX_OF[outcome]:
            message = (
                f"the plan's box [{page.plan.box}] does not say '{outcome}', as {later.stem} does"
            )
            remedy = f"the look-back counts: write [{BOX_OF[outcome]}]"
            problems.append(Problem(message, remedy, page.file))
    return problems


def future_page_problems(pages: Iterable[Sitting], today: date) -> Iterator[Problem]:
    """A problem for each page that is dated later than today; it counts all the same."""
    for page in pages:
        if page.date > today:
            message = f"the page is dated {page.date}, later than today ({today})"
            remedy = (
                "mend `date:` in its front matter and the date in its name; it is counted as it is"
            )
            yield Problem(message, remedy, page.file)


def unknown_focus_problems(pages: Iterable[Sitting], rubric: Rubric) -> Iterator[Problem]:
    """A problem for each page whose focus is no behaviour of its rubric; its ratings count."""
    known = [behaviour.id for behaviour in rubric.behaviours]
    for page in pages:
        if page.focus is not None and page.focus not in known and page.file:
            yield replace(_unknown_id(rubric, "behaviour", page.focus, known), file=page.file)


def _unread(body: Body, file: str) -> Iterator[Problem]:
    for (kind, place), text in body.texts().items():
        if kind == "looking-back" and text.strip():
            message = "a text of the look-back that belongs to no plan is not read"
            remedy = "move it below the **Plan:** line it is about"
            yield Problem(message, remedy, file, body.line_of(int(place)), "warning")


def _private(body: Body, file: str) -> Iterator[Problem]:
    for place, section in body.sections():
        for offset, mark in unbalanced_private(section):
            if mark == PRIVATE:
                message = f"'{PRIVATE}' has no '{END}': the rest of the answer is private"
            else:
                message = f"'{END}' has no '{PRIVATE}': the answer above it is private"
            line = body.line_of(place) + offset
            yield Problem(message, "write both lines", file, line, "warning")
        for offset in nearly_private(section):
            remedy = f"write {PRIVATE} alone on its line"
            line = body.line_of(place) + offset
            yield Problem("this line is not read as private", remedy, file, line, "warning")


def _unknown(reading: Reading, rubric: Rubric, file: str) -> Iterator[Problem]:
    """Ids on the page that its rubric does not have."""
    known = {
        "behaviour": [behaviour.id for behaviour in rubric.behaviours],
        "relationship": [OTHER, *(relationship.id for relationship in rubric.relationships)],
        "question": [question.id for question in rubric.questions],
    }
    for line, what, word in _ids(reading):
        if word not in known[what]:
            yield replace(_unknown_id(rubric, what, word, known[what]), file=file, line=line)


def _unknown_id(rubric: Rubric, what: str, word: str, known: Sequence[str]) -> Problem:
    """An id that the rubric does not have, without its place."""
    remedy = did_you_mean(word, known) or f"see `learnlead rubric show {rubric.id}`"
    return Problem(f"{rubric.id} has no {what} {quoted(word)}", remedy)


def _ids(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Every id of the rubric on the page: (line, what it names, the id)."""
    header, body = reading.header, reading.body
    for relationship in header.relationships or ():
        yield reading.front.line_of("relationships"), "relationship", relationship
    if header.focus is not None:
        yield reading.front.line_of("focus"), "behaviour", header.focus
    if body.plan is not None:
        yield body.line_of(body.plan_at), "behaviour", body.plan.behaviour
    for (field, which), place in body.places.items():
        if field == "moment":
            yield body.line_of(place), "relationship", body.moments[int(which)]
        elif field == "answer":
            yield body.line_of(place), "question", str(which)
        elif field == "evidence" and which in body.ratings:  # else a section of the writer's own
            yield body.line_of(place), "behaviour", str(which)
            marks = body.ratings.get(str(which))
            for relationship in marks if isinstance(marks, dict) else ():
                yield body.line_of(place), "relationship", relationship
