"""learnlead demo: a sitting of somebody else, replayed on the screen."""

from __future__ import annotations

import json
import sys
from typing import Final

import typer

from learnlead.cli.context import AppContext
from learnlead.own_name import as_typed
from learnlead.shipped import DEMO

_BEFORE: Final = (
    "A sitting of an invented manager, replayed. Nothing is written, and nothing is\n"
    "asked of you. Any key makes it faster, q leaves.\n\n"
)
_AFTER: Final = "That was a sitting of somebody invented. Yours begins with: learnlead reflect"
_TO_READ: Final = 3.0
"""Seconds for the sentence before it."""


def demo(ctx: typer.Context) -> None:
    """See a sitting of an invented manager; nothing is written."""
    from learnlead.adapters.terminal.output import talk
    from learnlead.adapters.terminal.viewers.replay import replay

    app: AppContext = ctx.obj
    recording = json.loads(DEMO.read_text(encoding="utf-8"))
    if app.plain or not _fits(recording["columns"], recording["rows"]):
        sys.stdout.write(recording["plain"])
        if sys.stdout.isatty():
            talk("", sys.stdout)
            talk(as_typed(_AFTER), sys.stdout)
        return
    first, *rest = recording["screen"]
    if replay(_BEFORE, [(_TO_READ, first[1]), *rest], colour=app.colour):
        talk(as_typed(_AFTER), sys.stdout)


def _fits(columns: int, rows: int) -> bool:
    """Whether somebody can see it replayed and press a key."""
    import os

    from learnlead.adapters.system import IS_POSIX

    if not (IS_POSIX and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    size = os.get_terminal_size(sys.stdout.fileno())
    return size.columns >= columns and size.lines >= rows
