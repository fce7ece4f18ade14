"""The focus that was set between sittings and waits for the next page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from learnlead.errors import Problem
from learnlead.journal.markers import is_id
from learnlead.plaintext.limits import line_within
from learnlead.reflection.circumstances import FocusChoice
from learnlead.storage.json_file import JsonFolder


class FocusFolder:
    """Pending focuses in the workspace's state folder; satisfies the port `FocusWaiting`."""

    def __init__(self, state: Path) -> None:
        self._files = JsonFolder(state, "pending focus")

    def load(self, rubric: str) -> tuple[FocusChoice | None, list[Problem]]:
        """The focus that waits; one that cannot be understood is set aside and a problem.

        Raises:
            MachineFailed: it cannot be read, or not be set aside.
        """
        return self._files.load(_name(rubric), _understand)

    def save(self, rubric: str, focus: FocusChoice) -> None:
        """Let this focus wait in place of an earlier one.

        Raises:
            MachineFailed: the earlier one still waits.
        """
        self._files.save(_name(rubric), {"behaviour": focus.behaviour, "notice": focus.notice})

    def clear(self, rubric: str) -> None:
        """Nothing waits any more.

        Raises:
            MachineFailed: it still waits.
        """
        self._files.remove(_name(rubric))


def _understand(content: Any) -> FocusChoice:
    behaviour, notice = content["behaviour"], content["notice"]
    if not isinstance(behaviour, str) or not is_id(behaviour):
        raise ValueError
    return FocusChoice(behaviour, None if notice is None else line_within(notice))


def _name(rubric: str) -> str:
    return f"focus-{rubric}.json"
