"""learnlead journal search: which answers hold these words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.known import known_or_refused
from learnlead.cli.options import AsJson, FromDay, OfRubric, Output, ToDay
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.readable import readable
from learnlead.cli.wiring import Desk

if TYPE_CHECKING:
    from learnlead.journal.search import Wanted


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='Words, or "several in a row".')
    ],
    first: FromDay = None,
    last: ToDay = None,
    relationship: Annotated[
        str | None, typer.Option(metavar="ID", help="Only moments in this relationship.")
    ] = None,
    behaviour: Annotated[
        str | None, typer.Option(metavar="ID", help="Only what is about this behaviour.")
    ] = None,
    rubric: OfRubric = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Find answers that hold all the words: whole words, any case, accents or not."""
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.journal.days import read_range
    from learnlead.journal.search import Wanted
    from learnlead.journeys.searching import phrases_of, search
    from learnlead.reports.search import search_json

    desk: Desk = ctx.obj
    begin, end = read_range(first, last, desk.today)
    wanted = Wanted(
        phrases_of(words),
        first=begin,
        last=end,
        rubric=rubric,
        relationship=relationship,
        behaviour=behaviour,
    )
    hits, problems = search(desk.shelf, wanted)
    tell_page_problems(desk, problems)
    rubrics = readable(desk, (hit.rubric for hit in hits))
    if not hits:
        known_or_refused(desk, rubric=rubric, relationship=relationship, behaviour=behaviour)
        if not as_json:
            raise AnswerIsNo(Problem("no answer holds that", _hint(wanted)))
    coloured = desk.colour and output in (None, "-")

    def text() -> str:
        from learnlead.reports.lines import Layout
        from learnlead.reports.search import search_text
        from learnlead.terminal.showing import shown, width

        lines = search_text(hits, rubrics, Layout(width(), desk.plain))
        return shown(lines, colour=coloured)

    answer(
        text,
        lambda: search_json(words, hits, rubrics, problems),
        as_json=as_json,
        output=output,
        coloured=coloured,
    )
    if not hits:
        raise typer.Exit(1)


def _hint(wanted: Wanted) -> str:
    """What to do when nothing was found: look for less."""
    if len(wanted.phrases) > 1:
        return "look for fewer words: all of them have to stand in one answer"
    return "only whole words are found: try another form of it"
