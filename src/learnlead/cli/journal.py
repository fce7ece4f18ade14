"""learnlead journal: the pages themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.commands import group_of
from learnlead.cli.options import AsJson, Output
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.wiring import Desk

app = typer.Typer(
    cls=group_of(
        {
            "search": "journal_search",
            "edit": "journal_edit",
            "forget": "journal_forget",
            "import-reply": "journal_import_reply",
        }
    ),
    help="The pages: list, show, search, edit, check, forget, import-reply.",
    no_args_is_help=True,
)


@app.command("list")
def list_pages(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the sittings, newest first."""
    from learnlead.journeys.pages import read_sittings
    from learnlead.reports.journal import list_json, list_lines

    desk: Desk = ctx.obj
    sittings, problems = read_sittings(desk.shelf)
    tell_page_problems(desk, problems)
    newest_first = list(reversed(sittings))
    answer(
        lambda: "".join(f"{line}\n" for line in list_lines(newest_first)),
        lambda: list_json(newest_first, problems),
        as_json=as_json,
        output=output,
    )


@app.command("show")
def show(
    ctx: typer.Context,
    page: Annotated[
        str | None, typer.Argument(metavar="[PAGE]", help="A page or a date; else the newest.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Show a page as it stands."""
    from learnlead.journeys.showing_pages import pages_meant
    from learnlead.reports.journal import show_json

    desk: Desk = ctx.obj
    found = pages_meant(desk.shelf, page, desk.today)
    answer(
        lambda: "\n".join(text for _, text in found).replace("\r\n", "\n"),
        lambda: show_json(found),
        as_json=as_json,
        output=output,
    )


@app.command("check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Pages; else the whole journal.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check pages like a compiler: file, line, what is wrong, what to do."""
    from learnlead.cli.checked import answer_checked
    from learnlead.cli.checking import check_files, check_journal

    desk: Desk = ctx.obj
    found = check_files(desk, files) if files else check_journal(desk)
    answer_checked(found, "journal-check", as_json=as_json, output=output)
