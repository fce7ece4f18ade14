"""Setting up, looking at and taking down what reminds by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnlead.errors import LearnleadError, Problem
from learnlead.journeys.ports import Scheduler
from learnlead.plaintext.words import near_or_all, quoted
from learnlead.reminders.schedule.backend import Backend, Command
from learnlead.reminders.schedule.job import Here, Job
from learnlead.reminders.schedule.place import File, Place
from learnlead.reminders.schedule.when import When, read_when


@dataclass(frozen=True, slots=True)
class Change:
    """All that stands in a place, and all that will; None is nothing."""

    place: Place
    before: str | None
    after: str | None


Step = Change | Command


@dataclass(frozen=True, slots=True)
class Installed:
    """A job of this workspace that a scheduler has; `when` is None if somebody edited it away."""

    backend: Backend
    when: When | None


def named(backends: Sequence[Backend], name: str) -> Backend:
    """The scheduler behind `--using`.

    Raises:
        LearnleadError: there is none of that name (exit 2).
    """
    known = {backend.name: backend for backend in backends}
    if name not in known:
        message = f"--using {quoted(name)}: there is no such scheduler"
        raise LearnleadError(Problem(message, near_or_all(name, sorted(known), "those known are")))
    return known[name]


def there(backends: Sequence[Backend], scheduler: Scheduler) -> list[Backend]:
    """Those that the machine has, the one to be preferred first."""
    return [backend for backend in backends if scheduler.has(backend.needs)]


def installed(backends: Sequence[Backend], here: Here, scheduler: Scheduler) -> list[Installed]:
    """The jobs that remind of this workspace: one, unless somebody had a hand in it."""
    found = []
    for backend in backends:
        texts = [_ours(place, scheduler.read(place), here) for place in backend.places(here)]
        if any(texts):
            found.append(Installed(backend, read_when("\n".join(filter(None, texts)), here.id)))
    return found


def install_steps(
    job: Job, backend: Backend, backends: Sequence[Backend], scheduler: Scheduler
) -> list[Step]:
    """What sets the job up; nothing where it stands so already.

    A workspace has one job: what other schedulers have of it is taken down first.

    Raises:
        LearnleadError: an older block in a table has lost its end.
    """
    others = installed([one for one in backends if one is not backend], job.here, scheduler)
    steps = uninstall_steps(job.here, [one.backend for one in others], scheduler)
    changes = []
    for place, text in zip(backend.places(job.here), backend.texts(job), strict=True):
        before = scheduler.read(place)
        after = place.with_job(before or "", text, job.here.id)
        changes.append(Change(place, before, after))
    if any(change.before != change.after for change in changes):
        steps += [*changes, *backend.turn_on(job.here)]
    return steps


def uninstall_steps(here: Here, backends: Sequence[Backend], scheduler: Scheduler) -> list[Step]:
    """What takes the workspace's jobs away from these schedulers.

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


def carry_out(steps: Sequence[Step], scheduler: Scheduler) -> None:
    """Do it, step by step.

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


def shown_steps(steps: Sequence[Step], here: Here) -> Iterator[str]:
    """What will be written, removed and run, to the letter."""
    for step in steps:
        if isinstance(step, Command):
            words = (f'"{word}"' if " " in word else word for word in step.words)
            yield f"run {' '.join(words)}"
            continue
        old, new = (_ours(step.place, text, here) for text in (step.before, step.after))
        if new != old:
            whole = isinstance(step.place, File)
            verb = "remove" if new is None else "write"
            yield f"{verb} {step.place}" if whole else f"{verb} in {step.place}"
            shown = new if whole else new or old
            yield from (f"    {line}" for line in (shown or "").splitlines())


def _ours(place: Place, text: str | None, here: Here) -> str | None:
    return None if text is None else place.ours(text, here.id)
