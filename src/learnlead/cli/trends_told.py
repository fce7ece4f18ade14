"""What `learnlead trends` tells of one rubric: the whole, one verdict, two periods, or a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.reports.by_report import By
    from learnlead.reports.document import Article
    from learnlead.rubric.model import Rubric
    from learnlead.trends.model import Trends

Range = tuple[date | None, date | None]
"""The first and the last day of interest."""


@dataclass(frozen=True, slots=True)
class Told:
    """One rubric's answer, made when it is asked for.

    Attributes:
        article: a view for people; None for the whole, which `trends` tells.
        data: for programs.
        problems: to be told beside it.
        trends: the whole; None for a view.
    """

    article: Callable[[], Article] | None
    data: Callable[[], Mapping[str, object]]
    problems: Sequence[Problem]
    trends: Trends | None = None


def told_trends(desk: Desk, rubric: Rubric, period: Range) -> Told:
    """Everything about one period."""
    found = _summarised(desk, rubric, period, with_texts=True)

    def data() -> Mapping[str, object]:
        from learnlead.reports.json import trends_json

        return trends_json(found)

    return Told(None, data, found.problems, found)


def told_by(desk: Desk, rubric: Rubric, period: Range, by: By) -> Told:
    """The same, arranged otherwise; for programs there is one arrangement."""
    from learnlead.reports.by_report import by_article
    from learnlead.reports.json import trends_json

    found = _summarised(desk, rubric, period, with_texts=False)
    return Told(
        lambda: by_article(found, by),
        lambda: trends_json(_summarised(desk, rubric, period, with_texts=True)),
        found.problems,
    )


def told_why(desk: Desk, rubric: Rubric, period: Range, named: str) -> Told:
    """One verdict, step by step.

    Raises:
        LearnleadError: the rubric has no such behaviour, or there is no focus.
    """
    from learnlead.reports.why_json import why_json
    from learnlead.reports.why_report import why_article
    from learnlead.trends.why import why

    subject = _subject(rubric, named)
    found = _summarised(desk, rubric, period, with_texts=False)
    taken_apart = why(found, subject)
    if taken_apart is None:
        raise LearnleadError(
            Problem("there is no focus yet", "`learnlead focus set BEHAVIOUR` chooses one")
        )
    return Told(
        lambda: why_article(taken_apart, found),
        lambda: why_json(taken_apart, found),
        found.problems,
    )


def told_comparison(desk: Desk, rubric: Rubric, periods: tuple[str, str]) -> Told:
    """Two periods, the earlier one first.

    Raises:
        LearnleadError: one of them is no period, or they share days.
    """
    from learnlead.journal.days import read_span
    from learnlead.journeys.pages import read_sittings_of
    from learnlead.reports.compare_json import compare_json
    from learnlead.reports.compare_report import compare_article
    from learnlead.trends.compare import compare

    before, after = sorted(read_span(one, desk.today) for one in periods)
    if after.first <= before.last:
        raise LearnleadError(
            Problem(f"{periods[0]} and {periods[1]} share days", "name two that share none")
        )
    sittings, problems = read_sittings_of(rubric, desk.shelf, desk.rubrics)
    found = compare(sittings, rubric, before, after)
    return Told(
        lambda: compare_article(found),
        lambda: compare_json(found, desk.today, problems),
        problems,
    )


def _summarised(desk: Desk, rubric: Rubric, period: Range, *, with_texts: bool) -> Trends:
    """The trends; without texts there are no themes, and no findings that rest on words."""
    from learnlead.journeys.pages import read_sittings_of
    from learnlead.journeys.texts import texts_on
    from learnlead.trends.saying import without_texts
    from learnlead.trends.summarise import summarise

    sittings, problems = read_sittings_of(rubric, desk.shelf, desk.rubrics)
    first, last = period
    return summarise(
        sittings,
        rubric,
        today=desk.today,
        away=desk.settings.away,
        first=first,
        last=last,
        problems=problems,
        texts=texts_on(desk.shelf) if with_texts else without_texts,
    )


def _subject(rubric: Rubric, named: str) -> str:
    """The id of the behaviour that is meant, by its id or a part of its name no other has.

    Raises:
        LearnleadError: none is meant, or more than one.
    """
    from learnlead.plaintext.words import near_or_all, quoted

    ids = [one.id for one in rubric.behaviours]
    if named in (*ids, "overall", "focus"):
        return named
    wanted = " ".join(named.casefold().split())
    names = {one.id: one.name.casefold() for one in rubric.behaviours}
    meant = [one for one, name in names.items() if name == wanted] or [
        one for one, name in names.items() if wanted and wanted in name
    ]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise LearnleadError(
            Problem(f"{quoted(named)} may mean more than one", f"name one of {', '.join(meant)}")
        )
    remedy = near_or_all(named, [*ids, "overall", "focus"], "it has")
    raise LearnleadError(Problem(f"{rubric.id} has no behaviour {quoted(named)}", remedy))
