"""What a scheduler is, and all that there are: each module beside this one with a `BACKEND`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from learnlead.reminders import schedule
from learnlead.reminders.schedule.job import Job, JobContext
from learnlead.reminders.schedule.place import Place

PLAIN_WORD: Final = re.compile(r"[A-Za-z0-9_@+=:,./-]+", re.ASCII)
"""A word that stands in a crontab or a unit file without quotes."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run, without a shell.

    Attributes:
        may_fail: whether it tidies up what may not be there, or may not be running.
    """

    words: tuple[str, ...]
    may_fail: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """How to detect a scheduler; what is None is not asked for.

    Attributes:
        platform: the only one on which it may be.
        program: is on the PATH.
        answers: ends with exit code 0.
    """

    platform: str | None = None
    program: str | None = None
    answers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """A scheduler.

    Attributes:
        name: the word behind `--using`.
        rank: the smallest of those on a machine is taken when nobody says which.
        needs: how to detect it.
        places: where it keeps a job.
        texts: what it keeps there, a text a place.
        turn_on: run when the texts are written.
        turn_off: run before they are taken away.
        forget: run when they are gone.
        reaches: how a nudge without `--notify` reaches the person, given all that stands in the
            first place.
        later: what happens when the machine is asleep at the hour, or a sitting was held.
        leaves: what is to be done by hand when the texts are gone.
        decides: whether `learnlead remind` runs, and decides if there is something to say.
        proven: whether it was ever run for real.
    """

    name: str
    rank: int
    needs: Needs
    places: Callable[[JobContext], tuple[Place, ...]]
    texts: Callable[[Job], tuple[str, ...]]
    reaches: Callable[[JobContext, str], str]
    later: str
    turn_on: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    turn_off: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    forget: Callable[[JobContext], tuple[Command, ...]] = lambda _: ()
    leaves: str = ""
    decides: bool = True
    proven: bool = True


def unseen(why: str) -> str:
    """That a nudge would go unseen, and what to do about it."""
    return (
        f"Nobody would see it: {why}.\n"
        "--notify URL takes it to a desktop, mail or chat: dbus://, mailto://…, ntfy://…"
    )


def backends() -> list[Backend]:
    """All of them, the one to be preferred first."""
    modules = (
        import_module(f"{schedule.__name__}.{module_info.name}")
        for module_info in iter_modules(schedule.__path__)
    )
    candidates = (getattr(module, "BACKEND", None) for module in modules)
    known = (backend for backend in candidates if isinstance(backend, Backend))
    return sorted(known, key=lambda backend: backend.rank)
