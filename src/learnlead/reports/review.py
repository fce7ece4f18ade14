"""The review of bundles by a coach, all terms first; as a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date

from learnlead.coach.bundle import BundlePart, Content, Manifest, OfRubric, Period, Terms
from learnlead.coach.ids import Token
from learnlead.coach.review import Review, Signature, SignatureState, has_expired
from learnlead.coach.reviewed import display_name
from learnlead.own_name import as_typed, usual_name
from learnlead.reports.coach_report import (
    EARLIER,
    OTHER_PLANS,
    RATINGS,
    Voice,
    lede_of,
    report_body,
    terms_sentence,
)
from learnlead.reports.document import (
    Article,
    Document,
    Extent,
    Item,
    Listing,
    Paragraph,
    Section,
    section,
)
from learnlead.reports.words import counted, day
from learnlead.text.typed import Day as Date

_REASON_AT_MOST = 140


def terms_with_expiry(manifest: Manifest, today: date) -> str:
    """The terms as sentences, and whether they have expired."""
    sentence = terms_sentence(manifest.terms)
    return f"{sentence} That time is over." if has_expired(manifest, today) else sentence


def expired_notice(manifest: Manifest) -> str:
    """The notice in place of an expired content."""
    until = manifest.terms.until
    when = f"until {day(until)}" if until else "for a time"
    return (
        f"This was lent {when}, so it is not shown any more. `learnlead coach forget --expired` "
        "deletes what you have; a new export would be the leader's to give."
    )


def signature_sentence(signature: Signature | None) -> str:
    """Whether the bundle is signed, and with the same key as the last one."""
    if signature is None or signature.state == "unsigned":
        return "Not signed: nobody can tell who made it, or whether its terms were changed."
    on = day(signature.before) if signature.before else ""
    key = f" ({signature.signer})" if signature.signer else ""
    return {
        "first": f"Signed{key}. It is the first of this leader: ask them for these letters once.",
        "same": f"Signed with the same key as on {on}.",
        "other": f"Careful: signed with another key than on {on}{key}. Ask the leader why, "
        "before you believe it.",
        "missing": f"Careful: not signed, and the one of {on} was. Ask the leader why, before you "
        "believe it.",
        "unchecked": "Signed, but ssh-keygen (OpenSSH) is not installed here, so that nobody has "
        "checked it.",
    }[signature.state]


def since_sentence(review: Review) -> str:
    """What `--since` selected and how much it is; empty without `--since`."""
    since, content = review.since, review.content
    if review.first:
        return "Nothing of this leader's was reviewed before, so everything is shown."
    if since is None or content is None:
        return ""
    if since.again:
        return (
            f"Nothing new since {day(since.day)}: this is the bundle that you read then. "
            "Without --since it is shown again."
        )
    n_plans, n_passages = len(content.plans), len(content.passages)
    counts = [
        counted(n, noun) for n, noun in ((n_plans, "plan"), (n_passages, "passage")) if n
    ] or ["no plan or passage"]
    seen = "since what you reviewed of" if since.seen is not None else "since"
    return f"New or changed {seen} {day(since.day)}: {' and '.join(counts)}."


def short_reason(text: str) -> str:
    """The text on one line, cut at the maximum length of a reason."""
    words = " ".join(text.split())
    if len(words) <= _REASON_AT_MOST:
        return words
    return f"{words[: _REASON_AT_MOST - 1].rstrip()}…"


_WIDEST = 90

_WEEKS = 4
"""Newest weeks that a screen shows, unless only new lines were requested."""

_MORE = {EARLIER: "more week", OTHER_PLANS: "more plan", RATINGS: "grid of ratings"}
"""Sections that a screen leaves out, and the noun for one of their entries."""

THEIRS = Voice(
    want="What this leader wants from the conversation",
    weeks="Week by week, in their words",
    before="What they said about it last time",
    bets="What they bet on their focus",
    ratings="All ratings are the leader's own.",
    left_out="The leader left out",
)


def review_report(
    manifests: Sequence[Manifest],
    reviews: Iterable[Review],
    today: date,
    extent: Extent,
    *,
    listed: bool = False,
) -> Document:
    """The review; the articles are produced one at a time.

    `listed` shows only wish and focus of each leader; nothing that could be compared.
    """
    leaders = counted(len({manifest.leader.id for manifest in manifests}), "leader")
    terms = Section("On which terms", (_terms(manifests, today),), "keep")
    return Document(
        (_listed(review, extent) if listed else _article(review, extent) for review in reviews),
        title="Before your conversations" if len(manifests) != 1 else "Before your conversation",
        kicker=f"{leaders}, put together on {day(today)}",
        preface=(terms,),
        footer="Made by learnlead from what each leader ticked, for the recipient alone. This file "
        "loads nothing and sends nothing.",
    )


def _terms(manifests: Sequence[Manifest], today: date) -> Listing:
    return Listing(
        tuple(
            Item(
                display_name(manifest.leader.name, manifest.leader.id),
                f"made on {day(manifest.made_on)}",
                (terms_with_expiry(manifest, today),),
            )
            for manifest in manifests
        ),
        "cards",
    )


def _article(review: Review, extent: Extent) -> Article:
    manifest, content = review.manifest, review.content
    if content is None:
        return _gone(review, extent)
    questions = [
        Item(question.ask, f"Because: {short_reason(question.reason)}")
        for question in review.questions
    ]
    whole = extent == "record" or review.since is not None
    at_most = None if whole else _WEEKS
    first, more = report_body(manifest, content, THEIRS, questions, at_most, brief=not whole)
    if not whole:
        hidden = [part for part in more if part.heading in _MORE]
        more = tuple(part for part in more if part.heading not in _MORE)
        more = (*more, *section("Not shown here", *map(_how_many, hidden)))
    since = (Paragraph(sentence),) if (sentence := since_sentence(review)) else ()
    lede = (
        f"{lede_of(manifest, content)} Made on {day(manifest.made_on)}. "
        f"{signature_sentence(review.signature)}"
    )
    note = terms_sentence(manifest.terms) if extent == "record" else ""
    return Article(review.display_name, lede, (*since, *first, *more), note, widest=_WIDEST)


def _how_many(hidden: Section) -> Paragraph:
    """The number of entries in a section that is left out."""
    match hidden.body:
        case [Listing(items)]:
            n = len(items)
        case body:
            n = sum(not isinstance(block, Paragraph) for block in body)
    noun = _MORE[hidden.heading]
    plural = noun.replace("grid ", "grids ") if noun.startswith("grid") else None
    sentence = f"{counted(n, noun, plural)}: --output review.html has all."
    return Paragraph(sentence, "aside")


def _listed(review: Review, extent: Extent) -> Article:
    content, title = review.content, review.manifest.rubric.title
    if content is None:
        return _gone(review, extent)
    focus = content.focus.name if content.focus else ""
    rows = (("Wants", content.want or ""), ("Focus", focus), ("New", since_sentence(review)))
    cards = Listing(tuple(Item(name, text) for name, text in rows if text), "cards")
    about = f"{title}, made on {day(review.manifest.made_on)}"
    return Article(review.display_name, about, (cards,), widest=_WIDEST)


def _gone(review: Review, extent: Extent) -> Article:
    with usual_name() if extent == "record" else nullcontext():
        paragraph = Paragraph(as_typed(expired_notice(review.manifest)))
    return Article(review.display_name, "", (paragraph,), widest=_WIDEST)


SCHEMA = "learnlead/coach-review/1"


class OfferedQuestion(BundlePart):
    """A question that could be asked, and the line that is its reason."""

    kind: str
    question: str
    reason: str


class ReviewRecord(BundlePart):
    """A bundle as it was reviewed.

    Attributes:
        leader: the id in this leader's bundles; `name` as the leader wants to be called, or null.
        signature: whether it is signed, and how its key `signer` compares with the last one's.
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
    signature: SignatureState | None = None
    signer: str | None = None


def review_json(review: Review, *, listed: bool = False) -> dict[str, object]:
    """The review as JSON; `listed` leaves the content out."""
    manifest, content = review.manifest, review.content
    record = ReviewRecord(
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
            OfferedQuestion(kind=question.kind, question=question.ask, reason=question.reason)
            for question in review.questions
        ),
        signature=review.signature.state if review.signature else None,
        signer=review.signature.signer if review.signature else None,
    )
    return {"schema": SCHEMA, **record.model_dump(mode="json", by_alias=True)}


def review_schema() -> Mapping[str, object]:
    """The JSON Schema that is shipped in learnlead/reports/schemas."""
    schema = ReviewRecord.model_json_schema(by_alias=True, mode="serialization")
    schema["properties"] = {"schema": {"const": SCHEMA}, **schema["properties"]}
    schema["required"] = ["schema", *schema["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **schema,
        "title": "A bundle as a coach reviews it",
    }
