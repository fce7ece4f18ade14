"""What is run, for every scheduler alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from learnlead.errors import LearnleadError
from learnlead.reminders.schedule.backend import Backend, File, Needs, backends
from learnlead.reminders.schedule.job import read_ways
from made_jobs import HERE, ODD_PATH, job


def test_a_job_names_program_workspace_and_channels_in_full() -> None:
    assert job(ODD_PATH, "dbus://", "mailto://a:b@c.org").whole_command == (
        *("/usr/bin/env", "LANG=C.UTF-8", "/home/jo/.local/bin/learnlead", "remind"),
        *("--workspace", ODD_PATH, "--notify", "dbus://", "--notify", "mailto://a:b@c.org"),
    )


def test_how_it_reaches_its_reader_is_read_back_from_its_label() -> None:
    for ways in ((), ("desktop",), ("desktop", "mail", "address")):
        notify = ("json://here",) if "address" in ways else ()
        there = job(HERE.workspace, *notify, desktop="desktop" in ways, mail="mail" in ways)
        assert there.ways == ways
        assert read_ways(f"# {there.label}\n# desktop mail", HERE.id) == ways
    assert job(desktop=True).command[-1] == "--desktop"
    assert read_ways("# another job friday 16:00 desktop", HERE.id) == ()


@pytest.mark.parametrize("odd", ["a\nb", "a\r", "tab\tbed", "\x1b[31m", "\udcff"])
def test_what_no_table_can_hold_is_refused(odd: str) -> None:
    with pytest.raises(LearnleadError, match="no scheduler can be given"):
        job(f"/home/{odd}")
    with pytest.raises(LearnleadError, match="no scheduler can be given"):
        job("/home/jo", f"json://{odd}")
    with pytest.raises(LearnleadError, match="no scheduler can be given"):
        job(here=replace(HERE, program=(f"/opt/{odd}",)))


def test_the_schedulers_are_found_in_their_order() -> None:
    names = [backend.name for backend in backends()]
    assert names == ["launchd", "schtasks", "systemd", "cron", "calendar"]
    assert backends()[-1].needs == Needs(), "the last one is on every machine"


@pytest.mark.parametrize("backend", backends(), ids=lambda backend: backend.name)
def test_two_workspaces_share_no_file_and_each_place_gets_its_text(backend: Backend) -> None:
    other = replace(HERE, id="learnlead-remind-other", calendar="/home/jo/other/reminder.ics")
    places, theirs = backend.places(HERE), backend.places(other)
    assert not {p for p in places if isinstance(p, File)} & set(theirs)
    texts = backend.texts(job())
    assert len(texts) == len(places)
    assert all(job().label in text for text in texts), "status reads it from there"
