"""What gives way in a small window, and what never does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import ALL, EMPTY_LINE, SOME, Block, fitted


def lines_of(word: str, count: int) -> StyleAndTextTuples:
    return [("", f"{word}\n")] * count


def text(parts: StyleAndTextTuples) -> str:
    return "".join(part[1] for part in parts)


TITLE = Block((lines_of("title", 3), lines_of("title", 1), []), SOME)
ASK = Block((lines_of("ask", 2),))
KEYS = Block((lines_of("key", 4), lines_of("key", 1)), SOME)


@settings(deadline=None)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=40), st.integers(4, 60), st.data())
def test_the_marked_row_the_question_and_a_key_are_always_in_sight(
    heights: list[int], lines: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(heights) - 1))
    rows = [lines_of(f"row {n}.", h) for n, h in enumerate(heights)]
    screen = fitted([TITLE, EMPTY_LINE, ASK], rows, [EMPTY_LINE, KEYS], lines=lines, place=place)
    said = text(screen.parts)
    assert said.count("\n") <= max(lines, heights[place] + 1)
    assert f"row {place}." in said
    assert said.endswith("key\n")
    if lines >= heights[place] + 3:
        assert said.count("ask\n") == 2
    if sum(heights) + 11 <= lines:
        assert said.count("\n") == sum(heights) + 11, "nothing gives way without need"
    assert screen.rows == [part for row in rows[screen.first : screen.last] for part in row]


def test_empty_lines_go_first_then_titles_and_keys_and_the_list_last() -> None:
    rows = [lines_of(f"row {n}", 1) for n in range(6)]

    def shown(lines: int) -> str:
        screen = fitted([TITLE, EMPTY_LINE, ASK], rows, [EMPTY_LINE, KEYS], lines=lines, place=2)
        signs = {"title": "T", "": "-", "ask": "A", "key": "K"}
        return "".join(signs.get(line) or line[-1] for line in text(screen.parts).splitlines())

    assert shown(17) == "TTT-AA012345-KKKK"
    assert shown(16) == "TTTAA012345-KKKK"
    assert shown(15) == "TTTAA012345KKKK"
    assert shown(13) == "TTTAA0123KKKK"
    assert shown(12) == "TTTAA123KKKK"
    assert shown(10) == "TAA123KKKK"
    assert shown(9) == "TAA01234K"
    assert shown(7) == "TAA123K"
    assert shown(6) == "AA123K"
    assert shown(4) == "AA2K"
    assert shown(3) == "A2K"


def test_a_form_is_taken_only_as_small_as_needed() -> None:
    rows = [lines_of("row", 1)] * 3
    small = Block((lines_of("help", 5), lines_of("help", 2), []), ALL)
    assert text(fitted([], rows, [small], lines=6, place=0).parts).count("help") == 2
    assert text(fitted([], rows, [small], lines=4, place=0).parts).count("help") == 0
