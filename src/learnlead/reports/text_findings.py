"""What stands out, each a sentence or two, in the order in which a coach would raise it."""

from __future__ import annotations

from learnlead.own_name import as_typed
from learnlead.reports.finding_words import finding_text
from learnlead.reports.lines import Layout, Line, wrapped
from learnlead.reports.words import short_day
from learnlead.trends.finding import Finding
from learnlead.trends.model import Trends

FIRST = 5
"""How many findings a first screen holds; more are a list that nobody reads."""

_PAGES = 4


def findings_text(trends: Trends, layout: Layout, *, all_of_them: bool) -> list[Line]:
    """The first five findings, or all of them and the pages they rest on.

    Those on the focus are left out: it leads every screen with its own verdict.
    """
    found = [finding for finding in trends.findings if not finding.focus]
    shown = found if all_of_them else found[:FIRST]
    lines: list[Line] = []
    for number, finding in enumerate(shown, 1):
        said = f"{number}. {finding_text(finding, trends)}"
        lines += wrapped(said, layout.width, indent=2, hanging=3)
        if all_of_them and finding.pages:
            lines += wrapped(finding_pages(finding, trends), layout.width, style="dim", indent=5)
    if more := len(found) - len(shown):
        said = as_typed(f"`learnlead trends --all` shows {more} more.")
        lines += wrapped(said, layout.width, style="dim", indent=2)
    return lines


def finding_pages(finding: Finding, trends: Trends) -> str:
    """The newest pages by their dates, and how many more there are."""
    wanted = set(finding.pages)
    days = [short_day(page.date) for page in reversed(trends.pages) if page.stem in wanted]
    more = f" and {len(days) - _PAGES} more" if len(days) > _PAGES else ""
    return f"{'Page' if len(days) == 1 else 'Pages'}: {', '.join(days[:_PAGES])}{more}."
