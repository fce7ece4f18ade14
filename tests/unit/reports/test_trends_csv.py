from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.reports.csv import TRENDS_HEADS, trends_csv
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric
from sizes import examples
from unit.reports.formats.reported import HOSTILE, TODAY, named, trends

pytestmark = pytest.mark.core


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def written(*pages: object, words: str | None = None) -> list[list[str]]:
    rubric = small_rubric() if words is None else named(words)
    found = summarise(pages, rubric, today=TODAY)  # type: ignore[arg-type]  # sittings, made here
    head, *body = rows(trends_csv([found]))
    assert tuple(head) == TRENDS_HEADS
    return body


def test_a_row_is_a_rating_an_absence_or_a_rating_in_one_relationship() -> None:
    found = written(
        sitting(0, {"asking": 4, "listening": "no-opportunity", "own-own": "none-made"}),
        sitting(1, {"asking": {"own": 5, "peer": "no-opportunity"}}, depth="full"),
    )
    page = ("2026-01-02", "journals/2026-01-02-small.md", "small", "1", "standard")
    full = ("2026-01-09", "journals/2026-01-09-small.md", "small", "1", "full")
    assert [tuple(row) for row in found] == [
        (*page, "asking", "", "4", "4", "mostly"),
        (*page, "listening", "", "no-opportunity", "", ""),
        (*page, "own-own", "", "none-made", "", ""),
        (*full, "asking", "own", "5", "5", "always"),
        (*full, "asking", "peer", "no-opportunity", "", ""),
    ]


def test_pages_of_other_versions_say_so_and_lend_no_labels() -> None:
    ((*_, version, _, _, _, mark, value, label),) = written(
        sitting(0, {"asking": 4}, rubric_version=7)
    )
    assert (version, mark, value, label) == ("7", "4", "4", "")
    ((_, _, _, version, *_),) = written(sitting(0, {"asking": 4}, rubric_version=None))
    assert version == "1"


def test_lines_end_as_the_standard_says_and_quotation_marks_are_doubled() -> None:
    found = summarise([sitting(0, {"asking": 4})], named('say "so", now'), today=TODAY)
    text = trends_csv([found])
    assert text.endswith('"say ""so"", now"\r\n')
    assert text.count("\n") == text.count("\r\n") == 2


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@sum(1)", "\t=1", " =1", "＝1", "-", "=cmd|' /C calc'!A0"]
)
def test_what_a_spreadsheet_would_compute_is_text(words: str) -> None:
    ((*_, label),) = written(sitting(0, {"asking": 4}), words=words)
    assert label == f"'{words}"


@pytest.mark.parametrize("words", ["mostly", "1-2", "a=b", "'quoted'", "é"])
def test_other_words_stay_as_they_are(words: str) -> None:
    ((*_, label),) = written(sitting(0, {"asking": 4}), words=words)
    assert label == words


@settings(max_examples=examples(100), deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=30)))
def test_it_reads_back_whatever_was_written(words: str) -> None:
    found = rows(trends_csv([trends(5, words)]))
    assert {len(row) for row in found} == {len(TRENDS_HEADS)}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)
    marks = sum(
        len(given) if isinstance(given, dict) else 1
        for page in trends(5, words).pages
        for given in page.ratings.values()
    )
    assert len(found) == 1 + marks
