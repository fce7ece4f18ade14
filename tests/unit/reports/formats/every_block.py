"""A report with every kind of block, each with words of its own."""

from __future__ import annotations

from datetime import timedelta

from learnlead.reports.document import (
    Article,
    Column,
    Day,
    Document,
    Focus,
    Item,
    Listing,
    Paragraph,
    Quote,
    Section,
    SeriesFigure,
    SeriesRow,
    SeriesRows,
    Styled,
    Table,
    WeeksFigure,
)
from learnlead.trends.periods import weeks
from learnlead.trends.summarise import summarise
from made_sittings import BEGUN, small_rubric, weekly

_TRENDS = summarise(
    weekly([1, 2, 3, 4, 5, 4]), small_rubric("asking"), today=BEGUN + timedelta(weeks=9)
)
_SERIES = _TRENDS.behaviours[0].series
_SCALE = _TRENDS.rubric.scale
_WEEKS = tuple(weeks([page.date for page in _TRENDS.pages], "weekly", []))

FIGURE = SeriesFigure(
    _SERIES,
    "the drawn series",
    _SCALE,
    "weekly",
    "week",
    verdict="The verdict.",
    changes=("The change.",),
    notes=("The caveat.",),
)
ROWS = SeriesRows(
    (
        SeriesRow("First row", "the first sentence", _SERIES, note="The row's note."),
        SeriesRow("Second row", "the second sentence", _SERIES, high=True),
    ),
    BEGUN,
    BEGUN + timedelta(weeks=5),
    _SCALE,
    "weekly",
    "week",
)
TABLE = Table(
    "The caption.", (Column("Name", figures=False), Column("n")), (("one", "12"), ("two", ""))
)

BODY = (
    Focus("The focus", "its name", "2 January 2026", "The notice.", (Paragraph("On it."),)),
    Section(
        "Paragraphs",
        (
            Paragraph(
                ("With ", Styled("strong"), " words and ", Styled("typed", "code"), " ones.")
            ),
            Paragraph("An aside.", "aside"),
        ),
    ),
    Section("Numbered", (Listing((Item("First", "noted"), Item("Second")), "numbered"),)),
    Section("Bullets", (Listing((Item("Point", "reason"),)),)),
    Section("Plans", (Listing((Item("If this, then that", "done"),), "plans"),)),
    Section(
        "Cards",
        (
            Listing(
                (Item("word", "twice", quotes=(("2 Jan 2026", "quoted"),)),), "cards", "Grouped"
            ),
            Listing((Item("name", "made", ("The terms.",)),), "cards"),
        ),
    ),
    Section("Tables", (TABLE,)),
    Section("Series", (FIGURE,)),
    Section("Rows", (ROWS,)),
    Section("Weeks", (WeeksFigure(_WEEKS, "weekly", "week"),)),
    Section(
        "Quotes",
        (Quote("Of a moment", ("Said.", "", "Said more."), (Quote("Later", ("Came of it.",)),)),),
    ),
    Section("January", (Day("Friday 9 January", "Fri  9", (Quote("Of a day", ("Written.",)),)),)),
)
EVERY_BLOCK = Document([Article("The title", "The lede", BODY, "The note.")], kicker="The kicker")
SEVERAL = Document(
    [Article("One", "The lede", BODY[:1], more=BODY[1:2]), Article("Two", "", BODY[2:3])],
    title="Together",
    kicker="The kicker",
    preface=(Section("Before", (Paragraph("All.", "aside"),)),),
    closing=(Section("After", (Paragraph("All of it."),), "reading"),),
    annex=(Section("Every value", (TABLE, Section("Tests", (TABLE,)))),),
    footer="The footer.",
)
