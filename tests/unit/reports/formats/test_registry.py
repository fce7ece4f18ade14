from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.errors import LearnleadError
from learnlead.reports import formats
from learnlead.reports.formats.registry import (
    format_named,
    format_of_file,
    formats_of_bundles,
    names,
)
from learnlead.reports.trends import trends_report
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric
from sizes import examples
from unit.reports.formats.reported import HOSTILE, TODAY, rendered, trends
from unit.reports.laid_out import laid_out

pytestmark = pytest.mark.core


def test_the_formats_and_how_their_files_end() -> None:
    assert {name: format_named(name).suffix for name in names()} == {
        "html": ".html",
        "markdown": ".md",
        "plain": ".plain.txt",
        "text": ".txt",
    }


def test_a_new_file_is_a_new_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shouted.py").write_text(
        "from learnlead.reports.formats.registry import Format\n"
        "def render(document, layout):\n"
        "    return (one.title.upper() for one in document.articles)\n"
        "FORMAT = Format('shouted', '.shout', render, in_bundle=True)\n"
    )
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "learnlead.reports.formats.shouted", raising=False)
    assert "shouted" in names()
    assert rendered("shouted", [trends(1)]) == "WORDS"
    found = format_of_file("x.shout")
    assert found is not None
    assert found.name == "shouted"
    assert [one.name for one in formats_of_bundles()] == ["html", "markdown", "shouted"]


@pytest.mark.parametrize("name", names())
def test_a_format_goes_by_the_name_of_its_file(name: str) -> None:
    assert format_named(name).name == name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("trends.html", "html"),
        ("My Papers/My Trends.HTML", "html"),
        ("a.md", "markdown"),
        ("a.txt", "text"),
        ("a.plain.txt", "plain"),
        ("a.pdf", None),
        ("html", None),
    ],
)
def test_a_files_name_tells_its_format(file: str, name: str | None) -> None:
    found = format_of_file(file)
    assert (found and found.name) == name


@pytest.mark.parametrize("name", ["htm", "", "registry", "../html", "HTML", "json", "x" * 300])
def test_what_is_no_format_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(LearnleadError, match=r"there is no format '.*(did you mean|formats are)"):
        format_named(name)


def test_no_template_is_loaded_before_a_page_is_made() -> None:
    asked = (
        "import sys; from learnlead.reports.formats.registry import format_of_file;"
        "format_of_file('x.html'); sys.exit('jinja2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


@pytest.mark.parametrize("name", names())
def test_every_format_writes_down_no_sitting_one_and_many(name: str) -> None:
    for held in (0, 1, 5, 6, 12, 40):
        text = rendered(name, [trends(held)])
        assert text.endswith("\n")
        assert "None" not in text.replace("None of them", "")
        assert "nan" not in text


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_where_all_pages_stand_apart_only_that_is_said(name: str) -> None:
    pages = [sitting(week, {"asking": 3}, rubric_version=7) for week in range(3)]
    found = summarise(pages, small_rubric(), today=TODAY)
    text = rendered(name, [found], width=200)
    assert "3 sittings with version 7 of the rubric" in text
    assert "()" not in text
    assert not any(word in text for word in ("Overall", "Behaviours", "With whom", "Every rating"))


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_plans_and_own_words_lead_until_the_first_look(name: str) -> None:
    def order(held: int) -> list[str]:
        text = laid_out(trends_report([trends(held)], "all"), name)
        _, _, below_the_focus = text.partition("What stands out")
        return sorted(("Plans", "In your own words", "Overall"), key=below_the_focus.index)

    assert order(10) == ["Plans", "In your own words", "Overall"]
    assert order(13) == ["Overall", "Plans", "In your own words"]


@pytest.mark.parametrize("name", names())
def test_several_rubrics_stand_in_one_answer_in_their_order(name: str) -> None:
    pair = [trends(14, "First"), trends(14, "Second")]
    text = rendered(name, pair)
    assert 0 <= text.find("First") < text.find("Second")


@settings(max_examples=examples(60), deadline=None)
@given(
    st.sampled_from(names()),
    st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), min_size=1, max_size=40)),
)
def test_no_control_character_leaves_in_any_format(name: str, words: str) -> None:
    text = rendered(name, [trends(13, words)], width=60)
    left = {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160} - {"\n", "\t"}
    assert not left
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
    text.encode("utf-8")
