"""Pages written and mended by hand: what counts, what stays, what is a problem."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest

from any_reflection import small_rubric
from learnlead.errors import Problem
from learnlead.page.page import Page, parse
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import Count, Mark

FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n---\n"
BODY_LINE = 6


def read(body: str, rubric: Rubric | None = None) -> tuple[Page, list[Problem]]:
    page, problems = parse(FRONT + dedent(body), "page.md", rubric)
    assert page is not None
    return page, problems


def ratings(
    body: str, rubric: Rubric | None = None
) -> tuple[Mapping[str, Mark | Mapping[str, Mark]], list[int | None]]:
    page, problems = read("## Ratings <!-- ratings -->\n" + dedent(body), rubric)
    return page.reflection.ratings, [problem.line for problem in problems]


def test_the_least_a_page_needs() -> None:
    page, problems = read(
        """\
        ## Ratings <!-- ratings -->
        ### Any words <!-- own-answers -->
        **Rating:** 4
        """
    )
    assert problems == []
    assert page.reflection.ratings == {"own-answers": 4}
    assert page.reflection.depth == "standard"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("**Rating:** 4", 4),
        ("**Rating:** 4 of 5", 4),
        ("**Rating:** 4 of 5 · mostly", 4),
        ("**Rating:** 4 · whatever, 3 of 5", 4),
        ("  **Rating:**4  ", 4),
        ("**Rating:** no opportunity", "no-opportunity"),
        ("**Rating:** none made · not once", "none-made"),
        ("**Rating:** 5 of 5 · every time <!-- formal-authority -->", {"formal-authority": 5}),
        ("**Rating:** 5<!--equal-influence-->", {"equal-influence": 5}),
    ],
)
def test_ratings_that_are_read(line: str, mark: Mark) -> None:
    assert ratings(f"### A <!-- own-answers -->\n{line}\n") == ({"own-answers": mark}, [])


@pytest.mark.parametrize(
    "line",
    [
        *("**Rating:** 0", "**Rating:** 6 of 5", "**Rating:** 4 of 7", "**Rating:** 4.5"),
        *("**Rating:**", "**Rating:** often", "**Rating:** ٤", "**Rating:** 4, I think"),
        *("**Rating:** 4 <!-- two words -->", "**Rating:** 4 · mostly <!-- Formal -->"),
    ],
)
def test_a_bad_rating_is_a_problem_at_its_line_and_the_rest_is_read(line: str) -> None:
    body = f"""\
        ### A <!-- own-answers -->
        {line}

        Seen.
        ### B <!-- open-doors -->
        **Rating:** 2
        """
    page, problems = read("## Ratings <!-- ratings -->\n" + dedent(body))
    assert page.reflection.ratings == {"open-doors": 2}
    assert page.reflection.evidence == {"own-answers": "Seen."}
    assert [problem.line for problem in problems] == [BODY_LINE + 2]
    assert problems[0].remedy


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("**Count:** 2 of 3", Count(2, 3)),
        ("**Count:** 2/3", Count(2, 3)),
        (" **Count:**0 of 0 ", Count(0, 0)),
        ("**Count:** 4 of 3", None),
        ("**Count:** often", None),
        ("**Count:** 1 of 100", None),
    ],
)
def test_a_count_is_read_or_is_a_problem_at_its_line(line: str, count: Count | None) -> None:
    body = f"### A <!-- own-answers -->\n**Rating:** 4\n{line}\n\nSeen.\n"
    page, problems = read("## Ratings <!-- ratings -->\n" + body)
    assert page.reflection.count == ({} if count is None else {"own-answers": count})
    assert [problem.line for problem in problems] == ([] if count else [BODY_LINE + 3])
    assert page.reflection.evidence == {"own-answers": "Seen."}


def test_of_two_counts_the_first_counts() -> None:
    body = "### A <!-- own-answers -->\n**Count:** 2 of 3\n**Count:** 2 of 3\n"
    page, problems = read("## Ratings <!-- ratings -->\n" + body)
    assert page.reflection.count == {"own-answers": Count(2, 3)}
    assert [problem.line for problem in problems] == [BODY_LINE + 3]


def test_none_made_fits_only_what_is_the_writers_to_make() -> None:
    body = """\
        ### A <!-- own-answers -->
        **Rating:** none made
        ### B <!-- joint-learning -->
        **Rating:** none made
        ### C <!-- not-of-this-rubric -->
        **Rating:** none made
        """
    assert ratings(body.replace("none made", "4"), small_rubric())[1] == []
    behaviours = ("own-answers", "joint-learning", "not-of-this-rubric")
    everything = dict.fromkeys(behaviours, "none-made")
    assert ratings(body) == (everything, [])
    del everything["joint-learning"]
    assert ratings(body, small_rubric()) == (everything, [BODY_LINE + 4])


def test_a_rubric_judges_no_page_of_a_version_that_it_does_not_join() -> None:
    body = "## Ratings <!-- ratings -->\n### B <!-- joint-learning -->\n**Rating:** none made\n"
    page = FRONT.replace("leader\n", "leader\nrubric-version: 1\n") + body
    assert parse(page, "page.md", small_rubric(version=2))[1] == []
    joined = {"comparable-with": [1]}
    assert len(parse(page, "page.md", small_rubric(version=2, **joined))[1]) == 1


def test_ratings_by_relationship() -> None:
    body = """\
        ### A <!-- own-answers -->
        **Rating:** 5 of 5 · every time <!-- formal-authority -->

        **Rating:** no opportunity <!-- equal-influence -->
        """
    expected = {"own-answers": {"formal-authority": 5, "equal-influence": "no-opportunity"}}
    assert ratings(body) == (expected, [])


@pytest.mark.parametrize(
    ("second", "first"),
    [
        ("**Rating:** 4", "**Rating:** 4"),
        ("**Rating:** 3 <!-- formal-authority -->", "**Rating:** 4"),
        ("**Rating:** 4", "**Rating:** 4 <!-- formal-authority -->"),
        ("**Rating:** 3 <!-- formal-authority -->", "**Rating:** 4 <!-- formal-authority -->"),
    ],
)
def test_of_two_ratings_of_the_same_the_first_counts(first: str, second: str) -> None:
    marks, lines = ratings(f"### A <!-- own-answers -->\n{first}\n{second}\n")
    assert marks == ratings(f"### A <!-- own-answers -->\n{first}\n")[0]
    assert lines == [BODY_LINE + 3]


def test_a_rating_that_belongs_to_no_behaviour_is_never_skipped_silently() -> None:
    _, problems = read(
        """\
        ## Own answers <!-- own-answers -->
        **Rating:** 4
        ## Ratings <!-- ratings -->
        **Rating:** 3
        ### Own answers
        **Rating:** 2
        ## Insight <!-- insight -->
        ## The book I read
        **Rating:** 5 stars
        """
    )
    assert [problem.line for problem in problems] == [BODY_LINE + 1, BODY_LINE + 3, BODY_LINE + 5]


def test_a_behaviour_without_a_rating_is_skipped_with_its_evidence() -> None:
    page, problems = read("## R <!-- ratings -->\n### A <!-- own-answers -->\nHe drew it.\n")
    assert problems == []
    assert page.reflection.ratings == {}
    assert page.reflection.evidence == {"own-answers": "He drew it."}


def test_headings_mean_nothing_and_markers_everything() -> None:
    page, problems = read(
        """\
        # Einsicht <!--insight-->
        Warten.
        # Bewertungen   <!--   ratings   -->
        ## Eigene Antworten <!-- own-answers -->
        **Rating:** 3
        # Insight
        not read
        """
    )
    assert problems == []
    assert page.reflection.insight == "Warten."
    assert page.reflection.ratings == {"own-answers": 3}
    assert page.foreign == ("# Insight\nnot read",)


def test_a_section_that_the_format_does_not_know_ends_the_answer_and_stays() -> None:
    page, problems = read(
        """\
        Before everything.

        # Learning leader, Friday

        ## Insight <!-- insight -->
        Wait.
        ## Mine <!-- my own -->
        - [ ] call **Ann** and **Bob**
        ### And more

        **Outcome:** good
        ## Obstacle <!-- obstacle -->
        Hurry.
        """
    )
    assert problems == []
    assert page.reflection.insight == "Wait."
    assert page.reflection.obstacle == "Hurry."
    assert page.foreign == (
        "Before everything.",
        "## Mine <!-- my own -->\n- [ ] call **Ann** and **Bob**",
        "### And more\n\n**Outcome:** good",
    )


def test_tags_and_deep_headings_are_text() -> None:
    page, _ = read("## Insight <!-- insight -->\n#tag\n#### Deep\n  ## Indented\n##\n####### x\n")
    assert page.reflection.insight == "#tag\n#### Deep\n  ## Indented\n##\n####### x"


def test_a_heading_inside_a_code_fence_is_text() -> None:
    page, problems = read(
        """\
        ## Insight <!-- insight -->
        ~~~ python
        # a comment
        ```
        **Rating:** 7
        - [ ] If **a**, then I will **b** <!-- plan own-answers -->
        ~~~ not the end
        ~~~~
        ```not a fence``` here
        ````
        ```
        # a comment
        ````
        ## Obstacle <!-- obstacle -->
            ```
        ## Opposite <!-- opposite -->
        I told.
        """
    )
    assert problems == []
    assert page.reflection.insight is not None
    assert page.reflection.insight.startswith(
        "~~~ python\n# a comment\n```\n**Rating:** 7\n- [ ] If"
    )
    assert page.reflection.insight.endswith("````\n```\n# a comment\n````")
    assert page.reflection.obstacle == "    ```"
    assert page.reflection.opposite == "I told."
    assert page.plan_line is None


def test_a_code_fence_that_never_closes_is_a_problem() -> None:
    page, problems = read(
        "## Insight <!-- insight -->\n```\n## Obstacle <!-- obstacle -->\nHurry\n"
    )
    assert page.reflection.obstacle is None
    assert [problem.line for problem in problems] == [BODY_LINE + 1]


def test_a_section_that_stands_twice_is_a_problem_and_stays() -> None:
    page, problems = read(
        """\
        ## Insight <!-- insight -->
        One.
        ## Insight <!-- insight -->
        Two.
        ## Ratings <!-- ratings -->
        ### A <!-- own-answers -->
        **Rating:** 1
        ### A <!-- own-answers -->
        **Rating:** 5
        """
    )
    assert page.reflection.insight == "One."
    assert page.reflection.ratings == {"own-answers": 1}
    assert page.foreign[0] == "## Insight <!-- insight -->\nTwo."
    assert [problem.line for problem in problems] == [BODY_LINE + 2, BODY_LINE + 7]


def test_a_look_back_on_several_plans() -> None:
    page, problems = read(
        """\
        ## Looking back <!-- looking-back -->
        **Plan:** If **x**, then I will **y** <!-- plan 2026-11-06-r -->
        **Outcome:** done · erledigt
        First.

        Still first.
        **Plan:** <!-- plan 2026-11-13 My Friday -->
        Second.
        **Plan:** If …, then I will **z** <!-- plan 2026-10-30-r.2 -->
        **Outcome:** cue-never-came
        **Plan:** If **w** <!-- plan 2026-10-23-r -->
        """
    )
    assert problems == []
    first, two, three, four = page.reflection.looking_back
    assert (first.plan, first.cue, first.action, first.outcome) == (
        "2026-11-06-r",
        "x",
        "y",
        "done",
    )
    assert first.note == "First.\n\nStill first."
    assert (two.plan, two.cue, two.outcome, two.note) == (
        "2026-11-13 My Friday",
        None,
        None,
        "Second.",
    )
    assert (three.cue, three.action, three.outcome) == (None, "z", "cue-never-came")
    assert (four.cue, four.action) == ("w", None)


@pytest.mark.parametrize(
    ("line", "problems_at"),
    [
        ("**Outcome:** well", [2]),
        ("**Plan:** If **a**, then I will **b**", [2]),
        ("**Plan:** If **a**, then I will **b**\n**Outcome:** done", [2, 3]),
        ("**Outcome:** partly\n**Outcome:** partly", [3]),
    ],
)
def test_a_bad_line_of_a_look_back_is_a_problem(line: str, problems_at: list[int]) -> None:
    body = f"## L <!-- looking-back -->\n**Plan:** <!-- plan a -->\n{line}\n"
    page, problems = read(body)
    assert [review.plan for review in page.reflection.looking_back] == ["a"]
    assert [problem.line for problem in problems] == [BODY_LINE + at for at in problems_at]


def test_an_outcome_above_every_plan_is_a_problem() -> None:
    _, problems = read("## L <!-- looking-back -->\n**Outcome:** done\n")
    assert [problem.line for problem in problems] == [BODY_LINE + 1]


def test_moments_repeat_in_order_and_other_is_built_in() -> None:
    page, problems = read(
        """\
        ## I helped <!-- moment formal-authority -->
        **With:** report \\*A\\* \\<b\\> C:\\temp
        First.
        **With:** report B
        ## Else <!-- moment other -->
        ## My own
        ### Other <!-- other-side -->
        They laughed.
        ## Moment <!-- moment -->
        """
    )
    first, two = page.reflection.moments
    assert (first.relationship, first.with_whom, first.what) == (
        "formal-authority",
        "report *A* <b\\> C:\\temp",
        "First.",
    )
    assert (two.relationship, two.what, two.other_side) == ("other", None, "They laughed.")
    assert [problem.line for problem in problems] == [BODY_LINE + 3, BODY_LINE + 8]


def test_the_other_side_of_no_moment_is_a_problem() -> None:
    _, problems = read("## Insight <!-- insight -->\n### X <!-- other-side -->\nShe.\n")
    assert [problem.line for problem in problems] == [BODY_LINE + 1]


def test_reading_removes_one_backslash_from_a_line_that_needed_it() -> None:
    page, _ = read(
        """\
        ## Insight <!-- insight -->
        \\# a
          \\\\## b
        \\- c
        \\**d
        %% private %%
        \\> e
        %% end %%
        """
    )
    assert page.reflection.insight == ("# a\n  \\## b\n\\- c\n**d\n%% private %%\n> e\n%% end %%")


def test_a_control_character_is_a_problem_at_its_line_and_the_rest_is_read() -> None:
    page, problems = read(
        "## Insight <!-- insight -->\nWait \x00 here.\n\n## Obstacle <!-- obstacle -->\nHur\x9bry\n"
    )
    assert page.reflection.insight == "Wait � here."
    assert page.reflection.obstacle == "Hur�ry"
    assert [problem.line for problem in problems] == [BODY_LINE + 1, BODY_LINE + 4]
    assert "U+0000" in problems[0].message


def test_lines_end_at_line_feeds_alone() -> None:
    page, problems = read("## Insight <!-- insight -->\na\u2028## Obstacle <!-- obstacle -->\n")
    assert problems == []
    assert page.reflection.insight == "a\u2028## Obstacle <!-- obstacle -->"


def test_open_questions_and_what_came_back() -> None:
    page, problems = read(
        """\
        ## What came back <!-- heard -->
        R. said so.
        ## Questions <!-- questions -->
        ### Why? <!-- answer why -->
        - one
        - two
        """
    )
    assert problems == []
    assert page.reflection.heard == "R. said so."
    assert page.reflection.answers == {"why": "- one\n- two"}


@pytest.mark.parametrize(
    "line",
    [
        "## <!--{}x",
        "## <!-- plan{}-->x",
        "**Plan:** <!-- plan {}x",
        "**Plan:** **{}",
        "**Rating:** 4{}x",
        "**Rating:** 4 ·{}<",
        "- [ ] **a** **b** <!-- plan {}x",
        "{}# a",
        "#{}a",
        "**Outcome:**{}·",
    ],
)
@pytest.mark.parametrize("filling", [" ", "\t", "\\", "*", "-->", "<!--", "**Rating:** 9\n"])
def test_a_long_line_takes_no_longer_than_its_length(line: str, filling: str) -> None:
    """Time that grows with the square of the length would make these take minutes."""
    long = line.format(filling * (50_000 // len(filling)))
    sections = (
        "## L <!-- looking-back -->",
        "## R <!-- ratings -->\n### A <!-- accessible -->",
        "## Plan <!-- plan -->",
    )
    page, _ = read("".join(f"{section}\n{long}\n" for section in sections))
    assert page.reflection.ratings in ({}, {"accessible": 4})
