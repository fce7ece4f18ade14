"""A file that an answer is written to: never one that holds the leader's own words or settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.temporaries import temporary_folder
from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.errors import LearnleadError, Problem
from learnlead.page.naming import looks_like_page

_OWN_FILES = (SETTINGS_FILE, "inbox.md")
_OWN_FOLDERS = ("records", "rubrics", "prompts")
_HEAD = 2000
"""Characters in which front matter says that a file is a page."""


@contextmanager
def file_for_a_while(folder: Path, chunks: Iterable[str]) -> Iterator[Path]:
    """A context with an HTML file of the owner alone for a browser to show; it goes at the end.

    Its folder is a temporary of this program, so that it goes with the next change of the
    workspace if this run is killed.

    Raises:
        MachineFailed: the file cannot be written.
    """
    with report_failures("write the page", str(folder)), temporary_folder(folder) as private:
        file = private / "page.html"
        safe_write.write_chunks(file, (chunk.encode() for chunk in chunks))
        yield file


def write_answer(output: str, chunks: Iterable[str]) -> None:
    """Write an answer to a file, with the line ends it has, whole or not at all.

    A link is followed. What is no regular file, such as a pipe, is written to as it is.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own, or would be a page.
        MachineFailed: the file cannot be written.
    """
    path = Path(output)
    with report_failures("write the answer", output):
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as file:
                file.writelines(chunks)
            return
        path = Path(os.path.realpath(path))
        _spare_own_files(output, path)
        safe_write.write_chunks(path, (chunk.encode() for chunk in chunks))


def _spare_own_files(output: str, path: Path) -> None:
    """Refuse a file of a workspace that is not for answers.

    Raises:
        LearnleadError: the file is one of them.
    """
    root = next((above for above in path.parents if (above / SETTINGS_FILE).is_file()), None)
    if root is None:
        return
    if not path.is_file():
        if looks_like_page(path.name, head=""):
            message = f"{output} has the name of a page, and would be read as one"
            raise LearnleadError(Problem(message, "name another file"))
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(_HEAD)
    in_own_folder = path.relative_to(root).parts[0] in _OWN_FOLDERS
    if in_own_folder or path.name in _OWN_FILES or looks_like_page(path.name, head):
        message = f"{output} holds words or settings of yours, and is not written over"
        raise LearnleadError(Problem(message, "name another file"))
