"""The draft on disk, as the tests look into it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any, cast

from learnlead.app.draft import DraftSaver, DraftSubject, UnfinishedSitting
from learnlead.app.prompter import Prompter
from learnlead.cli.context import AppContext
from learnlead.sitting.session import Session
from terminal.terminal import PATIENCE


def draft_file() -> Path | None:
    """The one draft there is."""
    found = list((Path(os.environ["HOME"]) / ".local" / "state").rglob("draft-*.json"))
    assert len(found) <= 1
    return found[0] if found else None


def draft() -> dict[str, Any]:
    """What the draft holds: `answers` by question id, and `typing`."""
    file = draft_file()
    assert file is not None, "there is no draft"
    data = json.loads(file.read_bytes())["data"]
    assert isinstance(data, dict)
    return data


def wait_until_kept(question: str, begun: dict[str, Any]) -> None:
    """Look at the draft until it holds that as what was begun, with the cursor at that question."""
    until, held = time.monotonic() + PATIENCE, None
    while held != {"at": question, "begun": begun}:
        assert time.monotonic() < until, f"the draft holds only {held}"
        held = draft()["typing"] if draft_file() else None


def leave_at(session: Session, relationship: str | None = None) -> None:
    """Leave a draft of the sitting, as if it had been cut off there."""
    app = AppContext()
    rubric, context = session.context.rubric, session.context
    answers = dict(session.answers)
    base = UnfinishedSitting(
        begun=app.now,
        day=context.day,
        depth=context.depth,
        rubric_version=rubric.version,
        answers=answers,
        typing=None,
        seconds=0,
        relationship=relationship,
        subject=DraftSubject.of(context),
    )
    nobody = cast("Prompter", None)  # is asked only where the disk refuses
    DraftSaver(app.drafts, nobody, rubric, base, lambda: 0).keep(answers, None)
