"""Whether the words after `learnlead note` are a note or one of its commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand

from learnlead.cli.lazy_commands import HelpGroup
from learnlead.sitting.note import DID, MISSED
from learnlead.text.problem_text import nearest

CATCH = "catch"
"""The hidden command that takes a note."""

TALLY = (DID, MISSED)
"""The commands that count an occasion of the focus."""

_ALONE = ("list", "edit", *TALLY)
_DROP = "drop"
_HELP = ("-h", "--help")
_NEAR = 0.75
"""Similarity from which a word is a misspelt command, as `lsit` is of `list`."""
_TRIED = (
    "add",
    "all",
    "clear",
    "delete",
    "done",
    "help",
    "ls",
    "new",
    "open",
    "remove",
    "rm",
    "show",
    "undo",
)
"""Words that people try where they look for a command."""


class NoteGroup(HelpGroup):
    """The group, which takes words that are no command as a note."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Insert the command that the words are for; a shell that completes is shown all."""
        asks_for_all = ctx.resilient_parsing and not args
        parsed: list[str] = super().parse_args(ctx, args if asks_for_all else route(args))
        return parsed


class CatchCommand(TyperCommand):
    """The hidden command, which usage and errors name `learnlead note`."""

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **more: Any) -> Any:
        """A context with the name and the parent of the group."""
        if parent is not None:
            info_name, parent = parent.info_name, parent.parent
        return super().make_context(info_name, args, parent=parent, **more)


def route(args: Sequence[str]) -> list[str]:
    """The arguments with their command in front.

    `list`, `edit`, `did` and `missed` are commands where they stand alone, `drop` where one word
    or numbers alone follow; options make each of them one. All else is a note: what follows `--`
    without a question.
    """
    first, rest = (args[0], list(args[1:])) if args else ("", [])
    if first in _HELP:
        return list(args)
    if first == "--":
        return [CATCH, "--as-typed", "--", *rest]
    has_option = any(arg.startswith("-") and arg != "-" for arg in rest)
    if first in _ALONE and (not rest or has_option):
        return [first, *rest]
    if first == _DROP and (len(rest) <= 1 or has_option or all(map(str.isdecimal, rest))):
        return [first, *rest]
    return [CATCH, *args]


def like_a_command(note: str, commands: Sequence[str]) -> str | None:
    """A sentence, without its full stop, on the command that a note resembles; None if none.

    Looked at is one word; also with a word or numbers behind it that no command of notes takes.

    Args:
        note: all that it says.
        commands: the names of the program's own.
    """
    word, *rest = note.split()
    small = word.lower()
    numbers = all(map(str.isdecimal, rest))
    if small in _ALONE and (len(rest) == 1 or (rest and numbers)):
        return f"`learnlead note {small}` is a command, with nothing behind it"
    if not numbers:
        return None
    if small in _TRIED:
        return "`learnlead note --help` shows the commands"
    if small in commands and not rest:
        return f"`learnlead {small}` is a command"
    near = nearest(word, (*_ALONE, _DROP), _NEAR)  # as typed: Lisa is a name
    return f"`learnlead note {near}` is a command" if near else None
