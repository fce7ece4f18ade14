"""learnlead coach client, note, session: a client over time, own notes, the next one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import Identity, OfFormat, Output
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.coach.bundle import Content, Manifest
    from learnlead.coach.reviewed import ReviewedLeader

Who = Annotated[
    str,
    typer.Argument(
        metavar="LEADER", help="A name, or the id shown for it.", autocompletion=values.clients
    ),
]


def client(
    ctx: typer.Context,
    leader: Who,
    form: OfFormat = None,
    identity: Identity = None,
    output: Output = None,
) -> None:
    """Show one client over time: all bundles joined, your notes, the next session."""
    from learnlead.cli.answer_form import choose_form
    from learnlead.cli.output import put_report
    from learnlead.coach.clients import client as client_of
    from learnlead.reports.clients.report import client_report

    app: AppContext = ctx.obj
    chosen = choose_form(form, as_json=False, output=output)
    known = leader_named(app, leader)
    parts = _parts(app, known, identity)
    lines = app.coach_notes.session_lines(known.id)
    own = client_of(known, app.today, len(lines))
    put_report(
        app,
        lambda _: client_report(own, parts, "\n".join(lines), app.today, app.words),
        chosen,
        output,
        everything=True,
        pager=True,
    )
    note_file(app, output, [known.id], [bundle.id for bundle in known.bundles])


def note(
    ctx: typer.Context,
    leader: Who,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What to note.")
    ] = None,
) -> None:
    """Note something on a client, for yourself alone; without words in $VISUAL or $EDITOR."""
    from learnlead.cli.console import open_in_editor
    from learnlead.text.clean import clean_line
    from learnlead.text.limits import line_within, remedy_for

    app: AppContext = ctx.obj
    known = leader_named(app, leader)
    notes = app.coach_notes
    path = notes.session_notes(known.id)
    try:
        line = clean_line(line_within(" ".join(words or ())) or "")
    except ValueError as error:
        raise LearnleadError(Problem(f"the note: {error}", remedy_for(error))) from None
    if line:
        notes.add_session_line(known.id, f"- {app.today} {line}")
    else:
        if not path.exists():
            notes.add_session_line(known.id, f"- {app.today} ")
        open_in_editor(path)
    app.say(app.words("desk.kept", path=path))


def session(
    ctx: typer.Context,
    leader: Who,
    when: Annotated[
        str, typer.Argument(metavar="DATE", help="The day of the next session; `none` for none.")
    ],
    calendar: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write a calendar file (.ics) with that day, too."),
    ] = None,
) -> None:
    """Note the day of a client's next session."""
    from learnlead.coach.reviewed import display_name
    from learnlead.page.periods import read_days
    from learnlead.reminders.schedule.icalendar import day_event

    app: AppContext = ctx.obj
    known = leader_named(app, leader)
    today = app.today
    on = None
    if when.strip().lower() != "none":
        on = read_days(when, today, lambda period: period.last >= today).first
        if on < today:
            raise LearnleadError(Problem(f"{on} is over", "name a day that is to come"))
    if calendar is not None:
        _write_calendar(calendar, "" if on is None else day_event(on, known.id, today))
    app.coach_notes.save(known.model_copy(update={"next_session": on}))
    words = app.words
    name = display_name(known.name, known.id, words)
    if on is None:
        app.say(words("desk.session-none", leader=name))
    else:
        app.say(words("desk.session", leader=name, day=words.full_date(on)))


def leader_named(app: AppContext, name: str) -> ReviewedLeader:
    """The leader of that name.

    Raises:
        AnswerIsNo: there is none.
        LearnleadError: there are several.
    """
    from learnlead.coach.reviewed import find_leaders

    leaders, problems = app.coach_notes.leaders()
    app.warn(problems)
    chosen = find_leaders(leaders, name)
    if not chosen:
        remedy = "only what `learnlead coach review` has shown is known here"
        if leaders:
            remedy = f"there are {', '.join(reviewed.display_name for reviewed in leaders)}"
        raise AnswerIsNo(Problem(f"there is no leader {name!r}", remedy))
    if len(chosen) > 1:
        ids = ", ".join(reviewed.id[:8] for reviewed in chosen)
        raise LearnleadError(Problem(f"{name!r} is {len(chosen)} leaders", f"say which: {ids}"))
    return chosen[0]


def note_file(app: AppContext, output: str | None, leaders: list[str], bundles: list[str]) -> None:
    """Note that a file with words of these bundles was written, so that `coach forget` knows it.

    Raises:
        MachineFailed: it could not be noted.
    """
    from learnlead.adapters.disk.bundles.reviewed import hash_of_file
    from learnlead.adapters.disk.files.failures import report_failures

    if output is None or output == "-":
        return
    with report_failures("note what was written", output):
        fingerprint = hash_of_file(output)
    if fingerprint is None:
        return
    for leader_id in leaders:
        known, _ = app.coach_notes.leader(leader_id)
        if known is not None:
            path = str(Path(output).absolute())
            app.coach_notes.save(known.with_file(path, fingerprint, bundles))


def _parts(
    app: AppContext, known: ReviewedLeader, identity: str | None
) -> list[tuple[Manifest, Content]]:
    """What may still be read of the leader's bundles and still lies there, oldest first.

    A bundle of several rubrics is several parts.

    Raises:
        AnswerIsNo: nothing does.
    """
    from learnlead.adapters.disk.bundles.reading import contents_of, receive
    from learnlead.coach.review import has_expired

    parts: list[tuple[Manifest, Content]] = []
    missing: list[Problem] = []
    for bundle in known.bundles:
        for place in bundle.places:
            try:
                received = receive(place.path, identity)
                if received.fingerprint != place.fingerprint:
                    raise LearnleadError(Problem("another file lies there now", "", place.path))
                if not has_expired(received.manifest, app.today):
                    contents = contents_of(received, identity)
                    parts += zip(received.manifests, contents, strict=True)
                break
            except LearnleadError as error:
                missing += error.problems
        else:
            app.warn(missing[-1:])
    if not parts:
        remedy = "what is over, or lies elsewhere by now, is not shown: ask for a new one"
        raise AnswerIsNo(Problem(f"no bundle of {known.display_name} can be read", remedy))
    return sorted(parts, key=lambda part: part[0].made_on)


def _write_calendar(target: str, text: str) -> None:
    from learnlead.adapters.disk.files import safe_write
    from learnlead.adapters.disk.files.failures import report_failures

    if not text:
        raise LearnleadError(Problem("without a day there is no calendar file", "name a day"))
    with report_failures("write the calendar file", target):
        try:
            safe_write.create(Path(target).absolute(), text.encode())
        except FileExistsError:
            message = f"{target} is there already, and is not written over"
            raise LearnleadError(Problem(message, "name another file with --calendar")) from None
