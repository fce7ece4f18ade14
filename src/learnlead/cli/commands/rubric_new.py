"""learnlead rubric new: writes a first version of an own rubric and its prompt bank."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, get_args

import typer

from learnlead.cli.context import AppContext
from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.i18n.spoken import translated
from learnlead.text.clean import clean_line, harmless
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from learnlead.rubric.scaffold import Kind, NewBehaviour, NewRubric

Choice = TypeVar("Choice")

_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")


def new(
    ctx: typer.Context,
    rubric: Annotated[
        str | None, typer.Argument(metavar="ID", help="What it is called; else asked for.")
    ] = None,
    from_template: Annotated[
        bool, typer.Option("--from-template", help="Ask nothing: write a file to write over.")
    ] = False,
) -> None:
    """Start a rubric of your own: it asks a few things and writes two commented files."""
    app: AppContext = ctx.obj
    app.workspace  # noqa: B018 - whoever has none should know before typing
    cut_off = from_template and rubric is not None and _was_cut_off(app, rubric)
    if rubric is not None and not cut_off:
        _refuse_taken(app, rubric)
    if from_template:
        if rubric is None:
            message = "--from-template needs an id"
            remedy = "`learnlead rubric new my-rubric --from-template`"
            raise LearnleadError(Problem(message, remedy))
        _write(app, _template(rubric))
        return
    if not sys.stdin.isatty():
        message = "this asks a few things, and here is no terminal to answer in"
        remedy = "`learnlead rubric new ID --from-template` writes a file to write over"
        raise LearnleadError(Problem(message, remedy))
    try:
        new_rubric = _ask_rubric(app, rubric)
    except Interrupted:
        raise Interrupted("nothing was written") from None
    _write(app, new_rubric)


def _refuse_taken(app: AppContext, rubric_id: str) -> None:
    """Refuse a malformed id, or one that a rubric has already.

    Raises:
        LearnleadError: the id cannot be used.
    """
    if not _ID.fullmatch(rubric_id):
        remedy = "small letters, digits and hyphens, such as my-rubric"
        raise LearnleadError(Problem(f"{quoted(rubric_id)} cannot be an id", remedy))
    if rubric_id in app.rubrics.ids():
        remedy = "choose another id; to change a shipped one, copy its file into rubrics/"
        raise LearnleadError(Problem(f"there is a rubric {rubric_id} already", remedy))


def _ask_rubric(app: AppContext, rubric_id: str | None) -> NewRubric:
    from learnlead.rubric.model import Rhythm
    from learnlead.rubric.scaffold import (
        LABELS,
        Kind,
        NewRubric,
        id_from,
        insight_for,
        opening_for,
    )

    words = app.words
    app.say(words("new-rubric.begin"))
    title = _ask_words(
        app,
        words("new-rubric.title"),
        rubric_id.replace("-", " ").capitalize() if rubric_id else "",
    )
    while rubric_id is None:
        typed = _ask_words(app, words("new-rubric.id"), id_from(title, app.rubrics.ids()))
        try:
            _refuse_taken(app, typed)
        except LearnleadError as error:
            app.say(*map(str, error.problems))
            continue
        rubric_id = typed
    rhythms = {words(f"new-rubric.rhythm.{rhythm}"): rhythm for rhythm in get_args(Rhythm)}
    rhythm: Rhythm = _ask_choice(app, words("new-rubric.how-often"), rhythms)
    app.say(words("new-rubric.kinds"))
    kinds = {words(f"new-rubric.kind.{kind}"): kind for kind in get_args(Kind)}
    kind: Kind = _ask_choice(app, words("new-rubric.scale"), kinds)
    app.say(words("new-rubric.labels", labels=", ".join(LABELS[kind])), "")
    app.say(words("new-rubric.rated"))
    behaviours = list(_ask_behaviours(app, kind))
    app.say("", words("new-rubric.wordings"))
    return NewRubric(
        rubric_id,
        title,
        rhythm,
        kind,
        behaviours,
        _ask_words(app, words("new-rubric.greeting"), opening_for(rhythm)),
        _ask_words(app, words("new-rubric.last"), insight_for(rhythm)),
    )


def _ask_behaviours(app: AppContext, kind: Kind) -> Iterator[NewBehaviour]:
    from learnlead.rubric.scaffold import NewBehaviour

    number, words = 1, app.words
    while True:
        name = _ask_line(app, words("new-rubric.name", number=number))
        if not name and number > 1:
            return
        if not name:
            app.say(words("new-rubric.needed"))
            continue
        when = ""
        if kind == "frequency":
            when = _ask_words(app, words("new-rubric.when"), "", least=2)
        sentence = words("new-rubric.did" if kind == "frequency" else "new-rubric.sentence")
        yield NewBehaviour(name, _ask_words(app, sentence, "", least=2), when)
        number += 1


def _ask_choice(app: AppContext, ask: str, choices: Mapping[str, Choice]) -> Choice:
    """Ask for one of the words by its first letters; the first word is the default."""
    while True:
        typed = _ask_words(app, ask, next(iter(choices))).lower()
        for word, choice in choices.items():
            if word.lower().startswith(typed):
                return choice
        app.say(app.words("new-rubric.choose", choices=", ".join(choices)))


def _ask_words(app: AppContext, ask: str, default: str, *, least: int = 1) -> str:
    """Ask for a line of at least so many words; an empty line is the default."""
    while True:
        typed = _ask_line(app, f"{ask} [{default}]" if default else ask)
        if not typed and default:
            return default
        if len(typed.split()) >= least:
            return typed
        app.say(app.words("new-rubric.few-words" if least > 1 else "new-rubric.a-word"))


def _ask_line(app: AppContext, ask: str) -> str:
    from learnlead.adapters.terminal.one_line import ask_line

    while True:
        typed = ask_line(harmless(ask), plain=app.plain)
        if not typed and (app.plain or not sys.stderr.isatty()):
            raise Interrupted  # the input has ended
        try:
            return clean_line(typed) or ""
        except ValueError as error:
            app.say(app.words("new-rubric.again", problem=translated(str(error), "problems")))


def _template(rubric_id: str) -> NewRubric:
    from learnlead.rubric.scaffold import template

    return template(rubric_id, rubric_id.replace("-", " ").capitalize())


def _was_cut_off(app: AppContext, rubric_id: str) -> bool:
    """Whether an earlier run wrote the template's rubric, and was interrupted before its bank."""
    from learnlead.adapters.disk.rubrics.writing import was_cut_off

    return bool(_ID.fullmatch(rubric_id)) and was_cut_off(_files(app, _template(rubric_id)))


def _files(app: AppContext, rubric: NewRubric) -> dict[Path, str]:
    """The text of each file. The rubric first: a bank without a rubric is an error."""
    from learnlead.rubric.scaffold import bank_text, rubric_text

    return {
        app.workspace.rubrics / f"{rubric.id}.yaml": rubric_text(rubric),
        app.workspace.prompts / f"{rubric.id}.yaml": bank_text(rubric),
    }


def _write(app: AppContext, rubric: NewRubric) -> None:
    """Write the two files, never over others, and the schemas for editors."""
    from learnlead.adapters.disk.rubrics.writing import create_files

    files = _files(app, rubric)
    create_files(app.workspace, files)
    for path in files:
        typer.echo(app.words("written.file", file=app.workspace.relative(path)))
    _say_next_steps(app, rubric.id, [str(path) for path in files])


def _say_next_steps(app: AppContext, rubric_id: str, files: list[str]) -> None:
    from learnlead.cli.checks import check_rubrics
    from learnlead.reports.checks import check_lines

    app.say(*check_lines(check_rubrics(app, files), app.words))
    app.say(app.words("new-rubric.next", id=rubric_id))
