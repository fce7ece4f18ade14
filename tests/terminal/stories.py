"""Sittings in which every screen of the program is met, and what each of them is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from learnlead.coach.reply import Reply
from learnlead.coach.reply_file import FiledReply, write_reply
from learnlead.sitting.question import AnswerValue
from running import TODAY, run
from terminal.made_answers import FIRST, FULL, OLDER_PLANS, QUICK, with_a_plan

WEEK = timedelta(weeks=1)
LAST_DAY = date.fromisoformat(TODAY)
PLAN = "plan: {behaviour: own-answers, cue: it rings, action: wait}\n"
ASKING = "ratings: {asking: 3}\n"
FOCUS = "focus: {behaviour: own-answers, notice: people finish their own sentences}\n"
RUBRIC = """\
learnlead-rubric: 1
id: with-questions
version: 1
title: With questions
scale: {kind: agreement, labels: [not at all, little, partly, mostly, fully]}
behaviours:
  - {id: asking, name: Asking first, when: When someone came to me, i: I asked before I spoke.}
questions:
  - {id: one-word, kind: short, ask: Which word describes your week?}
  - {id: thanks, kind: long, ask: Whom would you like to thank? For what?}
  - {id: energy, kind: choice, ask: How full is your glass?, options: [empty, half full, full]}
  - {id: next, kind: list, ask: What comes next? A line each.}
"""


@dataclass(frozen=True)
class Story:
    """A sitting up to its last screen that has a name.

    Attributes:
        shots: by question id, what its screen is called.
        typed: the answers; what is missing is skipped.
        earlier: files of answers of the weeks before, the newest last.
        files: puts what else is to be there into the workspace, before those weeks.
        prepared: does what else was done, after those weeks.
        day: on which it takes place.
        options: of `learnlead reflect`; `depth`, `relationship` and `rubric` as they say it.
        opened: whether the examples are open on the first of them.
        page: what the page to read is called, if it is looked at.
        close: what the lines at its end are called, if it is held to its end.
    """

    shots: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, AnswerValue] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()
    files: Callable[[Path], None] | None = None
    prepared: Callable[[], None] | None = None
    day: date = LAST_DAY
    options: tuple[str, ...] = ()
    depth: str | None = None
    relationship: str | None = None
    rubric: str | None = None
    opened: bool = False
    page: str = ""
    close: str = ""

    def prepare(self, workspace: Path) -> None:
        """Hold the sittings of the weeks before, and what else is to be done."""
        if self.files is not None:
            self.files(workspace)
        day = LAST_DAY - WEEK * len(self.earlier)
        for script in self.earlier:
            dated = script if "\ndate:" in f"\n{script}" else f"date: {day}\n{script}"
            ran = run("reflect", "--answers", "-", stdin=dated)
            assert (ran.code, ran.stderr) == (0, "")
            day += WEEK
        if self.prepared is not None:
            self.prepared()


def ratings(**marks: AnswerValue) -> str:
    """Ratings as a line of a file of answers."""
    pairs = ", ".join(f"{key.replace('_', '-')}: {mark}" for key, mark in marks.items())
    return f"ratings: {{{pairs}}}\n"


def _notes() -> None:
    run("note", "R. drew the fix herself")
    run("note", "Peer B asked why we count errors, and I had no answer at first, nor a second one")


def _asked() -> None:
    assert run("ask").code == 0


def _rubrics(workspace: Path) -> None:
    (workspace / "rubrics").mkdir(exist_ok=True)
    monthly = RUBRIC.replace("with-questions", "monthly") + "rhythm: monthly\n"
    for name, text in (("with-questions", RUBRIC), ("monthly", monthly)):
        (workspace / "rubrics" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _yardsticks(workspace: Path) -> None:
    (workspace / "records").mkdir(exist_ok=True)
    kept = "- 2026-09-18 own-answers 4: He drew it on the board.\n"
    (workspace / "records" / "yardsticks.md").write_text(kept, encoding="utf-8")


def _reply(workspace: Path) -> None:
    reply = Reply(
        date=LAST_DAY,
        rubric="learning-leader",
        leader="0" * 32,
        bundle="1" * 32,
        bundle_sha256="0" * 64,
        sender="A coach",
        question="What would your team say about Tuesday?",
    )
    page = write_reply(reply, filed=FiledReply(reply, after="2026-11-13-learning-leader"))
    (workspace / "journals" / f"{LAST_DAY}-coach-reply.md").write_text(page, encoding="utf-8")


_FIRST = FIRST.script
_LOW = ratings(**{key.removeprefix("rating:"): 2 for key in FIRST.typed if "rating:" in key})
_EVIDENCE = "evidence: {own-answers: I told him. Then I waited.}\n"

STORIES = {
    "first": Story(
        {
            "live": "live",
            "moment-with": "moment",
            "rating:follower-needs": "ratings-1",
            "rating:interdependence": "ratings-2",
            "focus": "focus",
            "focus-notice": "focus-notice",
            "obstacle": "plan-lines",
        },
        FIRST.typed,
        page="page",
        close="closing",
    ),
    "second": Story(
        {
            "look-back": "look-back",
            "look-back-note": "look-back-note",
            "moment-with": "moment-none-live",
            "evidence:own-answers": "evidence",
            "insight": "so-what",
            "cue": "plan-lines-adjusted",
        },
        {
            "look-back": "not-done",
            "live": [],
            "count:own-answers": "2/3",
            "plan": "adjust",
            "cue": "a report brings me anything half done",
        },
        (_FIRST,),
    ),
    "away": Story({"look-back": "welcome-back"}, earlier=(_FIRST,), day=date(2026, 12, 18)),
    "a quarter later": Story(
        {"focus": "focus-again", "focus-notice": "focus-notice-kept"},
        {"focus": "keep"},
        (FOCUS + _EVIDENCE, *[ratings(own_answers=3)] * 12),
    ),
    "several plans": Story(
        {"look-back-older": "look-back-older"},
        {"look-back": "partly"},
        (*map(with_a_plan, OLDER_PLANS), _FIRST),
    ),
    "stuck": Story(
        {"plan": "plan-not-done", "obstacle": "obstacle-again"},
        {"look-back": "not-done", "plan": "adjust"},
        (FOCUS + PLAN, *["look_back: {outcome: not-done}\nplan: keep\n"] * 2),
    ),
    "heard": Story({"heard": "heard"}, earlier=(_FIRST,), prepared=_asked),
    "a coach asks": Story({"heard": "coach-question"}, {}, (_FIRST,), _reply),
    "notes": Story(
        {"note": "notes", "moment-what": "moment-with-a-note"},
        {"live": ["ripples-of-influence"], "note": "R. drew the fix herself"},
        prepared=_notes,
    ),
    "no occasion": Story(
        {"follow-up:no-occasion:joint-learning": "follow-up-no-occasion"},
        {"rating:joint-learning": "no-opportunity"},
        (FOCUS + _EVIDENCE, *[ratings(joint_learning="no-opportunity")] * 2),
    ),
    "mostly low": Story({"opposite": "opposite-low"}, {}, (_LOW, _LOW)),
    "a yardstick": Story(
        {"rating:interdependence": "examples"},
        earlier=(_FIRST,),
        files=_yardsticks,
        opened=True,
    ),
    "questions": Story(
        {
            "question:one-word": "question-short",
            "question:thanks": "question-long",
            "question:energy": "question-choice",
        },
        {"focus": "asking"},
        files=_rubrics,
        options=("--rubric", "with-questions"),
        rubric="with-questions",
    ),
    "quick": Story(
        {"evidence:own-answers": "evidence-quick", "rating:own-answers": "rating-quick"},
        {**QUICK.typed, "plan": "keep"},
        (_FIRST,),
        options=("--depth", "quick"),
        depth="quick",
    ),
    "not on the page": Story(
        {},
        {"focus": "own-answers", "cue": "it rings", "insight": "Wait."},
        options=("--depth", "quick"),
        depth="quick",
        page="page-without",
    ),
    "four weeks later": Story(
        {},
        {"look-back": "done"},
        (FOCUS + PLAN + _EVIDENCE, *["plan: none\n" + ratings(own_answers=3)] * 3),
        options=("--depth", "quick"),
        depth="quick",
        close="closing-with-memory",
    ),
    "full": Story(
        {"rating:interdependence": "ratings-full"},
        FULL.typed,
        (_FIRST,),
        depth="full",
        options=("--depth", "full"),
    ),
}
