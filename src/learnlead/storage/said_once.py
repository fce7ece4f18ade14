"""What is said once in a workspace and then no more."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from learnlead.storage import safe_write


class SaidOnce:
    """Marks in the workspace's state folder, each an empty file."""

    def __init__(self, state: Path) -> None:
        self._folder = state

    def first_time(self, what: str) -> bool:
        """Whether this was not said yet; from now on it was.

        Where no mark can be made it is always the first time: rather twice than never.
        """
        mark = self._folder / f"said-{what}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        with suppress(OSError):
            safe_write.make_folder(self._folder)
            try:
                os.close(os.open(mark, flags, safe_write.PRIVATE_FILE))
            except FileExistsError:
                return False
        return True
