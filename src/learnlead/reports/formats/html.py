"""HTML: one page for a browser or a printer, with drawings and tables of all values."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count, repeat
from typing import TYPE_CHECKING

from markupsafe import Markup

from learnlead.reports.document import Document, Quote, Styled, Table, Words
from learnlead.reports.formats.registry import Format
from learnlead.reports.lines import Layout
from learnlead.reports.render.charts import row_chart, series_chart
from learnlead.reports.render.svg import text
from learnlead.reports.render.weeks_chart import weeks_chart
from learnlead.reports.verdicts.words import change, short_verdict
from learnlead.reports.words import capital

if TYPE_CHECKING:
    from jinja2 import Environment


def _render(document: Document, _: Layout) -> Iterator[str]:
    return page(document)


FORMAT = Format("html", ".html", _render, in_bundle=True)


_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INDENTS = re.compile(r"\n\s+")
_PIECES = 200
"""Pieces of the page, mostly lines, that are yielded together."""


def page(document: Document) -> Iterator[str]:
    """The page in pieces; articles are rendered one at a time.

    The environment escapes every text and removes control characters, so that the template cannot
    omit it.
    """
    alone = None if document.title else next(iter(document.articles))
    stream = (
        _environment()
        .get_template("document.html")
        .stream(
            report=document,
            alone=alone,
            title=alone.title if alone else document.title,
            new_id=map("figure-{}".format, count(1)).__next__,
        )
    )
    stream.enable_buffering(_PIECES)
    return iter(stream)


def _words(words: Words) -> Markup:
    parts = (words,) if isinstance(words, str) else words
    written = (
        f"<{part.style}>{text(part.text)}</{part.style}>"
        if isinstance(part, Styled)
        else text(part)
        for part in parts
    )
    return Markup("".join(written))  # noqa: S704 - each part is escaped


def _rows(table: Table, levels: bool) -> Markup:  # noqa: FBT001 - called by the template
    """The rows; a cell that stands in many of them, as ratings do, is made once.

    `levels` marks ratings with a class of their own.
    """
    figures = [column.figures for column in table.columns]
    rows = (
        f'<tr>\n<th scope="row">{text(row[0])}</th>\n'
        f"{''.join(map(_cell, row[1:], figures[1:], repeat(levels)))}</tr>\n"
        for row in table.rows
    )
    return Markup("".join(rows))  # noqa: S704 - each cell is escaped


def _quote(quote: Quote) -> Markup:
    """A quotation; a bundle of a year has hundreds."""
    about = f"<figcaption>{text(quote.about)}</figcaption>\n" if quote.about else ""
    then = "".join(
        f'<p class="quiet">{text(later.about)}</p>\n{_written(later)}' for later in quote.then
    )
    quoted = f'<figure class="passage">\n{about}{_written(quote)}{then}</figure>'
    return Markup(quoted)  # noqa: S704 - each part is escaped


def _written(quote: Quote) -> str:
    lines = "".join(f"<p>{text(part)}</p>\n" for part in quote.paragraphs if part.strip())
    return f"<blockquote>\n{lines}</blockquote>\n" if quote.paragraphs else ""


@lru_cache(maxsize=1024)
def _cell(value: str, figures: bool, levels: bool) -> str:  # noqa: FBT001 - columns of one table
    level = f" level-{value[0]}" if levels and value and value[0] in "12345" else ""
    marked = f' class="figure{level}"' if figures else ""
    return f"<td{marked}>{text(value)}</td>\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("learnlead.reports.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: text(value) if isinstance(value, str) else value,
    )
    style = _style(environment)
    functions = (row_chart, series_chart, weeks_chart, short_verdict, change)
    environment.globals |= {function.__name__: function for function in functions}
    environment.globals |= {"style": Markup(style), "style_hash": _hash(style)}  # noqa: S704 - our own file
    environment.filters |= {
        "quote": _quote,
        "rows": _rows,
        "words": _words,
        "capital": capital,
        "kind": lambda block: type(block).__name__,
    }
    return environment


def _style(environment: Environment) -> str:
    """The style sheet without its comments and indents."""
    source, _, _ = (
        environment.loader.get_source(environment, "page.css")
        if environment.loader
        else ("", None, None)
    )
    return _INDENTS.sub("\n", _COMMENTS.sub("", source))


def _hash(style: str) -> str:
    """The hash with which the content security policy allows this style sheet only."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
