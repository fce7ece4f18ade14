"""learnlead remind install, status and uninstall: reminders by the machine's scheduler."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.console import says_yes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import as_typed
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.reminders.schedule.backend import Backend
    from learnlead.reminders.schedule.job import Job, When
    from learnlead.rubric.model import Rhythm


def install(
    ctx: typer.Context,
    day: Annotated[
        str | None, typer.Option(metavar="DAY", help="Such as fri; else the workspace's day.")
    ] = None,
    at: Annotated[str, typer.Option(metavar="TIME", help="Local time.")] = "16:00",
    using: Annotated[
        str | None,
        typer.Option(metavar="SCHEDULER", help="cron, systemd, launchd, schtasks or ics."),
    ] = None,
    notify: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Send the nudge there, too; may be given again."),
    ] = None,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="The calendar file, with --using ics.")
    ] = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Only print what would be written.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
) -> None:
    """Let the machine remind you by itself.

    Everything that it writes and runs is shown before.
    """
    from learnlead.reminders.schedule.job import Job
    from learnlead.reminders.schedule.place import File

    app: AppContext = ctx.obj
    only_print = only_print or output == "-"
    when = _when(app, day, at)
    here = app.here(calendar=output)
    backend = _chosen(app, using, only_print=only_print)
    if output is not None and File(here.calendar) not in backend.places(here):
        remedy = "give --using ics, or leave it out"
        raise LearnleadError(Problem("--output is for the calendar file alone", remedy))
    if notify and not backend.decides:
        remedy = "leave --notify out, or let another scheduler run `learnlead remind`"
        raise LearnleadError(Problem("a calendar sends nothing to a --notify address", remedy))
    if notify:
        from learnlead.adapters.schedulers.channels import open_channels

        open_channels(notify)  # what is wrong with an address is told now, not on Friday
    job = Job(here, when, tuple(notify or ()), _shortest_rhythm(app))
    if only_print:
        _print(job, backend)
    else:
        _set_up(app, job, backend, yes=yes)


def _set_up(app: AppContext, job: Job, backend: Backend, *, yes: bool) -> None:
    from learnlead.app.remind import install_steps, run_steps, shown_steps
    from learnlead.reminders.schedule.backend import backends

    steps = install_steps(job, backend, backends(), app.scheduler)
    if not steps:
        echo([f"{backend.name} reminds you already: {job.when.words}. Nothing was changed."])
        return
    if not yes and not sys.stdin.isatty():
        message = "this writes what the machine will run, and there is nobody to ask first"
        raise LearnleadError(Problem(message, "--print only shows it, --yes writes it"))
    echo([f"{backend.name} would remind you: {job.when.words}.", ""])
    echo([*shown_steps(steps, job.here), "", *_words(app, job, backend)])
    if yes or says_yes(app, "Write this?", "nothing was changed"):
        run_steps(steps, app.scheduler)
        done = "Done: learnlead remind status shows it, learnlead remind uninstall undoes it."
        echo([as_typed(done)])
    else:
        echo(["Nothing was changed."])


def _when(app: AppContext, day: str | None, at: str) -> When:
    from learnlead.adapters.disk.settings import full_weekday
    from learnlead.reminders.schedule.job import DAYS, When, read_time
    from learnlead.text.problem_text import near_or_all, quoted

    weekday = app.settings.weekday
    if day is not None:
        day_name = full_weekday(day)
        if day_name not in DAYS:
            remedy = near_or_all(day_name, DAYS, "the days are")
            raise LearnleadError(Problem(f"--day {quoted(day)}: there is no such day", remedy))
        weekday = DAYS.index(day_name)
    time = read_time(at)
    if time is None:
        remedy = "write it like 16:00, from 0:00 to 23:59"
        raise LearnleadError(Problem(f"--at {quoted(at)} is no time of the day", remedy))
    return When(weekday, *time)


def _chosen(app: AppContext, using: str | None, *, only_print: bool) -> Backend:
    """The named scheduler, or the best that the machine has.

    Raises:
        LearnleadError: there is no such scheduler, or the machine does not have it.
    """
    from learnlead.app.remind import available_backends, backend_named
    from learnlead.reminders.schedule.backend import backends

    if using is None:
        return available_backends(backends(), app.scheduler)[0]  # a calendar file needs nothing
    backend = backend_named(backends(), using)
    if not only_print and not app.scheduler.has(backend.needs):
        has = ", ".join(
            candidate.name for candidate in available_backends(backends(), app.scheduler)
        )
        message = f"--using {using}: this machine has none, or it does not answer"
        remedy = f"it has {has}; --print shows what {using} would be given"
        raise LearnleadError(Problem(message, remedy))
    return backend


def _shortest_rhythm(app: AppContext) -> Rhythm:
    from learnlead.cli.status import rhythms_in_use

    rhythms = rhythms_in_use(app, app.page_store.page_names()).values()
    return min(rhythms, key=("weekly", "monthly", "quarterly").index)


def _print(job: Job, backend: Backend) -> None:
    """Print what would be written, on stdout, and what would be run, on stderr."""
    from learnlead.app.remind import shown_steps

    places, texts = backend.places(job.here), backend.texts(job)
    for place, text in zip(places, texts, strict=True):
        if len(places) > 1:
            sys.stdout.write(f"# {place}\n")
        sys.stdout.write(place.with_job("", text, job.here.id))  # no controls in it: see Job
    echo([f"For {places[0]}."], err=True)
    echo(shown_steps(backend.turn_on(job.here), job.here), err=True)
    if not backend.proven:
        echo([_unproven(backend)], err=True)


def _words(app: AppContext, job: Job, backend: Backend) -> Iterator[str]:
    """Hints to give before the job is written."""
    yield backend.later
    if job.notify:
        yield "Addresses stand in there as they are, with any password in them."
    else:
        yield backend.reaches(job.here, app.scheduler.read(backend.places(job.here)[0]) or "")
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
    """Say what reminds you by itself."""
    from learnlead.app.remind import available_backends, installed_jobs
    from learnlead.reminders.schedule.backend import backends
    from learnlead.reports.reminders import status_json, status_lines

    app: AppContext = ctx.obj
    here = app.here()
    reminders = [
        (reminder.backend, reminder.when)
        for reminder in installed_jobs(backends(), here, app.scheduler)
    ]
    usable = available_backends(backends(), app.scheduler)
    answer(
        lambda: "".join(f"{line}\n" for line in status_lines(reminders, usable, here)),
        lambda: status_json(reminders, usable, here),
        as_json=as_json,
        output=output,
    )


def uninstall(
    ctx: typer.Context,
    yes: Annotated[  # noqa: ARG001 - scripts may give it to both commands
        bool, typer.Option("--yes", help="As with install; here nothing is asked anyway.")
    ] = False,
) -> None:
    """Take away what install has written, and nothing else."""
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
    echo(["Done: nothing reminds you by itself any more."])
