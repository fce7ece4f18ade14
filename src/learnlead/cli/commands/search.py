"""learnlead search: the answers that hold all the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, FromDay, OfRubric, Output, ToDay
from learnlead.cli.output import answer
from learnlead.cli.problems import (
    refuse_unknown_ids,
    rubrics_by_id,
    search_ids,
    tell_page_problems,
)

if TYPE_CHECKING:
    from learnlead.page.search import SearchQuery


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words, or "several in a row".')
    ],
    first: FromDay = None,
    last: ToDay = None,
    relationship: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only moments in this relationship.",
            autocompletion=values.relationships,
        ),
    ] = None,
    behaviour: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only what is about this behaviour.",
            autocompletion=values.behaviours,
        ),
    ] = None,
    rubric: OfRubric = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Find answers that hold all the words; their beginnings will do."""
    from learnlead.app.search import phrases_of, search
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.page.periods import read_range
    from learnlead.page.search import SearchQuery
    from learnlead.reports.journal import search_json

    app: AppContext = ctx.obj
    begin, end = read_range(first, last, app.today)
    rubric, relationship, behaviour = search_ids(
        app, rubric=rubric, relationship=relationship, behaviour=behaviour
    )
    query = SearchQuery(
        phrases_of(words),
        first=begin,
        last=end,
        rubric=rubric,
        relationship=relationship,
        behaviour=behaviour,
    )
    hits, problems = search(app.page_store, query)
    tell_page_problems(app, problems)
    rubrics = rubrics_by_id(app, (hit.rubric for hit in hits))
    if not hits:
        refuse_unknown_ids(app, rubric=rubric, relationship=relationship, behaviour=behaviour)
        if not as_json:
            raise AnswerIsNo(Problem("no answer holds that", _hint(query)))
    coloured = app.colour and output in (None, "-")

    def text() -> str:
        from learnlead.adapters.terminal.output import shown, width
        from learnlead.reports.journal import search_text
        from learnlead.reports.lines import Layout

        lines = search_text(hits, rubrics, Layout(width(), app.plain), app.words)
        return shown(lines, colour=coloured)

    answer(
        text,
        lambda: search_json(words, hits, rubrics, problems),
        as_json=as_json,
        output=output,
        coloured=coloured,
        pager=not app.plain,
    )
    if not hits:
        raise typer.Exit(1)


def _hint(query: SearchQuery) -> str:
    """What to try after a search without a hit."""
    if len(query.phrases) > 1:
        return "look for fewer words: all of them have to stand in one answer"
    return "a few first letters do: try fewer of them, or another word"
