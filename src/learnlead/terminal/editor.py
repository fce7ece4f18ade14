"""A text in the writer's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def editor_command() -> list[str] | None:
    """`$VISUAL`, then `$EDITOR`, as words; None when neither is set."""
    for name in ("VISUAL", "EDITOR"):
        if words := shlex.split(os.environ.get(name, "")):
            return words
    return None


def edit(text: str, command: list[str]) -> str | None:
    """The text as the editor left it; None when the editor could not be run.

    Its file lies in a folder that only the writer can read, and goes with it. What the editor
    itself keeps (swap and backup files of its own settings) is the editor's.
    """
    with tempfile.TemporaryDirectory(prefix="learnlead-") as folder:
        path = Path(folder) / "answer.md"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        try:
            subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the writer's own editor
        except OSError:
            return None
        return path.read_text(encoding="utf-8", errors="replace")
