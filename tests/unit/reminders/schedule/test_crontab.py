"""cron: what a shell gets is what was meant, whichever cron hands it over."""

from __future__ import annotations

import shlex
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.reminders.schedule.crontab import BACKEND, cron_times, cron_word
from learnlead.reminders.schedule.job import When
from made_jobs import HERE, ODD_PATH, PATHS, WHENS, job
from sizes import examples


def vixie(command: str, *, backslashes: bool) -> str:
    """What cron hands to the shell: do_command.c, up to the first percent sign that is not escaped.

    Some heirs of Vixie's cron also read two backslashes as one.
    """
    given_on, escaped = "", False
    for letter in command:
        if escaped:
            if letter == "%" or (backslashes and letter == "\\"):
                given_on = given_on[:-1]
            given_on += letter
            escaped = False
        elif letter == "%":
            return given_on
        else:
            escaped = letter == "\\"
            given_on += letter
    return given_on


def busybox(command: str) -> str:
    """BusyBox hands over the line as it stands."""
    return command


def handed_over(command: str) -> set[str]:
    """What the shell is given, by each cron that we know."""
    vixies = (vixie(command, backslashes=b) for b in (False, True))
    return {*vixies, busybox(command)}


@given(st.lists(PATHS, min_size=1, max_size=4))
def test_every_word_arrives_whatever_the_cron(words: list[str]) -> None:
    for command in handed_over(" ".join(map(cron_word, words))):
        assert shlex.split(command) == words


@settings(max_examples=examples(25))
@given(PATHS)
def test_a_real_shell_reads_the_same(path: str) -> None:
    for command in handed_over(f"printf %s {cron_word(path)}".replace("printf %s", r"printf \%s")):
        done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=True)
        assert done.stdout.decode() == path


def test_a_plain_path_is_left_readable() -> None:
    assert cron_word("/home/jo/learn-lead_2") == "/home/jo/learn-lead_2"
    assert cron_word("") == "''"


@given(PATHS, WHENS)
def test_the_job_is_one_line_that_ends(path: str, when: When) -> None:
    (text,) = BACKEND.texts(job(path, when=when, mail=True))
    *comments, line = text.removesuffix("\n").split("\n")
    assert all(comment.startswith("# ") for comment in comments)
    *times, command = line.split(" ", 5)
    assert len(times) == 5
    for given_on in handed_over(command):
        assert tuple(shlex.split(given_on)) == job(path).whole_command


def fires(field: str, value: int) -> bool:
    """Whether a crontab's field takes in a value (crontab(5))."""
    parts = [part.partition("-") for part in field.split(",")]
    return any(low == "*" or int(low) <= value <= int(high or low) for low, _, high in parts)


@given(WHENS)
def test_it_runs_hourly_from_then_until_the_week_is_over(when: When) -> None:
    """Asked of every hour of the week: a time drawn at random hardly ever meets a given minute."""
    minutes, hours, month_days, months, days = cron_times(when).split()
    assert (month_days, months) == ("*", "*")
    assert [minute for minute in range(60) if fires(minutes, minute)] == [when.minute]
    runs = {
        (day, hour)
        for day in range(7)
        for hour in range(24)
        if fires(days, (day + 1) % 7) and fires(hours, hour)
    }
    assert runs == {(d, h) for d in range(when.weekday, 7) for h in range(when.hour, 24)}


@pytest.mark.parametrize(
    ("crontab", "mailer", "words"),
    [
        ("", True, "cron mails it to your mailbox on this machine."),
        ("MAILTO=x@y.org\n", True, "cron mails it to x@y.org."),
        ("MAILTO=x@y.org\nMAILTO = ''\n", True, "MAILTO in the crontab is empty"),
        ('MAILTO=""\r\n', True, "MAILTO in the crontab is empty"),
        ("MAILTO=x@y.org\n", False, "no program that delivers mail"),
    ],
)
def test_it_says_how_a_nudge_reaches_the_person(crontab: str, mailer: bool, words: str) -> None:
    here = replace(HERE, mailer=mailer)
    assert words in BACKEND.reaches(job(here=here, mail=True), crontab)
    assert BACKEND.reaches(job(here=here, desktop=True), crontab) == ""


def test_it_says_when_no_cron_runs() -> None:
    assert "No cron runs" in BACKEND.reaches(
        job(here=replace(HERE, running=frozenset({"init"}))), ""
    )
    unknown = replace(HERE, running=frozenset())
    assert "No cron runs" not in BACKEND.reaches(job(here=unknown), "")


def test_cron_mails_nothing_unless_it_is_asked_to() -> None:
    (text,) = BACKEND.texts(job(desktop=True))
    assert text.endswith(" --desktop >/dev/null 2>&1\n")
    assert "/dev/null" not in BACKEND.texts(job(mail=True))[0]


def test_an_odd_path_as_it_stands_in_the_crontab() -> None:
    (text,) = BACKEND.texts(job(ODD_PATH, mail=True))
    assert text.endswith(
        r"""--workspace '/home/jo/it'"'"'s 100'\%' "mine"/$HOME\'''\%'a\''\''ü 日本;&#`~'"""
        "\n"
    )
