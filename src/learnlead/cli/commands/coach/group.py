"""learnlead coach: the commands of a coach, and the one that deletes bundles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.coach.reviewed import ReviewedBundle, ReviewedLeader
    from learnlead.reports.shared import ForgottenBundle

    Selection = list[tuple[ReviewedLeader, list[ReviewedBundle]]]

group = typer.Typer(
    cls=lazy_group({"review": "coach.review", "reply": "coach.reply", "forget": None}),
    help="For coaches: review, reply, forget.",
    no_args_is_help=True,
)


UNREACHED = (
    "This cannot reach copies, mail and backups, reports that you saved, or replies that you wrote:"
    " delete those yourself."
)


@group.command()
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
    notes = app.coach_notes
    selection = _select(app, notes, leader)
    if not (dry_run or yes):
        app.say(*(forgotten_line(*each) for each in _planned(selection)))
        if not _confirmed(app, sum(len(bundles) for _, bundles in selection)):
            app.say("Nothing was deleted.")
            return
    forgotten = _planned(selection) if dry_run else _delete_all(app, notes, selection)
    answer(
        lambda: "".join(f"{forgotten_line(*each)}\n" for each in forgotten),
        lambda: forgotten_json(forgotten, done=not dry_run),
        as_json=as_json,
        output=output,
    )
    app.say(*([] if dry_run else [f"Noted in {notes.folder / 'forgotten.md'}."]), UNREACHED)


def _select(app: AppContext, notes: CoachNotes, leader: str | None) -> Selection:
    """The bundles to delete, by leader.

    Raises:
        LearnleadError: the name means several leaders.
        AnswerIsNo: there is nothing to delete.
    """
    from learnlead.coach.reviewed import find_leaders

    leaders, problems = notes.leaders()
    app.warn(problems)
    if leader is None:
        over = [
            (reviewed, [b for b in reviewed.bundles if b.until is not None and b.until < app.today])
            for reviewed in leaders
        ]
        if not any(bundles for _, bundles in over):
            raise AnswerIsNo(Problem("nothing that you reviewed is over"))
        return [(reviewed, bundles) for reviewed, bundles in over if bundles]
    chosen = find_leaders(leaders, leader)
    if not chosen:
        remedy = "only what `learnlead coach review` has shown is known here"
        if leaders:
            remedy = f"there are {', '.join(reviewed.display_name for reviewed in leaders)}"
        raise AnswerIsNo(Problem(f"there is no leader {leader!r}", remedy))
    if len(chosen) > 1:
        ids = ", ".join(reviewed.id[:8] for reviewed in chosen)
        raise LearnleadError(Problem(f"{leader!r} is {len(chosen)} leaders", f"say which: {ids}"))
    return [(chosen[0], list(chosen[0].bundles))]


def _planned(selection: Selection) -> list[ForgottenBundle]:
    """An entry for each place of each bundle."""
    return [
        (leader, bundle, at, "to be deleted")
        for leader, bundles in selection
        for bundle in bundles
        for at in bundle.places
    ]


def _delete_all(app: AppContext, notes: CoachNotes, selection: Selection) -> list[ForgottenBundle]:
    """Delete the bundles, then their notes; an entry with the result for each place."""
    from learnlead.adapters.disk.bundles.reviewed import delete_bundle

    forgotten: list[ForgottenBundle] = []
    for leader, bundles in selection:
        left = leader
        for bundle in bundles:
            for at in bundle.places:
                what = delete_bundle(at.path, at.fingerprint)
                notes.log(leader, bundle, what, app.today)
                forgotten.append((leader, bundle, at, what))
            notes.discard_reply(bundle.id)
            left = left.without(bundle.id)
            notes.save(left)
    return forgotten


def _confirmed(app: AppContext, count: int) -> bool:
    from learnlead.reports.words import counted

    return says_yes(app, f"Delete {counted(count, 'bundle')}?", "nothing was deleted")
