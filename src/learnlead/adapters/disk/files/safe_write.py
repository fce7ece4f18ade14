"""Writes files so that a page is whole or not there, and nobody's text is written over.

Every lasting change of a file goes through here. A new text is written to a temporary file in the
same folder and forced to the disk; only then does it get its name, and the folder is forced, too.
The functions raise `OSError`; callers say what they were doing (`report_failures`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from learnlead.adapters import system
from learnlead.adapters.disk.files.sync import force, force_folder
from learnlead.adapters.disk.files.temporaries import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    TemporaryFile,
    clean,
    clean_if_free,
    temporary_folder,
)

_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK}
)


def make_folder(folder: Path) -> None:
    """Make the folder and what is missing above it, each for its owner alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):  # somebody else was faster
        folder.mkdir(mode=PRIVATE_FOLDER)
        force_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def create(path: Path, content: bytes) -> None:
    """Make a new file with that content, or leave everything as it is.

    Raises:
        FileExistsError: something has that name, whatever it is.
        OSError: the machine refused; no file of that name was left.
    """
    create_all({path: content})


def create_all(files: Mapping[Path, bytes]) -> None:
    """Make new files, all of them or none.

    Each is on the disk before the first gets its name. They get their names in that order, and a
    run that is killed just then leaves those that had theirs.

    Raises:
        FileExistsError: something has one of the names, whatever it is.
        OSError: the machine refused; none of the files was left.
    """
    with ExitStack() as open_files:
        made: dict[Path, Path] = {}
        for path, content in files.items():
            clean_if_free(path.parent)
            temporary = open_files.enter_context(TemporaryFile(path.parent))
            temporary.write([content])
            made[path] = temporary.path
        named: list[Path] = []
        try:
            for path, unnamed in made.items():
                _give_name(unnamed, path)
                named.append(path)
            for folder in {path.parent: None for path in files}:
                force_folder(folder)
        except BaseException:  # whoever hears of a failure will write them again
            for path, unnamed in made.items():
                if path in named or _is_same(path, unnamed):
                    _forget(path)
            raise


@contextmanager
def temporary_copy(folder: Path, content: bytes) -> Iterator[Path]:
    """A context with a file of that content for another program to read; it goes at the end.

    Raises:
        OSError: the machine refused.
    """
    make_folder(folder)
    clean_if_free(folder)
    with TemporaryFile(folder) as temporary:
        temporary.write([content])
        yield temporary.path


def create_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make a new folder with those files, by their paths in it; it appears when it is whole.

    Raises:
        FileExistsError: something has that name, whatever it is.
        OSError: the machine refused; no folder of that name was left.
    """
    clean_if_free(path.parent)
    with temporary_folder(path.parent) as growing:
        for name, content in files:
            make_folder((growing / name).parent)
            _make(growing / name, content)
        for folder in [*(path for path in growing.rglob("*") if path.is_dir()), growing]:
            force_folder(folder)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        growing.rename(path)
        try:
            force_folder(path.parent)
        except OSError:
            with suppress(OSError):
                path.rename(growing)
            raise


def put(path: Path, content: bytes) -> None:
    """Give the file that content, whether it exists or not; a reader sees the old or the new.

    Raises:
        OSError: the machine refused; the file is whole, as a rule with its old content.
    """
    _put(path, [content], PRIVATE_FILE)


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """As `put`, for a content too long to be held at once.

    A file that exists keeps its permissions. One that has other names, too (hard links), keeps its
    content under those.
    """
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mode = PRIVATE_FILE
    _put(path, chunks, mode)


def append(path: Path, content: bytes) -> None:
    """Add the content to the end of the file, whole, or leave the file as it was.

    For the one who holds the lock of the folder.

    Raises:
        OSError: the machine refused.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | system.RAW
    is_new = not os.path.lexists(path)
    opened = os.open(path, flags, PRIVATE_FILE)
    try:
        size = os.fstat(opened).st_size
        try:
            while content:
                content = content[os.write(opened, content) :]
            force(opened)
            if is_new:
                force_folder(path.parent)
        except OSError:
            with suppress(OSError):
                os.ftruncate(opened, size)
            raise
    finally:
        os.close(opened)


def remove(path: Path) -> None:
    """Take the file away, if it is there, and what runs that died have left in its folder.

    Raises:
        Busy: another run of the program is changing something there.
        OSError: the machine refused; it may be there still.
    """
    if not os.path.lexists(path.parent):
        return
    clean(path.parent)
    path.unlink(missing_ok=True)
    force_folder(path.parent)


def blank(path: Path, content: bytes) -> None:
    """Write over what stands in the file that cannot be removed: its words are gone at least.

    Raises:
        OSError: the machine refused; the words may be there still.
    """
    opened = os.open(path, os.O_WRONLY | os.O_TRUNC | system.NO_FOLLOW | system.RAW)
    try:
        os.write(opened, content)
        force(opened)
    finally:
        os.close(opened)


def set_aside(path: Path) -> Path:
    """Give the file the first free name of `NAME.broken-1`, `NAME.broken-2` and so on.

    Raises:
        OSError: the machine refused; it is where it was.
    """
    for number in count(1):
        aside = path.with_name(f"{path.name}.broken-{number}")
        if not os.path.lexists(aside):
            path.rename(aside)
            break
    force_folder(path.parent)
    return aside


def _put(path: Path, chunks: Iterable[bytes], mode: int) -> None:
    clean_if_free(path.parent)
    with TemporaryFile(path.parent) as temporary:
        temporary.write(chunks, mode)
        temporary.replace(path)
        force_folder(path.parent)


def _make(path: Path, content: bytes) -> None:
    """Make a new file where nobody looks yet: a temporary beside it could stay in there."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | system.RAW, PRIVATE_FILE)
    with os.fdopen(opened, "wb") as file:
        file.write(content)
        file.flush()
        force(file.fileno())


def _give_name(temporary: Path, path: Path) -> None:
    """Let the file be known as `path`, only if nothing has that name."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Where links are refused: take the name with an empty file, then replace it.
        placeholder = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | system.RAW, PRIVATE_FILE)
        os.close(placeholder)
        try:
            temporary.replace(path)
        except OSError:
            _forget(path)
            raise


def _is_same(first: Path, second: Path) -> bool:
    with suppress(OSError):
        return first.samefile(second)
    return False


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
