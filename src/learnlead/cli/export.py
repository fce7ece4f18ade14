"""learnlead export: a bundle for a coach, line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.options import AsJson, FromDay
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.cli.exporting import Asked
    from learnlead.journeys.brief_coach import Brief

_Several = list[str] | None


def export(
    ctx: typer.Context,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="BUNDLE", help="A new .zip, .zip.age, or folder."),
    ] = None,
    want: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What you want from the conversation.")
    ] = None,
    include: Annotated[
        _Several,
        typer.Option(
            metavar="KINDS",
            help="Tick these too: moments, evidence, insights, obstacles, ratings, pages, …",
        ),
    ] = None,
    recipient: Annotated[
        str | None, typer.Option("--for", metavar="NAME", help="For whom; also --to NAME.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last day on which it may be read.")
    ] = None,
    not_for: Annotated[
        _Several,
        typer.Option(metavar="WHO", help="Who must not see it, such as sponsor,cohort."),
    ] = None,
    called: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="What you are called there.")
    ] = None,
    hide: Annotated[
        _Several, typer.Option(metavar="NAME", help="Replace this name, too; several times.")
    ] = None,
    rubric: Annotated[str | None, typer.Option(metavar="ID", help="Which rubric.")] = None,
    first: FromDay = None,
    to: Annotated[
        _Several,
        typer.Option("--to", metavar="DATE", help="Up to this date or week; a name is --for."),
    ] = None,
    relationship: Annotated[
        str | None, typer.Option(metavar="ID", help="Only what was said with it in mind.")
    ] = None,
    encrypt_to: Annotated[
        _Several,
        typer.Option(metavar="KEY", help="Encrypt for this age key, or a file of keys."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show every line that could leave.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write what is ticked without asking.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Give a coach what you tick, line by line, under other names than people have."""
    from learnlead.cli.exporting import asked_for, put_out, read_for
    from learnlead.cli.sharing import share_sentence
    from learnlead.reports.cells import wrap
    from learnlead.reports.coach_words import FREE_TEXT, terms_sentence
    from learnlead.reports.shared import offer_json, offer_lines
    from learnlead.reports.words import counted
    from learnlead.terminal.showing import width

    desk: Desk = ctx.obj
    in_person = not (dry_run or yes)
    if in_person and (as_json or not sys.stdin.isatty()):
        message = "every line is ticked by you, and there is nobody to ask"
        remedy = "--dry-run only shows the lines, --yes writes what --include and the rules tick"
        raise LearnleadError(Problem(message, remedy))
    asked = asked_for(
        desk,
        output=output,
        include=include or (),
        recipient=recipient,
        until=until,
        not_for=not_for or (),
        called=called,
        rubric=rubric,
        first=first,
        to=to or (),
        relationship=relationship,
        encrypt_to=encrypt_to or (),
        writes=not dry_run,
    )
    if in_person and want is None:
        want = _wanted(desk)
    brief, names = read_for(desk, asked, hide or ())
    desk.say(*share_sentence(desk))
    want = names.said(want)
    ids = _ticked(desk, brief) if in_person else brief.offer.ticked()
    bundle = None
    leaving = brief.offer.leaving(ids)
    if not dry_run:
        if not leaving and not want:
            raise LearnleadError(Problem("no line is ticked: nothing has left", _NOTHING))
        if in_person:
            told = (terms_sentence(asked.terms), *names.to_look_at(leaving), FREE_TEXT)
            desk.say(*(line for sentence in told for line in wrap(sentence, width())))
            if not _agreed(desk, asked, len(leaving)):
                desk.say("Nothing has left.")
                return
        bundle = put_out(desk, asked, brief, ids, want, names)
    if as_json:
        answer(
            str,
            lambda: offer_json(brief.offer, ids, want=want, bundle=bundle, file=asked.output),
            as_json=True,
            output=None,
        )
        return
    if dry_run:
        answer(
            lambda: "".join(f"{line}\n" for line in offer_lines(brief.offer, ids, want)),
            dict,
            as_json=False,
            output=None,
        )
        return
    answer(lambda: f"{asked.output}\n", dict, as_json=False, output=None)
    desk.say(
        f"{counted(len(leaving), 'line')} written. {terms_sentence(asked.terms)}",
        *(() if in_person else (*names.replaced(leaving), FREE_TEXT)),
        "learnlead shared lists every line that ever left.",
    )


_NOTHING = "hold a sitting first, or tick more with --include"


def _wanted(desk: Desk) -> str:
    from learnlead.terminal.one_line import ask_line

    try:
        return ask_line("What do you want from this conversation?", plain=desk.plain)
    except Interrupted:
        raise Interrupted("nothing has left") from None


def _ticked(desk: Desk, brief: Brief) -> frozenset[str]:
    from learnlead.terminal.ticking import tick

    return tick(brief.offer.lines, plain=desk.plain, colour=desk.colour)


def _agreed(desk: Desk, asked: Asked, lines: int) -> bool:
    from learnlead.reports.words import counted
    from learnlead.terminal.one_line import ask_line

    whom = f" for {asked.terms.recipient}" if asked.terms.recipient else ""
    try:
        ask = f"Write {counted(lines, 'line')}{whom} to {asked.output}? [y/N]"
        typed = ask_line(ask, plain=desk.plain)
    except Interrupted:
        raise Interrupted("nothing has left") from None
    return typed.strip().lower() in ("y", "yes")
