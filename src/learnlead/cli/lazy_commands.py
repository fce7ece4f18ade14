"""Commands by name, each imported and built when it is first looked up.

Building all of them takes Typer as long as its own import does, and a run needs one.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from learnlead.cli.help.words import SpokenContext, summary


class HelpGroup(TyperGroup):
    """A group whose help lists its commands with a line each, wrapped where it is long, never cut.

    Attributes:
        headings: by heading, the names of the commands below it; empty for one list of all.
    """

    context_class = SpokenContext
    headings: ClassVar[Mapping[str, Sequence[str]]] = {}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, with help in the language that is spoken."""
        command: Any = super().get_command(ctx, cmd_name)
        if command is not None:
            command.context_class = SpokenContext
        return command

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What can follow for a shell: commands with all of their first sentence, and options."""
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            if item.value in self.commands:
                item.help = summary(self.get_command(ctx, item.value))
        return items

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list."""
        lines = {
            name: summary(command)
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None and not command.hidden
        }
        column = max(map(len, lines))
        for heading, names in (self.headings or {"Commands": tuple(lines)}).items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(column), lines[name]) for name in names])


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

    class Group(HelpGroup):
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
