"""learnlead journal: pages listed, checked and edited; a reply of a coach made a page."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.cli.problems import tell_page_problems
from learnlead.errors import LearnleadError, Problem
from learnlead.text.clean import harmless

group = typer.Typer(
    cls=lazy_group(
        {
            "list": None,
            "check": None,
            "edit": None,
            "forget": "journal_forget",
        }
    ),
    help="The pages: list, edit, check, forget.",
    no_args_is_help=True,
)


@group.command("list")
def list_journal(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the pages, newest first, each with the first words of a moment."""
    from learnlead.app.pages import list_pages
    from learnlead.reports.journal import list_json, list_lines

    app: AppContext = ctx.obj
    pages, problems = list_pages(app.page_store)
    tell_page_problems(app, problems)
    newest_first = list(reversed(pages))
    coloured = app.colour and output in (None, "-")

    def text() -> str:
        from learnlead.adapters.terminal.output import shown, width
        from learnlead.reports.lines import Layout

        lines = list_lines(newest_first, Layout(width(), app.plain), app.words)
        return shown(lines, colour=coloured)

    answer(
        text,
        lambda: list_json(newest_first, problems),
        as_json=as_json,
        output=output,
        coloured=coloured,
    )


@group.command("check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Pages; else the whole journal.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check pages like a compiler: file, line, what is wrong, what to do."""
    from learnlead.cli.checks import answer_check, check_files, check_journal

    app: AppContext = ctx.obj
    checked = check_files(app, files) if files else check_journal(app)
    answer_check(app, checked, "journal-check", as_json=as_json, output=output)


@group.command()
def edit(
    ctx: typer.Context,
    page: Annotated[
        str | None,
        typer.Argument(
            metavar="PAGE", help="A page or a date; else the newest.", autocompletion=values.pages
        ),
    ] = None,
) -> None:
    """Open a page in $VISUAL or $EDITOR, then check it; the program itself changes nothing."""
    from learnlead.app.search import select_page_names
    from learnlead.cli.checks import check_files
    from learnlead.cli.console import open_in_editor
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
    for line in check_lines(checked, app.words):
        typer.echo(harmless(line, breaks=False))
    raise typer.Exit(checked.exit_code)
