"""Some points of every operation; `make test-faults` walks them all."""

from __future__ import annotations

import pytest

from faults.operations import operations
from faults.serving import Server
from sizes import FULL, thinned

MOST = {"--output": 1, "": 3}
"""Points of an operation: an answer in a file is written in one way, whatever it says."""


CHANGES = [name for name in operations() if not name.endswith("--output")]
ANSWERS = [name for name in operations() if name.endswith("--output")]


@pytest.mark.parametrize("name", [*thinned(CHANGES, 6), *thinned(ANSWERS, 10)])
def test_nothing_is_lost_and_nothing_is_left(server: Server, name: str) -> None:
    walked = server.walk(name, most=MOST["--output" if name.endswith("--output") else ""])
    assert walked["failures"] == []
    assert walked["calls"] > 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("export of a folder", "refused"),  # a temporary in the finished bundle
        ("sitting gone on with", "kill"),  # one in `records/`, which no later sitting wrote into
        ("sitting not for here, gone on with", "denied"),  # words in a draft that nobody removed
        ("remind status --output", "refused"),  # another answer is a whole one, too
    ],
)
def test_where_something_was_left_once_nothing_is(server: Server, name: str, kind: str) -> None:
    assert server.walk(name, kinds=[kind], most=None if FULL else 5)["failures"] == []
