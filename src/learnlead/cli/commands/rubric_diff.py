"""learnlead rubric diff: what a newer text does to the series of an older one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer, put
from learnlead.errors import LearnleadError

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric


_SHIPPED = "shipped:"
_WHICH = "A file, an id, or shipped:ID."


def diff(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help=_WHICH)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_WHICH)],
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """What NEW does to the series of OLD: what goes on, ends, begins; which version it needs."""
    from learnlead.reports.rubric import diff_json, diff_lines
    from learnlead.rubric.diff import changes

    app: AppContext = ctx.obj
    found = changes(_rubric(app, old), _rubric(app, new))
    answer(
        lambda: "".join(f"{line}\n" for line in diff_lines(found)),
        lambda: diff_json(found),
        as_json=as_json,
        output=output,
    )


def _rubric(app: AppContext, which: str) -> Rubric:
    """The rubric of a file, of an id, or as it is shipped.

    Raises:
        LearnleadError: there is none, or it has errors.
    """
    from learnlead.adapters.disk.files.reading import read_text
    from learnlead.adapters.disk.rubrics.folders import RubricFiles
    from learnlead.rubric.reader import read_rubric

    path = Path(which)
    if which.startswith(_SHIPPED):
        found, problems = RubricFiles(None).rubric(which.removeprefix(_SHIPPED))
    elif path.suffix in (".yaml", ".yml") or path.exists():
        found, problems = read_rubric(read_text(path.absolute(), which), which)  # under any name
    else:
        found, problems = app.rubrics.rubric(which)
    if found is None:
        raise LearnleadError(*problems)
    return found


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[rubric|prompts]", help="The kind of file.")
    ] = "rubric",
    output: Output = None,
) -> None:
    """Print the JSON Schema of rubric files, or of prompt banks.

    The first line of a shipped file tells an editor where the schema lies: in schemas/, beside
    rubrics/ and prompts/. `learnlead rubric new` puts both there.
    """
    from learnlead.adapters.disk.rubrics.writing import schema_text
    from learnlead.errors import LearnleadError, Problem
    from learnlead.rubric.schema import FileKind
    from learnlead.text.problem_text import quoted

    if kind not in ("rubric", "prompts"):
        message = f"there is no schema {quoted(kind)}"
        raise LearnleadError(Problem(message, "there are: rubric, prompts"))
    put(schema_text(cast("FileKind", kind)), output)
