"""learnlead remind on, off and status: a reminder that the machine gives by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.cli.reminding import ReminderOptions, Setup, setup_of, try_out
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import as_typed
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.reminders.schedule.backend import Backend


def on(
    ctx: typer.Context,
    day: Annotated[
        str | None, typer.Option(metavar="DAY", help="Such as fri; else the workspace's day.")
    ] = None,
    at: Annotated[str, typer.Option(metavar="TIME", help="Local time.")] = "16:00",
    desktop: Annotated[
        bool,
        typer.Option("--desktop", help="A message on this desktop; so it is without another way."),
    ] = False,
    mail: Annotated[bool, typer.Option("--mail", help="A mail from cron.")] = False,
    notify: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="To a mailbox or a chat; may be given again."),
    ] = None,
    calendar: Annotated[
        bool, typer.Option("--calendar", help="A file for your calendar, which rings every time.")
    ] = False,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="The calendar file; - is stdout.")
    ] = None,
    using: Annotated[
        str | None,
        typer.Option(metavar="SCHEDULER", help="cron, systemd, launchd or schtasks."),
    ] = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Only print what would be written.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
) -> None:
    """Let this machine remind you, with a message on the desktop.

    All that is written and run is shown before, and a message is shown at once, to try it.
    """
    app: AppContext = ctx.obj
    only_print = only_print or output == "-"
    ways = ReminderOptions(day, at, using, desktop, mail, tuple(notify or ()), calendar, output)
    setup = setup_of(app, ways, only_print=only_print)
    if only_print:
        _print(setup)
    else:
        _turn_on(app, setup, yes=yes)


def _turn_on(app: AppContext, setup: Setup, *, yes: bool) -> None:
    from learnlead.app.remind import install_steps, run_steps, shown_steps
    from learnlead.reminders.schedule.backend import backends

    job, backend = setup.job, setup.backend
    steps = install_steps(job, backend, backends(), app.scheduler)
    if not steps:
        echo([f"{backend.name} reminds you already: {job.when.words}. Nothing was changed."])
        return
    if not yes and not sys.stdin.isatty():
        message = "this writes what the machine will run, and there is nobody to ask first"
        raise LearnleadError(Problem(message, "--print only shows it, --yes writes it"))
    echo([*_summary(setup), "", *shown_steps(steps, job.here), "", *_hints(app, setup)])
    if not yes and not says_yes(app, "Turn it on?", "nothing was changed"):
        echo(["Nothing was changed."])
        return
    if job.desktop:
        try_out(job)  # before anything is written: what nobody sees is not turned on
    run_steps(steps, app.scheduler)
    if job.desktop:
        echo(["On. A message was just shown, to try it. If you saw none:"])
        echo([as_typed("  learnlead remind on --calendar    makes a calendar file instead")])
    else:
        echo(["On."])
    echo([as_typed("learnlead remind status shows it, learnlead remind off takes it away.")])


def _summary(setup: Setup) -> Iterator[str]:
    """When, how and by which scheduler."""
    job, backend = setup.job, setup.backend
    if setup.instead:
        yield f"{setup.instead} So it is a calendar file:"
    if not backend.decides:
        yield f"{job.when.day.title()}s at {job.when.time} your calendar rings."
        return
    ways = {
        "desktop": "a message on this desktop",
        "mail": "a mail from cron",
        "address": "a message to your address",
    }
    how = " and ".join(ways[way] for way in job.ways) or "printed, where nobody may see it"
    yield f"{job.when.words}, when a sitting is due: {how}."
    yield f"At most once a day and twice a week. {backend.name} runs it:"


def _print(setup: Setup) -> None:
    """Print what would be written, on stdout, and what would be run, on stderr."""
    from learnlead.app.remind import shown_steps

    job, backend = setup.job, setup.backend
    places, texts = backend.places(job.here), backend.texts(job)
    for place, text in zip(places, texts, strict=True):
        if len(places) > 1:
            sys.stdout.write(f"# {place}\n")
        sys.stdout.write(place.with_job("", text, job.here.id))  # no controls in it: see Job
    echo([f"For {places[0]}."], err=True)
    echo(shown_steps(backend.turn_on(job.here), job.here), err=True)
    if not backend.proven:
        echo([_unproven(backend)], err=True)


def _hints(app: AppContext, setup: Setup) -> Iterator[str]:
    """What to know before the job is written."""
    job, backend = setup.job, setup.backend
    yield backend.later
    if job.notify:
        yield "Addresses stand in there as they are, with any password in them."
    if hint := backend.reaches(job, app.scheduler.read(backend.places(job.here)[0]) or ""):
        yield hint
    if backend.decides and job.when.weekday < app.settings.weekday:
        day = app.settings.day.title()
        yield f"It is silent before {day}, the sitting day (`day` in learnlead.yaml)."
    if not backend.proven:
        yield _unproven(backend)


def _unproven(backend: Backend) -> str:
    return f"Nobody has tried this with a real {backend.name} yet: see whether it speaks."


def echo(lines: Iterable[str], *, err: bool = False) -> None:
    """Print the lines without control characters."""
    for line in lines:
        typer.echo(harmless(line), err=err)


def status(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """Say whether this machine reminds you, when and how."""
    from learnlead.app.remind import available_backends, installed_jobs
    from learnlead.reminders.schedule.backend import backends
    from learnlead.reports.reminders import status_json, status_lines

    app: AppContext = ctx.obj
    here = app.here()
    jobs = installed_jobs(backends(), here, app.scheduler)
    usable = available_backends(backends(), app.scheduler)
    answer(
        lambda: "".join(f"{line}\n" for line in status_lines(jobs, usable, here)),
        lambda: status_json(jobs, usable, here),
        as_json=as_json,
        output=output,
    )


def off(
    ctx: typer.Context,
    yes: Annotated[  # noqa: ARG001 - scripts may give it to both commands
        bool, typer.Option("--yes", help="As with `on`; here nothing is asked anyway.")
    ] = False,
) -> None:
    """Take away all that `on` has written, and nothing else."""
    from learnlead.app.remind import installed_jobs, run_steps, shown_steps, uninstall_steps
    from learnlead.reminders.schedule.backend import backends

    app: AppContext = ctx.obj
    here = app.here()
    reminders = installed_jobs(backends(), here, app.scheduler)
    if not reminders:
        echo(["Nothing reminds you by itself; nothing was changed."])
        return
    steps = uninstall_steps(here, [reminder.backend for reminder in reminders], app.scheduler)
    run_steps(steps, app.scheduler)
    echo(
        [
            *shown_steps(steps, here),
            "",
            *(filter(None, (reminder.backend.leaves for reminder in reminders))),
        ]
    )
    echo(["Off: nothing reminds you by itself any more."])
