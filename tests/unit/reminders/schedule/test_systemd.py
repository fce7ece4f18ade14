"""systemd: units whose command line means what was meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.reminders.schedule.job import When
from learnlead.reminders.schedule.systemd import BACKEND, calendar_of, systemd_word
from made_jobs import HERE, PATHS, job

_ESCAPE = re.compile(r"\\(.)")


def run_by_systemd(command: str) -> list[str]:
    """The words that systemd runs: unquoted, then specifiers, then variables put in."""
    words = []
    rest = command
    while rest := rest.lstrip(" "):
        quoted = re.match(r'"((?:[^"\\]|\\.)*)"( |$)', rest) or re.match(r"([^ \"'\\]+)( |$)", rest)
        assert quoted is not None, rest
        rest = rest[quoted.end() :]
        word = _ESCAPE.sub(lambda match: {"\\": "\\", '"': '"'}[match[1]], quoted[1])
        assert not re.search(r"(?<!%)(%%)*%(?!%)", word), "an unknown specifier"
        word = word.replace("%%", "%")
        assert not re.search(r"(?<!\$)(\$\$)*\$(?!\$)", word), "a variable"
        words.append(word.replace("$$", "$"))
    return words


@given(st.lists(PATHS, min_size=1, max_size=4))
def test_every_word_arrives(words: list[str]) -> None:
    assert run_by_systemd(" ".join(map(systemd_word, words))) == words


@given(PATHS)
def test_the_service_runs_the_command(path: str) -> None:
    service, _ = BACKEND.texts(job(path))
    (line,) = [line for line in service.split("\n") if line.startswith("ExecStart=")]
    assert tuple(run_by_systemd(line.removeprefix("ExecStart="))) == job(path).whole_command
    assert not line.endswith("\\"), "the next line would belong to it"


@pytest.mark.parametrize(
    ("when", "calendar"),
    [
        (When(4, 16, 0), "Fri..Sun *-*-* 16:00:00"),
        (When(6, 9, 5), "Sun *-*-* 09:05:00"),
        (When(0, 0, 0), "Mon..Sun *-*-* 00:00:00"),
    ],
)
def test_it_runs_from_then_until_the_week_is_over(when: When, calendar: str) -> None:
    assert calendar_of(when) == calendar
    _, timer = BACKEND.texts(job(when=when))
    assert f"\nOnCalendar={calendar}\nPersistent=true\n" in timer


def test_its_commands_name_the_timer_of_this_workspace() -> None:
    commands = [command.words for command in (*BACKEND.turn_on(HERE), *BACKEND.turn_off(HERE))]
    assert all(words[:2] == ("systemctl", "--user") for words in commands)
    assert [words[-1] for words in commands[1:]] == [f"{HERE.id}.timer"] * 4


def test_a_message_is_tried_again_until_the_desktop_is_there() -> None:
    service, _ = BACKEND.texts(job(desktop=True))
    assert "\nStartLimitBurst=10\n\n[Service]\n" in service
    assert service.endswith("\nRestart=on-failure\nRestartSec=60\n")
    assert "Restart" not in BACKEND.texts(job())[0]
