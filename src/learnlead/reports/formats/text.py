"""Text for a screen, with sparklines and tables; the terminal adds colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from learnlead.reports.document import (
    Article,
    Block,
    Day,
    Document,
    Focus,
    Listing,
    Paragraph,
    Quote,
    Section,
    SeriesFigure,
    SeriesRows,
    Table,
    WeeksFigure,
    plain,
)
from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import Layout, Line, Span, Style, as_text, harmless_lines, wrapped
from learnlead.reports.render.in_words import in_words
from learnlead.reports.render.text_blocks import figure_text, rows_text, table_text, weeks_text
from learnlead.text.cells import cells

_NARROWEST, _WIDEST = 36, 90
"""Limits of the line width, unless an article has its own maximum."""

_MARGIN = 9
"""Columns of the margin with the dates of a year."""

_WIDTH_FOR_MARGIN = 60
"""Columns from which the dates stand in a margin."""

_BAR = "▌ "
"""Stands before each line of the reader's own words."""

_STYLES: dict[str, Style] = {"aside": "dim", "earlier": "dim", "claim": "strong"}


def text_lines(document: Document, layout: Layout) -> Iterator[list[Line]]:
    """The lines of the preface, of each article, and of the closing, produced on demand.

    Two empty lines separate articles; one follows the preface.
    """
    free: list[Line] = []
    if document.preface:
        yield harmless_lines(_apart(document.preface, _fitted(layout, _WIDEST))[1:])
        free = [()]
    for article in document.articles:
        yield harmless_lines([*free, *_article(article, _fitted(layout, article.widest))])
        free = [(), ()]
    if document.closing:
        yield harmless_lines(_apart(document.closing, _fitted(layout, _WIDEST)))


def _fitted(layout: Layout, widest: int) -> Layout:
    return replace(layout, width=min(max(layout.width, _NARROWEST), widest))


def _article(article: Article, layout: Layout) -> list[Line]:
    lines = wrapped(article.title, layout.width, style="title")
    body = (*article.body, *(article.more or ()))
    if article.lede:
        lines += wrapped(article.lede, layout.width, style="dim")
    elif body and isinstance(body[0], Paragraph | Listing):  # in its place
        lines += _lines(body[0], layout, 0)
        body = body[1:]
    return lines + _apart(body, layout)


def _apart(blocks: Iterable[Block], layout: Layout) -> list[Line]:
    """The blocks, each with an empty line before it."""
    return [line for block in blocks if (lines := _lines(block, layout)) for line in ((), *lines)]


def _lines(  # noqa: C901, PLR0911 - a case a kind of block
    block: Block, layout: Layout, indent: int = 2
) -> list[Line]:
    match block:
        case Section(heading, body):
            return _under(heading, body, layout)
        case Focus():
            (section,) = in_words(block)
            return _lines(section, layout)
        case Day():
            return list(_day(block, layout))
        case Paragraph(words, role):
            before: list[Line] = [()] if role == "earlier" else []
            left = 0 if role == "earlier" else indent
            style = _STYLES.get(role, "plain")
            return before + wrapped(plain(words), layout.width, style=style, indent=left)
        case Listing():
            return _listing(block, layout)
        case Quote():
            return _quote(block, layout, indent, indent + 2 if block.about else indent)
        case Table():
            return table_text(block, layout)
        case SeriesFigure():
            return figure_text(block, layout)
        case SeriesRows():
            return rows_text(block, layout)
        case WeeksFigure():
            return weeks_text(block, layout)


def _under(heading: str, body: tuple[Block, ...], layout: Layout) -> list[Line]:
    """A heading and its body; above other sections it is styled as a title."""
    above = bool(body) and isinstance(body[0], Section)
    lines = wrapped(heading, layout.width, style="title" if above else "heading")
    if above or (body and isinstance(body[0], Day)):
        return lines + _apart(body, layout)
    for at, block in enumerate(body):
        free = isinstance(block, Table)
        lines += [()] if free and at else []
        lines += _lines(block, layout)
        lines += [()] if free and at < len(body) - 1 else []
    return lines


def _listing(block: Listing, layout: Layout) -> list[Line]:
    lines = wrapped(block.heading, layout.width, style="dim", indent=2) if block.heading else []
    beside = block.kind in ("plans", "cards")
    for number, item in enumerate(block.items, 1):
        mark = {"numbered": f"{number}. ", "bullets": "- "}.get(block.kind, "")
        hanging = max(cells(mark), 2)
        words = f"{mark}{plain(item.words)}"
        if item.details:
            words = f"{words}, {item.note}: {' '.join(item.details)}"
        elif beside and item.note:
            words = f"{words}: {item.note}"
        lines += wrapped(words, layout.width, indent=2, hanging=hanging)
        if item.note and not beside:
            lines += wrapped(item.note, layout.width, style="dim", indent=2 + hanging)
        for day, text in item.quotes:
            quoted = block.sentences("side.quote", text=text)
            lines += wrapped(f"{day}: {quoted}", layout.width, style="dim", indent=4, hanging=2)
    return lines


def _quote(quote: Quote, layout: Layout, indent: int, inside: int) -> list[Line]:
    lines = wrapped(quote.about, layout.width, style="dim", indent=indent) if quote.about else []
    if quote.own and not layout.plain:
        return lines + _with_bar(quote.paragraphs, layout, indent)
    for text in map(str.strip, quote.paragraphs):
        hanging = 2 if text.startswith("- ") else 0
        lines += wrapped(text, layout.width, indent=inside, hanging=hanging) if text else [()]
    for later in quote.then:
        lines += _quote(later, layout, inside + 2, inside + 2)
    return lines


def _with_bar(texts: Iterable[str], layout: Layout, indent: int) -> list[Line]:
    width = layout.width - indent - cells(_BAR)
    bar = Span(" " * indent + _BAR, "bar")
    lines: list[Line] = []
    for text in map(str.strip, texts):
        hanging = 2 if text.startswith("- ") else 0
        lines += [(bar, *line) for line in wrapped(text, width, hanging=hanging)]
    return lines


def _day(day: Day, layout: Layout) -> Iterator[Line]:
    """A day with its date in the margin, or on its own line in plain mode and narrow layouts."""
    margin = not layout.plain and layout.width >= _WIDTH_FOR_MARGIN
    beside_margin = replace(layout, width=layout.width - _MARGIN if margin else layout.width)
    blocks = (
        _quote(block, beside_margin, 0, 0)
        if isinstance(block, Quote)
        else _lines(block, beside_margin, 0)
        for block in day.body
    )
    body = [line for block in blocks for line in ((), *block)][1:]
    if not margin:
        yield (Span(day.heading, "strong"),)
        yield from body
        return
    margin_text = f" {day.margin}"
    for number, line in enumerate(body):
        if line:
            blank = Span(" " * _MARGIN)
            yield (blank if number else Span(f"{margin_text:<{_MARGIN}}", "strong"), *line)
        else:
            yield ()


def _render(document: Document, layout: Layout) -> Iterator[str]:
    return map(as_text, text_lines(document, layout))


FORMAT = Format("text", ".txt", _render, extent="first")
