"""Setting up and taking down a reminder on machines of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from learnlead.app.remind import (
    available_backends,
    backend_named,
    install_steps,
    installed_jobs,
    run_steps,
    shown_steps,
    uninstall_steps,
)
from learnlead.errors import LearnleadError
from learnlead.i18n.words import ENGLISH
from learnlead.reminders.schedule.backend import Backend, backends
from learnlead.reminders.schedule.crontab import CRONTAB
from learnlead.reminders.schedule.job import Job, When
from made_jobs import FRIDAY_AT_FOUR, HERE, job
from twins import MemoryScheduler

EVERY = backends()
CRON, SYSTEMD, ICS = (backend_named(EVERY, name) for name in ("cron", "systemd", "calendar"))
FOREIGN = "MAILTO=jo@example.org\n# mine\n0 1 * * * backup"


def install(what: Job, backend: Backend, machine: MemoryScheduler) -> None:
    run_steps(install_steps(what, backend, EVERY, machine), machine)


def uninstall(machine: MemoryScheduler, here: Job) -> None:
    backends = [job.backend for job in installed_jobs(EVERY, here.here, machine)]
    run_steps(uninstall_steps(here.here, backends, machine), machine)


@pytest.mark.parametrize("backend", EVERY, ids=lambda backend: backend.name)
def test_in_and_out_leaves_the_machine_as_it_was(backend: Backend) -> None:
    machine = MemoryScheduler(texts={CRONTAB: FOREIGN})
    install(job(), backend, machine)
    assert [(job.backend, job.when) for job in installed_jobs(EVERY, HERE, machine)] == [
        (backend, FRIDAY_AT_FOUR)
    ]
    uninstall(machine, job())
    assert machine.texts == {CRONTAB: FOREIGN}
    assert installed_jobs(EVERY, HERE, machine) == []
    assert machine.ran == [
        *(*backend.turn_on(HERE), *backend.turn_off(HERE), *backend.forget(HERE))
    ]


@pytest.mark.parametrize("backend", EVERY, ids=lambda backend: backend.name)
def test_the_same_again_is_nothing_to_do(backend: Backend) -> None:
    machine = MemoryScheduler()
    install(job(), backend, machine)
    assert install_steps(job(), backend, EVERY, machine) == []
    assert install_steps(job(when=When(3, 16, 0)), backend, EVERY, machine) != []


def test_a_crontab_of_which_nothing_is_left_is_removed() -> None:
    machine = MemoryScheduler()
    install(job(), CRON, machine)
    uninstall(machine, job())
    assert machine.texts == {}


def test_a_workspace_has_one_job() -> None:
    machine = MemoryScheduler(texts={CRONTAB: FOREIGN})
    install(job(), CRON, machine)
    install(job(), SYSTEMD, machine)
    assert [job.backend for job in installed_jobs(EVERY, HERE, machine)] == [SYSTEMD]
    assert machine.texts[CRONTAB] == FOREIGN


def test_another_workspace_keeps_its_job() -> None:
    machine = MemoryScheduler()
    other = job(here=replace(HERE, id="learnlead-remind-other", calendar="/home/jo/other.ics"))
    for backend in (CRON, ICS):
        install(job(), backend, machine)
        install(other, backend, machine)
        uninstall(machine, job())
        assert [job.backend for job in installed_jobs(EVERY, other.here, machine)] == [backend]


def test_what_was_changed_meanwhile_is_left_alone() -> None:
    machine = MemoryScheduler(texts={CRONTAB: FOREIGN})
    steps = install_steps(job(), CRON, EVERY, machine)
    machine.write(CRONTAB, f"{FOREIGN} --all\n")
    with pytest.raises(LearnleadError, match="changed meanwhile"):
        run_steps(steps, machine)
    assert machine.texts == {CRONTAB: f"{FOREIGN} --all\n"}


def test_everything_written_and_run_is_shown_and_nothing_foreign() -> None:
    machine = MemoryScheduler(texts={CRONTAB: FOREIGN})
    for backend in EVERY:
        shown = "\n".join(shown_steps(install_steps(job(), backend, EVERY, machine), HERE, ENGLISH))
        assert "backup" not in shown
        for text in backend.texts(job()):
            assert all(f"    {line}" in shown for line in text.splitlines())
        for command in backend.turn_on(HERE):
            assert f"run {' '.join(command.words)}" in shown
        for place in backend.places(HERE):
            assert str(place) in shown


def test_the_best_of_what_is_there_comes_first() -> None:
    assert available_backends(EVERY, MemoryScheduler()) == [ICS]
    assert available_backends(EVERY, MemoryScheduler(CRON.needs)) == [CRON, ICS]
    assert available_backends(EVERY, MemoryScheduler(CRON.needs, SYSTEMD.needs)) == [
        SYSTEMD,
        CRON,
        ICS,
    ]


def test_an_unknown_scheduler_names_those_that_are_known() -> None:
    with pytest.raises(LearnleadError, match="calendar, cron, launchd, schtasks, systemd"):
        backend_named(EVERY, "at")
    with pytest.raises(LearnleadError, match="did you mean cron"):
        backend_named(EVERY, "crom")


def test_a_job_with_an_edited_label_is_still_found() -> None:
    machine = MemoryScheduler()
    install(job(), CRON, machine)
    machine.texts[CRONTAB] = machine.texts[CRONTAB].replace("friday 16:00", "")
    assert [(job.backend, job.when) for job in installed_jobs(EVERY, HERE, machine)] == [
        (CRON, None)
    ]
