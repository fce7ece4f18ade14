"""What holds of every format, whatever it is: each block of each report is in it, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from any_reflection import small_rubric as asked_rubric
from learnlead.coach.bundle import Content, Manifest
from learnlead.coach.reply import Comment, Reply
from learnlead.coach.review import CoachQuestion, Review
from learnlead.i18n.words import ENGLISH
from learnlead.page.page import Page, sitting_of
from learnlead.page.periods import Period
from learnlead.reports.coach_report import coach_report
from learnlead.reports.compare import compare_article
from learnlead.reports.document import Article, Document, Extent, Paragraph
from learnlead.reports.formats.registry import format_named, names
from learnlead.reports.lines import Layout
from learnlead.reports.review import review_report
from learnlead.reports.shared import reply_report
from learnlead.reports.trends import trends_report, views_report
from learnlead.reports.trends_by import by_article
from learnlead.reports.verdicts.why import why_article
from learnlead.reports.year import year_report
from learnlead.sitting.model import Reflection
from learnlead.trends.compare import compare
from learnlead.trends.why import why
from learnlead.trends.year import year_entries
from made_sittings import BEGUN, weekly
from unit.reports.formats.every_block import EVERY_BLOCK, SEVERAL
from unit.reports.formats.reported import TODAY, trends
from unit.reports.laid_out import laid_out

pytestmark = pytest.mark.core

MANIFEST = Manifest.model_validate(
    {
        "id": "0" * 32,
        "leader": {"id": "1" * 32, "name": "Alex"},
        "made_on": TODAY.isoformat(),
        "program": "learnlead 0",
        "rubric": {"id": "small", "version": 1, "title": "Words"},
        "period": {"from": BEGUN.isoformat(), "to": TODAY.isoformat()},
        "terms": {"for": "Maria"},
        "files": {},
    }
)
CONTENT = Content.model_validate(
    {
        "sittings": 3,
        "want": "Listen.",
        "focus": {
            "behaviour": "asking",
            "name": "Asking",
            "since": BEGUN.isoformat(),
            "statement": "A trend.",
            "notice": "Nobody waits.",
        },
        "findings": [{"id": "f", "kind": "rising", "strength": True, "text": "A strength."}],
        "plans": [{"id": "p", "date": BEGUN.isoformat(), "cue": "asked", "action": "wait"}],
        "passages": [
            {
                "id": "x/insight",
                "kind": "insights",
                "date": BEGUN.isoformat(),
                "about": "",
                "text": "I waited.",
            }
        ],
        "ratings": [
            {
                "page": "one",
                "date": BEGUN.isoformat(),
                "depth": "quick",
                "behaviour": "asking",
                "mark": 3,
            }
        ],
        "names": [{"id": "asking", "name": "Asking"}],
    }
)


REPLY = Reply(
    date=TODAY,
    rubric="small",
    leader="1" * 32,
    bundle="0" * 32,
    bundle_sha256="0" * 64,
    sender="Kim",
    comments=(Comment(on="2026-01-09-small/passage-1", text="Well done.\n\nGo on."),),
    question="Why?",
)


def year() -> Document:
    said = Reflection(date="2026-01-09", rubric="small", insight="I waited.")
    page = Page(said, None, {}, ())
    told = year_entries(2026, [sitting_of(page, "one", "one.md")], {"one": page})
    return year_report(2026, told, {"small": asked_rubric()}, ENGLISH)


def review(extent: Extent, *, listed: bool = False) -> Document:
    questions = (CoachQuestion("plans", "And now?", "asked"),)
    found = Review("a.zip", MANIFEST, CONTENT, questions=questions)
    over = Review("b.zip", MANIFEST, None)
    return review_report([MANIFEST] * 2, [found, over], TODAY, extent, listed=listed)


def reasons() -> Document:
    found = trends(20)
    because = why(found, "asking")
    assert because is not None
    return views_report([why_article(because, found, ENGLISH)])


def compared() -> Document:
    middle = BEGUN + timedelta(weeks=6)
    periods = Period(BEGUN, middle - timedelta(days=1)), Period(middle, TODAY)
    return views_report(
        [compare_article(compare(weekly([3] * 12, focus="asking"), trends(1).rubric, *periods))]
    )


REPORTS: dict[str, tuple[Callable[[Extent], Document], tuple[str, ...]]] = {
    "trends": (lambda extent: trends_report([trends(20)], extent), ("Overall", "What stands out")),
    "several": (
        lambda extent: trends_report([trends(20, "First"), trends(0, "Second")], extent),
        ("First", "Second"),
    ),
    "by behaviour": (
        lambda _: views_report([by_article(trends(20), "behaviour")]),
        ("Words, by behaviour",),
    ),
    "by relationship": (
        lambda _: views_report([by_article(trends(20), "relationship")]),
        ("In all of them",),
    ),
    "by month": (lambda _: views_report([by_article(trends(20), "month")]), ("January 2026",)),
    "why": (lambda _: reasons(), ("judged on", "--proof asking")),
    "compare": (lambda _: compared(), ("two periods", "later higher")),
    "year": (lambda _: year(), ("2026 in your own words", "I waited.")),
    "coach report": (
        lambda _: coach_report([(MANIFEST, CONTENT)]),
        ("Alex", "Listen.", "Asking", "A strength.", "asked", "I waited.", "Ratings"),
    ),
    "review": (review, ("For Maria", "Alex", "Listen.", "And now?", "I waited.", "lent")),
    "reply": (
        lambda _: reply_report(REPLY),
        ("A reply from Kim", "On the passage", "Well done.", "Why?"),
    ),
    "list": (lambda extent: review(extent, listed=True), ("Alex", "Listen.", "Asking")),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", names())
def test_every_report_is_told_in_every_format(name: str, report: str) -> None:
    compose, words = REPORTS[report]
    text = laid_out(compose(format_named(name).extent), name)
    assert text.endswith("\n")
    assert [one for one in words if one not in " ".join(text.split())] == []
    assert not any(wrong in text for wrong in ("None\n", "Styled(", "Item(", "&lt;p&gt;"))


WORDS = (
    *("The title", "The lede", "its name", "2 January 2026", "The notice.", "On it."),
    *("Paragraphs", "strong", "typed", "An aside.", "First", "noted", "Second", "Point", "reason"),
    *("If this, then that", "done", "Grouped", "word", "twice", "2 Jan 2026", "quoted"),
    *("name", "made", "The terms.", "one", "12", "two", "The verdict.", "The change."),
    *("The caveat.", "First row", "The row", "Second row", "Weeks", "Of a moment", "Said."),
    *("Said more.", "Later", "Came of it.", "January", "9", "Of a day", "Written."),
)


@pytest.mark.parametrize("name", names())
def test_every_block_is_told_in_every_format(name: str) -> None:
    text = laid_out(EVERY_BLOCK, name)
    assert [one for one in WORDS if one not in text] == []


@pytest.mark.parametrize("name", names())
def test_several_articles_stand_in_their_order(name: str) -> None:
    text = laid_out(SEVERAL, name)
    order = ["Before", "All.", "One", "its name", "An aside.", "Two", "Second", "After"]
    assert sorted(order, key=text.rindex) == order


@pytest.mark.parametrize("name", names())
def test_of_many_articles_only_one_is_held(name: str) -> None:
    made = 0

    def articles() -> Iterator[Article]:
        nonlocal made
        for number in range(500):
            made += 1
            yield Article(f"Leader {number}", "A lede", (Paragraph("Said."),))

    chunks = format_named(name).render(Document(articles(), title="Together"), Layout(80))
    while not made:
        next(chunks)
    assert made < 100, "a page hands on some lines at a time, other formats an article"
