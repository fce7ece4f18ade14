"""Commands by name, each imported and built when it is first looked up.

Building all of them takes Typer as long as its own import does, and a run needs one.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup


class LazyCommands(UserDict[str, Any]):
    """The mapping in which Typer looks commands up, in the order of `--help`.

    Args:
        modules: by a command's name the module of `commands` that has it: a `group` where there
            are commands below it, else a function of the command's name. None for a command that
            is built already.
        built: the commands that are built already.
    """

    def __init__(self, modules: Mapping[str, str | None], built: Mapping[str, Any]) -> None:
        super().__init__({**dict.fromkeys(modules), **built})
        self._modules = modules

    def __getitem__(self, name: str) -> Any:
        if self.data[name] is None:
            self.data[name] = _build(name, str(self._modules[name]))
        return self.data[name]


def lazy_group(modules: Mapping[str, str | None]) -> type[TyperGroup]:
    """A group class with the commands of these modules; see `LazyCommands`."""

    class Group(TyperGroup):
        def __init__(self, **attrs: Any) -> None:
            super().__init__(**attrs)
            self.commands = LazyCommands(modules, self.commands)

    return Group


def _build(name: str, module_name: str) -> Any:
    module = import_module(f"{__package__}.commands.{module_name}")
    parent = typer.Typer(add_completion=False, rich_markup_mode=None)
    if hasattr(module, "group"):
        parent.add_typer(module.group, name=name)
    else:
        parent.command(name)(getattr(module, name.replace("-", "_")))
    return typer.main.get_group(parent).commands[name]
