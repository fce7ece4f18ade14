"""A coach's reply, from the sheet that was filled in."""

from __future__ import annotations

from datetime import date

from learnlead.coaching.bundle import Content
from learnlead.coaching.manifest import Received
from learnlead.coaching.reply import NAME_AT_MOST, Reply
from learnlead.coaching.reply_sheet import filled
from learnlead.errors import LearnleadError
from learnlead.plaintext.clean import clean_line, harmless


def reply_on(
    sheet: str, received: Received, content: Content, today: date, sender: str | None
) -> Reply | None:
    """The reply on the sheet; None where nothing was written.

    Args:
        sheet: as `reply_sheet` made it, filled in.
        received: the bundle it is about, and its content.
        content: what may be commented on.
        today: the day of the reply.
        sender: how the coach signs; else as the leader called the recipient.

    Raises:
        LearnleadError: something on it cannot be sent; each problem has its line.
    """
    found, problems = filled(sheet, content)
    if found is None:
        raise LearnleadError(*problems)
    if found.empty:
        return None
    manifest = received.manifest
    name = clean_line(harmless(sender or manifest.terms.recipient or "", breaks=False))
    return Reply(
        date=today,
        rubric=manifest.rubric.id,
        leader=manifest.leader.id,
        bundle=manifest.id,
        bundle_sha256=received.sha256,
        sender=name[:NAME_AT_MOST] if name else None,
        comments=found.comments,
        question=found.question,
    )
