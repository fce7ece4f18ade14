"""learnlead journal forget: a person taken out of the journal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.options import AsJson, Output
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.journal.person import Person
    from learnlead.journeys.forgetting import Found


def forget(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="PERSON", help="A name or role, as it stands on the pages.")
    ],
    instead: Annotated[
        str, typer.Option("--as", metavar="WORDS", help="What stands in its place.")
    ] = "someone",
    match_case: Annotated[
        bool, typer.Option("--match-case", help="Only as typed: Will, but not will.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Change it without asking.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Replace a person's name in pages, inbox and records, after showing every place."""
    from learnlead.journal.person import person_called
    from learnlead.journeys.forgetting import carry_out
    from learnlead.journeys.showing_forgotten import (
        UNREACHED,
        edit_count,
        forgotten_json,
        forgotten_lines,
    )

    desk: Desk = ctx.obj
    person = person_called(name, instead, match_case=match_case)
    if not (dry_run or yes or (sys.stdin.isatty() and not as_json)):
        message = "this changes pages, and there is nobody to ask first"
        remedy = "--dry-run only shows what would change, --yes changes it without asking"
        raise LearnleadError(Problem(message, remedy))
    found = _look(desk, person)
    count = edit_count(found.edits)
    desk.warn(found.problems)

    def tell(*, done: bool) -> None:
        answer(
            lambda: "".join(f"{line}\n" for line in forgotten_lines(found)),
            lambda: forgotten_json(found, done=done),
            as_json=as_json,
            output=output,
        )
        sys.stdout.flush()

    done = bool(found.edits) and not dry_run
    if not as_json:
        tell(done=done)  # before anything is changed
    if done and not yes:
        done = _agreed(desk, count)
    if done:
        carry_out(found.rewrites)
    if as_json:
        tell(done=done)
    desk.say(f"Changed {count}." if done else "Nothing was changed.", *UNREACHED)


def _look(desk: Desk, person: Person) -> Found:
    from learnlead.journeys.forgetting import look_at, look_for
    from learnlead.journeys.forgetting_drafts import look_among_drafts, look_at_open_pages
    from learnlead.storage.papers import PaperFiles
    from learnlead.storage.reading import read_text
    from learnlead.storage.workspace import SETTINGS_FILE

    found = look_for(person, desk.shelf, PaperFiles(desk.workspace))
    rubrics = sorted({*desk.rubrics.ids(), *desk.settings.rubric})
    look_among_drafts(found, person, rubrics, desk.drafts, desk.focus_waiting)
    look_at_open_pages(found, person, ((one, desk.open_page(one)) for one in rubrics))
    look_at(found, person, SETTINGS_FILE, read_text(desk.workspace.settings, SETTINGS_FILE))
    return found


def _agreed(desk: Desk, count: str) -> bool:
    from learnlead.terminal.one_line import ask_line

    try:
        typed = ask_line(f"Change {count}? [y/N]", plain=desk.plain)
    except Interrupted:
        raise Interrupted("nothing was changed") from None
    return typed.strip().lower() in ("y", "yes")
