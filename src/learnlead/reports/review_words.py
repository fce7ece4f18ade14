"""Sentences of a review: its terms, what is over, and since when something is new."""

from __future__ import annotations

from datetime import date

from learnlead.coaching.bundle import Manifest
from learnlead.coaching.review import Review, is_over
from learnlead.reports.coach_words import terms_sentence
from learnlead.reports.words import counted, day

_REASON_AT_MOST = 140


def under_which_terms(manifest: Manifest, today: date) -> str:
    """For whom and until when, and whether that time is over."""
    said = terms_sentence(manifest.terms)
    return f"{said} That time is over." if is_over(manifest, today) else said


def gone(manifest: Manifest) -> str:
    """In place of words that may be read no more."""
    until = manifest.terms.until
    when = f"until {day(until)}" if until else "for a time"
    return (
        f"This was lent {when}, so it is not shown any more. `learnlead coach forget --expired` "
        "deletes what you have; a new export would be the leader's to give."
    )


def since_sentence(review: Review) -> str:
    """From when on this is new, and how much of it there is; empty where nobody asked."""
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
    found = [counted(n, one) for n, one in ((n_plans, "plan"), (n_passages, "passage")) if n] or [
        "no plan or passage"
    ]
    seen = "since what you reviewed of" if since.seen is not None else "since"
    return f"New or changed {seen} {day(since.day)}: {' and '.join(found)}."


def short(text: str) -> str:
    """A reason in a line or two."""
    words = " ".join(text.split())
    if len(words) <= _REASON_AT_MOST:
        return words
    return f"{words[: _REASON_AT_MOST - 1].rstrip()}…"
