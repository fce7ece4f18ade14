"""learnlead export: a bundle for a coach, line by line."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, FromDay
from learnlead.cli.output import answer
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learnlead.cli.export.names import People
    from learnlead.cli.export.options import ExportOptions
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
        typer.Option("--output", "-o", metavar="BUNDLE", help="A new .zip, .zip.age, or folder."),
    ] = None,
    want: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What you want from the conversation.")
    ] = None,
    include: Annotated[
        _Several,
        typer.Option(
            metavar="KINDS",
            help="Tick these too: moments, evidence, insights, obstacles, ratings, pages, …",
            autocompletion=values.kinds,
        ),
    ] = None,
    recipient: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help="For whom; also --to NAME.",
            autocompletion=values.recipients,
        ),
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
    rubric: Annotated[
        _Several,
        typer.Option(
            metavar="ID",
            help="Which rubric; several times for several.",
            autocompletion=values.rubrics,
        ),
    ] = None,
    first: FromDay = None,
    to: Annotated[
        _Several,
        typer.Option("--to", metavar="DATE", help="Up to this date or week; a name is --for."),
    ] = None,
    relationship: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only what was said with it in mind.",
            autocompletion=values.relationships,
        ),
    ] = None,
    encrypt_to: Annotated[
        _Several,
        typer.Option(metavar="KEY", help="Encrypt for this age key, or a file of keys."),
    ] = None,
    only: Annotated[
        _Several,
        typer.Option(metavar="KINDS", help="Offer these kinds alone.", autocompletion=values.kinds),
    ] = None,
    word: Annotated[
        str | None, typer.Option(metavar="WORD", help="Offer only lines that hold this word.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Offer older lines and what they have, too.")
    ] = False,
    pdf: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Print the report to this PDF, too, by a browser."),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV files with a byte order mark, for Excel.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show every line that could leave.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write what is ticked without asking.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Give a coach what you tick, line by line, under other names."""
    from learnlead.adapters.disk.bundles.printing import refuse_pdf
    from learnlead.cli.export.names import People, hidden_groups
    from learnlead.cli.export.options import read_options, withheld_lines
    from learnlead.cli.export.steps import (
        agreed_lines,
        bundle_warnings,
        naming_for,
        refuse_nothing,
        write_bundle,
    )
    from learnlead.cli.export.wish import ask_wish
    from learnlead.reports.shared import candidate_lines, offer_json, offer_lines

    app: AppContext = ctx.obj
    words = app.words_of("export")
    lists = names is NamesOption.LIST
    only_shows = dry_run or lists
    in_person = not (only_shows or yes)
    if in_person and (as_json or not sys.stdin.isatty()):
        message = "every line is ticked by you, and there is nobody to ask"
        remedy = "--dry-run only shows the lines, --yes writes what --include and the rules tick"
        raise LearnleadError(Problem(message, remedy))
    hidden = hidden_groups(hide or ())
    if pdf is not None and not only_shows:
        refuse_pdf(pdf)
    options = read_options(
        app,
        output=output,
        include=include or (),
        recipient=recipient,
        until=until,
        not_for=not_for or (),
        called=called,
        rubrics=rubric or (),
        asks_rubrics=in_person and relationship is None,
        first=first,
        to=to or (),
        relationship=relationship,
        encrypt_to=encrypt_to or (),
        only=only or (),
        word=word,
        bom=bom,
        writes=not only_shows,
    )
    asks_wish = in_person and want is None
    if asks_wish:
        want = ask_wish(app)
    naming = naming_for(app, options, want, again=again, starts=in_person)
    people = People(app, naming, hidden, remembers=not only_shows)
    app.say(*withheld_lines(app))
    decides = names is not NamesOption.STAY
    bundle = None
    if in_person:
        agreed = agreed_lines(app, options, people, asks_wish=asks_wish, decides=decides)
        if agreed is None:
            app.say(words("export.none-left"))
            return
        ids = agreed
    else:
        ids = people.named.offer.ticked()
        if not only_shows:
            refuse_nothing(options, people, ids)
            ids = _refuse_undecided(people, ids) if decides else ids
            app.warn(bundle_warnings(options))
    offer, want = people.named.offer, people.named.want
    leaving = offer.chosen(ids)
    if not only_shows:
        bundle = write_bundle(app, options, people.named, ids, pdf)
    if as_json or only_shows:
        candidates = people.open_in(ids)
        lines = (
            candidate_lines(candidates, words)
            if lists
            else offer_lines(offer, ids, want, candidates, words)
        )
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
    _tell_written(app, options, leaving, in_person=in_person)


def _tell_written(
    app: AppContext, options: ExportOptions, leaving: Sequence[OfferedLine], *, in_person: bool
) -> None:
    """How much was written and on which terms; and what nobody read before it was."""
    from learnlead.cli.export.steps import replacement_lines
    from learnlead.reports.coach_report import terms_sentence

    words = app.words_of("export")
    number = words.counted(len(leaving), "shared.lines")
    app.say(words("export.written", lines=number, terms=terms_sentence(options.terms, words)))
    if not in_person:
        app.say(*replacement_lines(leaving, words), words("export.free-text"))
    app.say(words("export.see-shared"))


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
