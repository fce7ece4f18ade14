from __future__ import annotations

from datetime import date
from textwrap import dedent

from any_reflection import small_rubric
from learnlead.errors import Problem
from learnlead.page.check import box_disagreements, check
from learnlead.page.facts import PlanLine, Review, Sitting
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import Outcome

NAME = "2026-11-20-learning-leader.md"
RUBRIC = small_rubric()
PAGE = """\
---
learnlead: 1
date: 2026-11-20
rubric: learning-leader
rubric-version: 1
focus: own-answer
relationships: [formal-authority, other, peers]
---
## I helped <!-- moment other -->
## I helped <!-- moment peer -->
## Ratings <!-- ratings -->
### A <!-- open-door -->
**Rating:** 4
### B <!-- own-answers -->
**Rating:** 4 <!-- formal-authority -->
**Rating:** 4 <!-- formal -->
### C <!-- of-my-own -->
A list of my own.
## Questions <!-- questions -->
### D <!-- answer wherefore -->
So.
## Plan <!-- plan -->
- [ ] If **a**, then I will **b** <!-- plan accessible -->
"""


def lines(problems: list[Problem]) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.severity) for problem in problems]


def checked(text: str, name: str = NAME, rubric: Rubric | None = RUBRIC) -> list[Problem]:
    rubrics = {rubric.id: rubric} if rubric else {}
    return check(dedent(text), f"journals/{name}", name, rubrics)[1]


def test_ids_that_the_rubric_does_not_know() -> None:
    problems = checked(PAGE)
    assert lines(problems) == [(n, "error") for n in (6, 7, 10, 12, 14, 20, 23)]
    assert problems[0].file == f"journals/{NAME}"
    assert problems[0].remedy == "did you mean own-answers?"
    assert "'peers'" in problems[1].message


def test_without_the_pages_own_rubric_only_the_page_is_judged() -> None:
    assert checked(PAGE, rubric=None) == []
    assert checked(PAGE, rubric=small_rubric(id="other-one")) == []
    assert checked(PAGE, rubric=small_rubric(version=2)) == []
    assert len(checked(PAGE, rubric=small_rubric(version=2, **{"comparable-with": [1]}))) == 7


def test_a_name_that_disagrees_is_a_problem_at_the_line_it_disagrees_with() -> None:
    problems = checked(PAGE, "2026-11-21-other.md", None)
    assert lines(problems) == [(3, "error"), (4, "error")]


def test_problems_stand_in_the_order_of_the_lines() -> None:
    page = PAGE.replace("**Rating:** 4\n", "**Rating:** 7\n").replace("So.", "So.\x00")
    assert [line for line, _ in lines(checked(page))] == [6, 7, 10, 13, 14, 20, 21, 23]


def test_private_marks_without_a_partner_are_warnings() -> None:
    page = """\
        ---
        learnlead: 1
        date: 2026-11-20
        rubric: learning-leader
        ---
        ## Insight <!-- insight -->
        %% private %%
        She cried.
        ## Obstacle <!-- obstacle -->
        %% private %%
        x
        %% end %%
        ## Opposite <!-- opposite -->
        I told.
        %% end %%
        """
    assert lines(checked(page)) == [(7, "warning"), (15, "warning")]


def test_a_line_that_is_nearly_private_is_a_warning() -> None:
    page = """\
        ---
        learnlead: 1
        date: 2026-11-20
        rubric: learning-leader
        ---
        ## Insight <!-- insight -->

        %%private%%
        She cried. %% Private %% Much.
        """
    problems = checked(page)
    assert lines(problems) == [(8, "warning"), (9, "warning")]
    assert "%% private %% alone" in problems[0].remedy


def test_a_text_of_the_look_back_that_belongs_to_no_plan_is_a_warning() -> None:
    page = """\
        ---
        learnlead: 1
        date: 2026-11-20
        rubric: learning-leader
        ---
        ## Looking back <!-- looking-back -->

        It went well.
        """
    assert lines(checked(page)) == [(6, "warning")]


def test_a_page_that_cannot_be_read_is_its_problem() -> None:
    assert lines(checked("nothing")) == [(1, "error")]


def sitting(day: int, box: str | None = None, *reviews: tuple[str, Outcome | None]) -> Sitting:
    return Sitting(
        stem=f"p{day}",
        file=f"journals/p{day}.md",
        date=date(2026, 11, day),
        rubric="learning-leader",
        plan=None if box is None else PlanLine("own-answers", "a", "b", box=box),
        reviews=tuple(Review(plan, outcome) for plan, outcome in reviews),
    )


def test_a_box_mirrors_the_look_back() -> None:
    outcomes: list[tuple[str, Outcome]] = [
        ("x", "done"),
        ("/", "partly"),
        ("-", "not-done"),
        ("-", "cue-never-came"),
        ("-", "dropped"),
    ]
    for box, outcome in outcomes:
        assert box_disagreements([sitting(6, box), sitting(13, None, ("p6", outcome))]) == []
        for other in {" ", "x", "/", "-"} - {box}:
            [problem] = box_disagreements([sitting(13, None, ("p6", outcome)), sitting(6, other)])
            assert problem.file == "journals/p6.md"
            assert f"[{box}]" in problem.remedy


def test_a_box_without_a_look_back_disagrees_with_nothing() -> None:
    assert (
        box_disagreements([sitting(6, "x"), sitting(13, "x", ("p6", None), ("gone", "done"))]) == []
    )


def test_the_newest_look_back_counts() -> None:
    pages = [
        sitting(20, None, ("p6", "done")),
        sitting(6, "x"),
        sitting(13, None, ("p6", "dropped")),
    ]
    assert box_disagreements(pages) == []
    assert box_disagreements([*pages, sitting(27, None, ("p6", None))]) == []
    assert (
        len(box_disagreements([sitting(6, "-"), *pages[::2], sitting(27, None, ("p6", None))])) == 1
    )
