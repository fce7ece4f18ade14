"""The table of `remind_year.txt`: a year of starts, and the nudge that each should give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from learnlead.reminders.due import Nudge

TABLE = Path(__file__).parent / "remind_year.txt"

_NUDGE = re.compile(r"(?P<rubrics>[a-z, -]+) \((?P<nth>\d)\)(?P<back> back)?")


@dataclass(frozen=True, slots=True)
class Start:
    """One start of `learnlead remind`.

    Attributes:
        at: local time, with its offset from UTC.
        before: what happened since the start before it, each as words of the table.
        nudge: what it should say; None is silence.
    """

    at: datetime
    machine: str
    before: Sequence[tuple[str, ...]]
    nudge: Nudge | None

    @property
    def today(self) -> date:
        """The date on the wall."""
        return self.at.date()


def starts() -> list[Start]:
    """The year, in order."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [_start(line) for line in lines if line and not line.startswith("#")]


def _start(line: str) -> Start:
    when, machine, before, nudge = re.split(r" {2,}", line)
    weekday, moment = when.split(" ", 1)
    at = datetime.strptime(moment, "%Y-%m-%d %H:%M %z")
    assert f"{at:%a}" == weekday, line
    events = () if before == "-" else tuple(tuple(e.split()) for e in before.split("; "))
    return Start(at, machine, events, None if nudge == "-" else _nudge(nudge))


def _nudge(words: str) -> Nudge:
    match = _NUDGE.fullmatch(words)
    assert match is not None, words
    return Nudge(tuple(match["rubrics"].split(", ")), int(match["nth"]), bool(match["back"]))
