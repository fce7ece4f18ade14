"""Commands by their names, each imported and built when it is first looked up.

To build all of them takes Typer as long as its own import, and a run needs one.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup


class Commands(UserDict[str, Any]):
    """Where Typer looks commands up, in the order of `--help`.

    Args:
        modules: by a command's name the module of `commands` that has it: a `group` of its own
            where there are commands below it, else a function of the command's name.
        built: those that there are already; they come first.
    """

    def __init__(self, modules: Mapping[str, str], built: Mapping[str, Any]) -> None:
        super().__init__({**built, **dict.fromkeys(modules)})
        self._modules = modules

    def __getitem__(self, name: str) -> Any:
        if self.data[name] is None:
            self.data[name] = _built(name, self._modules[name])
        return self.data[name]


def group_of(modules: Mapping[str, str]) -> type[TyperGroup]:
    """The class of a group that has commands of other modules, as `Commands` says."""

    class Group(TyperGroup):
        def __init__(self, **attrs: Any) -> None:
            super().__init__(**attrs)
            self.commands = Commands(modules, self.commands)

    return Group


def _built(name: str, module_name: str) -> Any:
    module = import_module(f"{__package__}.commands.{module_name}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    if hasattr(module, "group"):
        alone.add_typer(module.group, name=name)
    else:
        alone.command(name)(getattr(module, name.replace("-", "_")))
    return typer.main.get_group(alone).commands[name]
