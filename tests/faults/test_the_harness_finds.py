"""The safe write, broken on purpose: the harness must fail."""

from __future__ import annotations

import pytest

from faults.serving import Server
from sizes import thinned


@pytest.mark.parametrize(
    ("sabotage", "operation", "kinds", "law"),
    thinned(
        [
            ("nothing is forced", "note", ["power-contents"], "lost"),
            ("nothing is forced", "answers", ["power-names"], "not kept"),
            ("folders are not forced", "answers", ["power-names"], "not kept"),
            ("temporaries are forgotten", "note", ["short"], "left"),
            ("strays stay", "note", ["kill"], "left"),
            ("written in place", "focus set, again", ["torn"], "broken"),
            ("written in place", "remind status --output", ["torn"], "broken"),
            ("drafts keep their words", "sitting not for here", ["denied"], "still there"),
        ],
        3,
    ),
)
def test_a_broken_safe_write(
    server: Server, sabotage: str, operation: str, kinds: list[str], law: str
) -> None:
    whole = server.walk(operation, kinds=kinds)
    broken = server.walk(operation, kinds=kinds, sabotage=sabotage)
    assert whole["failures"] == []
    assert law in {failure["law"] for failure in broken["failures"]}
