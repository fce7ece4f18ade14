"""The ratings of a bundle: a grid of dates and behaviours, and what the signs in it mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from learnlead.coach.bundle import Content, Named, SentRating
from learnlead.i18n.words import Words
from learnlead.reports.document import Block, Column, Item, Listing, Paragraph, Styled, Table
from learnlead.sitting.mark import Mark

COLUMNS_AT_MOST = 10
"""Sittings side by side: as many as a page in portrait has room for."""

_SIGNS = {"no-opportunity": "n", "none-made": "–"}


def rating_blocks(content: Content, words: Words) -> Iterator[Block]:
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
            words(
                "bundle.grid",
                sittings=words.counted(len(shown), "bundle.sittings"),
                span=words.span(shown[0][0], shown[-1][0]),
            ),
            (
                Column(words("bundle.behaviour"), figures=False),
                *(Column(_head(day, words)) for day, _ in shown),
            ),
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
    yield Paragraph(_legend(content, words), "aside")


def items_listing(content: Content, words: Words) -> Listing:
    """What was asked for each behaviour that the bundle speaks of, in full."""
    ids = content.behaviours
    return Listing(
        tuple(
            Item((Styled(named.name), f": {asked}"))
            for named in content.names
            if named.id in ids and (asked := _asked(named, words))
        )
    )


def _asked(named: Named, words: Words) -> str:
    if not named.i:
        return ""
    sentence = f"{named.when.rstrip(',')}, {named.i}" if named.when else named.i
    asked = sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
    return words("bundle.reversed", asked=asked) if named.reversed else asked


def _sign(mark: Mark) -> str:
    return _SIGNS.get(str(mark), str(mark))


def _head(day: date, words: Words) -> str:
    """`6 Nov`; the year stands above the grid."""
    return words.short_date(day).rpartition(" ")[0]


def _legend(content: Content, words: Words) -> str:
    used = {_sign(rating.mark) for rating in content.ratings}
    labels = enumerate(content.scale.labels, 1) if content.scale else ()
    parts = [f"{value} {label}" for value, label in labels]
    if "n" in used:
        parts.append(words("bundle.sign.n"))
    if "–" in used:
        parts.append(words("bundle.sign.none-made"))
    if any(rating.relationship for rating in content.ratings):
        parts.append(words("bundle.sign.two"))
    return f"{'; '.join([*parts, words('bundle.sign.empty')])}."


def rated(rating: SentRating, words: Words) -> str:
    """`2 on 6 Nov 2026`."""
    return words("bundle.rated", rating=_sign(rating.mark), day=words.short_date(rating.date))
