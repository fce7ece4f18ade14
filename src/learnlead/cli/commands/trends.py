"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from learnlead.cli.answer_form import choose_form
from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, FromDay, Output, ToDay
from learnlead.cli.output import json_line, put, put_report, write_chunks
from learnlead.cli.problems import tell_page_problems
from learnlead.errors import LearnleadError, Problem
from learnlead.page.periods import read_range

if TYPE_CHECKING:
    from learnlead.i18n.words import Words
    from learnlead.reports.document import Article, Document, Extent
    from learnlead.reports.trends_by import Arrangement
    from learnlead.rubric.model import Rubric
    from learnlead.trends.model import Trends


Range = tuple[date | None, date | None]
"""The first and the last day of interest."""


@dataclass(frozen=True, slots=True)
class View:
    """The answer for one rubric, made when it is needed.

    Attributes:
        article: gives a view as text; None for the whole, made of `trends`.
        data: gives it as JSON.
        problems: of pages, to warn of.
        trends: the whole; None for a view.
    """

    article: Callable[[], Article] | None
    data: Callable[[], Mapping[str, object]]
    problems: Sequence[Problem]
    trends: Trends | None = None


def trends_view(app: AppContext, rubric: Rubric, period: Range) -> View:
    """The whole of one period."""
    summary = _summarised(app, rubric, period, with_texts=True)

    def data() -> Mapping[str, object]:
        from learnlead.reports.json import trends_json

        return trends_json(summary)

    return View(None, data, summary.problems, summary)


def arranged_view(app: AppContext, rubric: Rubric, period: Range, by: Arrangement) -> View:
    """The text in another arrangement; JSON has only one."""
    from learnlead.reports.json import trends_json
    from learnlead.reports.trends_by import by_article

    words = app.words_of("trends")
    summary = _summarised(app, rubric, period, with_texts=False)
    return View(
        lambda: by_article(summary, by, words),
        lambda: trends_json(_summarised(app, rubric, period, with_texts=True)),
        summary.problems,
    )


def why_view(
    app: AppContext, rubric: Rubric, period: Range, named: str, *, proof: bool = False
) -> View:
    """One verdict in three sentences, or its arithmetic.

    Raises:
        LearnleadError: the rubric has no such behaviour, or there is no focus.
    """
    from learnlead.reports.verdicts.proof import proof_article
    from learnlead.reports.verdicts.why import why_article, why_json
    from learnlead.rubric.named import named_behaviour
    from learnlead.trends.why import why

    subject = named_behaviour(rubric, named, also=("overall", "focus"))
    summary = _summarised(app, rubric, period, with_texts=False)
    taken_apart = why(summary, subject)
    if taken_apart is None:
        raise LearnleadError(
            Problem("there is no focus yet", "`learnlead focus set BEHAVIOUR` chooses one")
        )
    article, words = proof_article if proof else why_article, app.words_of("trends")
    return View(
        lambda: article(taken_apart, summary, words),
        lambda: why_json(taken_apart, summary),
        summary.problems,
    )


def comparison_view(app: AppContext, rubric: Rubric, periods: tuple[str, str]) -> View:
    """Two periods, the earlier one first.

    Raises:
        LearnleadError: one of them is no period, or they share days.
    """
    from learnlead.app.pages import read_sittings_of
    from learnlead.page.periods import read_span
    from learnlead.reports.compare import compare_article, compare_json
    from learnlead.trends.compare import compare

    before, after = sorted(read_span(period, app.today) for period in periods)
    if after.first <= before.last:
        raise LearnleadError(
            Problem(f"{periods[0]} and {periods[1]} share days", "name two that share none")
        )
    sittings, problems = read_sittings_of(rubric, app.page_store, app.rubrics)
    comparison, words = compare(sittings, rubric, before, after), app.words_of("trends")
    return View(
        lambda: compare_article(comparison, words),
        lambda: compare_json(comparison, app.today, problems),
        problems,
    )


def _summarised(app: AppContext, rubric: Rubric, period: Range, *, with_texts: bool) -> Trends:
    """The trends; without texts there are no themes, and no findings that rest on words."""
    from learnlead.app.pages import read_sittings_of
    from learnlead.app.read_pages import texts_reader
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


def trends(
    ctx: typer.Context,
    rubric: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Which rubric; several times for several.",
            autocompletion=values.rubrics,
        ),
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
            metavar="BEHAVIOUR",
            help="Why, in three sentences; also `overall` and `focus`.",
            autocompletion=values.verdicts,
        ),
    ] = None,
    proof: Annotated[
        str | None,
        typer.Option(
            metavar="BEHAVIOUR",
            help="The arithmetic of it, to be redone by hand.",
            autocompletion=values.verdicts,
        ),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="P1 P2", help="Two periods, such as 2026-Q2 2026-Q3."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="Such as html or csv; else as the FILE's name ends.",
            autocompletion=values.formats_and_data,
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Say what changed, how sure that is, and where it is too early."""
    app: AppContext = ctx.obj
    _refuse_combined(
        {"--all": everything, "--by": by, "--why": why, "--proof": proof, "--compare": compare}
    )
    _refuse_combined({"--compare": compare, "--from" if first else "--to": first or last})
    form = choose_form(form, as_json=as_json, output=output, data=("csv", "json"))
    if form == "csv" and (why or proof or compare or by):
        raise LearnleadError(Problem("this view has no figures for csv", "leave the format out"))
    rubric_ids = dict.fromkeys(map(app.rubric_id_named, rubric or ()))
    rubrics = [app.rubric(rubric_id) for rubric_id in rubric_ids or (None,)]
    period = read_range(first, last, app.today)
    views: Sequence[View]
    if compare is not None:
        views = [comparison_view(app, chosen, compare) for chosen in rubrics]
    elif why is not None:
        views = [why_view(app, chosen, period, why) for chosen in rubrics]
    elif proof is not None:
        views = [why_view(app, chosen, period, proof, proof=True) for chosen in rubrics]
    elif by is not None:
        views = [arranged_view(app, chosen, period, by) for chosen in rubrics]
    else:
        views = [trends_view(app, chosen, period) for chosen in rubrics]
    problems = list(dict.fromkeys(problem for view in views for problem in view.problems))
    tell_page_problems(app, problems)
    if form == "json":
        write_chunks([json_line(view.data(), output) for view in views], output)
    elif form == "csv":
        from learnlead.reports.csv import trends_csv

        put(trends_csv([view.trends for view in views if view.trends]), output)
    else:
        words = app.words_of("trends")
        put_report(
            app,
            lambda extent: _report(views, extent, words),
            form,
            output,
            everything=everything,
            pager=everything or proof is not None,
        )


def _report(views: Sequence[View], extent: Extent, words: Words) -> Document:
    from learnlead.reports.trends import trends_report, views_report

    if whole := [view.trends for view in views if view.trends]:
        return trends_report(whole, extent, words)
    return views_report([view.article() for view in views if view.article], words)


def _refuse_combined(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    present = [name for name, value in options.items() if value]
    if len(present) > 1:
        raise LearnleadError(
            Problem(f"{present[0]} and {present[1]} do not go together", f"leave out {present[1]}")
        )
