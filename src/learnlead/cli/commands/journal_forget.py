"""learnlead journal forget: replaces a person's name wherever it is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer, expect_file
from learnlead.errors import LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.adapters.disk.other_texts import OtherTextFiles
    from learnlead.app.forget.person import Occurrences
    from learnlead.coach.ledger import Ledger
    from learnlead.page.person import Person


def forget(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="PERSON", help="A name or role, as it stands on the pages.")
    ],
    instead: Annotated[
        str, typer.Option("--as", metavar="WORDS", help="What stands in its place.")
    ] = "someone",
    also: Annotated[
        list[str] | None,
        typer.Option("--also", metavar="WORDS", help="What else the same person is called."),
    ] = None,
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
    """Replace a person's name wherever learnlead keeps words, after showing every place."""
    from learnlead.app.forget.person import apply_rewrites
    from learnlead.app.forget.shown import (
        done_line,
        edit_count,
        forgotten_json,
        forgotten_lines,
        near_lines,
        not_reached_line,
    )
    from learnlead.coach.names.forms import person_to_forget

    app: AppContext = ctx.obj
    person = person_to_forget(name, also or (), instead, match_case=match_case)
    if not (dry_run or yes or (sys.stdin.isatty() and not as_json)):
        message = "this changes pages, and there is nobody to ask first"
        remedy = "--dry-run only shows what would change, --yes changes it without asking"
        raise LearnleadError(Problem(message, remedy))
    if not dry_run:
        expect_file(output)
        _refuse_open_sitting(app)
    ledger = app.ledger.read()
    other_files = _other_files(app, ledger)
    matches = _look_everywhere(app, person, other_files, ledger)
    app.warn(matches.problems)

    def tell(*, done: bool) -> None:
        answer(
            lambda: "".join(f"{line}\n" for line in forgotten_lines(matches, app.words)),
            lambda: forgotten_json(matches, done=done),
            as_json=as_json,
            output=output,
        )
        sys.stdout.flush()

    done = bool(matches.edits or matches.strays) and not dry_run
    if not as_json:
        tell(done=done)  # before anything is changed
        app.say(*near_lines(matches, app.words))
    if done and not yes:
        done = says_yes(
            app,
            app.words("forgotten.ask", edits=edit_count(matches.edits, app.words)),
            "nothing was changed",
            app.words,
        )
    if done:
        other_files.clean()
        apply_rewrites(matches.rewrites)
    if as_json:
        tell(done=done)
    still = not_reached_line(matches, app.words)
    end = done_line(matches, app.words, done=done)
    app.say(end, *([still] if still else []), *app.words.lines("forgotten.unreached"))


def _refuse_open_sitting(app: AppContext) -> None:
    """Refuse while a sitting is open, which would write the name again from memory.

    Raises:
        LearnleadError: a sitting is open.
    """
    from learnlead.adapters.disk.state import unfinished

    waiting = unfinished(app.state)
    if not waiting.files:
        return
    for rubric in dict.fromkeys((*waiting.rubrics, *waiting.in_editor, *app.rubrics_in_use())):
        with app.drafts.alone(rubric, rubric):
            pass


def _other_files(app: AppContext, ledger: Ledger) -> OtherTextFiles:
    from learnlead.adapters.disk.other_texts import OtherTextFiles

    elsewhere = dict.fromkeys(
        (app.workspace.root / export.file).parent for export in ledger.exports
    )
    return OtherTextFiles(app.workspace, app.state, app.coach_notes.folder, elsewhere)


def _look_everywhere(
    app: AppContext, person: Person, other_files: OtherTextFiles, ledger: Ledger
) -> Occurrences:
    from learnlead.adapters.disk.state import unfinished
    from learnlead.app.forget.drafts import add_drafts, add_open_pages
    from learnlead.app.forget.person import Occurrences, add_exports, find_person

    waiting = unfinished(app.state)
    draft_matches = Occurrences()
    add_drafts(draft_matches, person, waiting.rubrics, app.drafts, app.focus_waiting)
    pages = ((rubric, app.open_page(rubric)) for rubric in waiting.in_editor)
    add_open_pages(draft_matches, person, pages)
    matches = find_person(person, app.page_store, other_files)  # after a broken draft was set aside
    # Drafts before papers: a draft takes along what an editor has saved in its file since.
    matches.rewrites[:0] = draft_matches.rewrites
    matches.problems += draft_matches.problems
    for words, places in draft_matches.near.items():
        matches.near.setdefault(words, []).extend(places)
    add_exports(matches, person, ledger.exports)
    matches.problems += ledger.problems
    return matches
