"""What a coach reads: the terms of everything first, then one leader at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date

from learnlead.coaching.bundle import Manifest
from learnlead.coaching.review import Review
from learnlead.coaching.reviewed import called
from learnlead.own_name import as_typed, to_keep
from learnlead.reports.coach_report import Voice, lede_of, told
from learnlead.reports.coach_words import terms_sentence
from learnlead.reports.document import (
    Article,
    Document,
    Extent,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    section,
)
from learnlead.reports.review_words import gone, short, since_sentence, under_which_terms
from learnlead.reports.words import counted, day

_WIDEST = 90

_PASSAGES = 10
"""So many passages are shown first, the newest, unless only what is new was asked for."""

_MORE = {"Further passages": "more passage", "Further plans": "more plan", "Ratings": "rating"}
"""What a screen has no room for, and what one of it is called."""

_THEIRS = Voice("What this leader wants from the conversation", "In their words")


def review_report(
    manifests: Sequence[Manifest],
    reviews: Iterable[Review],
    today: date,
    extent: Extent,
    *,
    listed: bool = False,
) -> Document:
    """The review: of many leaders only one is held at a time.

    `listed` shows each only with what they want, in a list; nothing that could be compared.
    """
    leaders = counted(len({one.leader.id for one in manifests}), "leader")
    terms = Section("On which terms", (_terms(manifests, today),), "keep")
    return Document(
        (_listed(one, extent) if listed else _article(one, extent) for one in reviews),
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
                called(one.leader.name, one.leader.id),
                f"made on {day(one.made_on)}",
                (under_which_terms(one, today),),
            )
            for one in manifests
        ),
        "cards",
    )


def _article(review: Review, extent: Extent) -> Article:
    manifest, content = review.manifest, review.content
    if content is None:
        return _gone(review, extent)
    questions = [Item(one.ask, f"Because: {short(one.reason)}") for one in review.questions]
    whole = extent == "record" or review.since is not None
    at_most = None if whole else _PASSAGES
    first, more = told(manifest, content, _THEIRS, questions, at_most)
    if not whole:
        left = [one for one in more if one.heading in _MORE]
        more = tuple(one for one in more if one.heading not in _MORE)
        more = (*more, *section("Not shown here", *map(_how_many, left)))
    since = (Paragraph(said),) if (said := since_sentence(review)) else ()
    lede = f"{lede_of(manifest, content)} Made on {day(manifest.made_on)}."
    note = terms_sentence(manifest.terms) if extent == "record" else ""
    return Article(review.called, lede, (*since, *first, *more), note, widest=_WIDEST)


def _how_many(left: Section) -> Paragraph:
    """How much more there is, for which a screen has no room."""
    match left.body:
        case [Listing(items)]:
            n = len(items)
        case [Table() as table]:
            n = len(table.rows)
        case body:
            n = len(body)
    said = f"{counted(n, _MORE[left.heading])}: --output review.html has all."
    return Paragraph(said, "aside")


def _listed(review: Review, extent: Extent) -> Article:
    content, title = review.content, review.manifest.rubric.title
    if content is None:
        return _gone(review, extent)
    focus = content.focus.name if content.focus else ""
    said = (("Wants", content.want or ""), ("Focus", focus), ("New", since_sentence(review)))
    cards = Listing(tuple(Item(name, text) for name, text in said if text), "cards")
    about = f"{title}, made on {day(review.manifest.made_on)}"
    return Article(review.called, about, (cards,), widest=_WIDEST)


def _gone(review: Review, extent: Extent) -> Article:
    with to_keep() if extent == "record" else nullcontext():
        said = Paragraph(as_typed(gone(review.manifest)))
    return Article(review.called, "", (said,), widest=_WIDEST)
