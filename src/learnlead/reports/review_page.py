"""The review as a page for a browser: terms first, then a leader a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from learnlead.coaching.bundle import Manifest
from learnlead.coaching.review import Review
from learnlead.coaching.reviewed import called
from learnlead.reports.coach_report import coach_report
from learnlead.reports.html_page import streamed
from learnlead.reports.review_words import gone, short, since_sentence, under_which_terms
from learnlead.reports.words import counted, day


def review_page(
    manifests: Sequence[Manifest], reviews: Iterable[Review], today: date, *, listed: bool = False
) -> Iterator[str]:
    """The page, bit by bit: of many leaders only one is held at a time.

    `listed` shows each only with what they want, in a list.
    """
    return streamed(
        "review.html",
        title="Before your conversations" if len(manifests) != 1 else "Before your conversation",
        made_on=day(today),
        how_many=counted(len({one.leader.id for one in manifests}), "leader"),
        terms=[
            {
                "name": called(one.leader.name, one.leader.id),
                "made": day(one.made_on),
                "said": under_which_terms(one, today),
            }
            for one in manifests
        ],
        listed=listed,
        reviews=(_told(review, f"l{number}") for number, review in enumerate(reviews, 1)),
    )


def _told(review: Review, key: str) -> dict[str, object]:
    return {
        "key": key,
        "name": review.called,
        "made": f"Made on {day(review.manifest.made_on)}",
        "gone": gone(review.manifest) if review.content is None else "",
        "since": since_sentence(review),
        "report": coach_report(review.manifest, review.content) if review.content else None,
        "questions": [{"ask": q.ask, "reason": short(q.reason)} for q in review.questions],
    }
