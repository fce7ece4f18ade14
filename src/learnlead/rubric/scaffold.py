"""The first text of a new rubric and of its prompt bank, commented for whoever goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from learnlead.rubric.model import ALL, PERIODS, RESERVED, Rhythm
from learnlead.rubric.prompts import FollowUps, keys_of
from learnlead.rubric.schema import SCHEMA_LINE
from learnlead.text.flat_yaml import write_scalar

Kind = Literal["frequency", "agreement"]

LABELS: Final = {
    "frequency": ("never", "rarely", "about half the time", "mostly", "every time"),
    "agreement": ("disagree strongly", "disagree", "partly", "agree", "agree strongly"),
}


@dataclass(frozen=True, slots=True)
class NewBehaviour:
    """A behaviour as its author first says it; `when` only where the scale asks how often."""

    name: str
    i: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class NewRubric:
    """What an author says to begin with."""

    id: str
    title: str
    rhythm: Rhythm
    kind: Kind
    behaviours: Sequence[NewBehaviour]
    opening: str = ""
    insight: str = ""


def template(rubric_id: str, title: str) -> NewRubric:
    """A rubric to write over, which works as it stands."""
    behaviours = (
        NewBehaviour("Asking first", "I asked what they had tried.", "When someone asked for help"),
        NewBehaviour("Time to think", "I waited for the answer.", "When I asked a question"),
    )
    return NewRubric(rubric_id, title, "weekly", "frequency", behaviours)


def id_from(words: str, taken: Sequence[str] = ()) -> str:
    """An id that says the words, that pages do not use themselves, and that is not taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-")
    base = plain if re.match(r"[a-z]", plain) else f"b-{plain}".rstrip("-")
    new_id, number = base, 1
    while new_id in taken or new_id in RESERVED or new_id == ALL:
        number += 1
        new_id = f"{base}-{number}"
    return new_id


_RUBRIC: Final = """\
{schema}
# What a sitting asks. `learnlead rubric check` names the line of anything that is wrong.
# Change words freely; keep the ids, and raise `version` when an id, the scale, the order, the
# rhythm or a meaning changes.
learnlead-rubric: 1
id: {id}
version: 1
title: {title}
language: en
rhythm: {rhythm}  # weekly, monthly or quarterly
# source: Where the ideas come from.
# notes: What is your own reading of them, and what you left out.

scale:
  kind: {kind}  # frequency asks how often, agreement how far you agree
  labels: [{labels}]

# {what}
behaviours:
"""

_WHAT: Final = {
    "frequency": "`when` is the occasion, `i` one act that can be seen; 15 words at most in each.",
    "agreement": "`i` is one thing that somebody could see, in 15 words at most.",
}

_ABOUT_THE_FIRST: Final = """\
    # group: A heading that several behaviours in a row share
    # opportunity: made  # the occasion is yours to create; without this line it is met
    # Scenes for 1 (not when it came up), 3 (some of the times), 5 (every time, even when hard):
    # anchors:
    #   1: I gave the answer before a report had ended her sentence.
    #   3: I asked one report and told the next.
    #   5: I asked a report, even though I knew the answer and was late.
"""

_QUESTIONS: Final = """\
# Open questions come after the ratings and are answered in words.
# questions:
#   - id: keep-one
#     kind: short  # short, long, list; or choice, with options: [one, two]
#     ask: Which one thing would you keep?
"""

_BANK: Final = """\
{schema}
# The words of a sitting. Each step is a list of wordings that take turns; for a step that is
# left out the program has plain words. Ask what happened, never for reasons.
learnlead-prompts: 1
rubric: {id}
language: en

opening:
  - {opening}

# Asked about the focus, before its rating: three wordings or more for each behaviour.
evidence:
"""

_EVIDENCE: Final = """\
  {id}:
    - What happened this {period} that shows it?
    - Who could see it this {period}, and what did they see?
    - When did it not happen this {period}? What came instead?
"""

_BANK_GOES_ON: Final = """\

# The one question that looks the other way. An odd number of each, since it takes turns with
# follow-up: of an even number half would never be asked.
opposite:
  high:
    - When was it otherwise this {period}?
  low:
    - When did it go better this {period} than you would say?

insight:
  - {insight}

# More steps that can be given: welcome-back, look-back, heard, obstacle, plan, cue, action,
# focus-notice, closing, ask, reminder, reminder-after-pause, follow-up ({follow_ups});
# with relationships also moment and other-side.
"""


def opening_for(rhythm: Rhythm) -> str:
    """A greeting to begin with."""
    return f"A few minutes for your {PERIODS[rhythm]}. One word is a full answer."


def insight_for(rhythm: Rhythm) -> str:
    """A last question to begin with."""
    return f"If you keep one thing from this {PERIODS[rhythm]}, what is it?"


def rubric_text(new: NewRubric) -> str:
    """The rubric file."""
    text = _RUBRIC.format(
        schema=SCHEMA_LINE.format(kind="rubric"),
        id=new.id,
        title=write_scalar(new.title),
        rhythm=new.rhythm,
        kind=new.kind,
        labels=", ".join(LABELS[new.kind]),
        what=_WHAT[new.kind],
    )
    about = _ABOUT_THE_FIRST
    for behaviour_id, behaviour in _with_ids(new):
        text += f"  - id: {behaviour_id}\n    name: {write_scalar(behaviour.name)}\n"
        if new.kind == "frequency":
            text += f"    when: {write_scalar(behaviour.when)}\n"
        text += f"    i: {write_scalar(behaviour.i)}\n{about}\n"
        about = ""
    return text + _QUESTIONS


def bank_text(new: NewRubric) -> str:
    """The prompt bank file."""
    period = PERIODS[new.rhythm]
    opening = write_scalar(new.opening or opening_for(new.rhythm))
    insight = write_scalar(new.insight or insight_for(new.rhythm))
    return (
        _BANK.format(schema=SCHEMA_LINE.format(kind="prompts"), id=new.id, opening=opening)
        + "".join(
            _EVIDENCE.format(id=behaviour_id, period=period) for behaviour_id, _ in _with_ids(new)
        )
        + _BANK_GOES_ON.format(
            period=period, insight=insight, follow_ups=", ".join(keys_of(FollowUps))
        )
    )


def _with_ids(new: NewRubric) -> Iterator[tuple[str, NewBehaviour]]:
    ids: list[str] = []
    for behaviour in new.behaviours:
        ids.append(id_from(behaviour.name, ids))
        yield ids[-1], behaviour
