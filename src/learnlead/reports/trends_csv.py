"""CSV: tidy, one row a rating, for spreadsheets and statistics programs.

RFC 4180: commas, CR LF, quotation marks doubled. A cell that a spreadsheet might take for a
formula begins with an apostrophe, as OWASP advises ("CSV Injection"); no figure, date or id of
ours ever does.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from learnlead.journal.sitting import Sitting
from learnlead.plaintext.clean import harmless
from learnlead.rubric.model import Rubric
from learnlead.trends.model import Trends

HEADS = (
    *("date", "page", "rubric", "version", "depth", "behaviour", "relationship"),
    *("mark", "value", "label"),
)
"""The columns. `mark` is as on the page, `value` its number, empty for an absence; `relationship`
is filled where a full sitting rated a behaviour in each one."""

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a formula begins with in Excel and in LibreOffice; the wide ones as typed in East Asia."""


def trends_csv(trends: Sequence[Trends]) -> str:
    """The ratings of all of them."""
    return csv_table(
        HEADS, (row for one in trends for p in one.pages for row in _rows(p, one.rubric))
    )


def _rows(page: Sitting, rubric: Rubric) -> Iterator[tuple[str, ...]]:
    version = rubric.version if page.rubric_version is None else page.rubric_version
    about = (page.date.isoformat(), page.file, rubric.id, str(version), page.depth)
    known = rubric.joins(page.rubric_version)  # another version's numbers may have had other labels
    for behaviour, given in page.ratings.items():
        marks = given if isinstance(given, Mapping) else {"": given}
        for relationship, mark in marks.items():
            value = str(mark) if isinstance(mark, int) else ""
            label = rubric.scale.label(mark) if known and isinstance(mark, int) else ""
            yield (*about, behaviour, relationship, str(mark), value, label)


def csv_table(
    heads: Sequence[str], rows: Iterable[Sequence[str | None]], *, breaks: bool = False
) -> str:
    """Rows under heads, in which no spreadsheet finds a formula; `breaks` keeps line breaks."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_harmless_cell(cell or "", breaks=breaks) for cell in row] for row in rows)
    return text.getvalue()


def _harmless_cell(text: str, *, breaks: bool) -> str:
    text = harmless(text, breaks=breaks)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
