"""What fits one screen of 80×24: the lines that blocks take, and the findings that have room."""

from __future__ import annotations

from learnlead.i18n.words import Words
from learnlead.reports.document import (
    Block,
    Focus,
    Item,
    Listing,
    Paragraph,
    Section,
    SeriesFigure,
    plain,
)
from learnlead.reports.findings import finding_text
from learnlead.text.cells import broken
from learnlead.trends.finding import COMPOSITE
from learnlead.trends.model import Trends

FINDINGS = 3
"""Findings of a first look at most; fewer if they do not fit the screen."""

_COLUMNS = 78
"""The columns of the screen, less the indent."""


def lines_of(block: Block) -> int:
    """The lines of a block on a screen, at most."""
    match block:
        case Paragraph():
            return len(broken(plain(block.words), _COLUMNS))
        case Section() | Focus():
            return 1 + sum(map(lines_of, block.body))
        case Listing():
            return sum(len(broken(plain(item.words), _COLUMNS)) + 1 for item in block.items)
        case SeriesFigure():
            chart = 2  # plain ones are a sentence
            return chart + sum(
                len(broken(text, _COLUMNS)) for text in (block.verdict, *block.notes)
            )
        case _:
            return 0


def first_findings(trends: Trends, lines: int, words: Words) -> Listing:
    """At most three findings that fit so many lines, without what is told of overall anyway."""
    texts: list[str] = []
    for finding in trends.findings:
        if finding.subject == COMPOSITE and finding.kind in ("rising", "falling", "taken-back"):
            continue
        text = finding_text(finding, trends, words)
        needed = len(broken(text, _COLUMNS - 4))
        if needed <= lines and len(texts) < FINDINGS:
            texts.append(text)
            lines -= needed
    return Listing(tuple(map(Item, texts)), "numbered")
