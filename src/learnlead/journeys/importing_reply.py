"""A coach's reply on its way into the journal: a page of its own; no other page is touched."""

from __future__ import annotations

from datetime import date

from learnlead.coaching.ledger import Ledger
from learnlead.coaching.reply import Reply
from learnlead.coaching.reply_file import KIND, FiledReply, read_reply, write_reply
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.naming import read_name
from learnlead.journeys.coach_questions import last_that_asked
from learnlead.journeys.ports import Shelf


def reply_to_us(text: str, file: str, ledger: Ledger) -> Reply:
    """The reply in a file, if it is to a bundle of this workspace.

    Raises:
        LearnleadError: it cannot be read, is to somebody else's bundle, or is to lines that never
            left.
    """
    filed, problems = read_reply(text, file)
    if filed is None:
        raise LearnleadError(*problems)
    reply = filed.reply
    ours = ledger.of_bundle(reply.bundle)
    if ours is None or ours.leader != reply.leader:
        remedy = "`learnlead shared` lists what left; ask your coach which reply is yours"
        raise LearnleadError(Problem("this is a reply to another leader's bundle", remedy, file))
    left = {line.id for line in ours.lines}
    strange = next((one.on for one in reply.comments if one.on not in left), None)
    if strange is not None:
        message = f"it comments on {strange!r}, which was never in that bundle"
        raise LearnleadError(Problem(message, "ask your coach for the reply anew", file))
    if not reply.comments and reply.question is None:
        raise LearnleadError(Problem("this reply says nothing", "ask your coach for it anew", file))
    return reply


def page_of(shelf: Shelf, reply: Reply) -> str | None:
    """The page that has this reply already; None if none does."""
    for name in shelf.listing().names:
        said = read_name(name)
        if said is None or said.rubric != KIND:
            continue
        filed, _ = read_reply(shelf.read(name), shelf.shown(name))
        if filed is not None and filed.original == reply.fingerprint:
            return name
    return None


def file_reply(shelf: Shelf, reply: Reply, today: date) -> str:
    """Make the page, dated today; the name that was free for it.

    Raises:
        MachineFailed: no page was made.
    """
    filed = FiledReply(
        reply.model_copy(update={"date": today}),
        after=last_that_asked(shelf, reply.rubric, today),
        original=reply.fingerprint,
    )
    return shelf.create(today, KIND, write_reply(filed.reply, filed=filed))
