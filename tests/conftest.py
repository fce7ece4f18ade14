"""Every test runs in a world of its own: an empty home, one day, one zone, one width."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from running import TODAY
from sizes import examples
from slow import is_slow

hypothesis.settings.register_profile(
    "learnlead",
    max_examples=examples(100),  # where a test says no number of its own
    deadline=None,  # a busy machine is no finding
    suppress_health_check=[hypothesis.HealthCheck.too_slow],  # nor here
    derandomize=bool(os.environ.get("CI")),  # a change is judged by the same examples each time
)
hypothesis.settings.load_profile("learnlead")

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 1 << 30
"""Bytes; a run needs less."""

_homes = count()

_COLOUR = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "COLORTERM")
_PERSON = ("EDITOR", "VISUAL", "ACCESSIBLE", "LANGUAGE")
_FOREIGN = ("XDG_", "LEARNLEAD_", "LC_")


def pytest_configure() -> None:
    """Keep the folders of tests in memory, where there is some: the program forces each file."""
    if "PYTEST_DEBUG_TEMPROOT" not in os.environ and _may_hold_everything(_MEMORY):
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_MEMORY)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test` leaves out."""
    for item in items:
        if is_slow(item.nodeid):
            item.add_marker(pytest.mark.slow)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The name of a case whose text is empty or blank, which by itself would be none."""
    if isinstance(val, str | bytes) and not val.strip():
        return f"{'blank' if val else 'empty'} {argname}"
    return None


def _may_hold_everything(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    there = os.statvfs(folder)
    return not there.f_flag & os.ST_NOEXEC and there.f_bavail * there.f_frsize > _ROOM


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of this machine's user is read or written; the current folder is `tmp_path`."""
    for name in os.environ:
        if name in _COLOUR + _PERSON or name.startswith(_FOREIGN):
            monkeypatch.delenv(name)
    home = tmp_path.with_name(f"home{next(_homes)}")
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LEARNLEAD_TODAY", TODAY)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "40")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
