"""A yes, asked for at the terminal outside a sitting."""

from __future__ import annotations

import sys
from pathlib import Path

from learnlead.cli.context import AppContext
from learnlead.errors import Interrupted, LearnleadError, Problem


def says_yes(app: AppContext, ask: str, otherwise: str) -> bool:
    """Whether the answer is yes; Enter alone is no.

    Args:
        app: where it is asked.
        ask: what to ask, with its question mark.
        otherwise: what Ctrl-C leaves: "nothing was changed".

    Raises:
        Interrupted: Ctrl-C.
    """
    from learnlead.adapters.terminal.one_line import ask_line

    try:
        typed = ask_line(f"{ask} [y/N]", plain=app.plain)
    except Interrupted:
        raise Interrupted(otherwise) from None
    return typed.strip().lower() in ("y", "yes")


def open_in_editor(path: Path) -> None:
    """Open the file in $VISUAL or $EDITOR, and wait; the program itself changes nothing.

    Raises:
        LearnleadError: there is no editor, no terminal for it, or it could not be run.
    """
    from learnlead.adapters.terminal.editor import edit_file, editor_command

    command = editor_command()
    if command is None:
        remedy = f"for instance `export EDITOR=nano`; or open {path} in any editor"
        raise LearnleadError(Problem("neither $VISUAL nor $EDITOR names an editor", remedy))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "an editor needs a terminal, and this is none"
        raise LearnleadError(Problem(message, f"open {path} in any editor"))
    if not edit_file(path, command):
        remedy = "name one that is installed in $VISUAL or $EDITOR"
        raise LearnleadError(Problem(f"the editor {command[0]!r} could not be run", remedy))
