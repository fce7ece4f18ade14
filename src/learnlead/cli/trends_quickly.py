"""learnlead trends, of the first rubric and the whole journal."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.cli.ending import ending
from learnlead.cli.trends_answer import Asked, answer_trends
from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted, LearnleadError, Problem

FLAGS = frozenset(("--all", "--json", "--plain"))
"""The options that are understood here."""


def trends_quickly(workspace: str | None, flags: Sequence[str]) -> int | None:
    """The exit code once the answer is given; None, and not a word, where something is wrong."""
    desk = _UntroubledDesk(workspace_option=workspace, plain_option="--plain" in flags)
    with ending("learnlead trends"):
        try:
            answer_trends(desk, Asked(everything="--all" in flags, as_json="--json" in flags))
        except LearnleadError:
            return None
        except KeyboardInterrupt:
            raise Interrupted("stopped") from None
    return 0


class _UntroubledDesk(Desk):
    """Gives up where there is anything to tell beside the answer."""

    def warn(self, problems: Sequence[Problem]) -> None:
        if problems:
            raise LearnleadError(*problems)
