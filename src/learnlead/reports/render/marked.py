"""A report in a markup language: what Markdown and similar formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from learnlead.reports.document import (
    Block,
    Document,
    Listing,
    Paragraph,
    Quote,
    Section,
    Styled,
    Table,
    Words,
)
from learnlead.reports.render.in_words import in_words


@dataclass(frozen=True, slots=True)
class Marks:
    """The markup of a format. Blocks end with an empty line; the functions get escaped texts.

    Attributes:
        escaped: escapes words on one line.
        styled: marks up text in a style.
        heading: a heading of a level, 1 or more.
        table: a table, without its caption.
        quote: a quotation of paragraphs.
        rule: the separator between the first page and the rest.
    """

    escaped: Callable[[str], str]
    styled: Callable[[str, str], str]
    heading: Callable[[int, str], str]
    table: Callable[[Table], str]
    quote: Callable[[Sequence[str]], str]
    rule: str

    def pieces(self, document: Document) -> Iterator[str]:
        """The report in pieces, one article at a time, separated by empty lines."""
        for number, blocks in enumerate(self._parts(document)):
            yield ("\n" if number else "") + "".join(blocks).rstrip("\n") + "\n"

    def _parts(self, document: Document) -> Iterator[Iterable[str]]:
        level = 2 if document.title else 1
        if document.title:
            opening = [self.heading(1, document.title), self._paragraph(f"{document.kicker}.")]
            yield chain(opening, self._all(document.preface, 2))
        for article in document.articles:
            opening = [self.heading(level, self.escaped(article.title))]
            lede = f"{article.lede.removesuffix('.')}." if article.lede else ""
            if about := " ".join(filter(None, (lede, article.note))):
                opening.append(self._paragraph(about))
            more = chain([self.rule], self._all(article.more, level + 1)) if article.more else ()
            yield chain(opening, self._all(article.body, level + 1), more)
        if document.closing:
            yield self._all(document.closing, 2)

    def _all(self, blocks: Iterable[Block], level: int) -> Iterator[str]:
        for block in blocks:
            for simple in in_words(block):
                match simple:
                    case Section(heading, body):
                        yield self.heading(level, self.escaped(heading))
                        yield from self._all(body, level + 1)
                    case Paragraph(words):
                        yield self._paragraph(words)
                    case Listing():
                        yield from self._listing(simple)
                    case Table():
                        yield self._paragraph(simple.caption) if simple.caption else ""
                        yield self.table(simple)
                    case Quote():
                        yield from self._quote(simple)

    def _words(self, words: Words) -> str:
        if isinstance(words, str):
            return self.escaped(words)
        return "".join(
            self.styled(part.style, self.escaped(part.text))
            if isinstance(part, Styled)
            else self._between(part, begins=not at)
            for at, part in enumerate(words)
        )

    def _between(self, text: str, *, begins: bool) -> str:
        """Escapes part of a line and keeps its outer blanks; `begins` if it is the first part."""
        before = "" if begins else "x"
        return self.escaped(f"{before}{text}x")[len(before) : -1]

    def _paragraph(self, words: Words) -> str:
        return f"{self._words(words)}\n\n"

    def _listing(self, listing: Listing) -> Iterator[str]:
        between = ": " if listing.kind == "plans" else " "
        for number, item in enumerate(listing.items, 1):
            note = f"{between}{self.escaped(item.note)}" if item.note else ""
            mark = f"{number}." if listing.kind == "numbered" else "-"
            yield f"{mark} {self._words(item.words)}{note}\n"
        yield "\n" if listing.items else ""

    def _quote(self, quote: Quote) -> Iterator[str]:
        paragraphs = [self.escaped(text) for text in quote.paragraphs if text.strip()]
        if quote.about:
            about = quote.about
            yield self._paragraph(f"{about.removesuffix('.')}:" if paragraphs else about)
        yield self.quote(paragraphs) if paragraphs else ""
        for later in quote.then:
            yield from self._quote(later)
