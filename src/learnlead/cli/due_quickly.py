"""learnlead due --quiet, for shell prompts."""

from __future__ import annotations

from learnlead.cli.standing import standing
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError


def due_quickly(workspace: str | None) -> int | None:
    """The exit code where the answer is yes or no; whatever is wrong is left to others."""
    desk = Desk(workspace_option=workspace, plain_option=True)
    desk.quiet = True
    try:
        return 0 if any(one.due for one in standing(desk)) else 1
    except (LearnleadError, OSError):
        return None
