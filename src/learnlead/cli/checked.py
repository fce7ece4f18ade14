"""The answer of a command that checks files, and its exit code."""

from __future__ import annotations

import typer

from learnlead.cli.answering import answer
from learnlead.reports.checks import Checked, check_json, check_lines


def answer_checked(found: Checked, name: str, *, as_json: bool, output: str | None) -> None:
    """A line a problem, or JSON of the schema of that name.

    Raises:
        typer.Exit: always; with 1 where there are errors.
    """
    answer(
        lambda: "".join(f"{line}\n" for line in check_lines(found)),
        lambda: check_json(found, name),
        as_json=as_json,
        output=output,
    )
    raise typer.Exit(found.exit_code)
