"""learnlead rubric: rubrics listed, shown, checked and compared; the schemas of their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output, stands_alone
from learnlead.cli.output import answer, put
from learnlead.errors import AnswerIsNo, LearnleadError, Problem

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric

_SHIPPED = "shipped:"
_WHICH = "A file, an id or a title, or shipped:ID."

group = typer.Typer(
    cls=lazy_group(
        {
            "list": None,
            "show": None,
            "check": None,
            "new": "rubric_new",
            "add": "rubric_add",
            "pack": "rubric_add",
            "schema": None,
            "diff": None,
        }
    ),
    invoke_without_command=True,
)


@group.callback()
def rubrics(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """What you are asked; without a command, the rubrics there are."""
    if stands_alone(ctx, as_json, output):
        list_rubrics(ctx, as_json=as_json, output=output)


@group.command("list")
def list_rubrics(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """List all rubrics.

    In use are those that `rubric:` in learnlead.yaml names (learning-leader, if it names none),
    and those with a page in your journal. Only these come due.
    """
    from learnlead.reports.rubric import list_json, list_lines

    app: AppContext = ctx.obj
    read = [app.rubrics.rubric(rubric_id) for rubric_id in app.rubrics.ids()]
    rubrics = [rubric for rubric, _ in read if rubric is not None]
    problems = [p for rubric, rubric_problems in read if rubric is None for p in rubric_problems]
    app.warn(problems)
    in_use = app.rubrics_in_use()
    answer(
        lambda: "".join(f"{line}\n" for line in list_lines(rubrics, in_use, app.words)),
        lambda: list_json(rubrics, in_use, problems),
        as_json=as_json,
        output=output,
    )


@group.command("show")
def show(
    ctx: typer.Context,
    rubric: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Which; else yours.", autocompletion=values.rubrics),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Show what a rubric asks, in the order of a sitting, with its examples and its source."""
    from learnlead.i18n.words import words_in
    from learnlead.reports.rubric import rubric_json, rubric_lines

    app: AppContext = ctx.obj
    rubric_id = rubric and app.rubric_id_named(rubric)
    try:
        chosen = app.rubric(rubric_id)
    except LearnleadError as error:
        if rubric_id is None or rubric_id in app.rubrics.ids():
            raise
        raise AnswerIsNo(*error.problems) from None
    answer(
        lambda: "".join(f"{line}\n" for line in rubric_lines(chosen, words_in(chosen.language))),
        lambda: rubric_json(chosen),
        as_json=as_json,
        output=output,
    )


@group.command("check")
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Rubrics or prompt banks.")
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check rubrics and prompt banks like a compiler: file, line, what, what to do."""
    from learnlead.cli.checks import answer_check, check_rubrics

    app: AppContext = ctx.obj
    checked = check_rubrics(app, files or [])
    answer_check(app, checked, "rubric-check", as_json=as_json, output=output)


@group.command("schema")
def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="rubric|prompts", help="The kind of file.", autocompletion=values.kinds_of_file
        ),
    ] = "rubric",
    output: Output = None,
) -> None:
    """Print the JSON Schema of rubric files, or of prompt banks.

    The first line of a shipped file tells an editor where the schema lies: in schemas/, beside
    rubrics/ and prompts/. `learnlead rubric new` puts both there.
    """
    from learnlead.adapters.disk.rubrics.writing import schema_text
    from learnlead.rubric.schema import FileKind
    from learnlead.text.problem_text import quoted

    if kind not in ("rubric", "prompts"):
        message = f"there is no schema {quoted(kind)}"
        raise LearnleadError(Problem(message, "there are: rubric, prompts"))
    put(schema_text(cast("FileKind", kind)), output)


@group.command("diff")
def diff(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help=_WHICH, autocompletion=values.rubrics)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_WHICH, autocompletion=values.rubrics)],
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """What NEW does to the series of OLD: what goes on, ends, begins; which version it needs."""
    from learnlead.reports.rubric import diff_json, diff_lines
    from learnlead.rubric.diff import changes

    app: AppContext = ctx.obj
    rubric_changes = changes(_rubric(app, old), _rubric(app, new))
    answer(
        lambda: "".join(f"{line}\n" for line in diff_lines(rubric_changes, app.words)),
        lambda: diff_json(rubric_changes),
        as_json=as_json,
        output=output,
    )


def _rubric(app: AppContext, which: str) -> Rubric:
    """The rubric of a file, of an id, or of `shipped:ID`.

    Raises:
        LearnleadError: there is none, or it has errors.
    """
    from learnlead.adapters.disk.files.reading import read_text
    from learnlead.adapters.disk.rubrics.folders import RubricFiles
    from learnlead.rubric.reader import read_rubric

    path = Path(which)
    if which.startswith(_SHIPPED):
        rubric, problems = RubricFiles(None).rubric(which.removeprefix(_SHIPPED))
    elif path.suffix in (".yaml", ".yml") or path.exists():
        rubric, problems = read_rubric(read_text(path.absolute(), which), which)  # under any name
    else:
        rubric, problems = app.rubrics.rubric(app.rubric_id_named(which))
    if rubric is None:
        raise LearnleadError(*problems)
    return rubric
