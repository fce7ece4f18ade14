"""learnlead note list, edit and drop: the notes that wait."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.options import AsJson, Output
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.clean import harmless


def list_notes(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the notes that wait, with their numbers and dates."""
    from learnlead.journeys.notes import note_lines, notes_json, numbered

    desk: Desk = ctx.obj
    notes = numbered(desk.inbox)
    answer(
        lambda: "".join(f"{line}\n" for line in note_lines(notes)),
        lambda: notes_json(notes),
        as_json=as_json,
        output=output,
    )


def edit(ctx: typer.Context) -> None:
    """Open inbox.md, where notes wait, in $VISUAL or $EDITOR."""
    from learnlead.cli.own_editor import open_in_editor
    from learnlead.journeys.notes import numbered
    from learnlead.reports.words import counted

    desk: Desk = ctx.obj
    path = desk.workspace.inbox
    if not path.exists():
        raise LearnleadError(Problem("there is no note yet", "`learnlead note` catches one"))
    open_in_editor(path)
    waiting = len(numbered(desk.inbox))
    typer.echo(f"{counted(waiting, 'note')} {'waits' if waiting == 1 else 'wait'}.")


def drop(
    ctx: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHICH", help="Numbers of `note list`, or a word of one note."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Drop without asking.")] = False,
) -> None:
    """Take a note out of inbox.md, after showing it."""
    from learnlead.cli.yes_or_no import says_yes
    from learnlead.journeys.notes import drop_notes, notes_meant, numbered

    desk: Desk = ctx.obj
    if not which:
        remedy = "`learnlead note list` numbers the notes: `learnlead note drop 1`"
        raise LearnleadError(Problem("which note is not said", remedy))
    found = notes_meant(numbered(desk.inbox), which)
    if not (yes or sys.stdin.isatty()):
        message = "this takes a note out of inbox.md, and there is nobody to ask first"
        raise LearnleadError(Problem(message, "--yes drops it without asking"))
    for line in (line for one in found for line in one.lines):
        typer.echo(harmless(line, breaks=False))
    if not yes and not says_yes(desk, f"Drop {_them(len(found))}?", "nothing was dropped"):
        typer.echo("Nothing was dropped.")
        return
    drop_notes(desk.inbox, found)
    typer.echo(f"Dropped {_them(len(found))}.")


def _them(count: int) -> str:
    return "this note" if count == 1 else f"these {count} notes"
