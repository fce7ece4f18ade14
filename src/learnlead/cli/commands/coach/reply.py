"""learnlead coach reply: a file with comments on passages and plans, and one question."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import Identity
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.coach.bundle import Content
    from learnlead.coach.manifest import ReceivedBundle
    from learnlead.coach.reply import Reply


def reply(
    ctx: typer.Context,
    bundle: Annotated[str, typer.Argument(metavar="BUNDLE", help="The bundle to reply to.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A new file for the reply; - is stdout."
        ),
    ] = None,
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="The sheet, filled in; - is stdin."),
    ] = None,
    answers_form: Annotated[
        bool, typer.Option("--answers-form", help="Print the sheet to fill in, and stop.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="List all passages and plans on the sheet.")
    ] = False,
    sender: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="How you sign; else as the leader calls you."),
    ] = None,
    identity: Identity = None,
) -> None:
    """Write a remark, comments, what was agreed and one question, in $VISUAL or $EDITOR."""
    from learnlead.adapters.disk.bundles.reading import contents_of
    from learnlead.app.review import reply_on
    from learnlead.cli.output import put
    from learnlead.coach.reply_file import write_reply
    from learnlead.coach.reply_sheet import reply_sheet
    from learnlead.coach.several import lines_together

    app: AppContext = ctx.obj
    received = _receive_in_time(app, bundle, identity)
    contents = contents_of(received, identity)
    content = lines_together(contents)
    if answers_form:
        put(reply_sheet(received.manifest, content, app.words, whole=whole), output)
        return
    target = output or f"{_stem(bundle)}-reply.md"
    if target != "-":
        _refuse_existing(target)
    if answers is None:
        coach_reply = _in_editor(app, received, content, sender, whole=whole)
    else:
        with _problems_in(answers):
            coach_reply = reply_on(
                _sheet(answers), received, content, app.today, sender, words=app.words
            )
    if coach_reply is None:
        app.say(app.words("desk.no-reply"))
        return
    _write(write_reply(coach_reply, app.words), target)
    if answers is None:
        app.coach_notes.discard_reply(coach_reply.bundle)
    if target != "-":
        app.say(app.words("desk.written", file=target), app.words("desk.only-they"))
        _note_reply(app, received, contents, coach_reply, target)


def _note_reply(
    app: AppContext,
    received: ReceivedBundle,
    contents: tuple[Content, ...],
    reply: Reply,
    target: str,
) -> None:
    """Note the bundle, the reply with what was agreed, and the next session, for the desk."""
    from learnlead.app.review import Reviewer
    from learnlead.cli.commands.coach.client import note_file

    reviewer = Reviewer(lambda _: contents, app.coach_notes, app.today)
    reviewer.note(received, reviewer.reviews(received)[0], str(Path(received.path).absolute()))
    known, _ = app.coach_notes.leader(reply.leader)
    if known is not None:
        app.coach_notes.save(known.with_reply(reply))
    note_file(app, target, [received.manifest.leader.id], [received.manifest.id])


def _receive_in_time(app: AppContext, bundle: str, identity: str | None) -> ReceivedBundle:
    """A checked bundle whose terms still allow reading.

    Raises:
        LearnleadError: it cannot be read, or its time is over.
    """
    from learnlead.adapters.disk.bundles.reading import receive
    from learnlead.coach.review import has_expired
    from learnlead.reports.words import day

    received = receive(bundle, identity)
    if has_expired(received.manifest, app.today):
        until = received.manifest.terms.until
        message = f"this was lent until {day(until) if until else 'a day gone by'}"
        remedy = "`learnlead coach forget --expired` deletes what you have"
        raise LearnleadError(Problem(message, remedy, bundle))
    return received


def _in_editor(
    app: AppContext,
    received: ReceivedBundle,
    content: Content,
    sender: str | None,
    *,
    whole: bool,
) -> Reply | None:
    """The reply that is written in an editor; None for an empty one.

    Raises:
        LearnleadError: no editor, no terminal, or something cannot be sent; the sheet is kept.
    """
    from learnlead.adapters.disk.files import safe_write
    from learnlead.adapters.disk.files.failures import report_failures
    from learnlead.adapters.disk.files.reading import read_text
    from learnlead.adapters.terminal.editor import edit_file, editor_command
    from learnlead.app.review import reply_on
    from learnlead.coach.reply_sheet import reply_sheet

    command = editor_command()
    if command is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "there is no editor to write in" if command is None else "this is no terminal"
        remedy = "--answers-form prints a sheet to fill in, --answers FILE reads it"
        raise LearnleadError(Problem(message, remedy))
    path = app.coach_notes.reply_path(received.manifest.id)
    empty = reply_sheet(received.manifest, content, app.words, whole=whole)
    with report_failures("keep your reply", str(path)):
        safe_write.make_folder(path.parent)
        if path.exists():
            app.say(app.words("desk.unfinished"))
        else:
            safe_write.put(path, empty.encode())
    if not edit_file(path, command):
        remedy = "set VISUAL or EDITOR to one that is installed"
        raise LearnleadError(Problem(f"the editor {command[0]!r} could not be run", remedy))
    written = read_text(path, str(path)) if path.exists() else ""
    if written.strip() in ("", empty.strip()):
        app.coach_notes.discard_reply(received.manifest.id)
        return None
    with _problems_in(str(path)):
        return reply_on(written, received, content, app.today, sender, words=app.words)


@contextmanager
def _problems_in(file: str) -> Iterator[None]:
    """Inside, problems without a file are about this one."""
    try:
        yield
    except LearnleadError as error:
        named = "stdin" if file == "-" else file
        raise type(error)(*(replace(p, file=p.file or named) for p in error.problems)) from None


def _sheet(answers: str) -> str:
    from learnlead.adapters.disk.files.reading import read_text

    return sys.stdin.read() if answers == "-" else read_text(answers, answers)


def _stem(bundle: str) -> str:
    name = Path(bundle).name
    for end in (".age", ".zip"):
        name = name.removesuffix(end)
    return name or "bundle"


def _refuse_existing(target: str) -> None:
    if Path(target).exists() or Path(target).is_symlink():
        message = f"{target} is there already, and is not written over"
        raise LearnleadError(Problem(message, "name another file with --output"))


def _write(text: str, target: str) -> None:
    from learnlead.adapters.disk.files import safe_write
    from learnlead.adapters.disk.files.failures import report_failures

    if target == "-":
        sys.stdout.write(text)
        return
    with report_failures("write the reply", target):
        try:
            safe_write.create(Path(target).absolute(), text.encode())
        except FileExistsError:
            _refuse_existing(target)
            raise
