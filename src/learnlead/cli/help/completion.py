"""learnlead completion: what a shell has to be told once."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from learnlead.cli.options import Output
from learnlead.errors import LearnleadError, Problem


def shells() -> list[str]:
    """The names of the shells that can be helped."""
    from learnlead.cli.completion.scripts import SCRIPTS

    return list(SCRIPTS)


def completion(
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="SHELL",
            help="bash, zsh, fish or powershell; else the one of $SHELL.",
            autocompletion=shells,
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Let Tab complete commands, pages and names in your shell.

    It prints what the shell has to know. For PowerShell that goes to the end of $PROFILE.
    """
    from learnlead.cli.completion.scripts import SCRIPTS
    from learnlead.cli.output import put
    from learnlead.text.problem_text import quoted

    named = (shell or os.path.basename(os.environ.get("SHELL", ""))).lower()  # noqa: PTH119 - of text
    script = SCRIPTS.get("powershell" if named == "pwsh" else named)
    if script is None:
        message = (
            f"there is no completion for {quoted(named)}" if named else "which shell is not said"
        )
        raise LearnleadError(Problem(message, "there are: bash, zsh, fish, powershell"))
    put(script, output)
