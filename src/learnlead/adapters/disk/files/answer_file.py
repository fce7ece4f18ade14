"""A file that an answer is written to: never one that holds the leader's own words or settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
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


def write_answer(
    output: str, chunks: Iterable[str], made: Path | None, *, force: bool = False
) -> None:
    """Write an answer to a file, with the line ends it has, whole or not at all.

    A file that holds just that already is left as it is. A link is followed. What is no regular
    file, such as a pipe, is written to as it is.

    Args:
        output: its name as it was typed.
        chunks: what it is to hold.
        made: the folder of marks, one for each file that was made by an answer, named by a hash of
            its path; None where there is no such folder.
        force: whether to write over a file without a mark.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own, would be a page, or
            was not made by an answer.
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
        if not force and _is_somebody_elses(path, made):
            if "".join(chunks).encode() == path.read_bytes():
                return
            raise _refusal(output)
        is_marked = made is None or _leave(_mark(path, made))
        safe_write.write_chunks(path, (chunk.encode() for chunk in chunks))
        if made and not is_marked:
            _leave(_mark(path, made))


def expect_file(output: str, made: Path | None, *, force: bool) -> None:
    """Refuse a file that `write_answer` would, before a command changes what it is to tell of.

    Raises:
        LearnleadError: there is such a file, and an answer did not make it.
    """
    with report_failures("write the answer", output):
        path = Path(os.path.realpath(output))
        if path.is_file() and not force and _is_somebody_elses(path, made):
            raise _refusal(output)


def _is_somebody_elses(path: Path, made: Path | None) -> bool:
    return path.exists() and not (made and _mark(path, made).exists())


def _mark(path: Path, made: Path) -> Path:
    return made / sha256(os.fsencode(path)).hexdigest()[:32]


def _refusal(output: str) -> LearnleadError:
    message = f"{output} is there already, and learnlead did not make it"
    return LearnleadError(Problem(message, "name another file; --force writes over it"))


def _leave(mark: Path) -> bool:
    """Leave a mark before the file is there: a run that is killed between them can be run again.

    Whether it is there. Where none can be left, the next answer of that name needs --force.
    """
    with suppress(OSError):
        safe_write.make_folder(mark.parent)
        safe_write.create(mark, b"")
    return mark.exists()


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
