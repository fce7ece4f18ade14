"""One sitting, held in person or by a script, with everything a desk lays out for it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import typer

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import not_later, sitting_day
from learnlead.journeys.preparing import prepare
from learnlead.reflection.circumstances import Circumstances
from learnlead.rubric.model import Depth, Rubric

if TYPE_CHECKING:
    from learnlead.journeys.scripted import Script

T = TypeVar("T")


def circumstances(desk: Desk, rubric: Rubric, day: date, depth: str | None) -> Circumstances:
    """What the workspace says about a sitting of that rubric on that day."""
    bank, problems = desk.rubrics.bank(rubric)
    desk.warn(problems)
    pending, problems = desk.focus_waiting.load(rubric.id)
    desk.warn(problems)
    settings = desk.settings
    return prepare(
        desk.shelf,
        rubric,
        bank,
        day=day,
        today=desk.today,
        depth=cast("Depth", depth or settings.depth or rubric.depth),
        pending=pending,
        people=settings.people,
        steady=settings.prompts == "steady",
    )


def day_of(desk: Desk, option: str | None) -> date | None:
    """The day that `--date` means; None without it."""
    return sitting_day(option, desk.today, desk.settings.weekday) if option else None


def held_by_script(
    desk: Desk, source: str, *, rubric: str | None, day: str | None, depth: str | None
) -> None:
    """Hold the sitting that a file of answers is, and print its page's path."""
    from learnlead.journeys.scripted import hold_script, read_script

    file = "standard input" if source == "-" else source
    script = read_script(_text(source, file), file)
    desk.workspace_or_new()
    given = script.answers
    agreed_rubric = _agreed(script, "rubric", given.rubric, "--rubric", rubric)
    agreed_depth = _agreed(script, "depth", given.depth, "--depth", depth)
    asked_day = day_of(desk, day)
    agreed_day = _agreed(script, "date", given.date, "--date", asked_day) or desk.today
    try:
        not_later(agreed_day, desk.today)
    except LearnleadError as error:
        line = script.document.line_of(("date",))
        (problem,) = error.problems
        raise LearnleadError(Problem(problem.message, problem.remedy, file, line)) from None
    around = circumstances(desk, desk.rubric(agreed_rubric), agreed_day, agreed_depth)
    kept = hold_script(script, around, desk.shelf)
    desk.warn(kept.problems)
    if around.pending is not None:
        desk.focus_waiting.clear(around.rubric.id)
    typer.echo(desk.shelf.shown(kept.name))


def _text(source: str, file: str) -> str:
    from learnlead.storage.reading import read_text

    if source != "-":
        return read_text(Path(source).absolute(), file)
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise LearnleadError(Problem("this is not UTF-8 text", "save it as UTF-8", file)) from None


def _agreed(script: Script, key: str, given: T | None, option: str, asked: T | None) -> T | None:
    if given is not None and asked is not None and given != asked:
        message = f"{option} says {asked}, but the answers say {key}: {given}"
        line = script.document.line_of((key,))
        raise LearnleadError(Problem(message, "leave one of them out", script.file, line))
    return given if given is not None else asked


def print_form(desk: Desk, rubric: str | None, depth: str | None, day: str | None) -> None:
    """Print the form for `--answers`."""
    from learnlead.journeys.form import answers_form

    wanted = day_of(desk, day) or desk.today
    typer.echo(answers_form(circumstances(desk, desk.rubric(rubric), wanted, depth)), nl=False)


def held_in_person(desk: Desk, *, rubric: str | None, day: str | None, depth: str | None) -> None:
    """Hold a typed sitting.

    Raises:
        LearnleadError: there is no terminal to type in (exit 2).
        Interrupted: it was stopped; the draft is kept.
    """
    if not sys.stdin.isatty() or not (sys.stdout.isatty() or desk.plain):
        message = "a sitting needs a terminal to type in, and this is none"
        raise LearnleadError(Problem(message, "--answers FILE holds one without a terminal"))
    from learnlead.cli.in_person import InPerson

    desk.workspace_or_new()
    InPerson(desk, desk.rubric(rubric)).hold(day_of(desk, day), depth)
