"""What is asked for most, answered before Typer and Pydantic are imported.

`learnlead due --quiet` stands in shell prompts, and `learnlead trends` is looked at. Importing
those two takes longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

_WORKSPACE = "--workspace"


def quick(args: Sequence[str]) -> int | None:
    """The exit code, if that is what is asked for and the answer is plain.

    None leaves everything else, and whatever is wrong, to the whole program, which would give the
    same answer.
    """
    rest, workspaces = _apart(args)
    if len(workspaces) > 1:
        return None
    workspace = next(iter(workspaces), None)
    if rest == ["due", "--quiet"]:
        from learnlead.cli.due_quickly import due_quickly

        return due_quickly(workspace)
    if rest[:1] == ["trends"]:
        from learnlead.cli.trends_quickly import FLAGS, trends_quickly

        return trends_quickly(workspace, flags) if FLAGS.issuperset(flags := rest[1:]) else None
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
