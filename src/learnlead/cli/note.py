"""learnlead note: one line for later."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.plaintext.clean import clean_line

_HISTORY = (
    "Shells keep what stands on a command line in their history;",
    "`learnlead note` alone asks for the line, and that stays out of it. (Said only this once.)",
)


def note(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="The note; - reads a note a line from stdin."),
    ] = None,
) -> None:
    """Catch one line for later; without TEXT it asks. Your next sitting offers it as a moment."""
    from learnlead.journeys.notes import keep_notes

    desk: Desk = ctx.obj
    today = desk.today
    if words == ["-"]:
        found = _from_stdin()
    elif words:
        found = [_cleaned(" ".join(words))]
    else:
        found = _asked(desk)
    if not found:
        typer.echo("Nothing was typed, so nothing was noted.")
        return
    desk.workspace_or_new()
    keep_notes(desk.inbox, today, found)
    many = len(found) > 1
    typer.echo(f"Noted: your next sitting offers {'them' if many else 'it'} as a moment.")
    if words and words != ["-"] and desk.first_time("shell-history"):
        desk.say(*_HISTORY)


def _asked(desk: Desk) -> list[str]:
    if not sys.stdin.isatty():
        message = "a note needs a terminal to be typed in, and this is none"
        raise LearnleadError(Problem(message, "`learnlead note -` reads it from stdin"))
    from learnlead.terminal.one_line import ask_line

    desk.workspace_or_new()
    desk.inbox.read()  # whoever cannot be noted for should know before typing
    try:
        while True:
            typed = ask_line("One line for later:", plain=desk.plain)
            try:
                line = clean_line(typed)
            except ValueError as error:
                desk.say(f"{error}: please type it again.")
                continue
            return [line] if line else []
    except Interrupted:
        raise Interrupted("nothing was noted") from None


def _from_stdin() -> list[str]:
    """The lines of standard input that are not empty, each a note."""
    where = "standard input"
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LearnleadError(Problem("this is not UTF-8 text", "send it as UTF-8", where)) from None
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            found.append(_cleaned(line, where, number))
    if not found:
        raise LearnleadError(Problem("there is no line in it", "send at least one", where))
    return found


def _cleaned(text: str, where: str | None = None, number: int | None = None) -> str:
    try:
        line = clean_line(text)
    except ValueError as error:
        raise LearnleadError(Problem(str(error), "take it out", where, number)) from None
    if line is None:
        raise LearnleadError(Problem("the note is empty", "`learnlead note` alone asks for it"))
    return line
