"""The law of the page: what was said comes back, whatever it was; and mending by hand is safe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_reflection import MARKS, lines, reflections, small_rubric
from learnlead.journal.editing import set_box
from learnlead.journal.page import parse
from learnlead.journal.rendering import render
from learnlead.journal.scan import scan, sitting_of
from learnlead.reflection.model import Reflection

RUBRIC = small_rubric()


@given(reflections())
def test_a_page_gives_back_exactly_what_was_said(said: Reflection) -> None:
    page, problems = parse(render(said, RUBRIC), "page.md")
    assert problems == []
    assert page is not None
    assert page.reflection == said
    assert page.foreign == ()


@pytest.mark.parametrize("typed", [*MARKS, "\n".join(MARKS), "\n".join(reversed(MARKS))])
def test_a_mark_typed_in_every_field_at_once_comes_back(typed: str) -> None:
    whole = {"what": typed, "other_side": typed, "with": typed}
    review = {"plan": "a", "cue": typed, "action": typed, "outcome": "done", "note": typed}
    words = f"x {typed} x"
    said = Reflection.model_validate(
        {
            "date": "2026-11-20",
            "rubric": "learning-leader",
            "focus_notice": typed,
            "looking_back": [review, review],
            "moments": [{"relationship": "other", **whole}] * 2,
            "heard": typed,
            "ratings": {"own-answers": 4, "open-doors": {"formal-authority": 2}},
            "evidence": dict.fromkeys(("own-answers", "open-doors", "joint-learning"), typed),
            "opposite": typed,
            "insight": typed,
            "obstacle": typed,
            "plan": {"behaviour": "own-answers", "cue": words, "action": words},
            "answers": {"why": typed, "keep-one": [typed, words]},
        }
    )
    page, problems = parse(render(said, RUBRIC), "page.md", RUBRIC)
    assert problems == []
    assert page is not None
    assert page.reflection == said


@given(reflections())
def test_bom_and_crlf_change_nothing_that_was_said(said: Reflection) -> None:
    text = "\ufeff" + render(said, RUBRIC).replace("\n", "\r\n")
    page, problems = parse(text, "page.md")
    assert problems == []
    assert page is not None
    assert page.reflection == said


@st.composite
def edited_pages(draw: st.DrawFn) -> str:
    """A page after hands that know the format and hands that do not."""
    page = render(draw(reflections()), RUBRIC).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(page) - 1))
        match draw(st.sampled_from(("type", "drop", "twice", "move", "break"))):
            case "type":
                page.insert(at, draw(lines()))
            case "drop":
                del page[at : at + 1]
            case "twice":
                page.insert(at, page[at])
            case "move":
                page.insert(draw(st.integers(0, len(page) - 1)), page.pop(at))
            case _:
                page[at] = page[at][: draw(st.integers(0, 9))] + "\x07"
        page = page or [""]
    return draw(st.sampled_from(("\n", "\r\n"))).join(page)


@settings(max_examples=60)
@given(edited_pages())
def test_however_a_page_was_edited_scan_and_parse_agree(text: str) -> None:
    page, problems = parse(text, "page.md")
    sitting, found = scan(text, "page.md", "page")
    assert found == problems
    assert sitting == (None if page is None else sitting_of(page, "page", "page.md"))


@settings(max_examples=60)
@given(edited_pages())
def test_however_a_page_was_edited_what_was_read_can_be_written_again(text: str) -> None:
    page, _ = parse(text, "page.md")
    if page is not None:
        again, problems = parse(render(page.reflection, RUBRIC), "page.md")
        assert problems == []
        assert again is not None
        assert again.reflection == page.reflection


@settings(max_examples=60)
@given(edited_pages(), st.sampled_from(" x/-"))
def test_setting_the_box_changes_one_character_of_one_line(text: str, box: str) -> None:
    page, _ = parse(text, "page.md")
    if page is None or page.plan_line is None:
        return
    after = set_box(text, box)
    changed = [
        (before, now)
        for before, now in zip(text.split("\n"), after.split("\n"), strict=True)
        if before != now
    ]
    assert len(changed) <= 1
    assert all(before.partition("]")[2] == now.partition("]")[2] for before, now in changed)
    again, _ = parse(after, "page.md")
    assert again is not None
    assert again.plan_line is not None
    assert again.plan_line.box == box
    assert again.reflection == page.reflection
