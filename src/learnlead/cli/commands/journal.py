"""learnlead journal: pages listed, checked and edited; a reply of a coach made a page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer, choose_form, json_line, put, put_report
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
            "import-reply": None,
        }
    ),
    help="The pages: list, edit, check, forget, import-reply.",
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

        lines = list_lines(newest_first, Layout(width(), app.plain))
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


@group.command()
def import_reply(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The reply from your coach.")],
    yes: Annotated[bool, typer.Option("--yes", help="Make the page without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the reply.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Show a coach's reply and make it a page; the next sitting asks its question."""
    from learnlead.app.review import file_reply, page_with_reply, reply_to_workspace
    from learnlead.reports.shared import reply_json, reply_report

    app: AppContext = ctx.obj
    form = choose_form(None, as_json=as_json, output=output)
    as_json = form == "json"
    text = _text(file)
    ledger = app.ledger.read()
    app.warn(ledger.problems)
    reply = reply_to_workspace(text, file, ledger)
    if not (yes or dry_run or (sys.stdin.isatty() and not as_json)):
        remedy = "--dry-run only shows the reply, --yes makes the page without asking"
        raise LearnleadError(Problem("a page is made, and there is nobody to ask", remedy))
    existing_page = page_with_reply(app.page_store, reply)

    if not as_json:
        put_report(app, lambda _: reply_report(reply), form, output)
        sys.stdout.flush()
    name = existing_page
    if existing_page is None and not dry_run and (yes or _agreed(app)):
        name = file_reply(app.page_store, reply, app.today)
    page = app.page_store.shown(name) if name else None
    if as_json:
        put(json_line(reply_json(reply, page), output), output)
    if existing_page is not None:
        app.say(f"This reply is in your journal already: {page}")
    elif page is None:
        app.say("No page was made.")
    else:
        app.say(f"Your page: {page}")
        if reply.question:
            app.say("The next sitting asks the question, once, and you may skip it.")


def _text(file: str) -> str:
    from learnlead.adapters.disk.bundles.reading import looks_like_a_bundle
    from learnlead.adapters.disk.files.reading import read_text

    if looks_like_a_bundle(file):
        remedy = "a reply is a file such as anna-reply.md; `learnlead coach review` reads bundles"
        raise LearnleadError(Problem("this is a bundle, not a reply", remedy, file))
    return read_text(file, file)


def _agreed(app: AppContext) -> bool:
    return says_yes(app, "Make this a page of your journal?", "no page was made")
