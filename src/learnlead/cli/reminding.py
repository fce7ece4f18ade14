"""How a reminder is set up: when, by which scheduler, by which way; and the offer of one."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, MachineFailed, Problem

if TYPE_CHECKING:
    from learnlead.i18n.words import Words
    from learnlead.reminders.schedule.backend import Backend
    from learnlead.reminders.schedule.job import Job, When
    from learnlead.rubric.model import Rhythm


@dataclass(frozen=True, slots=True)
class ReminderOptions:
    """What was asked for; without any way it is a message on the desktop.

    Attributes:
        day: such as `fri`; None is the workspace's sitting day.
        at: the local time, such as `16:00`.
        using: the name of a scheduler; None is the best that the machine has.
        desktop: a message on the desktop.
        mail: by cron.
        notify: URLs for Apprise.
        calendar: a file for a calendar, and no job.
        output: its path.
    """

    day: str | None = None
    at: str = "16:00"
    using: str | None = None
    desktop: bool = False
    mail: bool = False
    notify: tuple[str, ...] = ()
    calendar: bool = False
    output: str | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """The job, the scheduler that gets it, and why it is no message; empty if it is as asked."""

    job: Job
    backend: Backend
    instead: str = ""


def setup_of(app: AppContext, options: ReminderOptions, *, only_print: bool = False) -> Setup:
    """What to set up; nothing is changed yet.

    Raises:
        LearnleadError: something does not exist, does not fit, or this machine lacks it (exit 2).
    """
    from learnlead.app.remind import available_backends, backend_named
    from learnlead.reminders.schedule.backend import backends
    from learnlead.reminders.schedule.job import Job

    when = _when(app, options)
    here = app.here(calendar=options.output)
    any_way = options.desktop or options.mail or options.notify or options.calendar
    instead = ""
    if not any_way and not (only_print and options.using):
        if here.remote:
            instead = "you are here over SSH, and a message would show on that machine's screen"
        elif here.no_message:
            instead = f"no message can be shown here: {here.no_message}"
    calendar = options.calendar or (bool(instead) and options.using is None)
    _check(options, calendar=calendar)
    if instead and not calendar:
        remedy = "say which way: --notify URL, --mail (cron alone) or --desktop"
        raise LearnleadError(Problem(instead, remedy))
    if options.notify:
        from learnlead.adapters.schedulers.channels import open_channels

        open_channels(options.notify)  # what is wrong with an address is told now, not on Friday
    known = backends()
    if calendar:
        backend = backend_named(known, "calendar")
    elif options.using or options.mail:
        backend = _named(app, options.using or "cron", only_print=only_print)
    else:
        backend = available_backends(known, app.scheduler)[0]
        if not backend.decides:
            message = "this machine has no scheduler that could run it"
            remedy = "`learnlead remind on --calendar` makes a calendar file instead"
            raise LearnleadError(Problem(message, remedy))
    job = Job(
        here,
        when,
        desktop=backend.decides and (options.desktop or not any_way),
        mail=options.mail,
        notify=options.notify,
        rhythm=_shortest_rhythm(app),
        words=app.words,
    )
    return Setup(job, backend, instead)


def _check(options: ReminderOptions, *, calendar: bool) -> None:
    if options.output is not None and not calendar:
        remedy = "give --calendar, or leave it out"
        raise LearnleadError(Problem("--output is for the calendar file alone", remedy))
    if options.calendar and (options.using or options.desktop or options.mail or options.notify):
        message = "a calendar file stands alone: it runs nothing and sends nothing"
        remedy = "leave --calendar out, or --using, --desktop, --mail and --notify"
        raise LearnleadError(Problem(message, remedy))
    if options.mail and options.using not in (None, "cron"):
        remedy = "leave --using out, or take --notify mailto://…"
        raise LearnleadError(Problem(f"{options.using} sends no mail; only cron does", remedy))


def _when(app: AppContext, options: ReminderOptions) -> When:
    from learnlead.adapters.disk.settings import full_weekday
    from learnlead.reminders.schedule.job import DAYS, When, read_time
    from learnlead.text.problem_text import near_or_all, quoted

    weekday = app.settings.weekday
    if options.day is not None:
        day_name = full_weekday(options.day)
        if day_name not in DAYS:
            remedy = near_or_all(day_name, DAYS, "the days are")
            message = f"--day {quoted(options.day)}: there is no such day"
            raise LearnleadError(Problem(message, remedy))
        weekday = DAYS.index(day_name)
    time = read_time(options.at)
    if time is None:
        remedy = "write it like 16:00, from 0:00 to 23:59"
        raise LearnleadError(Problem(f"--at {quoted(options.at)} is no time of the day", remedy))
    return When(weekday, *time)


def _named(app: AppContext, using: str, *, only_print: bool) -> Backend:
    """The named scheduler.

    Raises:
        LearnleadError: there is no such scheduler, or the machine does not have it.
    """
    from learnlead.app.remind import available_backends, backend_named
    from learnlead.reminders.schedule.backend import backends

    deciding = [backend for backend in backends() if backend.decides]
    backend = backend_named(deciding, using)
    if not only_print and not app.scheduler.has(backend.needs):
        names = [candidate.name for candidate in available_backends(deciding, app.scheduler)]
        message = f"--using {using}: this machine has none, or it does not answer"
        remedy = f"it has {', '.join(names) or 'no scheduler'}; --calendar makes a calendar file"
        raise LearnleadError(Problem(message, remedy))
    return backend


def _shortest_rhythm(app: AppContext) -> Rhythm:
    from learnlead.cli.status import rhythms_in_use

    rhythms = rhythms_in_use(app, app.page_store.page_names()).values()
    return min(rhythms, key=("weekly", "monthly", "quarterly").index)


def try_out(job: Job) -> None:
    """Show a message as the scheduler's run would, with no more variables than it has.

    Raises:
        MachineFailed: the desktop did not take it.
    """
    from learnlead.adapters.schedulers.desktop import Desktop
    from learnlead.app.remind import title_of

    variables = {**dict(job.here.environment), "HOME": job.here.home}
    environment = variables if job.here.platform != "win32" else {**os.environ, **variables}
    words = job.words
    title = words("nudge.test-title", title=title_of(job.when.weekday, words))
    if problem := Desktop(environment).show(title, words("nudge.test")):
        raise MachineFailed(problem)


def reminder_offer(app: AppContext, words: Words) -> str | None:
    """`remind me on Fridays`, the first time that nothing reminds yet; from then on None."""
    from learnlead.app.remind import installed_jobs
    from learnlead.reminders.schedule.backend import backends

    with suppress(LearnleadError):  # a scheduler that cannot be read is no news after a sitting
        if not installed_jobs(backends(), app.here(), app.scheduler) and app.first_time("remind"):
            return words("remind.offer", day=_weekday(app, words))
    return None


def remind_me(app: AppContext, words: Words) -> tuple[str, ...]:
    """Turn the reminder on as `learnlead remind on` does, the key being the yes; what came of it.

    Raises:
        LearnleadError: it cannot be done here.
        MachineFailed: the machine refused.
    """
    from learnlead.app.remind import install_steps, run_steps
    from learnlead.reminders.schedule.backend import backends

    setup = setup_of(app, ReminderOptions())
    job = setup.job
    if job.desktop:
        try_out(job)
    run_steps(install_steps(job, setup.backend, backends(), app.scheduler), app.scheduler)
    key = "remind.desktop" if job.desktop else "remind.calendar"
    day, file = _weekday(app, words), job.here.calendar
    return tuple(words(key, day=day, time=job.when.time, file=file).split("\n"))


def _weekday(app: AppContext, words: Words) -> str:
    return words("weekdays").split()[app.settings.weekday]
