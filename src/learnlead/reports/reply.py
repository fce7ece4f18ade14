"""A coach's reply as its leader reads it, before it becomes a page."""

from __future__ import annotations

from learnlead.coaching.reference import in_words
from learnlead.coaching.reply import Reply
from learnlead.reports.lines import Line, made_harmless, wrapped
from learnlead.reports.words import capital, day

_NARROWEST, _WIDEST = 36, 90


def reply_text(reply: Reply, *, width: int) -> list[Line]:
    """The comments in their order, then the question."""
    room = min(max(width, _NARROWEST), _WIDEST)
    lines = [*wrapped(f"A reply from {reply.coach}, {day(reply.date)}", room, style="title")]
    parts = [(f"On {in_words(one.on)}", one.text) for one in reply.comments]
    if reply.question:
        parts.append(("A question for the next sitting", reply.question))
    for heading, text in parts:
        lines += ((), *wrapped(capital(heading), room, style="heading"))
        for paragraph in text.split("\n"):
            lines += wrapped(paragraph, room, indent=2) if paragraph.strip() else [()]
    return made_harmless(lines)


def reply_json(reply: Reply, page: str | None) -> dict[str, object]:
    """The same for programs; `page` is where it stands in the journal, None if it does not."""
    return {
        "schema": "learnlead/journal-import-reply/1",
        "page": page,
        "date": reply.date.isoformat(),
        "from": reply.sender,
        "rubric": reply.rubric,
        "bundle": reply.bundle,
        "comments": [{"on": one.on, "text": one.text} for one in reply.comments],
        "question": reply.question,
    }
