"""A review for programs: one object a bundle."""

from __future__ import annotations

from collections.abc import Mapping

from learnlead.coaching.bundle import Content, OfRubric, Period, Sent, Terms
from learnlead.coaching.ids import Token
from learnlead.coaching.review import Review
from learnlead.plaintext.day import Day as Date

SCHEMA = "learnlead/coach-review/1"


class OfferedQuestion(Sent):
    """A question that could be asked, and the line that is its reason."""

    kind: str
    question: str
    reason: str


class ReviewTold(Sent):
    """A bundle as it was reviewed.

    Attributes:
        leader: the id in this leader's bundles; `name` as the leader wants to be called, or null.
        since: from when on `content` is new; null where it is everything.
        content: as in the bundle; null where its time is over, or only a list was asked for.
    """

    bundle: Token
    file: str
    leader: Token
    name: str | None
    made_on: Date
    rubric: OfRubric
    period: Period
    terms: Terms
    expired: bool
    want: str | None
    focus: str | None
    since: Date | None
    content: Content | None
    questions: tuple[OfferedQuestion, ...]


def review_json(review: Review, *, listed: bool = False) -> dict[str, object]:
    """The object; `listed` leaves the content out."""
    manifest, content = review.manifest, review.content
    told = ReviewTold(
        bundle=manifest.id,
        file=review.path,
        leader=manifest.leader.id,
        name=manifest.leader.name,
        made_on=manifest.made_on,
        rubric=manifest.rubric,
        period=manifest.period,
        terms=manifest.terms,
        expired=content is None,
        want=content.want if content else None,
        focus=content.focus.name if content and content.focus else None,
        since=review.since.day if review.since else None,
        content=None if listed else content,
        questions=tuple(
            OfferedQuestion(kind=q.kind, question=q.ask, reason=q.reason) for q in review.questions
        ),
    )
    return {"schema": SCHEMA, **told.model_dump(mode="json", by_alias=True)}


def review_schema() -> Mapping[str, object]:
    """The JSON Schema that is shipped in learnlead/reports/schemas."""
    made = ReviewTold.model_json_schema(by_alias=True, mode="serialization")
    made["properties"] = {"schema": {"const": SCHEMA}, **made["properties"]}
    made["required"] = ["schema", *made["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **made,
        "title": "A bundle as a coach reviews it",
    }
