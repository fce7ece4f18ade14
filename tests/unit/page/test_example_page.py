"""The example page of the format: read, and written again byte for byte."""

from __future__ import annotations

from datetime import date

from any_reflection import small_rubric
from learnlead.page.facts import PlanLine, Review, Sitting
from learnlead.page.page import parse
from learnlead.page.reader import scan
from learnlead.page.writer import render
from learnlead.sitting.model import Reflection

EXAMPLE = """\
---
learnlead: 1
kind: reflection
date: 2026-11-20
rubric: learning-leader
rubric-version: 1
depth: standard
focus: own-answers
focus-notice: people finish their own sentences
relationships: [formal-authority]
minutes: 11
tags: [learnlead]
---

# Learning leader, Friday 20 November 2026

## Looking back <!-- looking-back -->

**Plan:** If **a report brings me a stuck problem**, then I will **ask three questions** \
<!-- plan 2026-11-13-learning-leader -->

**Outcome:** done

It came up on Tuesday. The second question was enough.

## I helped someone who reports to me learn <!-- moment formal-authority -->

**With:** report A

In the Tuesday review I …

### The other side <!-- other-side -->

She drew it herself.

## Ratings <!-- ratings -->

### Room for their own answers <!-- own-answers -->

**Rating:** 4 of 5 · mostly

He drew the fix on the board himself.

### Open doors <!-- open-doors -->

**Rating:** none made

## The opposite <!-- opposite -->

On Thursday I told instead of asking.

## Insight <!-- insight -->

Ten seconds of silence do more than a second question.

## Obstacle <!-- obstacle -->

Hurry, mostly mine.

## Plan <!-- plan -->

- [ ] If **a report brings me a stuck problem**, then I will **wait ten seconds** \
<!-- plan own-answers --> 📅 2026-11-27
"""

RUBRIC = small_rubric(
    title="Learning leader",
    scale={
        "kind": "frequency",
        "labels": ["never", "rarely", "about half the time", "mostly", "every time"],
    },
    relationships=[
        {
            "id": "formal-authority",
            "name": "Formal authority",
            "sentence": "I helped someone who reports to me learn",
        }
    ],
    behaviours=[
        {"id": behaviour_id, "name": name, "i": "I asked", "opportunity": "made"}
        for behaviour_id, name in (
            ("own-answers", "Room for their own answers"),
            ("open-doors", "Open doors"),
        )
    ],
)

SAID = Reflection.model_validate(
    {
        "date": date(2026, 11, 20),
        "rubric": "learning-leader",
        "rubric_version": 1,
        "focus": "own-answers",
        "focus_notice": "people finish their own sentences",
        "relationships": ["formal-authority"],
        "minutes": 11,
        "looking_back": [
            {
                "plan": "2026-11-13-learning-leader",
                "cue": "a report brings me a stuck problem",
                "action": "ask three questions",
                "outcome": "done",
                "note": "It came up on Tuesday. The second question was enough.",
            }
        ],
        "moments": [
            {
                "relationship": "formal-authority",
                "with": "report A",
                "what": "In the Tuesday review I …",
                "other_side": "She drew it herself.",
            }
        ],
        "ratings": {"own-answers": 4, "open-doors": "none-made"},
        "evidence": {"own-answers": "He drew the fix on the board himself."},
        "opposite": "On Thursday I told instead of asking.",
        "insight": "Ten seconds of silence do more than a second question.",
        "obstacle": "Hurry, mostly mine.",
        "plan": {
            "behaviour": "own-answers",
            "cue": "a report brings me a stuck problem",
            "action": "wait ten seconds",
            "due": date(2026, 11, 27),
        },
    }
)


def test_the_example_is_read_as_what_was_said() -> None:
    page, problems = parse(EXAMPLE, "2026-11-20-learning-leader.md", RUBRIC)
    assert problems == []
    assert page is not None
    assert page.reflection == SAID
    assert page.extra == {"tags": ["learnlead"]}
    assert page.foreign == ()


def test_the_example_is_written_byte_for_byte() -> None:
    assert render(SAID, RUBRIC) == EXAMPLE


def test_the_facts_of_the_example() -> None:
    stem = "2026-11-20-learning-leader"
    plan = PlanLine(
        "own-answers",
        "a report brings me a stuck problem",
        "wait ten seconds",
        date(2026, 11, 27),
    )
    sitting = Sitting(
        stem=stem,
        file=f"journals/{stem}.md",
        date=date(2026, 11, 20),
        rubric="learning-leader",
        rubric_version=1,
        depth="standard",
        focus="own-answers",
        focus_notice="people finish their own sentences",
        live=("formal-authority",),
        moments=("formal-authority",),
        ratings={"own-answers": 4, "open-doors": "none-made"},
        evidence=frozenset({"own-answers"}),
        reviews=(Review("2026-11-13-learning-leader", "done"),),
        plan=plan,
    )
    assert scan(EXAMPLE, sitting.file, stem) == (sitting, [])
