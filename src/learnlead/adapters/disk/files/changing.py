"""A text that people change as well, changed without losing what they do meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files import safe_update, safe_write
from learnlead.adapters.disk.files.reading import LARGEST, read_text
from learnlead.errors import LearnleadError, Problem

_TRIES: Final = 100
"""Every failed try means that somebody else's change is safe; so many in a row is a fault."""


def change_text(
    path: Path, shown: str, edit: Callable[[str], str], *, may_be_new: bool = False
) -> None:
    """Put the edited text in place of what stands in the file; it is on disk on return.

    `edit` is called again with the newer text when somebody else was faster, so that no change is
    lost. The same text is no change.

    Args:
        path: the file.
        shown: its path as a user should read it.
        edit: makes the new text of the one that stands there.
        may_be_new: a file that is not there reads as an empty one, and is made.

    Raises:
        LearnleadError: it cannot be read, or would be too large.
        ChangedMeanwhile: somebody else was faster again and again.
        Busy: another run of the program is updating this folder.
        OSError: the machine refused; the file is as it was.
    """
    for _ in range(_TRIES):
        is_new = may_be_new and not os.path.lexists(path)
        before = "" if is_new else read_text(path, shown)
        after = edit(before)
        if after == before:
            return
        content = after.encode()
        if len(content) > LARGEST:
            message = f"this file would become larger than {LARGEST // 1_000_000} MB"
            raise LearnleadError(Problem(message, "take out what is used", shown))
        try:
            if is_new:
                safe_write.create(path, content)
            else:
                safe_update.update(path, before.encode(), content)
        except (safe_update.ChangedMeanwhile, FileExistsError):
            continue
        return
    raise safe_update.ChangedMeanwhile
