from __future__ import annotations

from typing import Any

from learnlead.page.facts import Sitting
from learnlead.page.page import Page, parse, sitting_of
from learnlead.page.writer import render
from learnlead.sitting.model import Reflection
from learnlead.trends.year import LookBack, YearEntry, stems_of_year, year_entries
from made_sittings import small_rubric

RUBRIC = small_rubric()
PLAN = {"behaviour": "asking", "cue": "c", "action": "a"}


def journal(*page_fields: dict[str, Any]) -> tuple[list[Sitting], dict[str, Page]]:
    """Pages in the order of dates, each with what was said."""
    sittings, pages = [], {}
    for entry in page_fields:
        reflection = Reflection.model_validate({"rubric": "small", **entry})
        stem = f"{reflection.date}-{reflection.rubric}"
        page, _ = parse(render(reflection, RUBRIC), f"journals/{stem}.md")
        assert page is not None
        pages[stem] = page
        sittings.append(sitting_of(page, stem, f"journals/{stem}.md"))
    return sittings, pages


def entries_of(
    *page_fields: dict[str, Any], year: int = 2026, rubric: str | None = None
) -> list[YearEntry]:
    sittings, pages = journal(*page_fields)
    stems = stems_of_year(sittings, year)
    kept = {stem: page for stem, page in pages.items() if stem in stems}
    return list(year_entries(year, sittings, kept, rubric))


def insight(entry: YearEntry) -> str | None:
    return next((text for field, text in entry.texts if field.name == "insight"), None)


def test_a_year_is_its_pages_from_the_first_day_to_the_last() -> None:
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    entries = entries_of(*({"date": day, "insight": day} for day in days))
    assert [insight(entry) for entry in entries] == ["2026-01-01", "2026-12-31"]


def test_what_became_of_a_plan_may_be_told_a_year_later() -> None:
    review = {"plan": "2026-12-30-small", "outcome": "done", "note": "It worked."}
    sittings, pages = journal(
        {"date": "2026-12-30", "plan": PLAN},
        {"date": "2027-01-08", "looking_back": [review], "plan": PLAN},
        {"date": "2027-01-15", "looking_back": [{"plan": "2027-01-08-small", "note": "no"}]},
    )
    assert stems_of_year(sittings, 2026) == {"2026-12-30-small", "2027-01-08-small"}
    (entry,) = year_entries(2026, sittings, pages)
    assert entry.planned is not None
    assert entry.planned.plan.outcome == "done"
    (back,) = entry.planned.looks_back
    assert back == LookBack("2027-01-08-small", sittings[1].date, "done", "It worked.")


def test_a_plan_that_was_carried_on_says_so() -> None:
    kept = {**PLAN, "kept": "2026-01-02-small"}
    first, second = entries_of(
        {"date": "2026-01-02", "plan": PLAN}, {"date": "2026-01-09", "plan": kept}
    )
    assert first.planned is not None
    assert (first.planned.plan.outcome, first.planned.plan.open) == (None, False)
    assert second.planned is not None
    assert (second.planned.plan.kept, second.planned.plan.open) == (True, True)


def test_evidence_is_told_for_the_focus_alone() -> None:
    evidence = {"asking": "I asked.", "listening": "I listened."}
    (entry,) = entries_of({"date": "2026-01-02", "focus": "asking", "evidence": evidence})
    assert entry.evidence == "I asked."
    assert entries_of({"date": "2026-01-02", "evidence": evidence}) == []


def test_figures_alone_say_nothing() -> None:
    rated = {"date": "2026-01-02", "ratings": {"asking": 4}, "focus": "asking", "minutes": 12}
    empty = {"date": "2026-01-09", "moments": [{"relationship": "own"}]}
    assert entries_of(rated, empty) == []


def test_one_rubric_alone() -> None:
    page_fields = ({"date": "2026-01-02", "insight": "a"}, {"date": "2026-01-02", "insight": "b"})
    pages = ({**page_fields[0], "rubric": "other"}, page_fields[1])
    assert [insight(entry) for entry in entries_of(*pages)] == ["a", "b"]
    assert [insight(entry) for entry in entries_of(*pages, rubric="other")] == ["a"]
