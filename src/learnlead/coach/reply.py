"""Model of a coach's reply; docs/bundle.md describes the format."""

from __future__ import annotations

import hashlib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from learnlead.coach.ids import Reference, Token
from learnlead.text.typed import Day as Date
from learnlead.text.typed import Id

SCHEMA = "learnlead/reply/1"

COMMENTS_AT_MOST = 500
COMMENT_AT_MOST = 10_000
QUESTION_AT_MOST = 500
NAME_AT_MOST = 100
AGREED_AT_MOST = 20

CommentText = Annotated[str, StringConstraints(min_length=1, max_length=COMMENT_AT_MOST)]
QuestionText = Annotated[str, StringConstraints(min_length=1, max_length=QUESTION_AT_MOST)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Comment(BaseModel):
    """A comment on one passage or plan."""

    model_config = ConfigDict(frozen=True)

    on: Reference
    text: CommentText


class Reply(BaseModel):
    """Comments on passages and plans, never on ratings, and at most one question.

    Attributes:
        date: on which it was written; in a journal, on which it was imported.
        rubric: of the bundle.
        leader: id of the bundle's leader; `bundle_sha256` is the hash of its manifest.
        sender: as the leader called the recipient, or as the coach signs.
        question: for the next sitting, on one line.
        remark: on the whole.
        agreed: what was agreed, a line each.
        next_session: the day of the next conversation.
    """

    model_config = ConfigDict(frozen=True)

    date: Date
    rubric: Id
    leader: Token
    bundle: Token
    bundle_sha256: Sha256
    sender: Annotated[str, Field(min_length=1, max_length=NAME_AT_MOST)] | None = None
    comments: Annotated[tuple[Comment, ...], Field(max_length=COMMENTS_AT_MOST)] = ()
    question: QuestionText | None = None
    remark: CommentText | None = None
    agreed: Annotated[tuple[QuestionText, ...], Field(max_length=AGREED_AT_MOST)] = ()
    next_session: Date | None = None

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        says = (self.comments, self.question, self.remark, self.agreed, self.next_session)
        return not any(says)

    @property
    def coach(self) -> str:
        """The sender's name, or words for an unnamed one."""
        return self.sender or "your coach"

    @property
    def fingerprint(self) -> str:
        """A hash of all but the date: equal for the same reply, whenever it is imported."""
        later = {"remark", "agreed", "next_session"}  # earlier replies had none of them
        unset = {name for name in later if not getattr(self, name)}
        words = self.model_dump_json(exclude={"date", *unset})
        return hashlib.sha256(words.encode()).hexdigest()[:32]
