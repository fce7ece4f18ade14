"""What stands on a page that an editor has, to be looked at before one goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from learnlead.journal.markers import read_marker
from learnlead.journeys.asks import Entry
from learnlead.journeys.remarks import without_problems, without_questions
from learnlead.reflection.fields import MOMENT_FIELDS, NOTE, OWN_TEXTS
from learnlead.reflection.question import STEPS, Kind, Question, Step

_STEP_OF = {
    **{field.kind: field.step for field in (NOTE, *MOMENT_FIELDS, *OWN_TEXTS)},
    **dict.fromkeys(("ratings", "id"), Step.RATE),
    **dict.fromkeys(("questions", "answer"), Step.SO_WHAT),
    "plan": Step.NOW_WHAT,
}
_COMMENT = re.compile(r"[ \t]*<!--[^<>]*-->")
_EMPTY = re.compile(r"^\*\*\w+:\*\*[ \t]*$\n?", re.MULTILINE)
_PLAN = re.compile(r"^#?- \[.?\] .*<!-- plan [^<>]*-->.*$\n?", re.MULTILINE)
_LABEL = re.compile(r"^\*\*(\w+):\*\*", re.MULTILINE)
_EARLIER_PLAN = re.compile(r"^\*\*Plan:\*\*.*$", re.MULTILINE)


def said_so_far(text: str) -> list[Entry]:
    """Each section of the page that holds words, in the order of a sitting's steps.

    A new plan's line is left out: whether it is one that was meant, only reading the page tells.
    """
    bare, _ = without_questions(without_problems(text))
    _, _, body = bare.removeprefix("---\n").partition("\n---\n")
    sections = re.split(r"^(?=#{1,3} )", body, flags=re.MULTILINE)
    return sorted(_entries(sections), key=lambda entry: STEPS.index(entry.question.step))


def _entries(sections: list[str]) -> Iterator[Entry]:
    for section in sections:
        heading, _, body = section.partition("\n")
        step = _STEP_OF.get(read_marker(heading).kind)
        words = _EMPTY.sub("", _COMMENT.sub("", _PLAN.sub("", body))).strip()
        if step is not None and _EARLIER_PLAN.sub("", words).strip():
            about = _COMMENT.sub("", heading).lstrip("# ")
            words = _EARLIER_PLAN.sub(lambda line: line[0].replace("**", ""), words)
            yield Entry(Question(heading, step, Kind.TEXT, about, ""), _LABEL.sub(r"\1:", words))
