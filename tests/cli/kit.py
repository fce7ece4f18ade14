"""What the tests of the command line share: a workspace, answers handed in, pages by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from learnlead.page.page import Page, parse
from running import Ran, run

CORE = "learning-leader"
TODAYS = f"2026-11-20-{CORE}"
LAST_WEEKS = f"2026-11-13-{CORE}"

CONTRACT = """\
learnlead: 1
rubric: learning-leader
date: 2026-11-20                            # default today; an earlier date writes `written:`
depth: standard                             # quick | standard | full
minutes: 11
focus: {behaviour: own-answers, notice: people finish their own sentences}   # sets or renews it
look_back:                                  # one or a list; without an open plan: exit 2
  plan: 2026-11-13-learning-leader          # its page's stem; default the newest open one
  outcome: done
  note: |
    It came up on Tuesday.
relationships: [formal-authority]           # live this week; [] is none; left out is unknown
moments:
  - relationship: formal-authority
    with: report A
    what: |
      In the Tuesday review I …
    other_side: |
      She drew it herself.
heard: R. said I still finish her sentences.
ratings:                                    # 1..5, no-opportunity, none-made
  follower-needs: 4
  own-answers: 5
  joint-learning: no-opportunity
  open-doors: none-made
count: {own-answers: 2/3}
evidence:
  own-answers: He drew the fix on the board himself.
opposite: On Thursday I told instead of asking.
insight: …
obstacle: …
plan:                                       # or keep, or none
  behaviour: own-answers
  cue: a report brings me a stuck problem
  action: ask three questions
  due: 2026-11-27
answers: {}                                 # open questions of a rubric: ID: text or list
"""
"""The example of the contract."""

PLAN = """\
plan:
  behaviour: own-answers
  cue: a report brings me a stuck problem
  action: ask three questions
"""

MONTHLY = """\
learnlead-rubric: 1
id: conversations
version: 1
title: Conversations
rhythm: monthly
scale: {kind: frequency, labels: [never, rarely, half, mostly, always]}
behaviours:
  - {id: asking, name: Asking, when: When I met someone, i: I asked}
questions:
  - {id: keep-one, kind: short, ask: Which would you keep?}
  - {id: several, kind: list, ask: Which ones?}
  - {id: chosen, kind: choice, ask: Which of these?, options: [tea, coffee]}
"""
"""A small rubric of another rhythm, with open questions of three kinds."""


def answered(answers: str, *options: str) -> Ran:
    """Hand in answers on standard input."""
    return run("reflect", "--answers", "-", *options, stdin=answers)


def held(answers: str, *options: str) -> Path:
    """Hand in answers that are accepted without a word on stderr; the new page."""
    ran = answered(answers, *options)
    assert (ran.code, ran.stderr) == (0, ""), ran.stderr
    return Path(ran.stdout.removesuffix("\n"))


def refused(answers: str, *options: str) -> list[str]:
    """Hand in answers that are refused: the lines of stderr; nothing was written."""
    before = snapshot(Path.cwd())
    ran = answered(answers, *options)
    assert (ran.code, ran.stdout) == (2, "")
    assert snapshot(Path.cwd()) == before
    lines = ran.stderr.splitlines()
    assert all(line.startswith("learnlead: ") for line in lines)
    return [line.removeprefix("learnlead: ") for line in lines]


def read(page: Path) -> Page:
    """The page as the program reads it, without a problem."""
    parsed, problems = parse(page.read_text(encoding="utf-8"), page.name)
    assert problems == []
    assert parsed is not None
    return parsed


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, and its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def by_hand(name: str, ratings: Mapping[str, object], **front: object) -> Path:
    """Write a page by hand, with no more than a page needs and `front`; in the workspace's root."""
    page = Path("journals") / f"{name}.md"
    keys = {"learnlead": 1, "date": name[:10], "rubric": CORE} | front
    head = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in keys.items())
    body = "".join(
        f"### B <!-- {behaviour} -->\n**Rating:** {mark}\n" for behaviour, mark in ratings.items()
    )
    page.write_text(f"---\n{head}---\n## Ratings <!-- ratings -->\n{body}", encoding="utf-8")
    return page


def as_json(*args: str | Path, code: int = 0) -> Any:
    """What `learnlead ARGS --json` answers."""
    ran = run(*args, "--json")
    assert ran.code == code, ran.stderr
    return json.loads(ran.stdout)
