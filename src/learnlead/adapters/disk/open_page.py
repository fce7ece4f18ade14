"""A text while an editor has it, on disk: the page of a sitting, or one answer of a typed one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import read_bytes
from learnlead.adapters.disk.files.temporaries import clean
from learnlead.adapters.disk.sitting_lock import IN_EDITOR, lock_sitting
from learnlead.errors import LearnleadError
from learnlead.text.clean import is_utf8

_ANSWERS: Final = "text-{}"


class OpenText:
    """One file in a folder of its own (0700) in the workspace's state folder.

    It stays there until its words are saved elsewhere, so that whatever an editor has put on disk
    outlives the program, the terminal and the machine's next start.
    """

    def __init__(self, state: Path, folder: str, name: str) -> None:
        self._state = state
        self.folder = state / folder
        self.path = self.folder / name

    @property
    def waits(self) -> bool:
        """Whether a text lies there."""
        return os.path.lexists(self.path)

    @property
    def saved(self) -> datetime:
        """When the text that waits was last put on disk.

        Raises:
            MachineFailed: there is none, or it cannot be looked at.
        """
        with report_failures("look at the text", str(self.path)):
            return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()

    def make_folder(self) -> None:
        """Make the folder, if it is not there.

        Raises:
            MachineFailed: it cannot be made.
        """
        with report_failures("open a text in an editor", str(self.folder)):
            safe_write.make_folder(self.folder)

    def read(self) -> str | None:
        """The text with LF line ends and no BOM; None where there is none.

        What is not UTF-8 comes as lone surrogates, which `put` makes the same bytes again.

        Raises:
            LearnleadError: what lies there is no file, or far too large.
            MachineFailed: it cannot be read.
        """
        if not self.waits:
            return None
        text = read_bytes(self.path, str(self.path)).decode("utf-8", "surrogateescape")
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    def put(self, text: str) -> None:
        """Put the text on disk in place of what is there.

        Raises:
            MachineFailed: what was there is there still.
        """
        with report_failures("keep the text", str(self.path)):
            safe_write.put(self.path, text.encode("utf-8", "surrogateescape"))

    def discard(self) -> None:
        """Remove the text, and what the editor and runs that were killed left of it.

        Raises:
            MachineFailed: something of it is still there.
        """
        with report_failures("remove the text", str(self.path)):
            for entry in self.folder.iterdir() if self.folder.is_dir() else ():
                if not entry.is_dir():
                    safe_write.remove(entry)
            clean(self._state)


class OpenPage(OpenText):
    """The page of a sitting, one a rubric."""

    def __init__(self, state: Path, rubric: str) -> None:
        super().__init__(state, f"editor-{rubric}", "reflection.md")
        self._rubric = rubric

    @contextmanager
    def alone(self, title: str | None = None) -> Iterator[None]:
        """A context in which no other run of the program holds a sitting of the rubric.

        Raises:
            LearnleadError: another one does; the message names the rubric by its title.
            MachineFailed: the page's folder cannot be made.
        """
        self.make_folder()
        with lock_sitting(self._state, self._rubric, title or self._rubric, IN_EDITOR):
            yield


class OpenAnswer(OpenText):
    """One answer of a typed sitting, by the id of its question."""

    def __init__(self, state: Path, rubric: str, question_id: str) -> None:
        # Ids are letters, figures, - and : alone; a : may stand in no file's name on Windows.
        super().__init__(state, _ANSWERS.format(rubric), f"{question_id.replace(':', '~')}.md")

    @property
    def question_id(self) -> str:
        """The id of its question."""
        return self.path.stem.replace("~", ":")

    def discard(self, *, beside: bool = True) -> None:
        """Remove the text; those of other questions stay.

        `beside`: what the editor left under its name goes, too, such as a backup or a swap file.

        Raises:
            MachineFailed: something of it is still there.
        """
        with report_failures("remove the text", str(self.path)):
            safe_write.remove(self.path)
            for entry in self.folder.iterdir() if beside and self.folder.is_dir() else ():
                its_own = self.path.name in entry.name and entry.suffix != ".md"
                if its_own and not entry.is_dir():
                    safe_write.remove(entry)

    def set_aside(self) -> Path:
        """Move what is no text to where its writer is told of it; no sitting touches it there.

        Raises:
            MachineFailed: it is where it was.
        """
        with report_failures("set the text aside", str(self.path)):
            number = 1
            while True:
                name = f"{self.folder.name}-{self.path.name}.broken-{number}"
                try:
                    safe_write.create(self._state / name, read_bytes(self.path, str(self.path)))
                except FileExistsError:
                    number += 1
                else:
                    break
            safe_write.remove(self.path)
        return self._state / name


def answers_left(state: Path, rubric: str) -> list[OpenAnswer]:
    """The texts that editors had or have, of all questions of the rubric."""
    folder = state / _ANSWERS.format(rubric)
    return [OpenAnswer(state, rubric, path.stem) for path in sorted(folder.glob("*.md"))]


def discard_answers(state: Path, rubric: str) -> None:
    """Remove them all, and what editors and runs that were killed left of them.

    Raises:
        MachineFailed: something of it is still there.
    """
    OpenText(state, _ANSWERS.format(rubric), "").discard()


def answer_saved_after(draft: Path, rubric: str) -> tuple[str, str] | None:
    """Question id and words of the answer that an editor saved last; None where the draft is newer.

    What is no text, or far too large, is left where it lies.
    """
    folder = draft.parent / _ANSWERS.format(rubric)
    newest, at = None, -1
    with suppress(OSError):
        at = draft.stat().st_mtime_ns
        for path in folder.glob("*.md"):
            if path.stat().st_mtime_ns > at:
                newest, at = path, path.stat().st_mtime_ns
    if newest is None:
        return None
    answer = OpenAnswer(draft.parent, rubric, newest.stem)
    with suppress(LearnleadError):
        words = answer.read()
        if words is not None and words.strip() and is_utf8(words):
            return answer.question_id, words.rstrip("\n")
    return None
