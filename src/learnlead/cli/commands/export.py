"""learnlead export: a bundle for a coach, line by line."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, FromDay, WhichRubric
from learnlead.cli.output import answer
from learnlead.errors import Interrupted, LearnleadError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learnlead.cli.export_names import People
    from learnlead.cli.export_options import ExportOptions
    from learnlead.coach.selection import OfferedLine


class NamesOption(StrEnum):
    """What to do with possible names that are not decided."""

    LIST = "list"
    STAY = "stay"


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
        _Several,
        typer.Option(metavar="NAME", help="Replace this name, now and later; NAME=NAME is one."),
    ] = None,
    names: Annotated[
        NamesOption | None,
        typer.Option(help="What may name somebody: list it only, or let it all stay this time."),
    ] = None,
    rubric: WhichRubric = None,
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
    """Give a coach what you tick, line by line, under other names."""
    from learnlead.adapters.terminal.output import width
    from learnlead.cli.export_names import People, hidden_groups
    from learnlead.cli.export_options import read_options, withheld_lines
    from learnlead.cli.export_steps import (
        besides_sentences,
        bundle_warnings,
        naming_for,
        replacement_lines,
        review_lines,
        write_bundle,
    )
    from learnlead.reports.coach_report import FREE_TEXT, terms_sentence
    from learnlead.reports.shared import candidate_lines, offer_json, offer_lines
    from learnlead.reports.words import counted
    from learnlead.text.cells import wrap

    app: AppContext = ctx.obj
    lists = names is NamesOption.LIST
    only_shows = dry_run or lists
    in_person = not (only_shows or yes)
    if in_person and (as_json or not sys.stdin.isatty()):
        message = "every line is ticked by you, and there is nobody to ask"
        remedy = "--dry-run only shows the lines, --yes writes what --include and the rules tick"
        raise LearnleadError(Problem(message, remedy))
    hidden = hidden_groups(hide or ())
    options = read_options(
        app,
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
        writes=not only_shows,
    )
    if in_person and want is None:
        want = _ask_wish(app)
    people = People(app, naming_for(app, options, want), hidden, remembers=not only_shows)
    app.say(*withheld_lines(app))
    ids = people.tick() if in_person else people.named.brief.offer.ticked()
    bundle = None
    if not only_shows:
        if not people.named.brief.offer.chosen(ids) and not people.named.want:
            raise LearnleadError(Problem("no line is ticked: nothing has left", _NOTHING))
        if names is not NamesOption.STAY:
            ids = people.ask(ids) if in_person else _refuse_undecided(people, ids)
    offer, want = people.named.brief.offer, people.named.want
    leaving = offer.chosen(ids)
    if not only_shows:
        app.warn(bundle_warnings(options))
        if in_person:
            sentences = (terms_sentence(options.terms), FREE_TEXT, *review_lines(leaving))
            app.say(*(line for sentence in sentences for line in wrap(sentence, width())))
            besides = besides_sentences(options, people.named, ids)
            if not _agreed(app, options, leaving, want, besides):
                app.say("Nothing has left.")
                return
        bundle = write_bundle(app, options, people.named, ids)
    if as_json or only_shows:
        candidates = people.open_in(ids)
        lines = candidate_lines(candidates) if lists else offer_lines(offer, ids, want, candidates)
        answer(
            lambda: "".join(f"{line}\n" for line in lines),
            lambda: offer_json(
                offer, ids, candidates, want=want, bundle=bundle, file=options.output
            ),
            as_json=as_json,
            output=None,
        )
        return
    answer(lambda: f"{options.output}\n", dict, as_json=False, output=None)
    app.say(
        f"{counted(len(leaving), 'line')} written. {terms_sentence(options.terms)}",
        *(() if in_person else (*replacement_lines(leaving), FREE_TEXT)),
        "learnlead shared lists every line that ever left.",
    )


_NOTHING = "hold a sitting first, or tick more with --include"


def _ask_wish(app: AppContext) -> str:
    from learnlead.adapters.terminal.one_line import ask_line

    try:
        return ask_line("What do you want from this conversation?", plain=app.plain)
    except Interrupted:
        raise Interrupted("nothing has left") from None


def _refuse_undecided(people: People, ids: frozenset[str]) -> frozenset[str]:
    """The ids, if every possible name in these lines is decided.

    Raises:
        LearnleadError: a name is undecided (exit 2).
    """
    from learnlead.reports.shared import undecided_words

    if candidates := people.open_in(ids):
        message = f"nothing has left: {undecided_words(candidates)}"
        remedy = (
            "--names list instead of --yes lists them; decide in records/names.md, or without "
            "--yes; --names stay lets all stay this once"
        )
        raise LearnleadError(Problem(message, remedy))
    return ids


def _agreed(
    app: AppContext,
    options: ExportOptions,
    lines: Sequence[OfferedLine],
    want: str | None,
    besides: Sequence[str],
) -> bool:
    """Whether the leader says yes; `r` shows every line first."""
    from learnlead.adapters.terminal.one_line import ask_line
    from learnlead.adapters.terminal.reading_lines import read_lines
    from learnlead.reports.words import counted

    whom = f" for {options.terms.recipient}" if options.terms.recipient else ""
    ask = f"Write {counted(len(lines), 'line')}{whom} to {options.output}? [y/N]"
    while True:
        try:
            typed = ask_line(ask, plain=app.plain).strip().lower()
        except Interrupted:
            raise Interrupted("nothing has left") from None
        if typed not in ("r", "read"):
            return typed in ("y", "yes")
        read_lines(lines, want, besides, plain=app.plain, colour=app.colour)
