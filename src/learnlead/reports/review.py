"""The review of bundles by a coach, all terms first; as a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date

from learnlead.coach.bundle import BundlePart, Content, Manifest, OfRubric, Period, Terms
from learnlead.coach.ids import Token
from learnlead.coach.review import Review, Signature, SignatureState, has_expired
from learnlead.coach.reviewed import display_name
from learnlead.i18n.words import ENGLISH, Words
from learnlead.own_name import usual_name
from learnlead.reports.coach_report import lede_of, report_body, terms_sentence
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
from learnlead.text.typed import Day as Date

_REASON_AT_MOST = 140


def terms_with_expiry(manifest: Manifest, today: date, words: Words) -> str:
    """The terms as sentences, and whether they have expired."""
    terms = terms_sentence(manifest.terms, words)
    return words("terms.over", terms=terms) if has_expired(manifest, today) else terms


def expired_notice(manifest: Manifest, words: Words) -> str:
    """The notice in place of an expired content."""
    until = manifest.terms.until
    return words("review.lent-until", day=words.full_date(until)) if until else words("review.lent")


def signature_sentence(signature: Signature | None, words: Words) -> str:
    """Whether the bundle is signed, and with the same key as the last one."""
    if signature is None:
        return words("signature.unsigned")
    return words(
        f"signature.{signature.state}",
        day=words.full_date(signature.before) if signature.before else "",
        key=words("signature.key", signer=signature.signer) if signature.signer else "",
    )


def since_sentence(review: Review, words: Words) -> str:
    """What `--since` selected and how much it is; empty without `--since`."""
    since, content = review.since, review.content
    if review.first:
        return words("review.all-new")
    if since is None or content is None:
        return ""
    day = words.full_date(since.day)
    if since.again:
        return words("review.nothing-new", day=day)
    plans = words.counted(len(content.plans), "client.plans") if content.plans else ""
    passages = words.counted(len(content.passages), "client.passages") if content.passages else ""
    if plans and passages:
        lines = words("review.and", plans=plans, passages=passages)
    else:
        lines = plans or passages or words("review.no-lines")
    return words("review.new" if since.seen is None else "review.new-read", day=day, lines=lines)


def short_reason(text: str) -> str:
    """The text on one line, cut at the maximum length of a reason."""
    words = " ".join(text.split())
    if len(words) <= _REASON_AT_MOST:
        return words
    return f"{words[: _REASON_AT_MOST - 1].rstrip()}…"


_WIDEST = 90

_WEEKS = 4
"""Newest weeks that a screen shows, unless only new lines were requested."""

_MORE = {"bundle.earlier": "weeks", "bundle.plans": "plans", "bundle.ratings": "ratings"}
"""Sections that a screen leaves out, by the key of their heading, and what they have many of."""


def review_report(
    manifests: Sequence[Manifest],
    reviews: Iterable[Review],
    today: date,
    extent: Extent,
    *,
    listed: bool = False,
    words: Words = ENGLISH,
) -> Document:
    """The review; the articles are produced one at a time.

    `listed` shows only wish and focus of each leader; nothing that could be compared.
    """
    leaders = len({manifest.leader.id for manifest in manifests})
    terms = Section(words("review.terms"), (_terms(manifests, today, words),), "keep")
    article = _listed if listed else _article
    return Document(
        (article(review, extent, words) for review in reviews),
        title=words("review.title.one" if len(manifests) == 1 else "review.title.many"),
        kicker=words(
            "review.head.one" if leaders == 1 else "review.head.many",
            n=leaders,
            day=words.full_date(today),
        ),
        preface=(terms,),
        footer=words("review.footer"),
        language=words.language,
    )


def _terms(manifests: Sequence[Manifest], today: date, words: Words) -> Listing:
    return Listing(
        tuple(
            Item(
                display_name(manifest.leader.name, manifest.leader.id, words),
                words("review.made", day=words.full_date(manifest.made_on)),
                (terms_with_expiry(manifest, today, words),),
            )
            for manifest in manifests
        ),
        "cards",
    )


def _article(review: Review, extent: Extent, words: Words) -> Article:
    manifest, content = review.manifest, review.content
    if content is None:
        return _gone(review, extent, words)
    questions = [
        Item(question.ask, words("review.because", reason=short_reason(question.reason)))
        for question in review.questions
    ]
    whole = extent == "record" or review.since is not None
    at_most = None if whole else _WEEKS
    first, more = report_body(
        manifest,
        content,
        "theirs",
        words,
        questions=questions,
        weeks_at_most=at_most,
        brief=not whole,
    )
    if not whole:
        headings = {words(key): noun for key, noun in _MORE.items()}
        hidden = [
            _how_many(part, headings[part.heading], words)
            for part in more
            if part.heading in headings
        ]
        more = tuple(part for part in more if part.heading not in headings)
        more = (*more, *section(words("review.hidden"), *hidden))
    since = (Paragraph(sentence),) if (sentence := since_sentence(review, words)) else ()
    lede = words(
        "review.lede",
        lede=lede_of(manifest, content, words),
        day=words.full_date(manifest.made_on),
        signature=signature_sentence(review.signature, words),
    )
    note = terms_sentence(manifest.terms, words) if extent == "record" else ""
    return Article(_title(review, words), lede, (*since, *first, *more), note, widest=_WIDEST)


def _title(review: Review, words: Words) -> str:
    """Whose bundle it is; of several rubrics, which of them, too."""
    name = _name(review, words)
    if not review.among_several:
        return name
    return words("client.rubric", name=name, title=review.manifest.rubric.title)


def _how_many(hidden: Section, noun: str, words: Words) -> Paragraph:
    """The number of entries in a section that is left out."""
    match hidden.body:
        case [Listing(items)]:
            n = len(items)
        case body:
            n = sum(not isinstance(block, Paragraph) for block in body)
    return Paragraph(words.counted(n, f"review.hidden.{noun}"), "aside")


def _name(review: Review, words: Words) -> str:
    return display_name(review.manifest.leader.name, review.manifest.leader.id, words)


def _listed(review: Review, extent: Extent, words: Words) -> Article:
    content, title = review.content, review.manifest.rubric.title
    if content is None:
        return _gone(review, extent, words)
    focus = content.focus.name if content.focus else ""
    rows = (
        (words("review.wants"), content.want or ""),
        (words("review.focus"), focus),
        (words("review.news"), since_sentence(review, words)),
    )
    cards = Listing(tuple(Item(name, text) for name, text in rows if text), "cards")
    about = words("review.of", title=title, day=words.full_date(review.manifest.made_on))
    return Article(_title(review, words), about, (cards,), widest=_WIDEST)


def _gone(review: Review, extent: Extent, words: Words) -> Article:
    with usual_name() if extent == "record" else nullcontext():
        paragraph = Paragraph(expired_notice(review.manifest, words))
    return Article(_name(review, words), "", (paragraph,), widest=_WIDEST)


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
