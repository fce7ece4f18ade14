"""learnlead note: notes taken for the next sitting, listed, edited and dropped."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.note_words import CATCH, CatchCommand, NoteGroup, like_a_command
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.i18n.spoken import translated
from learnlead.sitting.note import DID, MISSED
from learnlead.text.clean import harmless
from learnlead.text.limits import TooLong, line_within, remedy_for
from learnlead.text.problem_text import quoted


def list_notes(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List the notes that wait, with their numbers and dates."""
    from learnlead.app.notes import note_lines, notes_json, numbered_notes

    app: AppContext = ctx.obj
    notes = numbered_notes(app.inbox)
    answer(
        lambda: "".join(f"{line}\n" for line in note_lines(notes, app.words)),
        lambda: notes_json(notes),
        as_json=as_json,
        output=output,
    )


def edit(ctx: typer.Context) -> None:
    """Open inbox.md, where notes wait, in $VISUAL or $EDITOR."""
    from learnlead.app.notes import numbered_notes
    from learnlead.cli.console import open_in_editor

    app: AppContext = ctx.obj
    path = app.workspace.inbox
    if not path.exists():
        raise LearnleadError(Problem("there is no note yet", "`learnlead note` catches one"))
    open_in_editor(path)
    waiting = len(numbered_notes(app.inbox))
    typer.echo(app.words.counted(waiting, "noted.waits"))


def drop(
    ctx: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHICH",
            help="Numbers of `note list`, or a word of one note.",
            autocompletion=values.notes,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Drop without asking.")] = False,
) -> None:
    """Remove a note from inbox.md, after showing it."""
    from learnlead.app.notes import drop_notes, numbered_notes, select_notes
    from learnlead.cli.console import says_yes

    app: AppContext = ctx.obj
    if not which:
        remedy = "`learnlead note list` numbers the notes: `learnlead note drop 1`"
        raise LearnleadError(Problem("which note is not said", remedy))
    notes = select_notes(numbered_notes(app.inbox), which)
    if not (yes or sys.stdin.isatty()):
        message = "this takes a note out of inbox.md, and there is nobody to ask first"
        raise LearnleadError(Problem(message, "--yes drops it without asking"))
    for line in (line for note in notes for line in note.lines):
        typer.echo(harmless(line, breaks=False))
    words = app.words
    question = words.counted(len(notes), "noted.drop")
    if not yes and not says_yes(app, question, "nothing was dropped", words):
        typer.echo(words("noted.nothing-dropped"))
        return
    drop_notes(app.inbox, notes)
    typer.echo(words.counted(len(notes), "noted.dropped"))


def did(ctx: typer.Context) -> None:
    """Count once: your focus came up, and you did it."""
    _count(ctx, DID)


def missed(ctx: typer.Context) -> None:
    """Count once: your focus came up, and you missed it."""
    _count(ctx, MISSED)


def _count(ctx: typer.Context, which: str) -> None:
    from learnlead.app.notes import add_notes, notes_to_offer
    from learnlead.cli.status import waiting_notes
    from learnlead.sitting.note import tally

    app: AppContext = ctx.obj
    app.workspace_or_new()
    add_notes(app.inbox, app.today, [which])
    counted = tally(notes_to_offer(waiting_notes(app), app.today, app.today))
    if counted is None:
        typer.echo(app.words("noted.counted"))
    else:
        typer.echo(app.words("noted.counted-so-far", did=counted.did, of=counted.of))


group = typer.Typer(
    cls=NoteGroup,
    subcommand_metavar="[TEXT | COMMAND]...",
    help="Catch one line for later; without TEXT it asks. Your next sitting offers it as a moment.",
    epilog="TEXT - reads a note a line from stdin. A command is one where it stands alone, drop "
    "also before one word or numbers; all else is a note, and what follows -- always is.",
)
group.command("list")(list_notes)
group.command("edit")(edit)
group.command("drop")(drop)
group.command(DID)(did)
group.command(MISSED)(missed)


@group.command(CATCH, cls=CatchCommand, hidden=True)
def catch(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="The note; - reads a note a line from stdin."),
    ] = None,
    as_typed: Annotated[bool, typer.Option("--as-typed", hidden=True)] = False,
) -> None:
    """Catch one line for later; without TEXT it asks. Your next sitting offers it as a moment."""
    from learnlead.app.notes import add_notes

    app: AppContext = ctx.obj
    today = app.today
    if words == ["-"]:
        notes = _from_stdin()
    elif words:
        notes = [_clean_note(" ".join(words))]
        if not as_typed and not _is_note(ctx, notes[0]):
            typer.echo(app.words("noted.nothing"))
            return
    else:
        notes = _ask_note(app)
    if not notes:
        typer.echo(app.words("noted.nothing"))
        return
    app.workspace_or_new()
    add_notes(app.inbox, today, notes)
    typer.echo(app.words("noted.one" if len(notes) == 1 else "noted.many"))
    if words and words != ["-"] and app.first_time("shell-history"):
        app.say(*app.words.lines("noted.history"))


def _is_note(ctx: typer.Context, note: str) -> bool:
    """Whether a note that looks like a command is meant as a note."""
    commands: dict[str, object] = getattr(ctx.find_root().command, "commands", {})
    instead = like_a_command(note, list(commands))
    if instead is None:
        return True
    if not sys.stdin.isatty():
        message = f"{quoted(note)} alone looks like a command, so it was not noted"
        what = "the word" if len(note.split()) == 1 else "these words"
        remedy = f"{instead}; `learnlead note -- {note}` notes {what}"
        raise LearnleadError(Problem(message, remedy))
    from learnlead.cli.console import says_yes

    app: AppContext = ctx.obj
    app.say(f"{translated(instead, 'problems')}.")
    return says_yes(app, app.words("noted.keep", note=note), "nothing was noted", app.words)


def _ask_note(app: AppContext) -> list[str]:
    if not sys.stdin.isatty():
        message = "a note needs a terminal to be typed in, and this is none"
        raise LearnleadError(Problem(message, "`learnlead note -` reads it from stdin"))
    app.workspace_or_new()
    app.inbox.read()  # whoever cannot be noted for should know before typing
    on_a_line = app.plain or not sys.stdout.isatty()  # what is asked is no answer
    try:
        line = _ask_on_a_line(app) if on_a_line else _ask_on_a_screen(app)
    except Interrupted:
        raise Interrupted("nothing was noted") from None
    return [line] if line else []


def _ask_on_a_screen(app: AppContext) -> str | None:
    """The note; None for none. Esc goes back, from words that were typed the second time."""
    from learnlead.cli.one_question import ask_screen
    from learnlead.sitting.question import AnswerValue, Kind, Question, Step

    words = app.words
    begun: dict[str, AnswerValue] = {}
    thrown_away = None
    while True:
        warning = (words("noted.esc-again"),) if thrown_away else ()
        question = Question(
            "note",
            Step.WHAT,
            Kind.LINE,
            "",
            words("noted.ask"),
            preface=warning,
            help=words("noted.help"),
        )
        answers = ask_screen(
            app, question, heading=words("noted.heading"), begun=begun, words=words
        )
        typed = begun.get("note")
        line = typed if isinstance(typed, str) else None
        if answers is not None:
            return line
        if line is None or line == thrown_away:
            return None
        thrown_away = line


def _ask_on_a_line(app: AppContext) -> str | None:
    from learnlead.adapters.terminal.one_line import ask_line

    begun = ""
    while True:
        typed = ask_line(app.words("noted.ask"), plain=app.plain, begun=begun)
        try:
            return line_within(typed)
        except ValueError as error:
            begun = typed if isinstance(error, TooLong) else ""
            key = "noted.shorten" if begun else "noted.again"
            app.say(app.words(key, problem=translated(str(error), "problems")))


def _from_stdin() -> list[str]:
    """The non-empty lines of standard input, each a note."""
    where = "standard input"
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LearnleadError(Problem("this is not UTF-8 text", "send it as UTF-8", where)) from None
    notes = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            notes.append(_clean_note(line, where, number))
    if not notes:
        raise LearnleadError(Problem("there is no line in it", "send at least one", where))
    return notes


def _clean_note(text: str, where: str | None = None, number: int | None = None) -> str:
    try:
        line = line_within(text)
    except ValueError as error:
        raise LearnleadError(Problem(str(error), remedy_for(error), where, number)) from None
    if line is None:
        raise LearnleadError(Problem("the note is empty", "`learnlead note` alone asks for it"))
    return line
