"""The leader's list of names: what it says, and what it never lets pass in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.coach.names.names_file import (
    NEW_FILE_LINES,
    NameDecisions,
    forget_in_names,
    new_lines,
    read_names,
    spellings_in,
)
from unit.page.people import person_called

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Z", "Co", "Cn"], exclude_characters="="),
    min_size=1,
    max_size=20,
).filter(lambda words: any(c.isalnum() for c in words) and words.isprintable())


def read(*lines: str) -> tuple[NameDecisions, list[str]]:
    decided, problems = read_names(lines, "records/names.md")
    return decided, [str(problem) for problem in problems]


def test_a_list_typed_by_hand() -> None:
    decided, problems = read(
        *("\ufeff# Names", "", "> kept since May", "- hide: Krause\r", "* Hide :  Kati=Katrin "),
        *("hide: Katrin Bauer", "+ stay: Bahnhof", "STAY: 18 November", "- hide: http://a.b/?q=1"),
    )
    assert problems == []
    assert decided.hidden == (
        *(("Krause",), ("Kati", "Katrin"), ("Katrin Bauer",), ("http://a.b/?q=1",)),
    )
    assert decided.keys == {"bahnhof", "18 november"}
    assert decided.hides(("KATRIN",))
    assert not decided.hides(("Kati", "Krause"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- Krause", "this line is neither `- hide: NAME` nor `- stay: WORDS`"),
        ("- hide Krause", "this line is neither"),
        ("- hide:", "a name is missing"),
        ("- hide: Kati =", "a name is missing"),
        ("- hide: …", "there is no letter in it"),
        (f"- stay: {'x' * 10_001}", "a name is longer than 10000 letters"),
        ("- stay: a\x00b", "may not"),
    ],
)
def test_a_slip_is_a_problem_with_its_line(line: str, said: str) -> None:
    _, (problem,) = read("# Names", line)
    assert problem.startswith("records/names.md:2: ")
    assert said in problem or said == "may not"
    assert "Krause" not in problem, "no words of the leader's"


def test_what_is_hidden_does_not_stay() -> None:
    assert read("- stay: Krause", "- hide: KRAUSE")[0].keys == frozenset()


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3)), st.lists(WORDS))
def test_what_is_written_down_is_what_is_read(hidden: list[list[str]], staying: list[str]) -> None:
    decided, problems = read(*NEW_FILE_LINES, *new_lines(hidden, staying))
    assert problems == []
    assert [set(group) for group in decided.hidden] == [set(group) for group in hidden]
    assert list(decided.staying) == staying


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- hide: Katrin Bauer", None),
        ("- hide: Kati = Katrin\r", "- hide: Kati\r"),
        ("- stay: Katrin GmbH", None),
        ("> Katrin asked for it", "> someone asked for it"),
        ("- hide: Krause", "- hide: Krause"),
    ],
)
def test_who_is_forgotten_leaves_the_list(before: str, after: str | None) -> None:
    done = forget_in_names(f"# Names\n{before}\n- stay: 2014\n", person_called("Katrin"))
    kept = [] if after is None else [after]
    assert done.text.split("\n") == ["# Names", *kept, "- stay: 2014", ""]
    changed = [(change.line, change.before) for change in done.changes]
    assert changed == ([] if after == before else [(2, before.rstrip("\r"))])


def test_a_name_and_its_address_are_two_spellings_and_a_link_is_one() -> None:
    assert spellings_in("katrin = katrin.bauer@a.example") == ("katrin", "katrin.bauer@a.example")
    assert spellings_in("https://a.example/?who=eva") == ("https://a.example/?who=eva",)
