"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, FromDay, Output, ToDay
from learnlead.cli.output import chosen_form, json_line, put, put_report, write_chunks
from learnlead.cli.problems import tell_page_problems
from learnlead.errors import LearnleadError, Problem
from learnlead.page.dates import read_range

if TYPE_CHECKING:
    from learnlead.reports.document import Article, Document, Extent
    from learnlead.reports.trends_by import Arrangement
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


def told_trends(app: AppContext, rubric: Rubric, period: Range) -> Told:
    """Everything about one period."""
    found = _summarised(app, rubric, period, with_texts=True)

    def data() -> Mapping[str, object]:
        from learnlead.reports.json import trends_json

        return trends_json(found)

    return Told(None, data, found.problems, found)


def told_by(app: AppContext, rubric: Rubric, period: Range, by: Arrangement) -> Told:
    """The same, arranged otherwise; for programs there is one arrangement."""
    from learnlead.reports.json import trends_json
    from learnlead.reports.trends_by import by_article

    found = _summarised(app, rubric, period, with_texts=False)
    return Told(
        lambda: by_article(found, by),
        lambda: trends_json(_summarised(app, rubric, period, with_texts=True)),
        found.problems,
    )


def told_why(app: AppContext, rubric: Rubric, period: Range, named: str) -> Told:
    """One verdict, step by step.

    Raises:
        LearnleadError: the rubric has no such behaviour, or there is no focus.
    """
    from learnlead.reports.why import why_article, why_json
    from learnlead.trends.why import why

    subject = _subject(rubric, named)
    found = _summarised(app, rubric, period, with_texts=False)
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


def told_comparison(app: AppContext, rubric: Rubric, periods: tuple[str, str]) -> Told:
    """Two periods, the earlier one first.

    Raises:
        LearnleadError: one of them is no period, or they share days.
    """
    from learnlead.app.pages import read_sittings_of
    from learnlead.page.dates import read_span
    from learnlead.reports.compare import compare_article, compare_json
    from learnlead.trends.compare import compare

    before, after = sorted(read_span(one, app.today) for one in periods)
    if after.first <= before.last:
        raise LearnleadError(
            Problem(f"{periods[0]} and {periods[1]} share days", "name two that share none")
        )
    sittings, problems = read_sittings_of(rubric, app.page_store, app.rubrics)
    found = compare(sittings, rubric, before, after)
    return Told(
        lambda: compare_article(found),
        lambda: compare_json(found, app.today, problems),
        problems,
    )


def _summarised(app: AppContext, rubric: Rubric, period: Range, *, with_texts: bool) -> Trends:
    """The trends; without texts there are no themes, and no findings that rest on words."""
    from learnlead.app.page_texts import texts_reader
    from learnlead.app.pages import read_sittings_of
    from learnlead.trends.summarise import summarise
    from learnlead.trends.themes import no_answers

    sittings, problems = read_sittings_of(rubric, app.page_store, app.rubrics)
    first, last = period
    return summarise(
        sittings,
        rubric,
        today=app.today,
        away=app.settings.away,
        first=first,
        last=last,
        problems=problems,
        texts=texts_reader(app.page_store) if with_texts else no_answers,
    )


def _subject(rubric: Rubric, named: str) -> str:
    """The id of the behaviour that is meant, by its id or a part of its name no other has.

    Raises:
        LearnleadError: none is meant, or more than one.
    """
    from learnlead.text.problem_text import near_or_all, quoted

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


def trends(
    ctx: typer.Context,
    rubric: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Which rubric; several times for several."),
    ] = None,
    first: FromDay = None,
    last: ToDay = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every finding and theme, not only the first few.")
    ] = False,
    by: Annotated[
        Literal["behaviour", "relationship", "month"] | None,
        typer.Option("--by", help="Arrange the text by this."),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(
            metavar="BEHAVIOUR", help="One verdict step by step; also `overall` and `focus`."
        ),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="P1 P2", help="Two periods, such as 2026-Q2 2026-Q3."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="Such as html or csv; else as the FILE's name ends."
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Say what changed, how sure that is, and where it is too early to say."""
    app: AppContext = ctx.obj
    _one_of({"--all": everything, "--by": by, "--why": why, "--compare": compare})
    _one_of({"--compare": compare, "--from" if first else "--to": first or last})
    form = chosen_form(form, as_json=as_json, output=output, data=("csv", "json"))
    if form == "csv" and (why or compare or by):
        raise LearnleadError(Problem("this view has no figures for csv", "leave the format out"))
    rubrics = [app.rubric(one) for one in dict.fromkeys(rubric or ())] or [app.rubric()]
    period = read_range(first, last, app.today)
    told: Sequence[Told]
    if compare is not None:
        told = [told_comparison(app, one, compare) for one in rubrics]
    elif why is not None:
        told = [told_why(app, one, period, why) for one in rubrics]
    elif by is not None:
        told = [told_by(app, one, period, by) for one in rubrics]
    else:
        told = [told_trends(app, one, period) for one in rubrics]
    problems = list(dict.fromkeys(problem for one in told for problem in one.problems))
    tell_page_problems(app, problems)
    if form == "json":
        write_chunks([json_line(one.data(), output) for one in told], output)
    elif form == "csv":
        from learnlead.reports.csv import trends_csv

        put(trends_csv([one.trends for one in told if one.trends]), output)
    else:
        put_report(app, lambda extent: _report(told, extent), form, output, everything=everything)


def _report(told: Sequence[Told], extent: Extent) -> Document:
    from learnlead.reports.trends import trends_report, views_report

    if whole := [one.trends for one in told if one.trends]:
        return trends_report(whole, extent)
    return views_report([one.article() for one in told if one.article])


def _one_of(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise LearnleadError(
            Problem(f"{given[0]} and {given[1]} do not go together", f"leave out {given[1]}")
        )
