"""The page as its parts stand in it; what a browser makes of it is tests/system's business."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric
from sizes import examples
from unit.reports.formats.html_reading import Element, elements
from unit.reports.formats.reported import HOSTILE, TODAY, rendered, trends, written

pytestmark = pytest.mark.core


def page(*given: object) -> str:
    return rendered("html", given)  # type: ignore[arg-type]  # trends


def headings(found: list[Element]) -> list[int]:
    return [int(one.tag[1]) for one in found if re.fullmatch("h[1-6]", one.tag)]


PAGES = {
    "one": lambda: page(trends()),
    "several": lambda: page(trends(40, "First"), trends(6, "Second"), trends(0, "Third")),
    "none": lambda: page(trends(0)),
    "first": lambda: page(trends(1)),
}


@pytest.fixture(params=list(PAGES))
def made(request: pytest.FixtureRequest) -> list[Element]:
    return elements(PAGES[request.param]())


def test_headings_are_in_order_and_one_leads(made: list[Element]) -> None:
    levels = headings(made)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_what_is_named_is_there(made: list[Element]) -> None:
    ids = [one.attributes["id"] for one in made if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in made:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((one.attributes.get(name) or "").split()) <= set(ids)


def test_a_page_has_landmarks_and_a_language(made: list[Element]) -> None:
    tags = [one.tag for one in made]
    assert [tags.count(one) for one in ("header", "main", "footer")] == [1, 1, 1]
    assert made[0].attributes == {"lang": "en"}


def test_every_drawing_says_what_can_be_seen(made: list[Element]) -> None:
    for at, one in enumerate(made):
        if one.tag == "svg":
            assert one.attributes["role"] == "img"
            title, description = made[at + 1 : at + 3]
            assert (title.tag, description.tag) == ("title", "desc")
            assert title.text
            assert description.text


def test_nothing_is_loaded_and_nothing_runs(made: list[Element]) -> None:
    loading = {"script", "link", "img", "iframe", "object", "embed", "a", "form", "use", "image"}
    assert not loading & {one.tag for one in made}
    names = {name for one in made for name in one.attributes}
    assert not {"src", "href", "style", "srcset", "xlink:href", "action"} & names
    assert not any(name.startswith("on") for name in names)
    (sheet,) = [one.text for one in made if one.tag == "style"]
    assert not re.search(r"url\(|@import|expression", sheet)


def test_the_policy_allows_its_own_style_and_nothing_else() -> None:
    found = elements(written("html"))
    (sheet,) = [one.text for one in found if one.tag == "style"]
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    (policy,) = [
        one.attributes["content"]
        for one in found
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def built(text: str) -> list[tuple[str, list[str]]]:
    return [(one.tag, list(one.attributes)) for one in elements(text)]


USUAL = built(page(trends(13, "Words")))


@settings(max_examples=examples(50), deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40)))
def test_no_words_change_what_a_page_is_made_of(words: str) -> None:
    assert built(page(trends(13, words))) == USUAL


@pytest.mark.parametrize("words", [*HOSTILE[:5], *HOSTILE[6:10], HOSTILE[-1]])
def test_words_are_shown_as_they_were_written(words: str) -> None:
    found = elements(page(trends(13, words)))
    assert [one.text for one in found if one.tag == "h1"] == [words]
    assert words in [one.text for one in found if one.tag == "strong"]
    assert words in [one.text for one in found if one.tag == "q"]


def test_every_value_stands_in_the_table() -> None:
    pages = [sitting(week, {"asking": 1 + week % 5, "own-own": "none-made"}) for week in range(7)]
    pages.append(sitting(7, {"asking": "no-opportunity", "listening": 5}))
    text = page(summarise(pages, small_rubric(), today=TODAY))
    (body,) = re.findall(r'class="matrix">.*?(<tbody>.*?</tbody>)', text, re.DOTALL)
    cells = [one.text for one in elements(body) if one.tag == "td"]
    rows = [cells[at : at + 3] for at in range(0, len(cells), 4)]  # the fourth is overall
    assert rows == [["–", "5", ""], *[[str(1 + w % 5), "", "○"] for w in reversed(range(7))]]


def test_a_verdict_has_a_shape_beside_its_colour() -> None:
    words = [one.text for one in elements(written("html")) if one.tag == "span"]
    assert any("▲" in text for text in words)


def test_a_year_takes_less_than_300_kb() -> None:
    ids = [f"behaviour-{n}" for n in range(12)]
    days = [date(2026, 1, 1) + timedelta(n) for n in range(0, 365, 4)]
    pages = [
        sitting(day, {one: 1 + (day.day * 7 + n) % 5 for n, one in enumerate(ids)}) for day in days
    ]
    made = page(summarise(pages, small_rubric(*ids), today=TODAY))
    assert 50_000 < len(made.encode()) < 300_000
