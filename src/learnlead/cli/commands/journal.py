"""learnlead journal: pages listed, shown, checked, searched and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, FromDay, OfRubric, Output, ToDay
from learnlead.cli.output import answer
from learnlead.cli.problems import (
    refuse_unknown_ids,
    rubrics_by_id,
    search_ids,
    tell_page_problems,
)
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.page.search import SearchQuery


group = typer.Typer(
    cls=lazy_group(
        {
            "list": None,
            "show": None,
            "check": None,
            "search": None,
            "edit": None,
            "forget": "journal_forget",
            "import-reply": "journal_import_reply",
        }
    ),
    help="The pages: list, show, search, edit, check, forget, import-reply.",
    no_args_is_help=True,
)


@group.command("list")
def list_pages(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the sittings, newest first."""
    from learnlead.app.pages import read_sittings
    from learnlead.reports.journal import list_json, list_lines

    app: AppContext = ctx.obj
    sittings, problems = read_sittings(app.page_store)
    tell_page_problems(app, problems)
    newest_first = list(reversed(sittings))
    answer(
        lambda: "".join(f"{line}\n" for line in list_lines(newest_first)),
        lambda: list_json(newest_first, problems),
        as_json=as_json,
        output=output,
    )


@group.command("show")
def show(
    ctx: typer.Context,
    page: Annotated[
        str | None, typer.Argument(metavar="[PAGE]", help="A page or a date; else the newest.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Show a page as it stands."""
    from learnlead.app.search import select_pages
    from learnlead.reports.journal import show_json

    app: AppContext = ctx.obj
    pages = select_pages(app.page_store, page, app.today)
    answer(
        lambda: "\n".join(text for _, text in pages).replace("\r\n", "\n"),
        lambda: show_json(pages),
        as_json=as_json,
        output=output,
    )


@group.command("check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Pages; else the whole journal.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check pages like a compiler: file, line, what is wrong, what to do."""
    from learnlead.cli.checks import answer_check, check_files, check_journal

    app: AppContext = ctx.obj
    checked = check_files(app, files) if files else check_journal(app)
    answer_check(checked, "journal-check", as_json=as_json, output=output)


@group.command()
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
    from learnlead.app.search import phrases_of, search
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.page.dates import read_range
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

        lines = search_text(hits, rubrics, Layout(width(), app.plain))
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


@group.command()
def edit(
    ctx: typer.Context,
    page: Annotated[
        str | None, typer.Argument(metavar="[PAGE]", help="A page or a date; else the newest.")
    ] = None,
) -> None:
    """Open a page in $VISUAL or $EDITOR, then check it; the program itself changes nothing."""
    from learnlead.app.search import select_page_names
    from learnlead.cli.checks import check_files
    from learnlead.cli.console import open_in_editor
    from learnlead.errors import LearnleadError, Problem
    from learnlead.page.naming import stem
    from learnlead.reports.checks import check_lines

    app: AppContext = ctx.obj
    names = select_page_names(app.page_store, page, app.today)
    if len(names) > 1:
        remedy = f"name one: {', '.join(map(stem, names))}"
        raise LearnleadError(Problem(f"{page!r} is {len(names)} pages", remedy))
    path = app.workspace.journal / names[0]
    open_in_editor(path)
    checked = check_files(app, [str(path)])
    for line in check_lines(checked):
        typer.echo(harmless(line, breaks=False))
    raise typer.Exit(checked.exit_code)


def _hint(query: SearchQuery) -> str:
    """What to try after a search without a hit."""
    if len(query.phrases) > 1:
        return "look for fewer words: all of them have to stand in one answer"
    return "only whole words are found: try another form of it"
