"""Every operation where nothing of POSIX is there, but those of schedulers and of a terminal."""

from __future__ import annotations

import pytest

from faults.operations import operations
from faults.serving import Server
from faults.test_every_command import CHANGES_NOTHING
from sizes import thinned

POSIX_ALONE = ("remind",)
"""Their schedulers are those of one system; the others' are checked as text."""

ENDS_OTHERWISE = ("doctor", "doctor --output")
"""It finds permissions at fault, which Windows does not have."""

STAYS_AN_HOUR = ("export of a folder",)
"""What a kill leaves of it: a folder cannot be held by a lock there, so that age has to decide."""

NAMES = [
    name
    for name, operation in operations().items()
    if not operation.command.startswith(POSIX_ALONE)
    and not operation.job.terminal
    and name not in ENDS_OTHERWISE
]

TELLING = [name for name in CHANGES_NOTHING if name not in ENDS_OTHERWISE]


@pytest.mark.parametrize("name", thinned(NAMES, 8))
def test_it_works_without_posix(server: Server, name: str) -> None:
    """The same exit code, the same words kept, nothing left; and a kill loses nothing there."""
    walked = server.walk(name, kinds=["kill"], most=1, sabotage="windows")
    failures = [one for one in walked["failures"] if one["law"] != "left"]
    assert (failures if name in STAYS_AN_HOUR else walked["failures"]) == []


@pytest.mark.parametrize("name", thinned(TELLING, 8))
def test_what_only_tells_tells_it_without_posix(server: Server, name: str) -> None:
    words = CHANGES_NOTHING[name]
    here, there = server.said_by(words), server.said_by(words, sabotage="windows")
    assert there == here
