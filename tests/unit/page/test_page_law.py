"""The law of the page: what was said comes back, whatever it was; and mending by hand is safe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_reflection import MARKS, lines, reflections, small_rubric
from learnlead.page.edit import set_box
from learnlead.page.page import parse, sitting_of
from learnlead.page.reader import read, scan
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.model import Reflection
from sizes import examples

pytestmark = pytest.mark.core

RUBRIC = small_rubric()
NAME = "2026-11-20-learning-leader.md"


@given(reflections())
def test_a_page_gives_back_exactly_what_was_said(reflection: Reflection) -> None:
    page, problems = parse(render(reflection, RUBRIC), "page.md")
    assert problems == []
    assert page is not None
    assert page.reflection == reflection
    assert page.foreign == ()


@pytest.mark.parametrize("typed", [*MARKS, "\n".join(MARKS), "\n".join(reversed(MARKS))])
def test_a_mark_typed_in_every_field_at_once_comes_back(typed: str) -> None:
    whole = {"what": typed, "other_side": typed, "with": typed}
    review = {"plan": "a", "cue": typed, "action": typed, "outcome": "done", "note": typed}
    words = f"x {typed} x"
    reflection = Reflection.model_validate(
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
    page, problems = parse(render(reflection, RUBRIC), "page.md", RUBRIC)
    assert problems == []
    assert page is not None
    assert page.reflection == reflection


@given(reflections())
def test_bom_and_crlf_change_nothing_that_was_said(reflection: Reflection) -> None:
    text = "\ufeff" + render(reflection, RUBRIC).replace("\n", "\r\n")
    page, problems = parse(text, "page.md")
    assert problems == []
    assert page is not None
    assert page.reflection == reflection


BLOCKS = (
    *("```\n## Plan <!-- plan -->\n```", "~~~~", "%% private %%\nshe\n%% end %%", "%% end %%"),
    *("## Ratings <!-- ratings -->", "### Own <!-- own-answers -->\n**Rating:** 4", "### Mine"),
    *("### x <!-- open-doors -->\n\u2003\n   **Rating:** none made", "**Rating:** none made"),
    *("### x <!-- joint-learning -->\n\n\n**Rating:** none made <!-- formal-authority -->",),
    *("**Rating:** 5", "    **Rating:** 5", "a **Rating:** 5", "**Rating: 5**", " \n\t\n\u2028"),
    *("## A <!-- moment other -->\n**With:**\n**With:** me\n**With:** you", "## B <!-- moment -->"),
    *("### C <!-- other-side -->\nShe.", "## D <!-- heard -->\n> quoted", "#### E <!-- plan -->"),
    *("## F <!-- looking-back -->\n**Outcome:** done", "**Plan:** x <!-- plan 2026-11-13-r -->"),
    *("**Outcome:** partly · half", "**Outcome:** gone", "**Plan:** y", "## G <!-- questions -->"),
    *("- [ ] buy milk", "- [x] **a** **b** <!-- plan own-answers -->", "   - [?] **a** **b**"),
    *("- [ ] If **a**, then I will **b** <!-- plan own-answers --> 📅 2026-11-27", "- a\n\n* b"),
    *("## H <!-- plan -->\n- [ ] **a** **b**", "Says\nmore\n\n1. and\n2. more", "É\n„x“"),
)
"""What hands add that know the format, or have seen it once."""


NEEDED = ("learnlead: 1", "date: 2026-11-20", "rubric: learning-leader")
HEADS = (
    *("learnlead: 2", "kind: reflection", "kind: coach-reply", "kind:", "# mine"),
    *("date: 2026-11-21", "date: '2026-11-20'", "date:", "rubric: other"),
    *("rubric: R", "rubric-version: 1", "rubric_version: 2"),
    *(
        "rubric-version: x",
        "depth: full",
        "depth: deep",
        "depth:",
        "focus: own-answers",
        "focus: A",
    ),
    *('focus-notice: "a: b"', "focus-notice: [a]", "relationships: []", "relationships: [B, b]"),
    *("relationships:\n  - other", "minutes: -1", "minutes: 07", "written: 2026-11-22", "---"),
    *("tags: [learnlead]", "tags:", "--- ", "mood: >\n  so\n  so", "written: soon", "", "a: &b c"),
)
"""Lines of front matter, right and wrong."""


@st.composite
def edited_pages(draw: st.DrawFn) -> str:
    """A page after hands that know the format and hands that do not."""
    page = render(draw(reflections()), RUBRIC).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(page) - 1))
        match draw(st.sampled_from(("type", "add", "drop", "twice", "move", "break"))):
            case "type":
                page.insert(at, draw(lines()))
            case "add":
                page[at:at] = draw(st.sampled_from(BLOCKS)).split("\n")
            case "drop":
                del page[at : at + 1]
            case "twice":
                page.insert(at, page[at])
            case "move":
                page.insert(draw(st.integers(0, len(page) - 1)), page.pop(at))
            case _:
                page[at] = page[at][: draw(st.integers(0, 9))] + "\x07"
        page = page or [""]
    bom = draw(st.sampled_from(("", "\ufeff")))
    return bom + draw(st.sampled_from(("\n", "\r\n"))).join(page)


def told_in_its_lines(text: str, rubric: Rubric | None = None) -> None:
    """Whatever is wrong is told at a line that the page has, and every time alike."""
    page, problems = parse(text, NAME, rubric)
    assert page is not None or problems or "kind: coach-reply" in text
    assert all(1 <= (problem.line or 0) <= text.count("\n") + 1 for problem in problems)
    assert parse(text, NAME, rubric) == (page, problems)


@settings(max_examples=examples(100))
@given(edited_pages(), st.sampled_from((None, RUBRIC)))
def test_however_a_page_was_edited_what_is_wrong_has_its_line(
    text: str, rubric: Rubric | None
) -> None:
    told_in_its_lines(text, rubric)


@settings(max_examples=examples(100))
@given(edited_pages())
def test_a_coach_is_given_the_facts_that_trends_are_made_of(text: str) -> None:
    page, problems = parse(text, NAME)
    assert scan(text, NAME, "page") == (page and sitting_of(page, "page", NAME), problems)


@given(reflections())
def test_a_wrong_rating_is_told_at_its_line_and_all_else_is_read(reflection: Reflection) -> None:
    reflection = reflection.model_copy(update={"ratings": {**reflection.ratings, "own-answers": 4}})
    lines = render(reflection, RUBRIC).split("\n")
    reading, _ = read("\n".join(lines), "", "", {})
    assert reading is not None
    heading = reading.body.line_of(reading.body.places["evidence", "own-answers"])
    line = next(n for n in range(heading, len(lines)) if lines[n].startswith("**Rating:**"))
    lines[line] = "**Rating:** 7 of 5"
    page, problems = parse("\n".join(lines), "page.md")
    assert [(problem.message, problem.line) for problem in problems] == [
        ("'7 of 5' is not a rating", line + 1)
    ]
    assert page is not None
    others = {key: mark for key, mark in reflection.ratings.items() if key != "own-answers"}
    assert page.reflection.ratings == others
    assert page.reflection.model_copy(update={"ratings": reflection.ratings}) == reflection


def a_few_again_and_again(*known: str) -> st.SearchStrategy[str]:
    few = st.lists(st.one_of(st.sampled_from(known), lines()), min_size=1, max_size=5)
    return few.flatmap(lambda some: st.lists(st.sampled_from(some), max_size=10)).map("\n".join)


@given(a_few_again_and_again(*BLOCKS))
def test_whatever_blocks_a_body_is_made_of_what_is_wrong_has_its_line(body: str) -> None:
    front = "learnlead: 1\ndate: 2026-11-20\nrubric: learning-leader"
    told_in_its_lines(f"---\n{front}\n---\n{body}", RUBRIC)


@given(st.lists(st.sampled_from(NEEDED), unique=True), a_few_again_and_again(*NEEDED, *HEADS))
def test_whatever_lines_front_matter_has_what_is_wrong_has_its_line(
    needed: list[str], more: str
) -> None:
    front = "\n".join([*needed, more])
    told_in_its_lines(f"---\n{front}\n---\n## Insight <!-- insight -->\n\nNo.", RUBRIC)


@settings(max_examples=examples(60))
@given(edited_pages())
def test_however_a_page_was_edited_what_was_read_can_be_written_again(text: str) -> None:
    page, _ = parse(text, "page.md")
    if page is not None:
        again, problems = parse(render(page.reflection, RUBRIC), "page.md")
        assert problems == []
        assert again is not None
        assert again.reflection == page.reflection


@settings(max_examples=examples(60))
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
