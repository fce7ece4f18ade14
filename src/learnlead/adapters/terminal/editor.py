"""A text in the writer's own editor."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from learnlead.adapters.system import termios
from learnlead.errors import LearnleadError
from learnlead.text.clean import is_utf8

_LEAVE: Final = "\x1b[?1049l\x1b[?25h\x1b[?1l\x1b>\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[0m"
"""Back from the alternate screen; the cursor, the keypad, the mouse, pastes, colours as usual."""

_KILLED: Final = 128
"""Exit codes above it are those of a shell whose program was ended by a signal."""


class TerminalState:
    """How the terminal takes keys now; nothing where there is none."""

    def __init__(self) -> None:
        self._keys: list[Any] | None = None
        if termios is None:
            return
        with suppress(OSError, ValueError, termios.error):
            self._keys = termios.tcgetattr(sys.stdin.fileno())

    def restore_after(self, code: int) -> None:
        """Put in order what a program left that ended with that code by a signal."""
        if 0 <= code <= _KILLED:
            return
        if self._keys is not None:
            with suppress(OSError, ValueError, termios.error):  # the window may be closed
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._keys)
        if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
            with suppress(OSError):
                sys.stdout.write(_LEAVE)
                sys.stdout.flush()


def editor_command() -> list[str] | None:
    """`$VISUAL`, then `$EDITOR`, as words; None when neither is set to anything that runs."""
    for name in ("VISUAL", "EDITOR"):
        with suppress(ValueError):  # a quotation mark that never closes
            if words := shlex.split(os.environ.get(name, "")):
                return words
    return None


class OpenFile(Protocol):
    """The file that an editor gets, in a folder of the writer's alone; it outlives the program.

    Every call may raise `LearnleadError`.
    """

    path: Path

    def make_folder(self) -> None:
        """Make the folder, if it is not there."""

    def read(self) -> str | None:
        """The text; what is no UTF-8 comes as lone surrogates. None where there is none."""

    def put(self, text: str) -> None:
        """Put the text on disk in place of what is there."""

    def discard(self, *, beside: bool = True) -> None:
        """Remove the file, and unless told otherwise what the editor left beside it."""


class Editing:
    """One text in the writer's own editor, as often as it is wanted; none of its words is lost.

    What the editor saved stays in the file until `taken` is told that it is safe elsewhere. What
    the editor itself keeps (swap and backup files of its own settings) is the editor's.
    """

    def __init__(self, file: OpenFile, command: list[str]) -> None:
        self._file = file
        self._command = command
        self._text_put: str | None = None
        self._ended_well = True

    def edit(self, text: str) -> tuple[str, str]:
        """The text as the editor left it, and the key of what is to be said about it, or nothing.

        An editor may return at once and save later; what it has saved by the next time is taken
        then. Raises `LearnleadError` where the disk refuses.
        """
        if (whole := self._with_later_words(text)) is not None:
            return whole, ""
        waiting = self._file.read()
        if waiting is None or is_utf8(waiting):  # else it waits to be saved as UTF-8
            self._file.make_folder()
            self._text_put = text
            # A last line break is for what appends to the file.
            self._file.put(text + ("\n" if text and not text.endswith("\n") else ""))
        try:
            self._ended_well = run_editor(self._file.path, self._command) == 0
        except OSError:
            return text, "editor-failed"
        left = self._file.read()
        if left is not None and not is_utf8(left):
            return text, "editor-not-utf8"
        if left is None or not self._is_new(left):
            return text, "editor-unchanged"
        return left.rstrip("\n"), ""

    def taken(self) -> None:
        """What the editor left is safe elsewhere. Raises `LearnleadError`.

        An editor that was killed may have words in its swap file alone, and offers them when it
        has the text again.
        """
        left = self._file.read()
        if left is not None and self._is_new(left):
            self._file.discard(beside=self._ended_well)

    def left_behind(self, text: str) -> str | None:
        """The text with what the editor has saved since, when the text is about to be done with.

        None if that is nothing; then the file is gone. Raises `LearnleadError`.
        """
        whole = self._with_later_words(text)
        if whole is None and self._text_put is not None and is_utf8(self._file.read() or ""):
            self._file.discard(beside=self._ended_well)
        return whole

    def _with_later_words(self, text: str) -> str | None:
        waiting = self._file.read()
        if self._text_put is None or waiting is None or not self._is_new(waiting):
            return None
        whole = waiting if _same(text, self._text_put) else f"{text}\n\n{waiting}"
        return whole.rstrip("\n")

    def _is_new(self, text: str) -> bool:
        return is_utf8(text) and bool(text.strip()) and not _same(text, self._text_put or "")


def _same(text: str, other: str) -> bool:
    return text.rstrip("\n") == other.rstrip("\n")


class Trouble(NamedTuple):
    """What is to be said about a text that came back: the key of a sentence, and what it holds."""

    key: str
    values: dict[str, str]


class Editors:
    """The writer's own editor for the texts of a sitting, each by the id of its question."""

    def __init__(self, file_for: Callable[[str], OpenFile] | None) -> None:
        self._file_for = file_for
        self._editing: dict[str, Editing] = {}

    def edit(self, question_id: str, text: str) -> tuple[str, Trouble | None]:
        """The text as the editor left it, and what is to be said about it."""
        command = editor_command()
        if command is None or self._file_for is None:
            return text, Trouble("no-editor", {})
        file = self._file_for(question_id)
        editing = self._editing.setdefault(question_id, Editing(file, command))
        try:
            text, key = editing.edit(text)
        except LearnleadError as error:
            return text, Trouble("editor-refused", {"error": str(error)})
        values = {"editor": command[0], "file": str(file.path)}
        return text, Trouble(key, values) if key else None

    def later(self, question_id: str, text: str) -> str | None:
        """The text with what an editor with a window of its own has saved since; None if nothing.

        To be asked when a question is left.
        """
        if question_id in self._editing:
            with suppress(LearnleadError):
                return self._editing[question_id].left_behind(text)
        return None

    def taken(self, question_id: str) -> None:
        """What the editor left is safe elsewhere; a file that stays is removed with the draft."""
        if question_id in self._editing:
            with suppress(LearnleadError):
                self._editing[question_id].taken()


def edit_file(path: Path, command: list[str]) -> bool:
    """Let the editor change the file itself, and wait for it; whether it could be run."""
    try:
        run_editor(path, command)
    except OSError:
        return False
    return True


def run_editor(path: Path, command: list[str]) -> int:
    """As `edit_file`, with the editor's exit code; the terminal of one that was killed is restored.

    Raises:
        OSError: it could not be run.
    """
    before = TerminalState()
    with _without_ctrl_c():
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the writer's own editor
    before.restore_after(done.returncode)
    return done.returncode


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Leave Ctrl-C to the editor, where it is a key like others, for as long as it runs.

    A handler that does nothing, not SIG_IGN, which the editor would inherit.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
