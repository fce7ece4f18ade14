"""`Document`: a report as blocks, which every format in `formats/` renders.

A block has content and a role, never a layout. A figure has its series, for formats that draw, and
sentences; `render.in_words` turns it into simple blocks for the other formats.

Blocks are named tuples, since defining a frozen dataclass takes twenty times as long at each start;
`Styled` is a dataclass, so that it is not taken for a tuple of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from learnlead.i18n.words import ENGLISH
from learnlead.i18n.words import Words as Sentences
from learnlead.rubric.model import Rhythm, Scale
from learnlead.trends.periods import Week
from learnlead.trends.series import Series

Extent = Literal["first", "all", "record"]
"""How much a report shows: a first look, everything, or everything for the record."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasised words, or code that can be typed."""

    text: str
    style: Literal["strong", "code"] = "strong"


Words = str | tuple[str | Styled, ...]
"""Text on one line; no format interprets markup in it."""


def plain(words: Words) -> str:
    """The words without their styles."""
    return words if isinstance(words, str) else "".join(map(_plain, words))


def with_code(sentence: str) -> Words:
    """A sentence whose parts between backticks are code that can be typed."""
    parts = sentence.split("`")
    return tuple(Styled(part, "code") if at % 2 else part for at, part in enumerate(parts))


def _plain(part: str | Styled) -> str:
    if isinstance(part, str):
        return part
    return f"`{part.text}`" if part.style == "code" else part.text


class Paragraph(NamedTuple):
    """A few sentences.

    `aside` explains, `claim` is a verdict of a trend, `notice` and `want` are the leader's own
    texts, `earlier` is about the time before its section.
    """

    words: Words
    role: Literal["plain", "aside", "claim", "change", "notice", "want", "earlier"] = "plain"


class Item(NamedTuple):
    """An item of a list.

    Attributes:
        note: its pages, reason or outcome.
        details: further sentences of a card.
        quotes: date and text of quotations.
    """

    words: Words
    note: str = ""
    details: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()


class Listing(NamedTuple):
    """A list with an optional heading. Cards are names with details.

    HTML folds items after the first `shown` under the label `more`; `sentences` has the quotation
    marks of quotes.
    """

    items: tuple[Item, ...]
    kind: Literal["bullets", "numbered", "plans", "cards"] = "bullets"
    heading: str = ""
    shown: int | None = None
    more: str = ""
    sentences: Sentences = ENGLISH


class Column(NamedTuple):
    """A column of a table; figures are aligned to the right."""

    head: str
    figures: bool = True


class Table(NamedTuple):
    """A table. The first cell of a row is its heading.

    Attributes:
        caption: a sentence on the content.
        nothing: words for a row without figures, in formats that print rows as sentences.
        look: a `grid` has sentences as column heads, a `matrix` many columns; both hold ratings.
            A `narrow` table has short first cells and is not stretched, nor is a `calendar`, whose
            columns have no heads.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str = ""
    look: Literal["plain", "grid", "matrix", "narrow", "calendar"] = "plain"


class Quote(NamedTuple):
    """A quotation with an optional label; an empty paragraph is an empty line.

    Attributes:
        about: the label.
        then: later quotations on the same matter.
        own: whether the reader's own words are to stand out, by a bar beside them.
    """

    about: str
    paragraphs: tuple[str, ...] = ()
    then: tuple[Quote, ...] = ()
    own: bool = False


class SeriesFigure(NamedTuple):
    """A series drawn large, with its verdict and caveats.

    Attributes:
        subject: of the values, such as `your own rating of Open doors`.
        unit: the period of one value, such as `week`.
        changes: sentences on the first and last third and the change a month.
        notes: caveats of the verdict.
        sentences: of the language around the figure.
    """

    series: Series
    subject: str
    scale: Scale
    rhythm: Rhythm
    unit: str
    verdict: str
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sentences: Sentences = ENGLISH


class SeriesRow(NamedTuple):
    """A row of `SeriesRows`.

    Attributes:
        sentence: the rated behaviour in full.
        shown_above: whether a figure above shows the same values.
        note: a caveat.
        high: whether the ratings are constantly near the end of the scale.
    """

    name: str
    sentence: str
    series: Series
    shown_above: bool = False
    note: str = ""
    high: bool = False


class SeriesRows(NamedTuple):
    """Small drawings of several series on one time axis."""

    rows: tuple[SeriesRow, ...]
    first: date
    last: date
    scale: Scale
    rhythm: Rhythm
    unit: str
    sentences: Sentences = ENGLISH


class WeeksFigure(NamedTuple):
    """The weeks from the first sitting to the last, and which had a sitting."""

    weeks: tuple[Week, ...]
    rhythm: Rhythm
    unit: str
    sentences: Sentences = ENGLISH


Role = Literal["plain", "keep", "detail", "reading"]
"""Of a section: `keep` avoids a page break in it, `detail` belongs to the section before it,
`reading` is small print."""


class Section(NamedTuple):
    """Blocks under a heading."""

    heading: str
    body: tuple[Block, ...]
    role: Role = "plain"


def section(heading: str, *body: Block | None, role: Role = "plain") -> Iterator[Section]:
    """The section, unless all its blocks are empty."""
    blocks = tuple(
        block for block in body if block and not (isinstance(block, Listing) and not block.items)
    )
    if blocks:
        yield Section(heading, blocks, role)


class Focus(NamedTuple):
    """The focus: its name, since when (empty if the label says so), what others would notice."""

    label: str
    name: str
    since: str
    notice: str
    body: tuple[Block, ...]
    sentences: Sentences = ENGLISH


class Day(NamedTuple):
    """The texts of one day of a year.

    Attributes:
        heading: the day in words, without the year.
        margin: the same in a few letters, for the margin of a wide page.
    """

    heading: str
    margin: str
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
    """The report on one rubric, one leader or one year.

    Attributes:
        lede: number of sittings and the period.
        note: date or terms, left out on a screen.
        more: blocks after the first page; None if there is no first page.
        widest: maximum line length, in characters.
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
        articles: iterated once; some reports produce one at a time.
        title: of several articles; empty if there is only one.
        kicker: kind and date of the report, or its terms.
        preface: sections before the articles.
        closing: sections after them, such as how to read it.
        annex: tables for checking; formats without folding leave them out.
        footer: origin of the report.
        language: of its sentences, such as `de`.
    """

    articles: Iterable[Article]
    title: str = ""
    kicker: str = ""
    preface: tuple[Section, ...] = ()
    closing: tuple[Section, ...] = ()
    annex: tuple[Section, ...] = ()
    footer: str = ""
    language: str = "en"
