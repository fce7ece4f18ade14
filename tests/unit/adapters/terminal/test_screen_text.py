"""What a screen holds: no line too wide, nothing lost between the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.reading import page_lines
from learnlead.adapters.terminal.screen_text import keys_line, row
from learnlead.app.prompter import Entry
from learnlead.sitting.question import AnswerValue, Choice, Kind, Question, Step
from learnlead.text.cells import cells

WORDS = st.text(st.sampled_from("ab漢e\u0301🎉 \n"), max_size=120)
WIDTHS = st.integers(20, 100)


def text(parts: StyleAndTextTuples) -> str:
    return "".join(part[1] for part in parts)


@given(WORDS, WIDTHS)
def test_a_row_stands_below_itself(words: str, width: int) -> None:
    lines = text(row([("", " › 1  ")], words, width)).splitlines()
    assert lines[0].startswith(" › 1  ")
    assert all(line.startswith(" " * 6) for line in lines[1:])
    assert all(cells(line) <= width for line in lines)


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=6), st.just("does it")), min_size=1))
def test_keys_and_what_they_do_stay_together(pairs: list[tuple[str, str]]) -> None:
    said = text(keys_line(pairs, 40))
    assert all(f"{key} {does}" in said for key, does in pairs)
    assert all(cells(line.rstrip()) <= 40 for line in said.splitlines())


def question(kind: Kind, about: str) -> Question:
    choices = (Choice("one", "the first of them"), Choice("two", "the second"))
    return Question("id", Step.WHAT, kind, about, "Asked?", choices)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just(Kind.TEXT), WORDS.filter(str.strip)),
            st.tuples(st.just(Kind.RATING), st.sampled_from([1, 5, "no-opportunity", None])),
            st.tuples(st.just(Kind.SEVERAL), st.sampled_from([[], ["one"], ["one", "two"]])),
            st.tuples(st.just(Kind.COUNT), st.just("2/3")),
        ),
        min_size=1,
        max_size=12,
    ),
    WIDTHS,
)
def test_the_page_to_read_shows_every_answer_whole(
    answers: list[tuple[Kind, AnswerValue]], width: int
) -> None:
    entries = [
        Entry(question(kind, f"About {n}"), given) for n, (kind, given) in enumerate(answers)
    ]
    labels = ("never", "rarely", "half", "mostly", "every time")
    lines = [text(line) for line in page_lines(entries, labels, width)]
    assert all(line.endswith("\n") and cells(line[:-1].rstrip()) <= width for line in lines)
    said = "".join("".join(lines).replace("▌", "").split())
    for n, (kind, answer) in enumerate(answers, start=1):
        assert f"{n}About{n - 1}" in said
        if kind is Kind.TEXT:
            assert "".join(str(answer).split()) in said
        if answer == 5:
            assert "5everytime" in said
        if kind is Kind.COUNT:
            assert "2of3" in said
