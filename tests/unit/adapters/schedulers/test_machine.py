"""What a job must know of the machine."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from learnlead.adapters.disk.workspace import Workspace
from learnlead.adapters.schedulers.machine import (
    describe_machine,
    job_environment,
    local_zone,
    own_program,
    running_programs,
)
from learnlead.errors import LearnleadError

BUS = "DBUS_SESSION_BUS_ADDRESS"


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    path.chmod(0o755)
    return path


def test_the_command_is_kept_as_it_was_called(tmp_path: Path) -> None:
    inside = executable(tmp_path / "venv" / "bin" / "learnlead")
    link = tmp_path / "local" / "learnlead"
    link.parent.mkdir()
    link.symlink_to(inside)
    assert own_program(str(link), inside.with_name("python")) == (str(link),)


def test_a_relative_call_becomes_an_absolute_one(tmp_path: Path) -> None:
    executable(tmp_path / "learnlead")
    assert own_program("./learnlead", Path("/usr/bin/python3")) == (str(tmp_path / "learnlead"),)


def test_called_otherwise_the_command_beside_python_is_taken(tmp_path: Path) -> None:
    inside = executable(tmp_path / "venv" / "bin" / "learnlead")
    called = str(tmp_path / "learnlead" / "__main__.py")
    assert own_program(called, inside.with_name("python")) == (str(inside),)


def test_without_a_command_python_runs_the_module(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    assert own_program("pytest", python) == (str(python), "-m", "learnlead")


def test_a_job_brings_the_locale_along() -> None:
    assert job_environment({}) == {"LANG": "C.UTF-8"}
    assert job_environment({"LANG": ""}) == {"LANG": "C.UTF-8"}
    assert job_environment({"LC_ALL": "de_DE.UTF-8", "LC_TIME": "C"}) == {"LC_ALL": "de_DE.UTF-8"}


def test_a_job_brings_along_where_things_are_kept_but_no_day() -> None:
    told = job_environment({"LANG": "C", "XDG_STATE_HOME": "/s", "LEARNLEAD_TODAY": "2026-11-20"})
    assert told == {"LANG": "C", "XDG_STATE_HOME": "/s"}


@pytest.mark.parametrize(
    ("bus", "lasts"), [("unix:path=/run/user/1000/bus", True), ("unix:path=/tmp/dbus-x7", False)]
)
def test_the_desktop_is_brought_along_if_its_address_lasts(bus: str, lasts: bool) -> None:
    assert (BUS in job_environment({BUS: bus})) == lasts


def test_the_zone_is_that_of_the_process_then_of_the_machine(tmp_path: Path) -> None:
    place = tmp_path / "zoneinfo" / "America" / "New_York"
    place.parent.mkdir(parents=True)
    place.touch()
    localtime = tmp_path / "localtime"
    localtime.symlink_to(place)
    assert local_zone({"TZ": ":Europe/Berlin"}, str(localtime)) == "Europe/Berlin"
    assert local_zone({}, str(localtime)) == "America/New_York"
    assert local_zone({"TZ": "CET-1CEST"}, str(localtime)) == "America/New_York"
    assert local_zone({}, str(tmp_path / "gone")) is None


def test_it_lies_where_the_user_keeps_such_things(tmp_path: Path) -> None:
    def found(environment: dict[str, str]) -> str:
        workspace = Workspace(tmp_path)
        return describe_machine(
            workspace, environment, Path("/h"), today=date.min, calendar=None
        ).config

    assert found({}) == "/h/.config"
    assert found({"XDG_CONFIG_HOME": "/c"}) == "/c"
    assert found({"XDG_CONFIG_HOME": "relative"}) == "/h/.config"


def test_a_link_to_a_workspace_is_the_same_workspace(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    ids = {
        describe_machine(Workspace(tmp_path / name), {}, tmp_path, today=date.min, calendar=None).id
        for name in ("real", "link", ".")
    }
    assert len(ids) == 2


def test_without_a_home_there_is_no_place_for_it(tmp_path: Path) -> None:
    with pytest.raises(LearnleadError, match="no home folder"):
        describe_machine(Workspace(tmp_path), {}, None, today=date.min, calendar=None)


@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="a system without /proc")
def test_this_program_runs() -> None:
    assert Path(f"/proc/{os.getpid()}/comm").read_text().strip() in running_programs()
