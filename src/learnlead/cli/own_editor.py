"""A file of the workspace in the writer's own editor."""

from __future__ import annotations

import sys
from pathlib import Path

from learnlead.errors import LearnleadError, Problem


def open_in_editor(path: Path) -> None:
    """Open the file in $VISUAL or $EDITOR, and wait; the program itself changes nothing.

    Raises:
        LearnleadError: there is no editor, no terminal for it, or it could not be run.
    """
    from learnlead.terminal.editor import edit_file, editor_command

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
