"""What is said once in a workspace and then no more."""

from __future__ import annotations

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
        with suppress(OSError):
            safe_write.make_folder(self._folder)
            try:
                safe_write.create(mark, b"")
            except FileExistsError:
                return False
        return True
