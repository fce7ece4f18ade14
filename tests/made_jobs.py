"""Jobs for the tests of schedulers, and the texts that a path may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from learnlead.reminders.schedule.job import Job, JobContext, When
from learnlead.rubric.model import Rhythm

ODD_PATH = """/home/jo/it's 100% "mine"/$HOME\\%a\\\\ü 日本;&#`~"""
"""Everything that a crontab, a shell or a unit file could take for something else."""

HERE = JobContext(
    id="learnlead-remind-0123456789abcdef",
    workspace="/home/jo/learnlead",
    program=("/home/jo/.local/bin/learnlead",),
    environment=(("LANG", "C.UTF-8"),),
    platform="linux",
    home="/home/jo",
    config="/home/jo/.config",
    user=1000,
    zone="Europe/Berlin",
    today=date(2026, 11, 20),
    calendar="/home/jo/learnlead/learnlead-reminder.ics",
    mailer=True,
    running=frozenset({"init", "cron"}),
    remote=False,
    no_message=None,
)

FRIDAY_AT_FOUR = When(4, 16, 0)

PATHS = st.text(
    st.one_of(
        st.sampled_from("%\\'\"$ `!&;#~*?ü"),
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    ),
    max_size=20,
).map("/{}".format)
"""Absolute paths without control characters; XML knows no U+FFFE and U+FFFF."""

WHENS = st.builds(When, st.integers(0, 6), st.integers(0, 23), st.integers(0, 59))


def job(
    workspace: str = HERE.workspace,
    *notify: str,
    when: When = FRIDAY_AT_FOUR,
    here: JobContext = HERE,
    rhythm: Rhythm = "weekly",
    desktop: bool = False,
    mail: bool = False,
) -> Job:
    """A job for that workspace."""
    here = replace(here, workspace=workspace)
    return Job(here, when, desktop=desktop, mail=mail, notify=notify, rhythm=rhythm)
