"""Blocks as simple blocks, for formats that do not draw: figures as tables and sentences."""

from __future__ import annotations

from collections import Counter

from learnlead.i18n.words import Words
from learnlead.reports.document import (
    Block,
    Column,
    Day,
    Focus,
    Item,
    Listing,
    Paragraph,
    Quote,
    Section,
    SeriesFigure,
    SeriesRows,
    Styled,
    Table,
    WeeksFigure,
    plain,
)
from learnlead.reports.verdicts.words import short_verdict
from learnlead.reports.words import capital
from learnlead.trends.periods import by_year
from learnlead.trends.series import Third

Simple = Paragraph | Listing | Table | Quote | Section
"""Blocks that every format renders."""


def in_words(block: Block) -> tuple[Simple, ...]:  # noqa: PLR0911 - a case a kind of block
    """The block as simple blocks; a simple block is unchanged."""
    match block:
        case SeriesFigure():
            sentences = " ".join((*block.changes, *block.notes))
            verdict = Paragraph((Styled(block.verdict),))
            return (verdict, Paragraph(sentences)) if sentences else (verdict,)
        case SeriesRows():
            room = block.sentences("figure.little-room")
            high = (f"{row.name}: {room}" for row in block.rows if row.high)
            notes = (f"{row.name}: {row.note}" for row in block.rows if row.note)
            return (_table(block), Listing(tuple(map(Item, (*notes, *high)))))
        case WeeksFigure():
            return (Paragraph(weeks_in_words(block)),)
        case Focus():
            notice = (Paragraph(block.notice),) if block.notice else ()
            since = _since(block)
            return (Section(f"{block.label}: {block.name}", (*notice, *since, *block.body)),)
        case Table(look="grid"):
            heads = tuple(column._replace(head=capital(column.head)) for column in block.columns)
            return (block._replace(columns=heads),)
        case Day():
            return (Section(block.heading, block.body),)
        case Listing(kind="cards"):
            quotation = block.sentences
            simple = tuple(block for item in block.items for block in _card(item, quotation))
            return (Section(block.heading, simple),) if block.heading else simple
        case _:
            return (block,)


def weeks_in_words(figure: WeeksFigure) -> str:
    """`2026: 39 weeks held, 5 off.`, one sentence a year."""
    sentences, words = [], figure.sentences
    for year, row in by_year(figure.weeks).items():
        states = Counter(week.state for week in row.values())
        held = words.counted(states["held"], f"unit.{figure.unit}")
        off = states["excused"]
        key = "weeks.year-off" if off else "weeks.year"
        sentences.append(words(key, year=year, held=held, n=off))
    return " ".join(sentences)


def _since(block: Focus) -> tuple[Paragraph, ...]:
    since = block.sentences("figure.since", day=block.since)
    return (Paragraph(since, "aside"),) if block.since else ()


def _table(block: SeriesRows) -> Table:
    """A table of the series: means of the first and last third, n, and verdict."""
    words = block.sentences
    heads = (words(f"table.{head}") for head in ("first-third", "last-third", "ratings"))
    return Table(
        words("table.thirds"),
        (
            Column(words("table.behaviour"), figures=False),
            *map(Column, heads),
            Column(words("table.verdict"), figures=False),
        ),
        tuple(
            (
                row.name,
                _third(row.series.first_third, words),
                _third(row.series.last_third, words),
                str(row.series.n),
                short_verdict(row.series, words),
            )
            for row in block.rows
        ),
    )


def _third(third: Third | None, words: Words) -> str:
    return "" if third is None else words.figure(third.mean)


def _card(item: Item, words: Words) -> tuple[Simple, ...]:
    note = f": {item.note}" if item.note else ""
    quotes = (Item(f"{day}: {words('side.quote', text=text)}") for day, text in item.quotes)
    below = Listing((*map(Item, item.details), *quotes))
    return (Paragraph((Styled(plain(item.words)), note)), below)
