"""learnlead rubric diff: what a newer text does to the series of an older one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.options import AsJson, Output
from learnlead.cli.wiring import Desk
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
    from learnlead.reports.rubric_diff import diff_json, diff_lines
    from learnlead.rubric.changes import changes

    desk: Desk = ctx.obj
    found = changes(_rubric(desk, old), _rubric(desk, new))
    answer(
        lambda: "".join(f"{line}\n" for line in diff_lines(found)),
        lambda: diff_json(found),
        as_json=as_json,
        output=output,
    )


def _rubric(desk: Desk, which: str) -> Rubric:
    """The rubric of a file, of an id, or as it is shipped.

    Raises:
        LearnleadError: there is none, or it has errors.
    """
    from learnlead.rubric.reading import read_rubric
    from learnlead.storage.reading import read_text
    from learnlead.storage.rubric_files import RubricFiles

    path = Path(which)
    if which.startswith(_SHIPPED):
        found, problems = RubricFiles(None).rubric(which.removeprefix(_SHIPPED))
    elif path.suffix in (".yaml", ".yml") or path.exists():
        found, problems = read_rubric(read_text(path.absolute(), which), which)  # under any name
    else:
        found, problems = desk.rubrics.rubric(which)
    if found is None:
        raise LearnleadError(*problems)
    return found
