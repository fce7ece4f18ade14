"""learnlead journal import-reply: a coach's reply becomes a page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import choose_form, json_line, put, put_report
from learnlead.errors import LearnleadError, Problem


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
