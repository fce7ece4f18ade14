"""What the machine refused, as one clear line: what, where, what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from learnlead.adapters.disk.files.lock import Busy
from learnlead.adapters.disk.files.safe_update import ChangedMeanwhile
from learnlead.errors import LearnleadError, MachineFailed, Problem

_REMEDIES = {
    errno.ENOSPC: "free some space on that disk, then try again",
    errno.EDQUOT: "your share of that disk is used up: free some space, then try again",
    errno.EFBIG: "the system allows no larger file here: see `ulimit -f`",
    errno.EROFS: "the disk can only be read: choose a workspace elsewhere with --workspace",
    errno.EACCES: "give yourself access to it, or choose another workspace with --workspace",
    errno.EPERM: "give yourself access to it, or choose another workspace with --workspace",
    errno.ENOTDIR: "something on the way there is a file: move it, or choose another folder",
    errno.EISDIR: "name a file in that folder",
    errno.EEXIST: "something else has that name: move it, or choose another folder",
    errno.ENOENT: "a folder on the way there is gone: is its disk connected?",
    errno.EIO: "the disk reports a fault: copy what matters to another one",
}


@contextmanager
def report_failures(doing: str, file: str) -> Iterator[None]:
    """Let nothing but a `LearnleadError` with one clear problem out.

    An `OSError` becomes `MachineFailed` (exit 3). A file that was changed meanwhile, or that
    another run of the program is changing, may be tried again (exit 2).

    Args:
        doing: what could not be done, to stand after "cannot".
        file: the path as the user should read it.
    """
    try:
        yield
    except ChangedMeanwhile:
        raise LearnleadError(
            Problem(
                f"cannot {doing}: another program has changed it meanwhile",
                remedy="it was left as it is; run the command again",
                file=file,
            )
        ) from None
    except Busy as busy:
        left_over = f"; if none runs any more, remove {busy.lock_file}" if busy.lock_file else ""
        raise LearnleadError(
            Problem(
                f"cannot {doing}: another learnlead is changing something there",
                remedy=f"let it finish, then run the command again{left_over}",
                file=file,
            )
        ) from None
    except OSError as error:
        raise MachineFailed(
            Problem(f"cannot {doing}: {reason(error)}", remedy=remedy(error), file=file)
        ) from error


def reason(error: OSError) -> str:
    """The system's words for the error, in lower case, without its number."""
    words = os.strerror(error.errno) if error.errno else str(error)
    return words[:1].lower() + words[1:]


def remedy(error: OSError) -> str:
    """What to do about the error."""
    return _REMEDIES.get(error.errno or 0, "try again; if it stays so, look after that disk")
