"""Runs what a scheduler's backend says: files, tables behind programs, commands; no shell."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files.failures import reason, report_failures
from learnlead.adapters.disk.files.safe_write import make_folder, put, remove, temporary_copy
from learnlead.errors import MachineFailed, Problem
from learnlead.reminders.schedule.backend import Command, File, Needs, Place, Table
from learnlead.text.clean import harmless

_PATIENCE: Final = 60
"""Seconds for a program that should take a moment."""


class MachineScheduler:
    """This machine; satisfies the port `Scheduler`.

    `folder` is one of our own, where a table lies for the moment in which its program reads it.
    """

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._folder = folder
        self._environment = {**environment, "LC_ALL": "C"}  # their words are read here

    def has(self, needs: Needs) -> bool:
        """Whether a scheduler that needs this is there."""
        return (
            needs.platform in (None, sys.platform)
            and (needs.program is None or self._which(needs.program) is not None)
            and (needs.answers is None or self._run(needs.answers).returncode == 0)
        )

    def read(self, place: Place) -> str | None:
        """What stands there, or None."""
        if isinstance(place, File):
            with report_failures("read it", place.path):
                try:
                    return _text(Path(place.path).read_bytes())
                except (FileNotFoundError, NotADirectoryError):
                    return None
        return self._read_table(place) if self._which(place.read[0]) else None

    def write(self, place: Place, text: str | None) -> None:
        """Put the text there, or take away what stands there."""
        if isinstance(place, Table):
            self._write_table(place, text)
            return
        path = Path(place.path)
        with report_failures("write it", place.path):
            if text is None:
                remove(path)
            else:
                make_folder(path.parent)
                put(path, _bytes(text))

    def run(self, command: Command) -> None:
        """Run it to its end."""
        with suppress(MachineFailed) if command.may_fail else nullcontext():
            done = self._run(command.words)
            if done.returncode != 0:
                raise _failed(command.words, _text(done.stderr))

    def _read_table(self, table: Table) -> str | None:
        done = self._run(table.read)
        if done.returncode != 0:
            complaint = _text(done.stderr)
            if any(words in complaint for words in table.none_yet):
                return None
            raise _failed(table.read, complaint)  # never taken for an empty one: it would be lost
        listed = _text(done.stdout)
        if any(shown in listed for _, shown in table.escapes):
            with suppress(MachineFailed):
                exact = _text(self._run(table.faithful).stdout)
                if table.escaped(exact) == listed:
                    return exact
        return listed

    def _write_table(self, table: Table, text: str | None) -> None:
        if text is None:
            self.run(Command(table.clear))
            return
        done = self._hand_over(table, text)
        if done.returncode != 0 and not text.endswith("\n"):  # some take no line without an end
            done = self._hand_over(table, f"{text}\n")
        if done.returncode != 0:
            raise _failed(table.write, _text(done.stderr))
        self._see_that_it_stands(table, text)

    def _hand_over(self, table: Table, text: str) -> subprocess.CompletedProcess[bytes]:
        """Let the table's program take the text from a file.

        The file is named within its folder: some crontabs cut a path off after 99 letters.
        """
        with (
            report_failures("write it", str(self._folder)),
            temporary_copy(self._folder, _bytes(text)) as file,
        ):
            return self._run((*table.write, file.name), folder=file.parent)

    def _see_that_it_stands(self, table: Table, text: str) -> None:
        listed = self._read_table(table) or ""
        written = text.rstrip("\n")
        if not (written in listed or table.escaped(written) in listed):
            lister = shlex.join(table.read)
            message = f"`{shlex.join(table.write)}` took {table.name}, and `{lister}` shows another"
            raise MachineFailed(Problem(message, f"see with `{lister}` what stands there"))

    def _which(self, program: str) -> str | None:
        return shutil.which(program, path=self._environment.get("PATH"))

    def _run(
        self, words: Sequence[str], folder: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - words of our own data, and no shell
                words,
                stdin=subprocess.DEVNULL,
                cwd=folder,
                env=self._environment,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _failed(words, f"it took longer than {_PATIENCE} seconds") from None
        except OSError as error:
            raise _failed(words, reason(error)) from error


def _failed(words: Sequence[str], complaint: str) -> MachineFailed:
    lines = [line.strip() for line in complaint.splitlines()]
    shown = [harmless(line, breaks=False) for line in lines if line]
    why = "; ".join(shown[:3]) or "it says nothing about why"
    return MachineFailed(
        Problem(
            f"`{shlex.join(words)}` failed: {why}",
            "mend that, or take another way: learnlead remind on --calendar",
        )
    )


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
