"""What a coach reads: the terms of everything first, then one leader at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

from learnlead.coaching.bundle import Manifest
from learnlead.coaching.review import Review
from learnlead.coaching.reviewed import called
from learnlead.own_name import as_typed, to_keep
from learnlead.reports.coach_report import Chosen, Voice, chosen
from learnlead.reports.coach_words import terms_sentence
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Entries,
    Entry,
    Extent,
    Item,
    Paragraph,
    Section,
)
from learnlead.reports.review_words import gone, short, since_sentence, under_which_terms
from learnlead.reports.words import counted, day

_WIDEST = 90

_PASSAGES = 10
"""So many passages are shown first, the newest, unless only what is new was asked for."""

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


def _terms(manifests: Sequence[Manifest], today: date) -> Entries:
    return Entries(
        tuple(
            Entry(
                called(one.leader.name, one.leader.id),
                f"made on {day(one.made_on)}",
                (under_which_terms(one, today),),
            )
            for one in manifests
        )
    )


def _article(review: Review, extent: Extent) -> Article:
    manifest, content = review.manifest, review.content
    if content is None:
        return _gone(review, extent)
    found = chosen(manifest, content)
    body = [Paragraph(said)] if (said := since_sentence(review)) else []
    questions = [Item(one.ask, f"Because: {short(one.reason)}") for one in review.questions]
    return Article(
        review.called,
        f"{manifest.rubric.title}. {found.held}. Made on {day(manifest.made_on)}.",
        (*body, *_told(found, questions, whole=extent == "record" or review.since is not None)),
        terms_sentence(manifest.terms) if extent == "record" else "",
        widest=_WIDEST,
    )


def _told(found: Chosen, questions: Sequence[Item], *, whole: bool) -> Iterator[Block]:
    """Everything, or the newest and how much more there is, for which a screen has no room."""
    if whole:
        yield from found.first_page(_THEIRS, questions)
        yield from found.further()
        return
    passages = (*found.passages, *found.more_passages)
    yield from replace(found, passages=passages[:_PASSAGES]).first_page(_THEIRS, questions)
    yield from found.found_too()
    ratings = found.ratings.rows if found.ratings else ()
    left = (
        (len(found.more_plans), "more plan"),
        (len(passages[_PASSAGES:]), "more passage"),
        (len(ratings), "rating"),
    )
    if said := [f"{counted(n, what)}: --output review.html has all." for n, what in left if n]:
        yield Section("Not shown here", tuple(Paragraph(one, "aside") for one in said))


def _listed(review: Review, extent: Extent) -> Article:
    content, title = review.content, review.manifest.rubric.title
    if content is None:
        return _gone(review, extent)
    focus = content.focus.name if content.focus else ""
    said = (("Wants", content.want or ""), ("Focus", focus), ("New", since_sentence(review)))
    entries = Entries(tuple(Entry(name, text) for name, text in said if text))
    about = f"{title}, made on {day(review.manifest.made_on)}"
    return Article(review.called, about, (entries,), widest=_WIDEST)


def _gone(review: Review, extent: Extent) -> Article:
    with to_keep() if extent == "record" else nullcontext():
        said = Paragraph(as_typed(gone(review.manifest)))
    return Article(review.called, "", (said,), widest=_WIDEST)
