"""A page that was begun in an editor and waits there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from learnlead.cli.wiring import Desk
from learnlead.journeys.remarks import without_problems
from learnlead.reflection.circumstances import Circumstances
from learnlead.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page on which something is answered, or wrong.

    Attributes:
        day: that it is about.
        saved: when it was last put on disk.
        text: without remarks.
    """

    day: date
    saved: datetime
    text: str


def waiting_page(desk: Desk, rubric: Rubric) -> WaitingPage | None:
    """The rubric's page, if one waits.

    Raises:
        LearnleadError: what lies in its place cannot be read.
    """
    paper = desk.open_page(rubric.id)
    text = without_problems(paper.read() or "")
    if not text.strip():
        return None

    from learnlead.cli.around import circumstances
    from learnlead.journeys.filled_page import meant
    from learnlead.journeys.sheet import read_page, sheet_of

    def around(day: date | None, depth: str | None) -> Circumstances:
        return circumstances(desk, rubric, day or desk.today, depth)

    if sheet_of(text, read_page(text, around, desk.shelf)) is None:
        return None
    return WaitingPage(meant(text)[0] or desk.today, paper.saved, text)
