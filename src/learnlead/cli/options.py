"""Options that many commands know."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.errors import LearnleadError, Problem

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; - is stdout.")
]
FromDay = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="From this date or week on.")
]
ToDay = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this date or week.")]
OfRubric = Annotated[
    str | None,
    typer.Option(
        "--rubric", metavar="ID", help="Only pages of this rubric.", autocompletion=values.rubrics
    ),
]
WhichRubric = Annotated[
    str | None,
    typer.Option("--rubric", metavar="ID", help="Which rubric.", autocompletion=values.rubrics),
]
OfFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="Such as html; else as the FILE's name ends.",
        autocompletion=values.formats,
    ),
]
Identity = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="The file with your age key, for encrypted bundles."),
]


def stands_alone(ctx: typer.Context, *options: object) -> bool:
    """Whether a group is called without one of its commands.

    Args:
        ctx: of the group.
        options: the values of its own options; each is false where it was not given.

    Raises:
        LearnleadError: one of the options stands before a command.
    """
    if ctx.invoked_subcommand is None:
        return True
    if any(option not in (None, False, []) for option in options):
        remedy = f"put it after `{ctx.invoked_subcommand}`"
        raise LearnleadError(Problem("an option of the command stands before it", remedy))
    return False
