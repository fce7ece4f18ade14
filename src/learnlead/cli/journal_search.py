"""learnlead journal search: which answers hold these words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import AsJson, Output, answer
from learnlead.cli.readable import readable
from learnlead.cli.wiring import Desk

if TYPE_CHECKING:
    from learnlead.journal.search import Wanted


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='Words, or "several in a row".')
    ],
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this date or week on.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this date or week.")
    ] = None,
    relationship: Annotated[
        str | None, typer.Option(metavar="ID", help="Only moments in this relationship.")
    ] = None,
    behaviour: Annotated[
        str | None, typer.Option(metavar="ID", help="Only what is about this behaviour.")
    ] = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="ID", help="Only pages of this rubric.")
    ] = None,
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
    desk.warn(problems)
    rubrics = readable(desk, (hit.rubric for hit in hits))
    if not hits and not as_json:
        raise AnswerIsNo(Problem("no answer holds that", _hint(desk, wanted)))
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


def _hint(desk: Desk, wanted: Wanted) -> str:
    """What to do when nothing was found: mend an id that no rubric has, or look for less."""
    from learnlead.plaintext.words import near_or_all
    from learnlead.rubric.model import OTHER

    ids = desk.rubrics.ids()
    rubrics = [rubric for rubric in readable(desk, ids).values() if rubric]
    known = {
        wanted.rubric: ids,
        wanted.relationship: [OTHER, *(r.id for one in rubrics for r in one.relationships)],
        wanted.behaviour: [b.id for one in rubrics for b in one.behaviours],
    }
    for said, there_are in known.items():
        if said is not None and said not in there_are:
            return near_or_all(said, there_are, f"{said!r} is unknown; there are")
    if len(wanted.phrases) > 1:
        return "look for fewer words: all of them have to stand in one answer"
    return "only whole words are found: try another form of it"
