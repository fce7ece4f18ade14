from __future__ import annotations

from learnlead.errors import Problem
from learnlead.journal.scan import scan
from learnlead.journal.sitting import Sitting

FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n---\n"


def facts(text: str) -> tuple[Sitting, list[Problem]]:
    sitting, problems = scan(text, "journals/page.md", "page")
    assert sitting is not None
    return sitting, problems


def test_a_moments_relationship_is_live_even_if_not_listed() -> None:
    listed = FRONT.replace(
        "leader\n", "leader\nrelationships: [equal-influence, formal-authority]\n"
    )
    said = ("formal-authority", "ripples", "ripples")
    moments = "".join(f"## A <!-- moment {relationship} -->\n" for relationship in said)
    assert facts(listed + moments)[0].live == ("equal-influence", "formal-authority", "ripples")
    assert facts(FRONT + moments)[0].live == ("formal-authority", "ripples")
    assert facts(listed + moments)[0].moments == said


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
