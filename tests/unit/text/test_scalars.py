from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import lines
from learnlead.page.front_matter import read_front_matter
from learnlead.text.clean import clean_line
from learnlead.text.flat_yaml import write_list, write_scalar
from learnlead.text.yaml_reader import read_yaml

CLEAN = lines().map(clean_line).filter(lambda line: line is not None).map(str)


@given(CLEAN)
def test_every_reader_of_yaml_gives_the_text_back(text: str) -> None:
    source = f"key: {write_scalar(text)}"
    assert yaml.load(source, yaml.SafeLoader) == {"key": text}
    assert yaml.load(source, yaml.CSafeLoader) == {"key": text}
    document, problems = read_yaml(source)
    assert problems == []
    assert document is not None
    assert document.data == {"key": text}


@given(CLEAN)
def test_front_matter_gives_the_text_back(text: str) -> None:
    front, problems = read_front_matter(f"---\nkey: {write_scalar(text)}\n---\n", "page.md")
    assert problems == []
    assert front is not None
    assert front.values == {"key": text}


@given(st.lists(CLEAN, max_size=4))
def test_every_reader_gives_a_list_back(texts: list[str]) -> None:
    assert yaml.load(f"key: {write_list(texts)}", yaml.SafeLoader) == {"key": texts}


def test_in_a_list_more_is_quoted() -> None:
    assert write_list(["a", "b, c", "d: e", "no"]) == '[a, "b, c", "d: e", "no"]'


@pytest.mark.parametrize(
    "text", ["people finish their own sentences", "3 people", "Änne's “idea”", "a:b", "c#", "x (…)"]
)
def test_what_needs_no_quotes_gets_none(text: str) -> None:
    assert write_scalar(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no",
            "Yes",
            "y",
            "NULL",
            "true",
            "off",
            "~",
            "12:30",
            "01234567",
            "1_000",
            "0x1F",
            "1e3",
        ),
        *("2026-11-20", "2001-12-14t21:59:43.10-05:00", "-1", ".5", "", " a", "a ", "a: b", "a #b"),
        *("a:", "# a", "- a", "? a", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "'a'", '"a"', "%a"),
        *("@a", "`a", "a\tb", "a\u2028b", "a\ufeffb", "a\ufffeb"),
    ],
)
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    written = write_scalar(text)
    assert written[0] == written[-1] == '"'
    assert yaml.load(written, yaml.SafeLoader) == text
