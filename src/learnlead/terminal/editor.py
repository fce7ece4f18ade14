"""A text in the writer's own editor."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def editor_command() -> list[str] | None:
    """`$VISUAL`, then `$EDITOR`, as words; None when neither is set to anything that runs."""
    for name in ("VISUAL", "EDITOR"):
        with suppress(ValueError):  # a quotation mark that never closes
            if words := shlex.split(os.environ.get(name, "")):
                return words
    return None


def edit(text: str, command: list[str]) -> str | None:
    """The text as the editor left it; None when the editor could not be run.

    Its file lies in a folder that only the writer can read, and goes with it. What the editor
    itself keeps (swap and backup files of its own settings) is the editor's.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="learnlead-") as folder:
            path = Path(folder) / "answer.md"
            last = "\n" if text and not text.endswith("\n") else ""  # for what appends to it
            path.write_text(text + last, encoding="utf-8", errors="replace")
            path.chmod(0o600)
            if not edit_file(path, command):
                return None
            return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def edit_file(path: Path, command: list[str]) -> bool:
    """Let the editor change the file itself, and wait for it; whether it could be run."""
    try:
        run_editor(path, command)
    except OSError:
        return False
    return True


def run_editor(path: Path, command: list[str]) -> int:
    """As `edit_file`, with the editor's exit code.

    Raises:
        OSError: it could not be run.
    """
    with _deaf_to_ctrl_c():
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the writer's own editor
    return done.returncode


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Leave Ctrl-C to the editor, where it is a key like others, for as long as it runs.

    A handler that does nothing, not SIG_IGN, which the editor would inherit.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
