"""learnlead remind on, off and status: a reminder that the machine gives by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.cli.reminding import ReminderOptions, Setup, setup_of, try_out
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.spoken import translated
from learnlead.reports.reminders import way_words, when_words
from learnlead.reports.words import capital
from learnlead.text.clean import harmless


def on(
    ctx: typer.Context,
    day: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="Such as fri; else the workspace's day.",
            autocompletion=values.weekdays,
        ),
    ] = None,
    at: Annotated[str, typer.Option(metavar="TIME", help="Local time.")] = "16:00",
    desktop: Annotated[
        bool,
        typer.Option("--desktop", help="A message on this desktop; the default."),
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
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="The calendar file; - is stdout."),
    ] = None,
    using: Annotated[
        str | None,
        typer.Option(
            metavar="SCHEDULER",
            help="cron, systemd, launchd or schtasks.",
            autocompletion=values.schedulers,
        ),
    ] = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Only print what would be written.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
) -> None:
    """Let this machine remind you, with a message on the desktop.

    Everything that will be written and run is shown first. A message appears at once, to try it.
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
        when = when_words(job.when, app.words)
        echo([app.words("reminder.already", scheduler=backend.name, when=when)])
        return
    if not yes and not sys.stdin.isatty():
        message = "this writes what the machine will run, and there is nobody to ask first"
        raise LearnleadError(Problem(message, "--print only shows it, --yes writes it"))
    echo([*_summary(setup), "", *shown_steps(steps, job.here, app.words), "", *_hints(app, setup)])
    if not yes and not says_yes(app, app.words("reminder.ask"), "nothing was changed", app.words):
        echo([app.words("reminder.nothing-changed")])
        return
    if job.desktop:
        try_out(job)  # before anything is written: what nobody sees is not turned on
    run_steps(steps, app.scheduler)
    if job.desktop:
        echo(app.words.lines("reminder.on-desktop"))
    else:
        echo([app.words("reminder.on")])
    echo([app.words("reminder.hint")])


def _summary(setup: Setup) -> Iterator[str]:
    """When, how and by which scheduler."""
    job, backend, words = setup.job, setup.backend, setup.job.words
    if setup.instead:
        yield words("reminder.instead", why=capital(translated(setup.instead, "problems")))
    if not backend.decides:
        day = words("weekdays").split()[job.when.weekday]
        yield words("reminder.rings", day=day, time=job.when.time)
        return
    how = way_words(job.ways, words) or words("reminder.no-way")
    yield words("reminder.how", when=capital(when_words(job.when, words)), how=how)
    yield words("reminder.at-most", scheduler=backend.name)


def _print(setup: Setup) -> None:
    """Print what would be written, on stdout, and what would be run, on stderr."""
    from learnlead.app.remind import shown_steps

    job, backend = setup.job, setup.backend
    places, texts = backend.places(job.here), backend.texts(job)
    for place, text in zip(places, texts, strict=True):
        if len(places) > 1:
            sys.stdout.write(f"# {place}\n")
        sys.stdout.write(place.with_job("", text, job.here.id))  # no controls in it: see Job
    echo([job.words("reminder.for", place=places[0])], err=True)
    echo(shown_steps(backend.turn_on(job.here), job.here, job.words), err=True)
    if not backend.proven:
        echo([job.words("reminder.unproven", scheduler=backend.name)], err=True)


def _hints(app: AppContext, setup: Setup) -> Iterator[str]:
    """What to know before the job is written."""
    job, backend, words = setup.job, setup.backend, setup.job.words
    yield from words.lines(backend.later)
    if job.notify:
        yield words("reminder.addresses")
    if hint := backend.reaches(job, app.scheduler.read(backend.places(job.here)[0]) or ""):
        yield hint
    if backend.decides and job.when.weekday < app.settings.weekday:
        yield words("reminder.silent", day=words("weekdays").split()[app.settings.weekday])
    if not backend.proven:
        yield words("reminder.unproven", scheduler=backend.name)


def echo(lines: Iterable[str], *, err: bool = False) -> None:
    """Print the lines without control characters."""
    for line in lines:
        typer.echo(harmless(line), err=err)


def status(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """Show whether this machine reminds you, when and how."""
    from learnlead.app.remind import available_backends, installed_jobs
    from learnlead.reminders.schedule.backend import backends
    from learnlead.reports.reminders import status_json, status_lines

    app: AppContext = ctx.obj
    here = app.here()
    jobs = installed_jobs(backends(), here, app.scheduler)
    usable = available_backends(backends(), app.scheduler)
    answer(
        lambda: "".join(f"{line}\n" for line in status_lines(jobs, usable, here, app.words)),
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
        echo([app.words("reminder.none")])
        return
    steps = uninstall_steps(here, [reminder.backend for reminder in reminders], app.scheduler)
    run_steps(steps, app.scheduler)
    echo(
        [
            *shown_steps(steps, here, app.words),
            "",
            *(app.words(key) for reminder in reminders if (key := reminder.backend.leaves)),
        ]
    )
    echo([app.words("reminder.off")])
