"""A year as a person reads it, beside golden files in tests/golden/year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_reflection import reflections, small_rubric
from golden_files import check_golden
from learnlead.app.read_pages import read_year
from learnlead.i18n.words import ENGLISH
from learnlead.page.page import Page, sitting_of
from learnlead.reports.formats.text import text_lines
from learnlead.reports.lines import Layout, as_text
from learnlead.reports.words import Rubrics
from learnlead.reports.year import year_report
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_rubric
from learnlead.sitting.model import Reflection
from learnlead.text.cells import cells
from learnlead.text.clean import harmless
from learnlead.trends.year import YearEntry, year_entries
from sizes import examples
from twins import MemoryShelf
from unit.reports.laid_out import laid_out

CHECKOUT = Path(__file__).parents[3]
SMALL = small_rubric()


@pytest.mark.parametrize("layout", [Layout(80), Layout(44), Layout(80, plain=True)])
def test_the_invented_year_reads_as_agreed(layout: Layout) -> None:
    pages = (CHECKOUT / "journals" / "examples").glob("2*.md")
    page_store = MemoryShelf({page.name: page.read_text("utf-8") for page in pages})
    rubric, _ = read_rubric((CHECKOUT / "rubrics" / "learning-leader.yaml").read_text("utf-8"), "")
    told, _, problems = read_year(page_store, 2025)
    assert problems == []
    text = _text(2025, told, {"learning-leader": rubric}, layout)
    check_golden(f"year/{layout.width}{'-plain' if layout.plain else ''}.txt", text)


def _text(year: int, told: Sequence[YearEntry], rubrics: Rubrics, layout: Layout) -> str:
    report = year_report(year, told, rubrics, ENGLISH)
    return laid_out(report, width=layout.width, plain=layout.plain)


def told_of(*said: Reflection) -> tuple[YearEntry, ...]:
    pages = {str(at): Page(one, None, {}, ()) for at, one in enumerate(said)}
    sittings = [sitting_of(page, stem, f"{stem}.md") for stem, page in pages.items()]
    return year_entries(said[0].date.year, sittings, pages)


def without_blanks(text: str) -> str:
    marks = ("%% private %%", "%% end %%")
    lines = (line for line in text.split("\n") if line.rstrip() not in marks)
    return "".join(harmless("\n".join(lines), breaks=False).replace("�", "").split())


@settings(max_examples=examples(60))
@given(reflections(), st.integers(36, 100), st.booleans(), st.sampled_from((SMALL, None)))
def test_every_word_is_there_and_every_line_fits(
    said: Reflection, width: int, plain: bool, rubric: Rubric | None
) -> None:
    report = year_report(said.date.year, told_of(said), {said.rubric: rubric}, ENGLISH)
    (lines,) = text_lines(report, Layout(width, plain=plain))
    assert all(sum(cells(span.text) for span in line) <= width for line in lines)
    out = without_blanks(as_text(lines))
    texts = [said.opposite, said.insight, said.evidence.get(said.focus or "")]
    texts += said.answers.values()
    texts += (text for moment in said.moments for text in (moment.what, moment.other_side))
    for text in filter(None, texts):
        assert without_blanks(text) in out


def test_a_private_part_is_told_to_its_writer_without_its_marks() -> None:
    text = "Before.\n%% private %%\nMine.\n%% end %%\nAfter."
    (one,) = told_of(Reflection(date="2026-01-02", rubric="r", insight=text))
    out = _text(2026, [one], {}, Layout(80))
    assert "Before.\n         Mine.\n         After.\n" in out
    assert "%%" not in out


def test_a_line_that_an_editor_broke_is_one_and_others_stay_apart() -> None:
    text = "She said it\nwas late.\nI left.\n\n- one\n- two"
    (one,) = told_of(Reflection(date="2026-01-02", rubric="r", insight=text))
    out = _text(2026, [one], {}, Layout(80, plain=True))
    assert out.endswith("Insight\nShe said it was late.\nI left.\n\n- one\n- two\n")
