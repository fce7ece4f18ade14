from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from learnlead.errors import Problem
from learnlead.text.clean import clean_text, refused_character
from learnlead.text.typed import Day, typed
from learnlead.text.yaml_reader import read_yaml

Word = Annotated[str, Field(pattern="^[a-z-]+$", max_length=20, description="a small word")]
Mark = Annotated[int, Field(ge=1, le=5)] | Literal["none-made"]
Text = Annotated[str, BeforeValidator(lambda v: clean_text(v) if isinstance(v, str) else v)]


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Plan(Strict):
    cue: str
    action: Annotated[str, Field(min_length=1)]
    due: Day | None = None


class Review(Strict):
    outcome: Literal["done", "partly", "not-done"] | None = None


class Scale(Strict):
    labels: Annotated[tuple[Word, ...], Field(min_length=2, max_length=2)] = ("low", "high")
    anchors: Mapping[Annotated[int, Field(ge=1, le=5)], str] = Field(default_factory=dict)


class Page(Strict):
    format: Annotated[Literal[1], Field(alias="learnlead")] = 1
    day: Day | None = None
    depth: Literal["quick", "standard", "full"] = "standard"
    minutes: Annotated[int, Field(ge=0)] | None = None
    share: Annotated[float, Field(le=1)] | None = None
    kept: bool = False
    focus: Word | None = None
    other_side: Annotated[Text | None, Field(alias="other-side")] = None
    people: tuple[Word, ...] = ()
    wordings: Annotated[tuple[str, ...], Field(min_length=1)] = ()
    scale: Scale | None = None
    ratings: Mapping[Word, Mark | Mapping[Word, Mark]] = Field(default_factory=dict)
    look_back: Review | tuple[Review, ...] = ()
    names: Annotated[
        tuple[Word, ...], BeforeValidator(lambda v: [v] if isinstance(v, str) else v)
    ] = ()
    reviews: Annotated[
        tuple[Review, ...], BeforeValidator(lambda v: [v] if isinstance(v, dict) else v)
    ] = ()
    plan: Plan | Literal["keep", "none"] | None = None

    @model_validator(mode="after")
    def _a_quick_page_has_no_scale(self) -> Page:
        if self.depth == "quick" and self.scale:
            raise ValueError("a quick page has no scale")
        return self


def read(text: str) -> tuple[Page | None, list[Problem]]:
    document, problems = read_yaml(text)
    assert problems == []
    assert document is not None
    return typed(Page, document, file="page.yaml")


def told(text: str) -> list[tuple[int | None, str]]:
    page, problems = read(text)
    assert page is None
    assert all(p.file == "page.yaml" and p.severity == "error" for p in problems)
    return [(p.line, p.message) for p in problems]


def remedy(text: str) -> str:
    _, problems = read(text)
    assert len(problems) == 1
    return problems[0].remedy


def test_texts_are_typed_by_their_fields() -> None:
    page, problems = read(
        "learnlead: 1\nday: 2026-11-20\nminutes: 011\nkept: no\nfocus: no\nother-side: 12:30\n"
        "scale:\n  anchors: {1: 2026-11-20}\n"
        "ratings: {one: 4, two: none-made, three: {peer: 5}}\n"
        "look_back: {outcome: not-done}\nplan: keep\n"
    )
    assert problems == []
    assert page is not None
    assert page.format == 1
    assert page.day == date(2026, 11, 20)
    assert page.minutes == 11
    assert page.kept is False
    assert page.focus == "no"
    assert page.other_side == "12:30"
    assert page.scale is not None
    assert page.scale.anchors == {1: "2026-11-20"}
    assert page.ratings == {"one": 4, "two": "none-made", "three": {"peer": 5}}
    assert page.look_back == Review(outcome="not-done")
    assert page.plan == "keep"


@pytest.mark.parametrize("text", ["", "day:\n", "scale:\n  labels:\n", "plan:\npeople:\n"])
def test_an_empty_key_is_as_if_left_out(text: str) -> None:
    page, problems = read(text)
    assert problems == []
    assert page is not None
    assert page.model_dump(exclude={"scale"}) == Page().model_dump(exclude={"scale"})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("depth: fast", "depth must be one of quick, standard, full; here it is 'fast'"),
        ("learnlead: 2", "learnlead must be 1; here it is '2'"),
        ("minutes: -1", "minutes must be a whole number, 0 or more; here it is '-1'"),
        ("minutes: soon", "minutes must be a whole number, 0 or more; here it is 'soon'"),
        ("minutes: 4.5", "minutes must be a whole number, 0 or more; here it is '4.5'"),
        ("minutes: ''", "minutes must be a whole number, 0 or more; here it is empty"),
        ("share: 1.5", "share must be a number, 1 or less; here it is '1.5'"),
        ("kept: perhaps", "kept must be yes or no; here it is 'perhaps'"),
        ("day: 86400", "day must be a date such as 2026-11-20; here it is '86400'"),
        ("day: 2026-13-40", "day must be a date such as 2026-11-20; here it is '2026-13-40'"),
        ("day: 20261120", "day must be a date such as 2026-11-20; here it is '20261120'"),
        ("focus: My Focus", "focus must be a small word; here it is 'My Focus'"),
        ("focus: {a: b}", "focus must be a small word; here it is a group of 'key: value' lines"),
        ("people: report", "people must be a list; here it is 'report'"),
        ("people: {a: b}", "people must be a list; here it is a group of 'key: value' lines"),
        ("people: [a, B]", "entry 2 of people must be a small word; here it is 'B'"),
        (
            "people: [a, ]\nwordings:\n- b\n- ''\n- [c]",
            "entry 3 of wordings must be a text; here it is a list of 1",
        ),
        ("wordings: []", "wordings must be a list of at least one entry; here it is empty"),
        ("scale: 5", "scale must be a group of 'key: value' lines; here it is '5'"),
        ("scale: {labels: [a]}", "labels must be a list of 2 entries; here it is a list of 1"),
        ("scale: {anchors: {7: x}}", "'7' cannot be a key in anchors"),
        ("scale: {anchors: {x: x}}", "'x' cannot be a key in anchors"),
        ("ratings: {Big: 4}", "'Big' cannot be a key in ratings"),
        ("ratings: {a: {Big: 4}}", "'Big' cannot be a key in a"),
        ("focsu: a", "unknown key 'focsu'"),
        ("other_side: a", "unknown key 'other_side'"),
        ("format: 1", "unknown key 'format'"),
        ("scale: {lables: [a, b]}", "unknown key 'lables' in scale"),
        ("look_back: [{}, {notes: x}]", "unknown key 'notes' in entry 2 of look_back"),
        ("plan: {cue: x}", "the key 'action' is missing in plan"),
        ("plan: {cue: x, action: }", "the key 'action' is missing in plan"),
        ("plan: {cue: x, action: ''}", "action must be a text; here it is empty"),
        ("other-side: [a]", "other-side must be a text; here it is a list of 1"),
    ],
)
def test_one_problem_a_place_in_plain_words(line: str, message: str) -> None:
    assert told(f"# a comment\n\n{line}\n") == [(3 + line.count("\n"), message)]


GROUP = "a group of 'key: value' lines"


@pytest.mark.parametrize(
    ("line", "wanted", "here"),
    [
        ("ratings: {a: 9}", f"a must be a whole number from 1 to 5, or none-made, or {GROUP}", "9"),
        ("ratings: {a: x}", f"a must be a whole number from 1 to 5, or none-made, or {GROUP}", "x"),
        ("ratings: {a: {b: 9}}", "b must be a whole number from 1 to 5, or none-made", "9"),
        ("plan: kep", f"plan must be {GROUP}, or one of keep, none", "kep"),
        ("plan: {cue: x, action: y, due: z}", "due must be a date such as 2026-11-20", "z"),
        ("look_back: {outcome: dne}", "outcome must be one of done, partly, not-done", "dne"),
        ("look_back: [{outcome: dne}]", "outcome must be one of done, partly, not-done", "dne"),
        ("names: Big Name", "names must be a small word", "Big Name"),
        ("reviews: {outcome: dne}", "outcome must be one of done, partly, not-done", "dne"),
        ("look_back: done", f"look_back must be {GROUP}, or a list", "done"),
    ],
)
def test_alternatives_are_one_problem(line: str, wanted: str, here: str) -> None:
    assert told(line) == [(1, f"{wanted}; here it is '{here}'")]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("focsu: a", "did you mean focus?"),
        ("other_side: a", "did you mean other-side?"),
        ("depth: ful", "did you mean full?"),
        ("plan: kep", "did you mean keep?"),
        ("scale: {colour: a}", "keys here are labels, anchors"),
        ("people: report", "write it as [one, two], or each entry on a line of its own after '- '"),
        ("scale: {anchors: {7: x}}", "the largest key is 5"),
        ("scale: {anchors: {0: x}}", "the smallest key is 1"),
        ("scale: {anchors: {x: x}}", "keys here are whole numbers"),
        ("plan: {cue: x}", "add a line 'action: …' with a text"),
        ("minutes: soon", "change this line"),
    ],
)
def test_the_remedy_names_what_would_do(line: str, what: str) -> None:
    assert remedy(line) == what


def test_a_text_that_is_too_long_says_how_long_it_may_be() -> None:
    message = f"focus must be a small word, at most 20 characters; here it is '{'a' * 25}'"
    assert told(f"focus: {'a' * 25}") == [(1, message)]


def test_everything_wrong_is_said_at_once_by_line() -> None:
    text = "plan:\n  cue: x\ndepth: fast\npeople:\n- a\n- B\n- c\n- D\nzzz: 1\nminutes: x\n"
    assert [line for line, _ in told(text)] == [1, 3, 6, 8, 9, 10]


def test_a_file_that_is_no_mapping() -> None:
    assert told("- a\n- b\n") == [
        (1, "the file must be a group of 'key: value' lines; here it is a list of 2")
    ]


def test_a_complaint_of_the_model_keeps_its_words() -> None:
    assert told("depth: quick\nscale: {}\n") == [(1, "a quick page has no scale")]


def test_a_complaint_about_a_key_names_the_key() -> None:
    class Chosen(Strict):
        word: Annotated[str, BeforeValidator(lambda _: _refuse())]

    document, _ = read_yaml("\nword: x\n")
    assert document is not None
    _, problems = typed(Chosen, document, file=None)
    assert [str(p) for p in problems] == ["line 2: word: not today"]


def _refuse() -> None:
    raise ValueError("not today")


def test_what_was_found_before_comes_back_among_the_rest() -> None:
    document, _ = read_yaml("depth: quick\nscale: {}\nminutes: 3\n")
    assert document is not None
    found = [Problem("no scale in a quick page", line=2)]
    page, problems = typed(Page, document, file=None, earlier=found)
    assert page is None
    assert problems == found

    document, _ = read_yaml("\nminutes: x\n\nshare: 2\n")
    assert document is not None
    _, problems = typed(Page, document, file=None, earlier=[Problem("here", line=3)])
    assert [p.line for p in problems] == [2, 3, 4]


def test_a_warning_found_before_stops_nothing() -> None:
    document, _ = read_yaml("minutes: 3\n")
    assert document is not None
    found = [Problem("a word of advice", line=1, severity="warning")]
    page, problems = typed(Page, document, file=None, earlier=found)
    assert page == Page(minutes=3)
    assert problems == found


def test_very_many_problems_are_cut_short() -> None:
    text = "".join(f"key-{n}: x\n" for n in range(5000))
    problems = told(text)
    assert len(problems) == 101
    assert problems[-1] == (101, "there are 4900 more problems from here on")


KEYS = [*Page.model_fields, "learnlead", "other-side", "cue", "action", "outcome", "labels", "int"]
VALUES = ["", "1", "9", "keep", "quick", "2026-11-20", "none-made", "x\u2028y", "\u202e", "A"]
trees = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.sampled_from(VALUES), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(tree=st.dictionaries(st.sampled_from(KEYS), trees, max_size=5))
def test_whatever_stands_there_people_can_read_what_is_wrong(tree: object) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    page, problems = read(text)
    assert (page is None) == bool(problems)
    assert [p.line for p in problems] == sorted(p.line or 0 for p in problems)
    for problem in problems:
        assert problem.line is not None
        assert 1 <= problem.line <= text.count("\n") + 1
        assert refused_character(str(problem)) is None
        assert "\u202e" not in str(problem)
        for jargon in ("nput should", "literal", "constrained", "tuple", "dict", "Value error"):
            assert jargon not in str(problem)
