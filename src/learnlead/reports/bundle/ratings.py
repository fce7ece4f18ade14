"""The ratings of a bundle: a grid of dates and behaviours, and what the signs in it mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from learnlead.coach.bundle import Content, Named, SentRating
from learnlead.reports.document import Block, Column, Item, Listing, Paragraph, Styled, Table
from learnlead.reports.words import counted, short_day, span
from learnlead.sitting.mark import Mark

COLUMNS_AT_MOST = 10
"""Sittings side by side: as many as a page in portrait has room for."""

_SIGNS = {"no-opportunity": "n", "none-made": "–"}


def rating_blocks(content: Content) -> Iterator[Block]:
    """Grids of ten sittings each, newest first, a line a behaviour; then what the signs mean."""
    if not content.ratings:
        return
    pages = sorted({(r.date, r.page) for r in content.ratings})
    marks: dict[tuple[str, str], list[str]] = {}
    for rating in content.ratings:
        marks.setdefault((rating.page, rating.behaviour), []).append(_sign(rating.mark))
    names = {named.id: named.name for named in content.names}
    rated = dict.fromkeys(rating.behaviour for rating in content.ratings)
    behaviours = sorted(rated, key=[*names].index if rated.keys() <= names.keys() else None)
    for last in range(len(pages), 0, -COLUMNS_AT_MOST):
        shown = pages[max(last - COLUMNS_AT_MOST, 0) : last]
        yield Table(
            f"{counted(len(shown), 'sitting')}, {span(shown[0][0], shown[-1][0])}, oldest first.",
            (Column("Behaviour", figures=False), *(Column(_head(day)) for day, _ in shown)),
            tuple(
                (
                    names.get(behaviour, behaviour),
                    *("/".join(marks.get((page, behaviour), ())) for _, page in shown),
                )
                for behaviour in behaviours
                if any((page, behaviour) in marks for _, page in shown)
            ),
            look="matrix",
        )
    yield Paragraph(_legend(content), "aside")


def items_listing(content: Content) -> Listing:
    """What was asked for each behaviour that the bundle speaks of, in full."""
    ids = content.behaviours
    return Listing(
        tuple(
            Item((Styled(named.name), f": {asked}"))
            for named in content.names
            if named.id in ids and (asked := _asked(named))
        )
    )


def _asked(named: Named) -> str:
    if not named.i:
        return ""
    sentence = f"{named.when.rstrip(',')}, {named.i}" if named.when else named.i
    end = "" if sentence.endswith((".", "?", "!")) else "."
    reversed_words = " (More of it is a lower value.)" if named.reversed else ""
    return f"{sentence}{end}{reversed_words}"


def _sign(mark: Mark) -> str:
    return _SIGNS.get(str(mark), str(mark))


def _head(day: date) -> str:
    """`6 Nov`; the year stands above the grid."""
    return short_day(day).rpartition(" ")[0]


def _legend(content: Content) -> str:
    used = {_sign(rating.mark) for rating in content.ratings}
    labels = enumerate(content.scale.labels, 1) if content.scale else ()
    parts = [f"{value} {label}" for value, label in labels]
    if "n" in used:
        parts.append("n it did not come up that week, which is neither good nor bad")
    if "–" in used:
        parts.append("– I made no occasion for it")
    if any(rating.relationship for rating in content.ratings):
        parts.append("4/3 one rating for each relationship")
    return f"{'; '.join([*parts, 'an empty field was not asked or skipped'])}."


def changed_words(ratings: Iterable[SentRating]) -> str:
    """`2 on 6 November, 4 on 13 November`."""
    return ", ".join(f"{_sign(rating.mark)} on {short_day(rating.date)}" for rating in ratings)
