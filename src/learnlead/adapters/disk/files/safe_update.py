"""Replaces a file's text only while it still holds what was read (compare and swap).

What an editor saves while the program changes the same file is not written over: the file is
compared last, exchanged for the new text where the system can do that, and what came out is
compared once more. If it is not what was read, it gets its name back. What is left:

- Where the system or the disk cannot exchange (network disks, exFAT, old kernels), what is saved
  between the last comparison and the renaming is lost: less than a millisecond.
- An editor that writes into the file itself is waited for where the system tells who has a file
  open for writing (Linux, on a local disk). Elsewhere what it writes within a fiftieth of a second
  after the exchange is seen, what comes later is not.
- A run that is killed between the exchange and the comparison, in the same instant in which an
  editor saved, leaves what was saved as a temporary file, which the next run removes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files.exchange import exchange, settled_content
from learnlead.adapters.disk.files.lock import Lock
from learnlead.adapters.disk.files.sync import force_folder
from learnlead.adapters.disk.files.temporaries import TemporaryFile, clean_locked

_TRIES: Final = 100
"""Exchanges, of which each further one means that an editor has saved within microseconds."""


class ChangedMeanwhile(Exception):  # noqa: N818 - says what happened
    """The bytes on disk are not those that were read, or the file is gone."""


def update(path: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file that still holds `before`; keep its permissions.

    A symbolic link stays one: the file that it leads to is updated.

    Raises:
        ChangedMeanwhile: the file holds something else by now.
        Busy: another run of the program is updating this folder.
        OSError: the machine refused; the file is whole, as a rule with its old content.
    """
    real = path.resolve()
    with Lock(real.parent):
        clean_locked(real.parent)
        _expect(real, before)
        with TemporaryFile(real.parent) as temporary:
            temporary.write([after], real.stat().st_mode & 0o7777)
            temporary.close()  # an open file would count as one that is being written to
            _expect(real, before)
            _exchange(temporary.path, real, before, after)
            force_folder(real.parent)


def _expect(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        raise ChangedMeanwhile


def _exchange(temporary: Path, path: Path, before: bytes, after: bytes) -> None:
    """Exchange the files, unless somebody has saved `path` meanwhile; that then keeps its name.

    Raises:
        ChangedMeanwhile: somebody has.
    """
    expected: bytes | None = before
    in_place: bytes | None = after
    try:
        for tries in range(_TRIES):
            if not exchange(temporary, path):
                temporary.replace(path)
                return
            came_out = settled_content(temporary)
            if came_out == expected:
                if tries:  # what came out is older than what stands in the file
                    raise ChangedMeanwhile
                return
            expected, in_place = in_place, came_out
        temporary.replace(path)  # the newest of a hundred
    except FileNotFoundError:
        raise ChangedMeanwhile from None
    raise ChangedMeanwhile
