"""What is said and asked at the terminal outside a sitting, on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.own_name import as_typed
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.adapters.disk.open_page import OpenAnswer
    from learnlead.app.prompter import Prompter
    from learnlead.i18n.words import Words


class Console:
    """The terminal as options and environment describe it.

    Attributes:
        quiet: whether warnings are held back.
    """

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        self.quiet = False

    @property
    def plain(self) -> bool:
        """Whether nothing may be redrawn, boxed or coloured."""
        by_environment = any(
            os.environ.get(name, "") not in ("", "0", "false")
            for name in ("ACCESSIBLE", "LEARNLEAD_PLAIN")
        )
        return self._plain or by_environment or os.environ.get("TERM") == "dumb"

    @property
    def colour(self) -> bool:
        """Whether stdout may hold colour."""
        return not self.plain and not os.environ.get("NO_COLOR") and sys.stdout.isatty()

    def say(self, *sentences: str) -> None:
        """Print sentences on stderr."""
        from learnlead.adapters.terminal.output import talk

        for sentence in sentences:
            talk(harmless(as_typed(sentence)), sys.stderr)

    def warn(self, problems: Sequence[Problem]) -> None:
        """Print problems that do not stop the command, a line each, unless `quiet`."""
        for problem in () if self.quiet else problems:
            self.say(harmless(f"learnlead: {problem}", breaks=False))


def says_yes(console: Console, question: str, otherwise: str, words: Words) -> bool:
    """Whether the answer is yes; Enter alone is no.

    Args:
        console: where it is asked.
        question: with its question mark.
        otherwise: what Ctrl-C leaves: "nothing was changed".
        words: the language of the question.

    Raises:
        Interrupted: Ctrl-C.
    """
    from learnlead.adapters.terminal.one_line import ask_line

    try:
        typed = ask_line(f"{question} {words('yes-or-no')}", plain=console.plain)
    except Interrupted:
        raise Interrupted(otherwise) from None
    return typed.strip().lower() in words("yes-or-no.yes").split()


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


def make_prompter(
    console: Console, words: Words, file_for: Callable[[str], OpenAnswer] | None = None
) -> Prompter:
    """The prompter for this terminal: plain, or one screen a question.

    Args:
        console: whether the terminal is plain, and has colour.
        words: the language of the sentences.
        file_for: gives the file for an editor by the id of a question; None offers no editor.
    """
    if console.plain:
        from learnlead.adapters.terminal.plain.prompter import PlainPrompter

        return PlainPrompter(words, file_for)
    from learnlead.adapters.terminal.rich_prompter import RichPrompter

    return RichPrompter(colour=console.colour, words=words, file_for=file_for)
