"""learnlead reflect: a sitting."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.options import WhichRubric
from learnlead.errors import LearnleadError, Problem


def reflect(
    ctx: typer.Context,
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="Take the answers from a file; - is stdin."),
    ] = None,
    answers_form: Annotated[
        bool, typer.Option("--answers-form", help="Print the form for --answers, and stop.")
    ] = False,
    editor: Annotated[
        bool, typer.Option("--editor", help="Write it as one page in $VISUAL or $EDITOR.")
    ] = False,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day or week it is about.")
    ] = None,
    depth: Annotated[
        str | None,
        typer.Option(
            "--depth",
            metavar="DEPTH",
            help="quick, standard or full.",
            autocompletion=values.depths,
        ),
    ] = None,
    rubric: WhichRubric = None,
    relationship: Annotated[
        str | None,
        typer.Option(
            "--relationship",
            metavar="ID",
            help="The relationship it is about.",
            autocompletion=values.relationships,
        ),
    ] = None,
) -> None:
    """Look back on your week: twelve minutes, one key per rating. One word is a full answer."""
    from learnlead.cli.hold_sitting import (
        hold_in_editor,
        hold_scripted,
        hold_typed,
        print_form,
    )
    from learnlead.cli.problems import mend_plan_boxes

    app: AppContext = ctx.obj
    if depth not in (None, "quick", "standard", "full"):
        message = f"--depth is quick, standard or full, not {depth!r}"
        raise LearnleadError(Problem(message, "leave it out for the usual one"))
    if editor and (answers_form or answers is not None):
        message = "--editor and --answers are two ways to hold a sitting"
        raise LearnleadError(Problem(message, "leave one of them out"))
    if relationship is not None and (editor or answers_form or answers is not None):
        message = "--relationship belongs to a typed sitting"
        raise LearnleadError(Problem(message, "say it in the answers instead, and leave it out"))
    if answers_form:
        print_form(app, rubric, depth, day)
        return
    mend_plan_boxes(app)
    if answers is not None:
        hold_scripted(app, answers, rubric=rubric, day=day, depth=depth)
    elif editor:
        hold_in_editor(app, rubric=rubric, day=day, depth=depth)
    else:
        hold_typed(app, rubric=rubric, day=day, depth=depth, relationship=relationship)
