"""learnlead coach forget: a leader's bundles deleted, and what was noted about them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.commands.coach import coach_notes
from learnlead.cli.confirm import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.coach.reviewed import ReviewedBundle, ReviewedLeader
    from learnlead.reports.shared import ForgottenBundle

    Found = list[tuple[ReviewedLeader, list[ReviewedBundle]]]

UNREACHED = (
    "This cannot reach copies, mail and backups, reports that you saved, or replies that you wrote:"
    " delete those yourself."
)


def forget(
    ctx: typer.Context,
    leader: Annotated[
        str | None, typer.Argument(metavar="[LEADER]", help="A name, or the id shown for it.")
    ] = None,
    expired: Annotated[
        bool, typer.Option("--expired", help="Everything whose time is over.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Delete the bundles you reviewed, of one leader or of all whose time is over, and log it."""
    from learnlead.reports.shared import forgotten_json, forgotten_line

    app: AppContext = ctx.obj
    if (leader is None) is not expired:
        remedy = "name a leader, or say --expired"
        raise LearnleadError(Problem("either one leader or what is over", remedy))
    if not (dry_run or yes or (sys.stdin.isatty() and not as_json)):
        remedy = "--dry-run only shows what would go, --yes deletes it without asking"
        raise LearnleadError(Problem("this deletes files, and there is nobody to ask", remedy))
    page_store = coach_notes(app)
    found = _found(app, page_store, leader)
    if not (dry_run or yes):
        app.say(*(forgotten_line(*each) for each in _planned(found)))
        if not _agreed(app, sum(len(bundles) for _, bundles in found)):
            app.say("Nothing was deleted.")
            return
    done = _planned(found) if dry_run else _delete_all(app, page_store, found)
    answer(
        lambda: "".join(f"{forgotten_line(*each)}\n" for each in done),
        lambda: forgotten_json(done, done=not dry_run),
        as_json=as_json,
        output=output,
    )
    app.say(*([] if dry_run else [f"Noted in {page_store.folder / 'forgotten.md'}."]), UNREACHED)


def _found(app: AppContext, page_store: CoachNotes, leader: str | None) -> Found:
    """The bundles to delete, by leader.

    Raises:
        LearnleadError: the name means several leaders.
        AnswerIsNo: there is nothing to delete.
    """
    from learnlead.coach.reviewed import find_leaders

    leaders, problems = page_store.leaders()
    app.warn(problems)
    if leader is None:
        over = [
            (one, [b for b in one.bundles if b.until is not None and b.until < app.today])
            for one in leaders
        ]
        if not any(bundles for _, bundles in over):
            raise AnswerIsNo(Problem("nothing that you reviewed is over"))
        return [(one, bundles) for one, bundles in over if bundles]
    chosen = find_leaders(leaders, leader)
    if not chosen:
        remedy = "only what `learnlead coach review` has shown is known here"
        if leaders:
            remedy = f"there are {', '.join(one.display_name for one in leaders)}"
        raise AnswerIsNo(Problem(f"there is no leader {leader!r}", remedy))
    if len(chosen) > 1:
        ids = ", ".join(one.id[:8] for one in chosen)
        raise LearnleadError(Problem(f"{leader!r} is {len(chosen)} leaders", f"say which: {ids}"))
    return [(chosen[0], list(chosen[0].bundles))]


def _planned(found: Found) -> list[ForgottenBundle]:
    """Every place of every bundle."""
    return [
        (one, bundle, at, "to be deleted")
        for one, bundles in found
        for bundle in bundles
        for at in bundle.places
    ]


def _delete_all(app: AppContext, page_store: CoachNotes, found: Found) -> list[ForgottenBundle]:
    """What became of each; the note on a bundle goes only when the bundle has."""
    from learnlead.adapters.disk.bundles.reviewed import delete_bundle

    done: list[ForgottenBundle] = []
    for leader, bundles in found:
        left = leader
        for bundle in bundles:
            for at in bundle.places:
                what = delete_bundle(at.path, at.fingerprint)
                page_store.log(leader, bundle, what, app.today)
                done.append((leader, bundle, at, what))
            page_store.discard_reply(bundle.id)
            left = left.without(bundle.id)
            page_store.save(left)
    return done


def _agreed(app: AppContext, count: int) -> bool:
    from learnlead.reports.words import counted

    return says_yes(app, f"Delete {counted(count, 'bundle')}?", "nothing was deleted")
