"""A coach's reply as its leader reads it, before it becomes a page."""

from __future__ import annotations

from learnlead.coaching.reference import in_words
from learnlead.coaching.reply import Reply
from learnlead.reports.document import Article, Document, Quote, Section
from learnlead.reports.words import capital, day


def reply_report(reply: Reply) -> Document:
    """The comments in their order, then the question."""
    parts = [(f"On {in_words(one.on)}", one.text) for one in reply.comments]
    if reply.question:
        parts.append(("A question for the next sitting", reply.question))
    body = tuple(
        Section(capital(heading), (Quote("", tuple(text.split("\n"))),)) for heading, text in parts
    )
    title = f"A reply from {reply.coach}, {day(reply.date)}"
    return Document([Article(title, "", body, widest=90)])


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
