"""A leader and a coach: a journal with two sittings, a bundle of it, a reply to that."""

from __future__ import annotations

from pathlib import Path

from cli.kit import CORE, held
from learnlead.coach.reply_file import SECTIONS
from running import run

MOMENT = f"2026-11-13-{CORE}/moment-1"

LAST_WEEK = """\
date: 2026-11-13
focus: {behaviour: own-answers}
moments:
  - relationship: formal-authority
    with: Kerstin
    what: In the review I answered before Kerstin had asked.
    other_side: She closed her notebook.
insight: Ten seconds of silence do more.
ratings: {own-answers: 2, accessible: 4}
plan: {behaviour: own-answers, cue: somebody asks me, action: wait ten seconds}
"""


def sat_last_week() -> None:
    """One sitting, a week ago."""
    held(LAST_WEEK)


def exported(name: str = "anna.zip", *more: str, called: str = "Anna") -> Path:
    """A bundle for Kim, with moments, insights and plans."""
    always = (
        "--for",
        "Kim",
        "--as",
        called,
        "--include",
        "moments,insights,plans",
        "--yes",
        "--names",
        "stay",
    )
    ran = run("export", "--output", name, *always, "--want", "Listen to me.", *more)
    assert ran.code == 0, ran.stderr
    return Path(name)


def sheet_of(bundle: Path) -> str:
    """The sheet on which a coach writes."""
    ran = run("coach", "reply", bundle, "--answers-form")
    assert ran.code == 0, ran.stderr
    return ran.stdout


def written(sheet: str, **words: str) -> str:
    """The sheet with words below its headings, by `question` or a reference."""
    for name, text in words.items():
        mark = f"<!-- {name} -->" if name in SECTIONS else f"<!-- comment {name} -->"
        head, tail = sheet.split(mark, 1)
        sheet = f"{head}{mark}\n\n{text}\n{tail}"
    return sheet


def replied(bundle: Path, *more: str, **words: str) -> Path:
    """A reply to the bundle."""
    output = "reply.md"
    sheet = written(sheet_of(bundle), **words)
    ran = run("coach", "reply", bundle, "--answers", "-", "--output", output, *more, stdin=sheet)
    assert ran.code == 0, ran.stderr
    return Path(output)
