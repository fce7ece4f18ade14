"""File names of pages, `DATE-RUBRIC.md` or `DATE-RUBRIC.N.md`, and of copies by sync programs."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from learnlead.errors import Problem

COACH_REPLY = "coach-reply"
"""In place of the rubric in the file name of a coach's reply, which is no sitting."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([a-z][a-z0-9-]*)(?:\.([1-9][0-9]{0,8}))?\.md")
_OWN_KEY = re.compile(
    r"---[ \t]*\r?\n(?:(?!---[ \t]*\r?$).*\n)*?[\"']?learnlead[\"']?[ \t]*:", re.MULTILINE
)


class PageName(NamedTuple):
    """The parts of a page's file name; `nth` counts the sittings of that day from 1."""

    day: date
    rubric: str
    nth: int = 1

    @property
    def name(self) -> str:
        """The file name of these parts."""
        return page_name(self.day, self.rubric, self.nth)


def page_name(day: date, rubric: str, nth: int = 1) -> str:
    """The file name of the nth sitting of a day."""
    return f"{day.isoformat()}-{rubric}{'' if nth == 1 else f'.{nth}'}.md"


def stem(name: str) -> str:
    """The file name without `.md`; the id of the plan made on the page."""
    return name.removesuffix(".md")


@lru_cache(maxsize=16_384)  # a sitting parses each name several times
def read_name(name: str) -> PageName | None:
    """The parts of a name of the form `DATE-RUBRIC[.N].md`; None for any other."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        return None
    return PageName(day, match[2], int(match[3] or 1))


def begins_with_date(name: str) -> date | None:
    """The ISO date that a name begins with, if any."""
    match = _DATE.match(name)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        return None


def looks_like_page(name: str, head: str) -> bool:
    """Whether a regular file in the journal folder is a page, readable or not.

    Args:
        name: the file's name without a folder.
        head: the beginning of the file, with undecodable bytes replaced; where the name does not
            decide, as much as front matter may hold.

    A page's name begins with a date and ends in `.md`, or the file begins with front matter that
    holds `learnlead:`. Hidden files and backups (`NAME~`, `NAME.bak`) are no pages, since they
    would count a sitting twice.
    """
    if name.startswith(".") or name.endswith(("~", ".bak")):
        return False
    if read_name(name) or (name.endswith(".md") and begins_with_date(name)):
        return True
    return _OWN_KEY.match(head.removeprefix("\ufeff")) is not None


def name_disagreements(name: str, day: date, rubric: str) -> list[tuple[str, str]]:
    """Where name and front matter differ, as pairs (front-matter key, value in the name).

    A name without a date or rubric differs in nothing.
    """
    if name == f"{day.isoformat()}-{rubric}.md":
        return []
    disagreements: list[tuple[str, str]] = []
    named_day = begins_with_date(name)
    if named_day is not None and named_day != day:
        disagreements.append(("date", named_day.isoformat()))
    parsed = read_name(name)
    if parsed is not None and parsed.rubric != rubric:
        disagreements.append(("rubric", parsed.rubric))
    return disagreements


_ADDED: Final = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?"  # Syncthing
    r"|_conflict-\d{8}-\d{6}"  # ownCloud and Nextcloud, their older clients
    r"| ?\(SFConflict [^()]*\)"  # Seafile
    # Dropbox, Nextcloud, Obsidian Sync
    r"| ?\(.*(?:conflicted copy|in konflikt stehende kopie).*\)"
    r"| ?\((?:case|unicode encoding|whitespace) conflict\)",  # Dropbox
    re.IGNORECASE,
)
"""What sync programs add to the name of a file when they make a conflict copy."""


def original_of(name: str) -> str | None:
    """The name of the file that a sync program copied; None if this is no such copy."""
    original = _ADDED.sub("", name)
    return None if original == name else original


def sync_copy_problem(file: str, original: str) -> Problem:
    """The warning that the file is a copy and no page; `file` is its path for display."""
    return Problem(
        "a sync program made this copy of a page; it is not counted as a sitting",
        f"take over what {original} lacks, then delete this copy",
        file,
        severity="warning",
    )
