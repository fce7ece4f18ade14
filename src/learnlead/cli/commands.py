"""The commands by their names, each imported and built when it is first looked up.

To build all of them takes Typer as long as its own import, and a run needs one.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import typer

NAMES: Final = (
    *("init", "reflect", "trends", "year", "away", "ask", "export", "shared", "due", "doctor"),
    *("note", "journal", "plan", "focus", "rubric", "coach", "remind"),
)
"""In the order of `--help`. The module of that name in this package has the command: an `app` of
its own where there are commands below it, else a function of that name.
"""


class Commands(UserDict[str, Any]):
    """All commands, with those that are built already; Typer looks them up here."""

    def __init__(self, built: Mapping[str, Any]) -> None:
        super().__init__({**dict.fromkeys(NAMES), **built})

    def __getitem__(self, name: str) -> Any:
        if self.data[name] is None:
            self.data[name] = _built(name)
        return self.data[name]


def _built(name: str) -> Any:
    module = import_module(f"{__package__}.{name}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    if hasattr(module, "app"):
        alone.add_typer(module.app, name=name)
    else:
        alone.command(name)(getattr(module, name))
    return typer.main.get_group(alone).commands[name]
