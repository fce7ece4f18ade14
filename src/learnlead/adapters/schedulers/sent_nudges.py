"""Counts the nudges given on this machine; losing the file loses nothing but a day's silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import reason, remedy
from learnlead.adapters.disk.files.json_file import NOT_UNDERSTOOD
from learnlead.adapters.disk.files.lock import Busy, Lock
from learnlead.adapters.disk.files.reading import read_bytes
from learnlead.errors import LearnleadError, Problem
from learnlead.reminders.due import NUDGES_PER_PERIOD, Nudge, Sent

_NAME: Final = "nudges.json"
_LOCK: Final = "nudges.lock"


class _Memory(NamedTuple):
    """Nudges by rubric, and the day on which one was last given back."""

    sent: Sent
    given_back: date | None


class SentNudges:
    """The days of the newest nudges of each rubric, in the workspace's state folder.

    A file that cannot be read or understood counts as none, and the next nudge replaces it.
    """

    def __init__(self, state: Path) -> None:
        self._folder = state
        self._path = state / _NAME

    def reserve(
        self, decide: Callable[[Sent], Nudge | None], today: date
    ) -> tuple[Nudge | None, list[Problem]]:
        """The nudge that `decide` makes of those given so far, counted as given today.

        Of several runs at once one gets it. Where it cannot be counted it is given all the
        same, with a warning: a leader who sits down rather hears of it twice than never.
        """
        try:
            safe_write.make_folder(self._folder)
            with Lock(self._folder, _LOCK):
                memory = self._read()
                nudge = decide(memory.sent)
                if nudge is not None:
                    self._write(_with(memory, nudge, today))
        except Busy:
            return None, []  # another run is at it
        except OSError as error:
            message = f"cannot remember that this nudge was given: {reason(error)}"
            file = error.filename or str(self._path)
            return decide(self._read().sent), [
                Problem(message, remedy(error), file, None, "warning")
            ]
        return nudge, []

    def give_back(self, nudge: Nudge, today: date, *, often: bool) -> None:
        """Count a nudge that reached nobody as not given, so that a later run tries again.

        Args:
            nudge: that was given.
            today: the day on which it was.
            often: whether more than once a day. A channel that stays broken is no reason to speak
                every hour; a desktop at which nobody sits yet is one to try again.
        """
        try:
            with Lock(self._folder, _LOCK):
                memory = self._read()
                if often or memory.given_back != today:
                    sent = {
                        rubric: [day for day in days if rubric not in nudge.rubrics or day != today]
                        for rubric, days in memory.sent.items()
                    }
                    self._write(_Memory(sent, today))
        except (Busy, OSError):
            return  # then there is silence until tomorrow

    def _read(self) -> _Memory:
        try:
            return _understood(json.loads(read_bytes(self._path, str(self._path))))
        except (LearnleadError, *NOT_UNDERSTOOD):
            return _Memory({}, None)

    def _write(self, memory: _Memory) -> None:
        sent = {rubric: [str(day) for day in days] for rubric, days in memory.sent.items()}
        given_back = memory.given_back and str(memory.given_back)
        text = json.dumps(
            {"learnlead-nudges": 1, "given": sent, "given-back": given_back}, indent=1
        )
        safe_write.put(self._path, text.encode("ascii"))


def _understood(content: Any) -> _Memory:
    given_back = content.get("given-back")
    return _Memory(
        {
            str(rubric): [date.fromisoformat(day) for day in days]
            for rubric, days in content["given"].items()
        },
        None if given_back is None else date.fromisoformat(given_back),
    )


def _with(memory: _Memory, nudge: Nudge, today: date) -> _Memory:
    """No more of each rubric than one period can hold: nothing else is ever asked about."""
    sent = memory.sent
    new = {rubric: [*sent.get(rubric, ()), today][-NUDGES_PER_PERIOD:] for rubric in nudge.rubrics}
    return memory._replace(sent={**sent, **new})
