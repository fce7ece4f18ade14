"""Every scheduler there is: each module beside this one that holds a `BACKEND`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from learnlead.reminders import schedule
from learnlead.reminders.schedule.backend import Backend


def backends() -> list[Backend]:
    """All of them, the one to be preferred first."""
    modules = (
        import_module(f"{schedule.__name__}.{found.name}")
        for found in iter_modules(schedule.__path__)
    )
    known = (getattr(module, "BACKEND", None) for module in modules)
    return sorted((one for one in known if isinstance(one, Backend)), key=lambda one: one.rank)
