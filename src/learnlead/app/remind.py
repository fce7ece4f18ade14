"""Reminders: the text of a nudge, and the steps that install or remove its scheduled job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.app.plans import all_plans
from learnlead.app.ports import PageStore, RubricSource, Scheduler
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words
from learnlead.own_name import as_typed
from learnlead.reminders.due import Nudge
from learnlead.reminders.schedule.backend import Backend, Command, File, InstalledJob, Place
from learnlead.reminders.schedule.job import Job, JobContext, read_ways, read_when
from learnlead.sitting.plan_words import plan_in_words
from learnlead.text.problem_text import near_or_all, quoted
from learnlead.trends.plans import PlanItem


@dataclass(frozen=True, slots=True)
class NudgeText:
    """The text of a nudge.

    Attributes:
        title: `Friday sitting`, all that ever goes elsewhere.
        text: the wording of today.
        commands: what begins the sittings, one a rubric.
        plan: the newest open plan, where it is to be shown and there is one.
    """

    title: str
    text: str
    commands: tuple[str, ...]
    plan: PlanItem | None = None


def title_of(weekday: int, words: Words) -> str:
    """`Friday sitting`; Monday is 0."""
    return words("nudge.title", day=words("weekdays").split()[weekday])


def nudge_text(
    nudge: Nudge,
    source: RubricSource,
    words: Words,
    *,
    weekday: int,
    today: date,
    usual: str,
    steady: bool,
) -> NudgeText:
    """The nudge in the words of the first rubric's bank, which take turns from week to week.

    Args:
        nudge: what to say.
        source: rubrics and wordings; one that cannot be read is no reason to stay silent.
        words: the language to speak.
        weekday: the sitting day, Monday 0 to Sunday 6.
        today: the local date.
        usual: the rubric that `learnlead reflect` means without being told.
        steady: whether the first wording is always taken.
    """
    return NudgeText(
        title_of(weekday, words),
        _wording(nudge, source, today, steady=steady) or words("nudge.any"),
        tuple(
            as_typed("learnlead reflect") + ("" if rubric == usual else f" --rubric {rubric}")
            for rubric in nudge.rubrics
        ),
    )


def _wording(nudge: Nudge, source: RubricSource, today: date, *, steady: bool) -> str | None:
    try:
        rubric, _ = source.rubric(nudge.rubrics[0])
        bank = source.bank(rubric)[0] if rubric is not None else None
    except LearnleadError:
        return None
    if bank is None:
        return None
    turn = today.toordinal() // 7 + nudge.nth - 1
    steps = ["reminder-after-pause", "reminder"] if nudge.after_pause else ["reminder"]
    worded = (bank.wording(step, sittings=turn, steady=steady) for step in steps)
    return next(filter(None, worded), None)


def newest_open_plan(page_store: PageStore) -> PlanItem | None:
    """The open plan that was made last, in its writer's own words."""
    plans, _ = all_plans(page_store)
    return next((plan for plan in plans if plan.open), None)


def nudge_lines(spoken: NudgeText, words: Words) -> list[str]:
    """What stdout says."""
    lines = [spoken.title, spoken.text]
    if spoken.plan is not None:
        plan = plan_in_words(spoken.plan.cue, spoken.plan.action, words)
        lines.append(words("nudge.plan", plan=plan))
    return [*lines, *(f"  {command}" for command in spoken.commands)]


def nudge_json(
    nudge: Nudge | None,
    spoken: NudgeText | None,
    today: date,
    channels: Mapping[str, bool],
    *,
    show: bool,
) -> dict[str, object]:
    """The same for programs, silence included; `channels` are names, and whether they took it."""
    fields: dict[str, object] = {
        "schema": "learnlead/remind/1",
        "today": today.isoformat(),
        "nudge": nudge is not None,
        "rubrics": list(nudge.rubrics) if nudge else [],
        "nth": nudge.nth if nudge else None,
        "after_pause": nudge.after_pause if nudge else None,
        "title": spoken.title if spoken else None,
        "text": spoken.text if spoken else None,
        "commands": list(spoken.commands) if spoken else [],
        "channels": [{"name": name, "taken": taken} for name, taken in channels.items()],
    }
    if show:
        plan = spoken.plan if spoken else None
        fields["plan"] = None if plan is None else {"cue": plan.cue, "action": plan.action}
    return fields


@dataclass(frozen=True, slots=True)
class Change:
    """The whole text of a place before and after; None if there is none."""

    place: Place
    before: str | None
    after: str | None


Step = Change | Command


def backend_named(backends: Sequence[Backend], name: str) -> Backend:
    """The scheduler behind `--using`.

    Raises:
        LearnleadError: there is none of that name (exit 2).
    """
    known = {backend.name: backend for backend in backends}
    if name not in known:
        message = f"--using {quoted(name)}: there is no such scheduler"
        raise LearnleadError(Problem(message, near_or_all(name, sorted(known), "those known are")))
    return known[name]


def available_backends(backends: Sequence[Backend], scheduler: Scheduler) -> list[Backend]:
    """Those that the machine has, the one to be preferred first."""
    return [backend for backend in backends if scheduler.has(backend.needs)]


def installed_jobs(
    backends: Sequence[Backend], here: JobContext, scheduler: Scheduler
) -> list[InstalledJob]:
    """The jobs that remind of this workspace: one, unless they were edited by hand."""
    jobs = []
    for backend in backends:
        texts = [_ours(place, scheduler.read(place), here) for place in backend.places(here)]
        if any(texts):
            text = "\n".join(filter(None, texts))
            when, ways = read_when(text, here.id), read_ways(text, here.id)
            jobs.append(InstalledJob(backend, when, ways))
    return jobs


def install_steps(
    job: Job, backend: Backend, backends: Sequence[Backend], scheduler: Scheduler
) -> list[Step]:
    """The steps that install the job; none if it is installed already.

    A workspace has one job: jobs in other schedulers are removed first.

    Raises:
        LearnleadError: an older block in a table has lost its end.
    """
    others = installed_jobs(
        [other for other in backends if other is not backend], job.here, scheduler
    )
    steps = uninstall_steps(job.here, [job.backend for job in others], scheduler)
    changes = []
    for place, text in zip(backend.places(job.here), backend.texts(job), strict=True):
        before = scheduler.read(place)
        after = place.with_job(before or "", text, job.here.id)
        changes.append(Change(place, before, after))
    if any(change.before != change.after for change in changes):
        steps += [*changes, *backend.turn_on(job.here)]
    return steps


def uninstall_steps(
    here: JobContext, backends: Sequence[Backend], scheduler: Scheduler
) -> list[Step]:
    """The steps that remove the workspace's jobs from these schedulers.

    Raises:
        LearnleadError: a block in a table has lost its end.
    """
    steps: list[Step] = []
    for backend in backends:
        steps += backend.turn_off(here)
        for place in backend.places(here):
            before = scheduler.read(place)
            after = place.without_job(before or "", here.id) or None
            steps.append(Change(place, before, after))
        steps += backend.forget(here)
    return steps


def run_steps(steps: Sequence[Step], scheduler: Scheduler) -> None:
    """Run the steps in order.

    Raises:
        LearnleadError: a place was changed since the steps were made.
        MachineFailed: the machine refused one.
    """
    for step in steps:
        if isinstance(step, Command):
            scheduler.run(step)
            continue
        if scheduler.read(step.place) != step.before:
            message = f"{step.place} was changed meanwhile, and was left as it is"
            raise LearnleadError(Problem(message, "run the command again"))
        if step.after != step.before:
            scheduler.write(step.place, step.after)


def shown_steps(steps: Sequence[Step], here: JobContext, words: Words) -> Iterator[str]:
    """What will be written, removed and run, to the letter."""
    for step in steps:
        if isinstance(step, Command):
            quoted_words = (f'"{word}"' if " " in word else word for word in step.words)
            yield words("reminder.run", command=" ".join(quoted_words))
            continue
        old, new = (_ours(step.place, text, here) for text in (step.before, step.after))
        if new != old:
            whole = isinstance(step.place, File)
            verb = "remove" if new is None else "write"
            yield words(f"reminder.{verb}{'' if whole else '-in'}", place=step.place)
            shown = new if whole else new or old
            yield from (f"    {line}" for line in (shown or "").splitlines())


def _ours(place: Place, text: str | None, here: JobContext) -> str | None:
    return None if text is None else place.ours(text, here.id)
