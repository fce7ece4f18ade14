from __future__ import annotations

import pytest

from learnlead.errors import Problem
from learnlead.page.facts import Sitting
from learnlead.page.reader import scan

FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n---\n"


def facts(text: str) -> tuple[Sitting, list[Problem]]:
    sitting, problems = scan(text, "journals/page.md", "page")
    assert sitting is not None
    return sitting, problems


def test_a_moments_relationship_is_live_even_if_not_listed() -> None:
    listed = FRONT.replace(
        "leader\n", "leader\nrelationships: [equal-influence, formal-authority]\n"
    )
    relationships = ("formal-authority", "ripples", "ripples")
    moments = "".join(f"## A <!-- moment {relationship} -->\n" for relationship in relationships)
    assert facts(listed + moments)[0].live == ("equal-influence", "formal-authority", "ripples")
    assert facts(FRONT + moments)[0].live == ("formal-authority", "ripples")
    assert facts(listed + moments)[0].moments == relationships


def test_unknown_and_none_stay_apart() -> None:
    none = FRONT.replace("leader\n", "leader\nrelationships: []\n")
    assert facts(FRONT)[0].live is None
    assert facts(none)[0].live == ()


def test_evidence_is_a_text_under_the_behaviours_heading() -> None:
    body = (
        "## R <!-- ratings -->\n### A <!-- own-answers -->\n \n**Rating:** 4\n\u2003\n"
        "### B <!-- open-doors -->\n**Rating:** 4\n\nSeen.\n### C <!-- accessible -->\nSeen.\n"
    )
    sitting, problems = facts(FRONT + body)
    assert problems == []
    assert sitting.evidence == {"open-doors", "accessible"}


def test_a_name_that_disagrees_is_a_problem_and_the_page_is_read() -> None:
    sitting, problems = scan(
        FRONT, "journals/2026-11-19-learning-leader.md", "2026-11-19-learning-leader"
    )
    assert sitting is not None
    assert sitting.date.isoformat() == "2026-11-20"
    assert [(problem.file, problem.line) for problem in problems] == [
        ("journals/2026-11-19-learning-leader.md", 3)
    ]


MOMENT = "## A <!-- moment other -->\n"
LOOK_BACK = "## B <!-- looking-back -->\n"
PLAN = "- [ ] If **a**, then I will **b** <!-- plan own-answers -->\n"


@pytest.mark.parametrize(
    "body",
    [
        "## C <!-- heard -->\nx\n## D <!-- heard -->\ny\n",
        f"{MOMENT}### O <!-- other-side -->\nx\n### P <!-- other-side -->\ny\n",
        f"{MOMENT}**With:** me\n**With:** you\n",
        f"{MOMENT}## I <!-- insight -->\nx\n### O <!-- other-side -->\ny\n",
        "## C <!-- own-answers -->\n**Rating:** 4\n",
        "## R <!-- ratings -->\n## I <!-- insight -->\n### D <!-- own-answers -->\n**Rating:** 4\n",
        f"{LOOK_BACK}**Plan:** a <!-- plan b -->\n{LOOK_BACK}**Outcome:** done\n",
        f"{PLAN}{PLAN}",
        "## M <!-- moment -->\nx\n",
    ],
)
def test_what_is_wrong_in_the_body_is_one_problem(body: str) -> None:
    assert len(facts(FRONT + body)[1]) == 1


def test_a_text_under_an_id_outside_the_ratings_is_no_evidence() -> None:
    assert facts(FRONT + "## C <!-- own-answers -->\nSeen.\n")[0].evidence == frozenset()
