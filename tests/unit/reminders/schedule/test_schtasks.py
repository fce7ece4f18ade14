"""schtasks: the task as text; nothing here has a Windows to try it on."""

from __future__ import annotations

import subprocess
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from learnlead.reminders.schedule.job import When
from learnlead.reminders.schedule.schtasks import BACKEND, windows_word
from made_jobs import HERE, PATHS, job

TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@given(st.one_of(PATHS, st.text('\\" a', max_size=8)))
def test_words_are_quoted_as_python_does_on_windows(word: str) -> None:
    with_a_blank = f" {word}"
    assert windows_word(with_a_blank) == subprocess.list2cmdline([with_a_blank])


@given(PATHS)
def test_the_task_runs_the_command(path: str) -> None:
    (text,) = BACKEND.texts(job(path))
    task = ET.fromstring(text)  # noqa: S314 - our own text
    program, *arguments = job(path).command
    assert task.findtext(f".//{TASK}Command") == program
    assert task.findtext(f".//{TASK}Arguments") == " ".join(map(windows_word, arguments))


def test_it_runs_from_then_until_the_week_is_over_and_makes_up_for_sleep() -> None:
    (text,) = BACKEND.texts(job(when=When(4, 9, 5)))
    task = ET.fromstring(text)  # noqa: S314 - our own text
    days = task.find(f".//{TASK}DaysOfWeek")
    assert days is not None
    assert [day.tag.removeprefix(TASK) for day in days] == ["Friday", "Saturday", "Sunday"]
    start = task.findtext(f".//{TASK}StartBoundary")
    assert start is not None
    assert start.endswith("T09:05:00")
    assert task.findtext(f".//{TASK}StartWhenAvailable") == "true"
    assert not BACKEND.proven


def test_its_commands_name_the_task_of_this_workspace() -> None:
    for command in (*BACKEND.turn_on(HERE), *BACKEND.turn_off(HERE)):
        assert command.words[0] == "schtasks"
        assert command.words[2:4] == ("/tn", HERE.id)
