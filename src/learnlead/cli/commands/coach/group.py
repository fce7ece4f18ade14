"""learnlead coach: the commands of a coach, and the one that deletes bundles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answer_form import choose_form
from learnlead.cli.completion import values
from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output, stands_alone
from learnlead.cli.output import answer, expect_file, json_line, put, put_report
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.adapters.disk.bundles.reviewed import CoachNotes
    from learnlead.coach.reviewed import Place, ReviewedBundle, ReviewedLeader
    from learnlead.reports.clients.forgotten import ForgottenBundle

    Selection = list[tuple[ReviewedLeader, list[ReviewedBundle]]]

group = typer.Typer(
    cls=lazy_group(
        {
            "review": "coach.review",
            "reply": "coach.reply",
            "client": "coach.client",
            "note": "coach.client",
            "session": "coach.client",
            "import": None,
            "forget": None,
        }
    ),
    help="For coaches: clients, bundles, notes, replies. For leaders: import a coach's reply.",
    invoke_without_command=True,
)


@group.callback()
def clients(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """For coaches: your clients, who comes next first. For leaders: a coach's reply."""
    if not stands_alone(ctx, as_json, output):
        return
    from learnlead.coach.clients import by_next_session, client
    from learnlead.reports.clients.report import desk_json, desk_lines

    app: AppContext = ctx.obj
    notes = app.coach_notes
    leaders, problems = notes.leaders()
    app.warn(problems)
    listed = by_next_session(
        client(leader, app.today, len(notes.session_lines(leader.id))) for leader in leaders
    )
    answer(
        lambda: "".join(f"{line}\n" for line in desk_lines(listed, app.today, app.words)),
        lambda: desk_json(listed),
        as_json=as_json,
        output=output,
    )


@group.command("import")
def import_reply(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The reply from your coach.")],
    yes: Annotated[bool, typer.Option("--yes", help="Make the page without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the reply.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """For leaders: show a coach's reply and make it a page; the next sitting asks its question."""
    from learnlead.app.review import file_reply, page_with_reply, reply_to_workspace
    from learnlead.reports.shared import reply_json, reply_report

    app: AppContext = ctx.obj
    words = app.words
    form = choose_form(None, as_json=as_json, output=output)
    as_json = form == "json"
    if as_json:
        expect_file(output)
    text = _reply_text(file)
    ledger = app.ledger.read()
    app.warn(ledger.problems)
    reply = reply_to_workspace(text, file, ledger)
    if not (yes or dry_run or (sys.stdin.isatty() and not as_json)):
        remedy = "--dry-run only shows the reply, --yes makes the page without asking"
        raise LearnleadError(Problem("a page is made, and there is nobody to ask", remedy))
    existing_page = page_with_reply(app.page_store, reply)

    if not as_json:
        put_report(app, lambda _: reply_report(reply, words), form, output)
        sys.stdout.flush()
    name = existing_page
    if existing_page is None and not dry_run and (yes or _becomes_page(app)):
        name = file_reply(app.page_store, reply, app.today, words)
    page = app.page_store.shown(name) if name else None
    if as_json:
        put(json_line(reply_json(reply, page), output), output)
    if existing_page is not None:
        app.say(words("import.there", page=page))
    elif page is None:
        app.say(words("import.none"))
    else:
        app.say(words("import.page", page=page))
        if reply.question:
            app.say(words("import.asks"))
        if reply.agreed:
            app.say(words("import.offers"))


def _reply_text(file: str) -> str:
    from learnlead.adapters.disk.bundles.reading import looks_like_a_bundle
    from learnlead.adapters.disk.files.reading import read_text

    if looks_like_a_bundle(file):
        remedy = "a reply is a file such as anna-reply.md; `learnlead coach review` reads bundles"
        raise LearnleadError(Problem("this is a bundle, not a reply", remedy, file))
    return read_text(file, file)


def _becomes_page(app: AppContext) -> bool:
    return says_yes(app, app.words("import.ask"), "no page was made", app.words)


@group.command()
def forget(
    ctx: typer.Context,
    leader: Annotated[
        str | None,
        typer.Argument(
            metavar="LEADER", help="A name, or the id shown for it.", autocompletion=values.clients
        ),
    ] = None,
    expired: Annotated[
        bool, typer.Option("--expired", help="Everything whose time is over.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Delete bundles, pages, replies and notes, of one leader or of all that is over; log it."""
    from learnlead.reports.clients.forgotten import forgotten_json, forgotten_line

    app: AppContext = ctx.obj
    if (leader is None) is not expired:
        remedy = "name a leader, or say --expired"
        raise LearnleadError(Problem("either one leader or what is over", remedy))
    if not (dry_run or yes or (sys.stdin.isatty() and not as_json)):
        remedy = "--dry-run only shows what would go, --yes deletes it without asking"
        raise LearnleadError(Problem("this deletes files, and there is nobody to ask", remedy))
    if not dry_run:
        expect_file(output)
    notes = app.coach_notes
    selection = _select(app, notes, leader)
    if not (dry_run or yes):
        app.say(*(forgotten_line(each, app.words) for each in _planned(selection)))
        if not _confirmed(app, sum(len(bundles) for _, bundles in selection)):
            app.say(app.words("gone.nothing"))
            return
    forgotten = _planned(selection) if dry_run else _delete_all(app, notes, selection)
    answer(
        lambda: "".join(f"{forgotten_line(each, app.words)}\n" for each in forgotten),
        lambda: forgotten_json(forgotten, done=not dry_run),
        as_json=as_json,
        output=output,
    )
    if not dry_run:
        app.say(app.words("gone.noted", file=notes.folder / "forgotten.md"))
    app.say(app.words("gone.unreached"))


def _select(app: AppContext, notes: CoachNotes, leader: str | None) -> Selection:
    """The bundles to delete, by leader.

    Raises:
        LearnleadError: the name means several leaders.
        AnswerIsNo: there is nothing to delete.
    """
    from learnlead.cli.commands.coach.client import leader_named

    if leader is None:
        leaders, problems = notes.leaders()
        app.warn(problems)
        over = [
            (reviewed, [b for b in reviewed.bundles if b.until is not None and b.until < app.today])
            for reviewed in leaders
        ]
        if not any(bundles for _, bundles in over):
            raise AnswerIsNo(Problem("nothing that you reviewed is over"))
        return [(reviewed, bundles) for reviewed, bundles in over if bundles]
    known = leader_named(app, leader)
    return [(known, list(known.bundles))]


def _planned(selection: Selection) -> list[ForgottenBundle]:
    """An entry for each place of each bundle, and for each file with words of it."""
    planned = [
        (leader, bundle, at, "to be deleted")
        for leader, bundles in selection
        for bundle in bundles
        for at in _places(leader, bundle)
    ]
    return [entry for n, entry in enumerate(planned) if entry[2] not in _places_of(planned[:n])]


def _places_of(planned: list[ForgottenBundle]) -> list[Place]:
    return [at for _, _, at, _ in planned]


def _places(leader: ReviewedLeader, bundle: ReviewedBundle) -> list[Place]:
    """Where the bundle lies, and every file with words of it that the program wrote."""
    from learnlead.coach.reviewed import Place

    written = leader.files_of(bundle.id)
    return [*bundle.places, *(Place(path=f.path, fingerprint=f.fingerprint) for f in written)]


def _delete_all(app: AppContext, notes: CoachNotes, selection: Selection) -> list[ForgottenBundle]:
    """Delete the bundles, then their notes; an entry with the result for each place."""
    from learnlead.adapters.disk.bundles.reviewed import delete_bundle

    forgotten: list[ForgottenBundle] = []
    for leader, bundles in selection:
        left = leader
        for bundle in bundles:
            for at in _places(left, bundle):
                what = delete_bundle(at.path, at.fingerprint)
                notes.log(leader, bundle, what, app.today)
                forgotten.append((leader, bundle, at, what))
            notes.discard_reply(bundle.id)
            left = left.without(bundle.id)
            notes.save(left)
        if not left.bundles:
            notes.forget_session_notes(left.id)
    return forgotten


def _confirmed(app: AppContext, count: int) -> bool:
    bundles = app.words.counted(count, "desk.bundles")
    return says_yes(app, app.words("gone.ask", bundles=bundles), "nothing was deleted", app.words)
