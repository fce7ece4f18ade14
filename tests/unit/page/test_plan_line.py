from __future__ import annotations

from contextlib import nullcontext
from datetime import date

import pytest
from pydantic import ValidationError

from learnlead.page.facts import PlanLine
from learnlead.page.page import parse
from learnlead.page.plans import read_plan
from learnlead.sitting.model import Plan

WORDS = "If **she asks**, then I will **wait**"
PLAN = PlanLine("own-answers", "she asks", "wait")
FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: r\n---\n"


@pytest.mark.parametrize(
    ("written", "read_as"), [(" ", " "), ("x", "x"), ("X", "x"), ("/", "/"), ("-", "-")]
)
def test_the_boxes(written: str, read_as: str) -> None:
    result = read_plan(f"- [{written}] {WORDS} <!-- plan own-answers -->")
    assert result == (PlanLine("own-answers", "she asks", "wait", box=read_as), [])


@pytest.mark.parametrize(
    ("tail", "due"),
    [
        (" 📅 2026-11-27", date(2026, 11, 27)),
        (" 📅 2026-11-27 ✅ 2026-11-25", date(2026, 11, 27)),
        (" ✅ 2026-11-25", None),
        (" 🔼 📅️2026-11-27", date(2026, 11, 27)),
        ("", None),
    ],
)
def test_what_obsidian_tasks_puts_at_the_end(tail: str, due: date | None) -> None:
    result = read_plan(f"- [ ] {WORDS} <!-- plan own-answers -->{tail}")
    assert result == (PlanLine("own-answers", "she asks", "wait", due), [])


def test_a_kept_plan_names_the_page_it_comes_from() -> None:
    line = f"- [ ] {WORDS} <!-- plan own-answers kept 2026-11-13 My Friday -->"
    assert read_plan(line) == (
        PlanLine("own-answers", "she asks", "wait", kept="2026-11-13 My Friday"),
        [],
    )


@pytest.mark.parametrize(("letters", "fits"), [(200, True), (201, False)])
def test_the_name_of_a_kept_page_has_its_length(letters: int, fits: bool) -> None:
    stem = "2026-11-13".ljust(letters, "x")
    line = f"- [ ] {WORDS} <!-- plan own-answers kept {stem} -->"
    whole = PlanLine("own-answers", "she asks", "wait", kept=stem)
    assert (read_plan(line) == (whole, [])) == fits
    with nullcontext() if fits else pytest.raises(ValidationError):
        Plan(behaviour="own-answers", cue="a", action="b", kept=stem)


def test_the_first_two_bold_parts_are_cue_and_action() -> None:
    line = (
        r"- [ ] **  ** Falls **a \*\*b\*\* \\ \<c> 📅 2020-01-01**, dann *ich* **d *e* f** und"
        " **g** 📅 2026-11-27 <!-- plan own-answers -->"
    )
    cue = r"a **b** \ <c> 📅 2020-01-01"
    assert read_plan(line) == (PlanLine("own-answers", cue, "d *e* f", date(2026, 11, 27)), [])


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] call **Ann** and **Bob**",
        "- [ ] If **a <!-- plan own-answers -->**, then I will **b**",
        "- [x] buy milk <!-- milk -->",
        "- [two] plan <!-- plan own-answers -->",
    ],
)
def test_other_tasks_are_left_alone(line: str) -> None:
    assert read_plan(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] If she asks, I will wait <!-- plan own-answers -->",
        "- [ ] If **she asks** I will wait <!-- plan own-answers -->",
        f"- [ ] {WORDS} <!-- plan Own Answers -->",
        f"- [ ] {WORDS} <!-- plan own-answers kept a/b -->",
    ],
)
def test_a_broken_plan_line_is_no_plan_and_a_problem(line: str) -> None:
    page, problems = parse(f"{FRONT}## Plan <!-- plan -->\n{line}\n", "page.md")
    assert page is not None
    assert page.reflection.plan is None
    assert [problem.line for problem in problems] == [7]


@pytest.mark.parametrize(
    ("line", "due"),
    [
        (f"- [?] {WORDS} <!-- plan own-answers --> 📅 2026-11-27", date(2026, 11, 27)),
        (f"- [] {WORDS} <!-- plan own-answers --> 📅 2026-11-27", date(2026, 11, 27)),
        (f"- [ ] {WORDS} <!-- plan own-answers --> 📅 2026-02-30", None),
        (f"- [ ] {WORDS} <!-- plan own-answers --> 📅 next week", None),
    ],
)
def test_a_plan_with_a_bad_box_or_date_is_open_and_a_problem(line: str, due: date | None) -> None:
    page, problems = parse(f"{FRONT}## Plan <!-- plan -->\n{line}\n", "page.md")
    assert page is not None
    assert page.plan_line == PlanLine("own-answers", "she asks", "wait", due)
    assert [problem.line for problem in problems] == [7]


def test_the_plan_section_goes_before_plan_lines_elsewhere() -> None:
    body = (
        f"## Mine\n- [x] If **a**, then I will **b** <!-- plan accessible -->\n"
        f"## Plan <!-- plan -->\nSee Ann.\n- [ ] {WORDS} <!-- plan own-answers -->\n"
    )
    page, problems = parse(FRONT + body, "page.md")
    assert page is not None
    assert page.plan_line == PLAN
    assert [problem.line for problem in problems] == [7]


def test_a_plan_line_counts_wherever_its_writer_put_it() -> None:
    page, problems = parse(
        f"{FRONT}## Mine\n{WORDS}\n- [/] {WORDS} <!-- plan own-answers -->\n", "p"
    )
    assert problems == []
    assert page is not None
    assert page.plan_line == PlanLine("own-answers", "she asks", "wait", box="/")


def test_other_tasks_of_the_plan_section_are_left_alone() -> None:
    tasks = f"- [ ] call **Ann**\n- [ ] {WORDS} <!-- plan own-answers -->\n- [ ] {WORDS}\n"
    page, problems = parse(f"{FRONT}## Plan <!-- plan -->\n{tasks}", "page.md")
    assert page is not None
    assert (page.plan_line, problems) == (PLAN, [])
    assert parse(f"{FRONT}## Plan <!-- plan -->\n- [ ] call **Ann**\n", "page.md")[1] == []


def test_a_plan_without_its_marker_is_never_skipped_silently() -> None:
    page, problems = parse(f"{FRONT}## Plan <!-- plan -->\n- [ ] {WORDS}\n", "page.md")
    assert page is not None
    assert page.plan_line is None
    assert [problem.line for problem in problems] == [7]
