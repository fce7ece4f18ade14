"""What `share` in the settings lets leave, and what it keeps back."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.reflection.kinds import KINDS, Kind
from learnlead.storage.workspace import SETTINGS_FILE


def kinds_shared(desk: Desk) -> frozenset[Kind]:
    """The kinds of lines that may leave, as `share` in the settings says."""
    share = desk.settings.share
    return frozenset(KINDS if share is None else share)


def share_sentence(desk: Desk) -> Iterator[str]:
    """What is offered where the settings keep something back."""
    kept_back = [kind for kind in KINDS if kind not in kinds_shared(desk)]
    if kept_back:
        yield f"Not offered, as `share` in {SETTINGS_FILE} says: {', '.join(kept_back)}."


def refuse_kept_back(desk: Desk, kinds: Collection[Kind]) -> None:
    """Refuse kinds that `--include` names and that may not leave.

    Raises:
        LearnleadError: there are some; it tells the line of the settings (exit 2).
    """
    if not kinds:
        return
    from learnlead.storage.settings_reading import line_of

    named = ", ".join(kind for kind in KINDS if kind in kinds)
    raise LearnleadError(
        Problem(
            f"--include {named}: `share` does not let this leave",
            "add it to `share`, or leave it out of --include",
            file=SETTINGS_FILE,
            line=line_of(desk.workspace, "share"),
        )
    )
