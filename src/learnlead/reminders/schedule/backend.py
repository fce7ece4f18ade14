"""The description of a scheduler, and the list of all: each module here with a `BACKEND`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from learnlead.reminders import schedule
from learnlead.reminders.schedule.job import Job, JobContext, Way, When
from learnlead.reminders.schedule.place import Place

PLAIN_WORD: Final = re.compile(r"[A-Za-z0-9_@+=:,./-]+", re.ASCII)
"""A word that stands in a crontab or a unit file without quotes."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run, without a shell.

    Attributes:
        may_fail: whether a failure is ignored, as when what it removes may not exist.
    """

    words: tuple[str, ...]
    may_fail: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """How to detect a scheduler; a condition that is None is not checked.

    Attributes:
        platform: the only platform it exists on.
        program: a program that must be on the PATH.
        answers: a command that must end with exit code 0.
    """

    platform: str | None = None
    program: str | None = None
    answers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """A scheduler.

    Attributes:
        name: the value of `--using`.
        rank: without `--using`, the detected scheduler with the smallest rank is used.
        needs: how to detect it.
        places: where it keeps a job.
        texts: the job's texts, one a place.
        turn_on: commands to run after the texts are written.
        turn_off: commands to run before they are removed.
        forget: commands to run after they are removed.
        reaches: a sentence on what comes of the job's mail, or why nothing will come at all, from
            the job and the whole text of the first place; empty if there is nothing to say.
        later: a sentence on runs missed while the machine is asleep, or after a sitting.
        leaves: a sentence on what remains to be removed by hand.
        decides: whether it runs `learnlead remind`, which decides if there is a nudge.
        proven: whether it has been tried on a real machine.
    """

    name: str
    rank: int
    needs: Needs
    places: Callable[[JobContext], tuple[Place, ...]]
    texts: Callable[[Job], tuple[str, ...]]
    later: str
    reaches: Callable[[Job, str], str] = lambda *_: ""
    turn_on: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    turn_off: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    forget: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    leaves: str = ""
    decides: bool = True
    proven: bool = True


@dataclass(frozen=True, slots=True)
class InstalledJob:
    """A job of this workspace that a scheduler has; `when` is None if somebody edited it away."""

    backend: Backend
    when: When | None
    ways: tuple[Way, ...]


def backends() -> list[Backend]:
    """All backends, by rank."""
    modules = (
        import_module(f"{schedule.__name__}.{module_info.name}")
        for module_info in iter_modules(schedule.__path__)
    )
    candidates = (getattr(module, "BACKEND", None) for module in modules)
    known = (backend for backend in candidates if isinstance(backend, Backend))
    return sorted(known, key=lambda backend: backend.rank)
