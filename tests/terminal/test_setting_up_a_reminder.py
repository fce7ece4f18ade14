"""`remind on` as a person sees it: everything is shown, then asked, and only yes writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from machine import Machine, bare_machine
from running import run
from terminal.terminal import Terminal


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    root = tmp_path / "learn lead"
    assert run("init", root).code == 0
    monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(root))
    machine = bare_machine(tmp_path / "bin", monkeypatch)
    machine.with_cron()
    machine.with_desktop()
    return machine


@pytest.mark.parametrize("plain", [(), ("--plain",)])
@pytest.mark.parametrize(
    ("typed", "done"), [("y", True), ("n", False), ("", False), ("what?", False)]
)
def test_only_yes_writes(machine: Machine, typed: str, done: bool, plain: tuple[str, ...]) -> None:
    with Terminal("remind", "on", *plain) as terminal:
        terminal.wait_for("Fridays from 16:00", "Turn it on? [y/N]")
        assert not machine.table.exists()
        terminal.press(typed, "enter")
        terminal.wait_for("On. A message was just shown" if done else "Nothing was changed.")
        assert terminal.finish() == 0
    assert machine.table.exists() == done
    assert ("Friday sitting (a test)" in machine.shown) == done


def test_ctrl_c_writes_nothing(machine: Machine) -> None:
    with Terminal("remind", "on") as terminal:
        terminal.wait_for("Turn it on? [y/N]")
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
    assert not machine.table.exists()


def test_what_changed_while_it_asked_is_left_alone(machine: Machine) -> None:
    with Terminal("remind", "on") as terminal:
        terminal.wait_for("Turn it on? [y/N]")
        machine.table.write_text("0 1 * * * backup\n")
        terminal.press("y", "enter")
        terminal.wait_for("was changed meanwhile")
        assert terminal.finish() == 2
    assert machine.table.read_text() == "0 1 * * * backup\n"
