"""Sittings as answers: typed by question id, and the same ones as a file for `--answers`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from learnlead.sitting.question import AnswerValue

BEHAVIOURS = (
    "follower-needs",
    "performance-emphasis",
    "joint-learning",
    "open-doors",
    "interdependence",
    "own-expertise",
    "ask-and-listen",
    "own-answers",
    "freedom-to-challenge",
    "accessible",
    "emotionally-open",
    "learning-at-heart",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One sitting: `typed` by question id, what is missing is skipped; `script` is its file."""

    typed: dict[str, AnswerValue]
    script: str
    depth: str = "standard"


def _ratings(**marks: AnswerValue) -> dict[str, AnswerValue]:
    return {f"rating:{key.replace('_', '-')}": mark for key, mark in marks.items()}


FIRST = Made(
    typed={
        "live": ["formal-authority", "ripples-of-influence"],
        "moment-with": "report A",
        "moment-what": "In the Tuesday review I\nwaited.",
        "other-side": "She drew it herself.",
        "moment": "formal-authority",
        **_ratings(
            follower_needs=4,
            performance_emphasis=3,
            joint_learning="no-opportunity",
            open_doors="none-made",
            interdependence="no-opportunity",
            own_expertise=2,
            ask_and_listen=4,
            own_answers=5,
            freedom_to_challenge="no-opportunity",
            accessible=1,
            emotionally_open=4,
            learning_at_heart=3,
        ),
        "focus": "own-answers",
        "focus-notice": "people finish their own sentences",
        "obstacle": "Hurry, mostly mine.",
        "cue": "a report brings me a stuck problem",
        "action": "ask three questions",
    },
    script="""\
learnlead: 1
focus: {behaviour: own-answers, notice: people finish their own sentences}
relationships: [formal-authority, ripples-of-influence]
moments:
  - relationship: formal-authority
    with: report A
    what: |
      In the Tuesday review I
      waited.
    other_side: She drew it herself.
ratings:
  follower-needs: 4
  performance-emphasis: 3
  joint-learning: no-opportunity
  open-doors: none-made
  interdependence: no-opportunity
  own-expertise: 2
  ask-and-listen: 4
  own-answers: 5
  freedom-to-challenge: no-opportunity
  accessible: 1
  emotionally-open: 4
  learning-at-heart: 3
obstacle: Hurry, mostly mine.
plan:
  cue: a report brings me a stuck problem
  action: ask three questions
""",
)
"""Step by step through a first sitting, with every kind of absence."""

KEPT = Made(
    typed={
        "look-back": "partly",
        "look-back-note": "It came up on Tuesday.",
        "live": ["formal-authority"],
        "moment-what": "At the kiosk.",
        "evidence:own-answers": "Nothing yet.",
        "count:own-answers": "2/3",
        **{f"rating:{one}": 2 for one in BEHAVIOURS if one != "interdependence"},
        "follow-up:low:own-answers": "I told him.",
        "insight": "Wait.",
        "plan": "keep",
    },
    script=f"""\
learnlead: 1
look_back: {{outcome: partly, note: It came up on Tuesday.}}
relationships: [formal-authority]
moments:
  - {{relationship: formal-authority, what: At the kiosk.}}
ratings: {{{", ".join(f"{one}: 2" for one in BEHAVIOURS if one != "interdependence")}}}
evidence: {{own-answers: "Nothing yet.\\n\\nI told him."}}
count: {{own-answers: 2/3}}
insight: Wait.
plan: keep
""",
)
"""A second sitting that looks back and keeps its plan, with skips and a question that follows."""

HARD_TEXT = """\
# no heading
---

<!-- plan own-answers -->
> said "yes: no" | `code`
\t- [x] done 🎉 漢字 שלום
%% private %%
only mine
%% end %%
\\# and a backslash"""

ADJUSTED = Made(
    typed={
        "look-back": "not-done",
        "live": [],
        "moment-with": "peer B #2 <b>",
        "moment-what": HARD_TEXT,
        "other-side": "ok",
        **_ratings(
            performance_emphasis="no-opportunity",
            joint_learning=1,
            open_doors="no-opportunity",
            accessible="none-made",
        ),
        "plan": "adjust",
        "cue": "a report brings me **anything** 50% done",
        "action": "ask three questions",
    },
    script=f"""\
learnlead: 1
look_back: {{outcome: not-done}}
relationships: []
moments:
  - relationship: other
    with: "peer B #2 <b>"
    other_side: ok
    what: {json.dumps(HARD_TEXT, ensure_ascii=False)}
ratings:
  performance-emphasis: no-opportunity
  joint-learning: 1
  open-doors: no-opportunity
  accessible: none-made
plan:
  kept: 2026-11-13-learning-leader
  cue: a report brings me **anything** 50% done
  action: ask three questions
""",
)
"""An adjusted plan, most ratings skipped, a default confirmed, texts full of markup."""

QUICK = Made(
    depth="quick",
    typed={
        "look-back": "dropped",
        "live": ["mutual-learning"],
        "evidence:own-answers": "One line.",
        "rating:own-answers": 3,
        "plan": "new",
        "cue": "it rings",
        "action": "wait",
    },
    script="""\
learnlead: 1
depth: quick
look_back: {outcome: dropped}
relationships: [mutual-learning]
evidence: {own-answers: One line.}
ratings: {own-answers: 3}
plan: {cue: it rings, action: wait}
""",
)
"""The short sitting: a plan let go, and a new one without an obstacle."""

FULL = Made(
    depth="full",
    typed={
        "look-back": "cue-never-came",
        "look-back-note": "Quiet week.",
        "live": ["formal-authority", "equal-influence"],
        "moment-with:formal-authority": "report A",
        "moment-what:formal-authority": "One.",
        "moment-what:equal-influence": "Two.",
        "other-side:equal-influence": "Two, too.",
        "rating:follower-needs:formal-authority": 4,
        "rating:follower-needs:equal-influence": 2,
        "rating:performance-emphasis": 3,
        "rating:joint-learning": "no-opportunity",
        "rating:own-answers:formal-authority": "no-opportunity",
        "rating:own-answers:equal-influence": 5,
        "rating:learning-at-heart:equal-influence": 1,
        "plan": "none",
    },
    script="""\
learnlead: 1
depth: full
look_back: {outcome: cue-never-came, note: Quiet week.}
relationships: [formal-authority, equal-influence]
moments:
  - {relationship: formal-authority, with: report A, what: One.}
  - {relationship: equal-influence, what: Two., other_side: "Two, too."}
ratings:
  follower-needs: {formal-authority: 4, equal-influence: 2}
  performance-emphasis: 3
  joint-learning: no-opportunity
  own-answers: {formal-authority: no-opportunity, equal-influence: 5}
  learning-at-heart: {equal-influence: 1}
plan: none
""",
)
"""The long sitting: a moment and shared ratings for each live relationship."""

SEVERAL = Made(
    typed={
        "look-back": "partly",
        "look-back-note": "It came up\non Tuesday.",
        "look-back-older": ["2026-11-06-learning-leader"],
        "live": [],
        "rating:own-answers": 4,
        "insight": "Wait.",
        "plan": "new",
        "obstacle": "Hurry.",
        "cue": "When the phone rings, then",
        "action": "I will let it ring.",
    },
    script="""\
learnlead: 1
look_back:
  - {outcome: partly, note: "It came up\\non Tuesday."}
  - {plan: 2026-11-06-learning-leader, outcome: done}
  - {plan: 2026-10-30-learning-leader, outcome: dropped}
relationships: []
ratings: {own-answers: 4}
insight: Wait.
obstacle: Hurry.
plan: {cue: "If the phone rings", action: "then I let it ring."}
""",
)
"""Three open plans, and a new one with words that its sentence has already."""

OLDER_PLANS = ("2026-10-30", "2026-11-06")
"""The days of the plans that `SEVERAL` finds open beside last week's."""


def with_a_plan(day: str) -> str:
    """A file of answers for that day which makes a plan."""
    cue = f"it is the week of {day}"
    return f"date: {day}\nplan: {{behaviour: accessible, cue: {cue}, action: open the door}}\n"
