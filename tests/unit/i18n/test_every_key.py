"""Every sentence that the program asks the catalogue for is there, and none is there for nothing.

The keys are read off the source: those that stand in it as they are, and those that are put
together while the program runs, whose parts are listed here. A new way of putting one together
fails until its parts are listed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

import learnlead
from learnlead.adapters.terminal.deciding_names import DECISIONS
from learnlead.adapters.terminal.plain.commands import COMMANDS
from learnlead.app.yardsticks import AGO
from learnlead.coach.names.candidates import CANDIDATE_KINDS
from learnlead.coach.names.roles import _KINDS
from learnlead.coach.references import _PARTS
from learnlead.coach.review import QUESTION_KINDS, SignatureState
from learnlead.i18n.words import ENGLISH
from learnlead.reminders.schedule.job import Way
from learnlead.reports.coach_report import Voice
from learnlead.reports.review import _MORE
from learnlead.reports.rubric import _LABELS
from learnlead.reports.trends_by import Arrangement
from learnlead.reports.words import _WITHOUT_HEADING
from learnlead.rubric.diff import Comparable
from learnlead.rubric.model import Rhythm
from learnlead.sitting.fields import MOMENT_FIELDS, MOMENT_QUESTIONS, OWN_TEXTS, WHAT
from learnlead.sitting.kinds import KINDS
from learnlead.sitting.mark import OUTCOMES, Absence
from learnlead.sitting.question import Kind, Step
from learnlead.sitting.script_plans import ASKED_WHEN_RUNNING
from learnlead.trends.periods import Unit

SOURCE = Path(learnlead.__file__).parent
RHYTHMS = get_args(Rhythm)
VOICES = get_args(Voice)
WAYS = ("keep", "adjust", "new", "none")
ROLES = tuple(_KINDS.values())
FOLLOW_UPS = ("no-occasion", "low", "high", "empty")

FACTS = (
    *("learnlead", "python", "system", "today", "letters", "extras", "workspace", "journal"),
    *("pages", "rubrics", "state", "unfinished_sittings", "reminders"),
)
"""What `learnlead doctor` tells, by the keys of its JSON."""

UNITS = get_args(Unit)
TABLE_HEADS = (
    *("no-opportunity", "none-made", "skipped", "last-evidence", "median", "slope", "interval"),
    *("first-third", "last-third", "ratings"),
)
PROOF_STEPS = (
    *("values", "s", "persistence", "grid", "corrected", "boundary"),
    *("bet-values", "bet-before", "bet-factors", "bet-test"),
)
PROOF_HEADS = (
    *("own-mean", "day", "value", "lower", "higher", "rating", "others-head", "d-before"),
    *("variance", "slope", "level", "square-head", "misfit", "weight", "rank", "threshold"),
    *("adjusted", "sittings", "bound-head", "stands"),
)
STANDS = ("rising", "falling", "rising-weaker", "falling-weaker", "nothing", "taken-back")
TEMPLATE = SOURCE / "reports" / "render" / "templates" / "document.html"

BY_ITSELF = [
    *(field.kind for field in OWN_TEXTS if field.always_asked),
    *(field.kind for field in MOMENT_FIELDS if not field.label and field is not WHAT),
]
"""What the script asks as the table of fields has it."""

PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "word.{}": (COMMANDS,),
    "plain.how.{}": (tuple(kind.value for kind in Kind if kind is not Kind.CHOICE),),
    "opener.leave.{}": (RHYTHMS,),
    "opener.excused.{}": (RHYTHMS,),
    "home.away.{}": (RHYTHMS,),
    "home.due.{}": (RHYTHMS,),
    "home.held-now.{}": (RHYTHMS,),
    "home.held.{}.one": (RHYTHMS,),
    "home.held.{}.many": (RHYTHMS,),
    "editor.{}": (("again", "later", "nothing"),),
    "card.plan.{}": (RHYTHMS,),
    "end.hoped.{}": (tuple(str(weeks) for weeks in AGO),),
    "ask.plan.{}": (tuple(ASKED_WHEN_RUNNING),),
    "ask.plan-line.{}": (("cue", "action"),),
    "ask.look-back-note.{}": (OUTCOMES,),
    "refused.{}": (("again", "on", "stop"),),
    "end.ago.{}": (tuple(str(weeks) for weeks in AGO),),
    "editor.if-{}": (("high", "low"),),
    "nothing.{}": (("end", "back"),),
    "end.yardstick.{}": (("no", "yes"),),
    "x.excused.{}": (RHYTHMS,),
    "x.{}": (("nothing", "draft", "on"),),
    "begin.{}": (("on", "anew", "look"),),
    "begin.last-week.{}": (("yes", "no"),),
    "several.rhythm.{}": (RHYTHMS,),
    "this.{}": (RHYTHMS,),
    "plan.{}": (WAYS,),
    "about.{}": (("obstacle", "cue", "action", *MOMENT_QUESTIONS, *BY_ITSELF),),
    "page.{}": ((*(field.kind for field in OWN_TEXTS), "other-side"),),
    "form.{}": (("with",),),
    "outcome.{}": (OUTCOMES,),
    "about.live.{}": (RHYTHMS,),
    "step.{}": (tuple(step.value for step in Step),),
    "role.sign.{}": (("report", "peer"),),
    "role.numbered.{}": (ROLES,),
    "role.{}.{}": (("alone", "whose-alone"), ROLES),
    "ask.opposite-{}": (("high", "low"),),
    "ask.{}-{}": (("opposite",), ("high", "low")),
    "verdict.{}-{}": (("rising", "falling"), ("suggests", "clear")),
    "verdict.lost-{}": (("rising", "falling"),),
    "verdict.alike{}": (("", "-fell"),),
    "verdict.{}{}": (("above", "below"), ("", "-fell")),
    "held.{}-{}": (("still", "weaker"), ("rising", "falling")),
    "short.{}{}": (("", "weaker-"), ("rising", "falling")),
    "unit.{}.one": (UNITS,),
    "unit.{}.many": (UNITS,),
    "unit.in-{}.one": (UNITS,),
    "unit.in-{}.many": (UNITS,),
    "trends.your.{}": (UNITS,),
    "finding.{}-usual.{}": (("above", "below"), UNITS),
    "finding.{}{}": (("stuck-plan", "stuck-cue"), ("", "s")),
    "finding.silent{}{}": (("", "-since"), ("", "-and")),
    "finding.no-evidence{}{}": (("", "-since"), ("", "-others")),
    "finding.steady-high{}": (("", "-room"),),
    "finding.theme-{}": (("more", "less"),),
    "finding.{}": (("none-made", "always-made", "no-opportunity", "evidence-rich"),),
    "figure.ring.{}": (UNITS,),
    "figure.newest.{}.{}": (UNITS, ("one", "many")),
    "figure.legend{}.{}": (("", "-plain"), UNITS),
    "weeks.{}.{}": (("square", "dash", "dot"), UNITS),
    "weeks.caption.{}": (UNITS,),
    "table.{}": (TABLE_HEADS,),
    "table.live.{}": (UNITS,),
    "table.units.{}": (UNITS,),
    "table.apart.{}": (("one", "many"),),
    "table.partly.{}": (("one", "many"),),
    "by.title.{}": (get_args(Arrangement),),
    "compare.older.{}": (("one", "many"),),
    "plans.made-carried-on.{}": (("one", "many"),),
    "plans.count.{}": (OUTCOMES,),
    "plans.outcome.{}": (OUTCOMES,),
    "proof.heading.{}": (PROOF_STEPS,),
    "proof.of.{}": (("pooled", "composite", "all", "alone", "own"),),
    "proof.stands.{}": (STANDS,),
    "proof.{}": (PROOF_HEADS,),
    "examined.{}": (FACTS,),
    "due.{}": (("away", "due", "not-due"),),
    "rubric.rhythm.{}": (RHYTHMS,),
    "rubric.scale.{}": (("frequency", "agreement"),),
    "reminder.way.{}": (get_args(Way),),
    "reminder.{}{}": (("write", "remove"), ("", "-in")),
    "diff.label.{}": ((*_LABELS, "none"),),
    "diff.stay.{}": (get_args(Comparable),),
    "diff.joins.{}": (get_args(Comparable),),
    "diff.reworded{}": (("", "-goes-on", "-anew"),),
    "new-rubric.rhythm.{}": (RHYTHMS,),
    "new-rubric.kind.{}": (("frequency", "agreement"),),
    "{}.ratings": (VOICES,),
    "{}.left-out": (VOICES,),
    "{}.want": (VOICES,),
    "{}.weeks": (VOICES,),
    "{}.before": (VOICES,),
    "{}.bets": (VOICES,),
    "bundle.kind.{}": (KINDS,),
    "shared.kind.{}": (("want", *KINDS),),
    "bundle.part.{}": (KINDS,),
    "bundle.about.{}": (("looking-back", "heard"),),
    "bundle.mark.{}": (get_args(Absence),),
    "export.candidate.{}": (CANDIDATE_KINDS,),
    "export.mark.{}": (DECISIONS,),
    "export.decided.{}": ((*DECISIONS, "not"),),
    "bundle.outcome.{}": (OUTCOMES,),
    "review.ask.{}": (QUESTION_KINDS,),
    "review.hidden.{}.one": (tuple(_MORE.values()),),
    "review.hidden.{}.many": (tuple(_MORE.values()),),
    "signature.{}": (get_args(SignatureState),),
    "desk.next.{}": (("today", "tomorrow", "later"),),
    "reference.{}": ((*_PARTS, "other-side", "passage"),),
    "reference-of.{}": ((*_PARTS, "other-side", "passage"),),
    "answer.{}": (_WITHOUT_HEADING,),
    "some.{}.one": (("pages", "files"),),
    "some.{}.many": (("pages", "files"),),
}
"""Keys put together at run time: what stands in each gap."""

CALLED = {"words": "{}", "lines": "{}", "plain": "ask.{}", "counted": "{}.one", "wording": "ask.{}"}
"""The calls that take a key, and the key that comes of it."""


@cache
def trees() -> list[ast.AST]:
    files = (
        f for f in sorted(SOURCE.rglob("*.py")) if f.parent.name != "i18n" or f.name == "words.py"
    )
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def written(argument: ast.expr) -> Iterator[str]:
    """The texts that an argument may be, with {} for each gap."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from written(body)
            yield from written(orelse)
        case ast.JoinedStr(values=values):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in values)


def called(function: ast.expr) -> str:
    """What is called: `words`, also of an object; `counted` of an object alone."""
    if isinstance(function, ast.Attribute):
        return function.attr
    name = function.id if isinstance(function, ast.Name) else ""
    return "" if name == "counted" else name  # the one of `plaintext.words` has no keys


def asked_for() -> Iterator[str]:
    """Every key that is asked for, with {} for each gap."""
    for tree in trees():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = called(call.func)
            if name not in CALLED:
                continue
            at = {"counted": 1, "wording": len(call.args[:2]) - 1}.get(name, 0)
            if len(call.args) > at:
                yield from (CALLED[name].format(text) for text in written(call.args[at]))

    yield from (f"ask.{kind}" for kind in BY_ITSELF)


def put_together(pattern: str) -> list[str]:
    return [pattern.format(*parts) for parts in product(*PARTS[pattern])]


def test_what_is_asked_for_is_there() -> None:
    keys = {whole for key in asked_for() for whole in (put_together(key) if "{}" in key else [key])}
    assert len(keys) > 300
    assert sorted(key for key in keys if key not in ENGLISH) == []


@pytest.mark.parametrize("kind", FOLLOW_UPS)
def test_a_follow_up_without_a_bank_has_words(kind: str) -> None:
    assert f"ask.{kind}" in ENGLISH


def test_the_follow_ups_are_those_that_there_are() -> None:
    tree = ast.parse((SOURCE / "sitting" / "follow_ups.py").read_text(encoding="utf-8"))
    kinds = {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "FollowUp"
        and isinstance(call.args[0], ast.Constant)
    }
    assert kinds == set(FOLLOW_UPS)


def test_no_sentence_is_there_for_nothing() -> None:
    texts = {
        text
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(text := node.value, str)
    }
    texts |= set(re.findall(r'sentences\("([^"]+)"', TEMPLATE.read_text(encoding="utf-8")))
    known = texts | {f"ask.{text}" for text in texts} | {f"ask.{text}-slow" for text in texts}
    known |= {f"{text}.{number}" for text in texts for number in ("one", "many")}
    known |= {key for pattern in PARTS for key in put_together(pattern)}
    known |= {f"ask.{kind}" for kind in FOLLOW_UPS}
    assert [key for key in ENGLISH if key not in known] == []
