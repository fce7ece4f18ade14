"""learnlead due --quiet, for shell prompts: answered before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.errors import LearnleadError

_WORKSPACE = "--workspace"


def due_quietly(args: Sequence[str]) -> int | None:
    """The exit code, if `due --quiet` is all that is asked and the answer is yes or no.

    None leaves everything else, and whatever goes wrong, to the whole program, which would give
    the same answer; most of its time goes into importing Typer and Pydantic.
    """
    rest, workspaces = _apart(args)
    if rest != ["due", "--quiet"] or len(workspaces) > 1:
        return None
    from learnlead.cli.standing import standing
    from learnlead.cli.wiring import Desk

    desk = Desk(workspace_option=next(iter(workspaces), None), plain_option=True)
    desk.quiet = True
    try:
        return 0 if any(one.due for one in standing(desk)) else 1
    except (LearnleadError, OSError):
        return None


def _apart(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """The arguments without `--workspace DIR`, which may stand anywhere, and each DIR."""
    rest = list(args)
    workspaces = []
    while _WORKSPACE in rest[:-1]:
        at = rest.index(_WORKSPACE)
        workspaces.append(rest[at + 1])
        del rest[at : at + 2]
    return rest, workspaces
