"""One fork server for all tests of a process."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from faults.serving import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The program, imported once and forked for each point."""
    if sys.platform != "linux":
        pytest.skip("the harness forks, and finds open files in /proc")
    with Server() as opened:
        yield opened
