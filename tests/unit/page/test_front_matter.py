from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import lines
from learnlead.errors import Problem
from learnlead.page.front_matter import LIMIT, FrontMatter, read_front_matter
from learnlead.text.flat_yaml import Value, read_plainly
from learnlead.text.yaml_reader import read_yaml

pytestmark = pytest.mark.core


def read(source: str) -> tuple[FrontMatter | None, list[Problem]]:
    return read_front_matter(f"---\n{source}\n---\nbody", "page.md")


def values(source: str) -> dict[str, Value]:
    front, problems = read(dedent(source))
    assert problems == []
    assert front is not None
    return dict(front.values)


_KEYS = st.sampled_from(("date", "focus", "a", "b-c", "y", "date ", "'q'", "1", "<<", ""))
_SCALARS = st.one_of(
    lines(),
    lines().map(lambda line: f'"{line}"'),
    lines().map(lambda line: f"'{line}'"),
    st.sampled_from(("[]", "[a, b]", "[a , 1.5]", "[a b]", "[a,]", "[,]", "[[a]]", "[a", "", " ")),
    st.sampled_from(
        ("plain", "no", "12:30", "a: b", "a #b", "x'y", "a\\", '"a\\"b\\\\"', "a:", "a  ")
    ),
    st.sampled_from(("-1", "-a: b", "--1", "- -1")),
)
_LINES = st.one_of(
    st.tuples(_KEYS, st.sampled_from((":", ": ", ":  ")), _SCALARS).map("".join),
    st.tuples(st.sampled_from(("- ", "  - ", "-", "    - ")), _SCALARS).map("".join),
    _KEYS.map(lambda key: f"{key}:"),
    st.sampled_from(("", "# a", "...", "  more", "key: |", "key: >", "---x")),
)


@given(st.lists(_LINES, min_size=1, max_size=5).map("\n".join))
def test_the_quick_reader_accepts_only_what_it_reads_as_yaml_does(source: str) -> None:
    quick = read_plainly(source)
    if quick is not None:
        document, problems = read_yaml(source)
        assert problems == []
        assert document is not None
        assert document.data == quick


@pytest.mark.parametrize(
    "source",
    [
        "a:\n- b\n  - c",
        "a:\n  - b\n- c",
        "a: [b]\n- c",
        "a: b\n  - c",
        "- a",
        "a:\n-\n- b",
    ],
)
def test_what_the_quick_reader_leaves_to_the_yaml_reader(source: str) -> None:
    assert read_plainly(source) is None


def test_plain_front_matter_needs_no_yaml_reader() -> None:
    source = """\
        learnlead: 1
        date: 2026-11-20
        focus-notice: "he said \\"no: never\\""
        who: 'O''Brien'
        relationships: [formal-authority, equal-influence]
        none: []
        tags:
          - learnlead
          - my own
        aliases:
        - 12:30
        empty:"""
    expected = {
        "learnlead": "1",
        "date": "2026-11-20",
        "focus-notice": 'he said "no: never"',
        "who": "O'Brien",
        "relationships": ["formal-authority", "equal-influence"],
        "none": [],
        "tags": ["learnlead", "my own"],
        "aliases": ["12:30"],
        "empty": None,
    }
    assert read_plainly(dedent(source)) == expected
    assert values(source) == expected


def test_everything_is_text() -> None:
    source = """\
        a: no
        b: 12:30
        c: 01234567
        d: [yes, 1.0, ~]
        e: >
          several
          lines
        """
    assert values(source) == {
        "a": "no",
        "b": "12:30",
        "c": "01234567",
        "d": ["yes", "1.0", "~"],
        "e": "several lines\n",
    }


def test_the_body_begins_at_the_end_of_the_closing_line() -> None:
    text = "---\na: b\n--- \n# Title\n"
    front, _ = read_front_matter(text, "page.md")
    assert front is not None
    assert text[front.body :] == "\n# Title\n"


def test_what_is_nested_is_a_problem_and_the_rest_is_read() -> None:
    front, problems = read("date: 2026-11-20\nmap: {a: b}\nlist: [[a]]\nrubric: r")
    assert front is not None
    assert front.values == {"date": "2026-11-20", "rubric": "r"}
    assert [problem.line for problem in problems] == [3, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("# A note\n", 1),
        ("---\nlearnlead: 1\n", 1),
        ("---\na: 1\na: 2\n---\n", 3),
        ("---\na: &x 1\n---\n", 2),
        ("---\na: *x\n---\n", 2),
        ("---\na: !!python/name:os.system\n---\n", 2),
        ("---\na: 1\n  b: 2\n---\n", 3),
        ("---\njust text\n---\n", 2),
        ("---\n- a\n---\n", 2),
        ("---\na: [" + "[" * 100_000 + "\n---\n", 2),
    ],
)
def test_front_matter_that_cannot_be_read_is_one_problem_with_its_line(
    text: str, line: int
) -> None:
    front, problems = read_front_matter(text, "page.md")
    assert front is None
    assert [(problem.file, problem.line) for problem in problems] == [("page.md", line)]
    assert problems[0].remedy


def test_more_than_64_kb_is_refused_and_64_kb_are_read() -> None:
    key = "a: "
    fits = key + "é" * ((LIMIT - len(key)) // 2)
    front, problems = read(fits + "x")
    assert (problems, front is not None) == ([], True)
    front, problems = read(fits + "xx")
    assert front is None
    assert "too long" in problems[0].message


@pytest.mark.parametrize(("key", "line"), [("a", 2), ("b-c", 3), ("q", 4), ("d", 1)])
def test_a_problem_finds_the_line_of_its_key(key: str, line: int) -> None:
    front, _ = read("a: d\nb-c : 1\n'q': [d]")
    assert front is not None
    assert front.line_of(key) == line


@pytest.mark.parametrize(
    "line", ["a: b{}\t", "a: [{}'", "a:{}\t", 'a: "b"{}x', "a: 'b'{}x", "- {}\t"]
)
def test_a_long_line_takes_no_longer_than_its_length(line: str) -> None:
    """Time that grows with the square of the length would make these take minutes."""
    for filling in (" ", "'", "\\", ",", "#", ":"):
        assert read_plainly(line.format(filling * 100_000)) is None
