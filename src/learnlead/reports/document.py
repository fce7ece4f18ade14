"""A report for people as blocks: said once here, laid out by each format in `render/`.

A block holds what is said and what it is, never how it looks. A figure holds its series, for the
formats that draw, and the words beside it; `in_words` says it all to those that do not.

Named tuples, since a frozen dataclass takes twenty times as long to be made, at each start; but
`Styled`, which must not be taken for a tuple of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from learnlead.rubric.model import Rhythm, Scale
from learnlead.trends.periods import Week
from learnlead.trends.series import Series

Extent = Literal["first", "all", "record"]
"""How much is told: a first look, everything, or everything with what is needed to keep it."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Words that stand out, or what can be typed."""

    text: str
    style: Literal["strong", "code"] = "strong"


Words = str | tuple[str | Styled, ...]
"""What is said on one line; nothing in it is read as a mark of any format."""


def plain(words: Words) -> str:
    """The words without their styles."""
    return words if isinstance(words, str) else "".join(map(_plain, words))


def _plain(part: str | Styled) -> str:
    if isinstance(part, str):
        return part
    return f"`{part.text}`" if part.style == "code" else part.text


class Paragraph(NamedTuple):
    """A sentence or a few.

    `aside` explains, `claim` is a verdict that says something, `notice` and `want` are the
    leader's own, `earlier` tells of what was before the section it stands in.
    """

    words: Words
    role: Literal["plain", "aside", "claim", "change", "notice", "want", "earlier"] = "plain"


class Item(NamedTuple):
    """One of a list.

    Attributes:
        note: what is known about it beside: its pages, its reason, its outcome.
        details: sentences that tell more of a card.
        quotes: what was written of it, each with its day.
    """

    words: Words
    note: str = ""
    details: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()


class Listing(NamedTuple):
    """A list, under a heading of its own or none. Cards are names, each with what is told of it.

    Where there is room for few, those after the first `shown` unfold under `more`.
    """

    items: tuple[Item, ...]
    kind: Literal["bullets", "numbered", "plans", "cards"] = "bullets"
    heading: str = ""
    shown: int | None = None
    more: str = ""


class Column(NamedTuple):
    """What stands under one head; figures are aligned to the right."""

    head: str
    figures: bool = True


class Table(NamedTuple):
    """A table. The first cell of a row says what the row is about; an empty text is an empty cell.

    Attributes:
        caption: what the table holds, in a sentence.
        nothing: what is said of a row without a figure, where rows are told as sentences.
        look: a `grid` has sentences for heads, a `matrix` many columns; both hold ratings.
            A `narrow` one has short first cells, which the eye should not lose.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str = ""
    look: Literal["plain", "grid", "matrix", "narrow"] = "plain"


class Quote(NamedTuple):
    """What somebody wrote, under what it is about, if that is said; an empty paragraph is a pause.

    Attributes:
        then: what became of it later, each with what was written then.
    """

    about: str
    paragraphs: tuple[str, ...] = ()
    then: tuple[Quote, ...] = ()


class SeriesFigure(NamedTuple):
    """A series that is drawn large: its values, what may be said of it, and what to beware of.

    Attributes:
        subject: whose values, as `your own rating of Open doors`.
        unit: what one value stands for, as `week`.
        changes: where it began and where it is.
        notes: what somebody should know before believing the verdict.
    """

    series: Series
    subject: str
    scale: Scale
    rhythm: Rhythm
    unit: str
    verdict: str
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class SeriesRow(NamedTuple):
    """One of several series over the same time.

    Attributes:
        sentence: what is rated, in full.
        told: whether a figure above has told the same values.
        note: what to beware of.
        high: whether ratings are so steadily high that little room is left.
    """

    name: str
    sentence: str
    series: Series
    shown_above: bool = False
    note: str = ""
    high: bool = False


class SeriesRows(NamedTuple):
    """Series that are drawn small, one below the other, from the first date to the last."""

    rows: tuple[SeriesRow, ...]
    first: date
    last: date
    scale: Scale
    rhythm: Rhythm
    unit: str


class WeeksFigure(NamedTuple):
    """Which weeks had a sitting, from the first to the last."""

    weeks: tuple[Week, ...]
    rhythm: Rhythm
    unit: str


Role = Literal["plain", "keep", "detail", "reading"]
"""Of a section: `keep` stays on one sheet of paper, `detail` goes into the section before it,
`reading` is small print."""


class Section(NamedTuple):
    """Blocks under a heading."""

    heading: str
    body: tuple[Block, ...]
    role: Role = "plain"


def section(heading: str, *body: Block | None, role: Role = "plain") -> Iterator[Section]:
    """The section, if there is anything in it; empty lists are nothing."""
    blocks = tuple(
        block for block in body if block and not (isinstance(block, Listing) and not block.items)
    )
    if blocks:
        yield Section(heading, blocks, role)


class Focus(NamedTuple):
    """The focus: what it is called, since when, and what others would notice."""

    label: str
    name: str
    since: str
    notice: str
    body: tuple[Block, ...]


class Day(NamedTuple):
    """What is told of one day, one of many in a year."""

    when: date
    body: tuple[Paragraph | Quote, ...]


Block = (
    Paragraph
    | Listing
    | Table
    | Quote
    | SeriesFigure
    | SeriesRows
    | WeeksFigure
    | Section
    | Focus
    | Day
)


class Article(NamedTuple):
    """What is told of one rubric, one leader or one year.

    Attributes:
        lede: how much there is, and of when.
        note: what goes without saying on a screen: when it was made, or on which terms.
        more: what has no place on the first page; None where there is no such page.
        widest: letters of the longest line that reads well.
    """

    title: str
    lede: str
    body: tuple[Block, ...]
    note: str = ""
    more: tuple[Block, ...] | None = None
    widest: int = 100


class Document(NamedTuple):
    """A report.

    Attributes:
        articles: one, or as many as there are; of some reports only one is held at a time.
        title: of several together; empty where the one article's title leads.
        kicker: what it is and when it was made, or on which terms.
        preface: what comes before the articles.
        closing: what comes after them, how to read it.
        annex: tables for whoever checks; a format in which they cannot be folded leaves them out.
        footer: where it comes from.
    """

    articles: Iterable[Article]
    title: str = ""
    kicker: str = ""
    preface: tuple[Section, ...] = ()
    closing: tuple[Section, ...] = ()
    annex: tuple[Section, ...] = ()
    footer: str = ""
