"""A page that somebody has filled in, read as answers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from learnlead.errors import Problem
from learnlead.journal.page import page_of
from learnlead.journal.reading import NO_RUBRICS, Reading, read
from learnlead.journal.sitting import PlanLine
from learnlead.journeys.filled_page_faults import MINUTES_AT_MOST, look_back_line, no_answers
from learnlead.journeys.page_slots import THE_FOCUS, kept_plan
from learnlead.journeys.remarks import one_a_line, without_questions
from learnlead.reflection.answers import Answers, FocusAnswer, LookBack, PlanAnswer
from learnlead.reflection.checking import misfits
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.fields import moment_texts, own_texts
from learnlead.reflection.holding import reviewed_stem
from learnlead.reflection.model import Moment, Reflection
from learnlead.rubric.model import Depth

_EMPTY = re.compile(  # as `sitting_page` leaves them: a label, a plan without words
    r"^ {0,3}(?:\*\*(?:Rating|Outcome):\*\*[ \t]*(?:<!--[^<>\n]*-->)?"
    r"|- \[.?\] [^*\n]*\*\*[ \t]*\*\*[^*\n]*\*\*[ \t]*\*\*[ \t]*<!--[^<>\n]*-->)[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FilledPage:
    """The answers on a page, and where they stand.

    Attributes:
        reading: the page taken apart.
        told: the number on the page of each moment of the answers.
    """

    answers: Answers
    reading: Reading
    told: tuple[int, ...]

    def line_of(self, place: tuple[str | int, ...]) -> int:
        """The line of an answer, counted from 1; `place` as in `Misfit`."""
        body, front = self.reading.body, self.reading.front
        match place:
            case ("focus" | "relationships" as key, *_):
                return front.line_of(key)
            case ("look_back", int(number), *_):
                return look_back_line(self.reading, str(self.answers.look_back[number].plan))
            case ("moments", int(number), *_):
                at = body.places["moment", self.told[number]]
            case ("answers", str(name), *_):
                at = body.places["answer", name]
            case ("ratings" | "evidence", str(name), *_):
                at = body.places["evidence", name]
            case _:
                at = body.plan_at
        return body.line_of(at)


def meant(text: str) -> tuple[date | None, Depth | None]:
    """The day and the depth that the page names, as far as they can be read."""
    reading, _ = read(without_questions(text)[0], "", "", NO_RUBRICS)
    return (reading.header.date, reading.header.depth) if reading else (None, None)


def answers_of_page(text: str, around: Circumstances) -> tuple[FilledPage | None, list[Problem]]:
    """Read a page that began as `sitting_page`; what is still empty was not answered.

    Args:
        text: with LF line ends, without the remarks of an earlier round.
        around: of a sitting on the day and at the depth that are `meant`.

    Returns:
        None where the page as a whole cannot be read. What was written and cannot become an answer
        is a problem at its line.
    """
    bare, problems = without_questions(text)
    bare = _without_the_empty(bare, around)
    reading, found = read(bare, "", "", {around.rubric.id: around.rubric})
    problems += (*_undecoded(bare), *found)
    if reading is None:
        remedy = "write kind: reflection, or take the line out"
        problems = problems or [Problem("this is not the page of a sitting", remedy, line=1)]
        return None, one_a_line(problems)
    page = page_of(reading)
    problems += no_answers(page, reading, around)
    said = page.reflection
    told = tuple(n for n, one in enumerate(said.moments) if _is_told(one))
    answers = _answers(said, told, around)
    answers = answers.model_copy(update={"plan": _plan(page.plan_line, answers, around)})
    return FilledPage(answers, reading, told), one_a_line(problems)


def wrong_on_page(page: FilledPage, around: Circumstances, plans: Collection[str]) -> list[Problem]:
    """Every answer that the rubric or the journal does not allow, at its line."""
    found = misfits(page.answers, around, plans)
    return [Problem(m.message, m.remedy, line=page.line_of(m.place)) for m in found if m.place]


def _without_the_empty(text: str, around: Circumstances) -> str:
    kept = kept_plan(around)
    lines = ("" if kept and line.rstrip() == f"#{kept}" else line for line in text.split("\n"))
    return _EMPTY.sub("", "\n".join(lines))


def _undecoded(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if re.search("[\udc80-\udcff]", line):  # as Python reads bytes that are no UTF-8
            yield Problem("this line is not UTF-8 text", "save the page as UTF-8", line=number)


def _is_told(moment: Moment) -> bool:
    return any(moment_texts(moment))


def _answers(said: Reflection, told: tuple[int, ...], around: Circumstances) -> Answers:
    return Answers(
        rubric=said.rubric,
        date=said.date,
        depth=said.depth,
        minutes=said.minutes if (said.minutes or 0) <= MINUTES_AT_MOST else None,
        focus=_focus(said, around),
        look_back=tuple(
            LookBack(plan=one.plan, outcome=one.outcome, note=one.note)
            for one in said.looking_back
            if one.outcome or one.note
        ),
        relationships=said.relationships,
        moments=tuple(said.moments[number] for number in told),
        ratings=said.ratings,
        evidence=dict(said.evidence),
        answers={key: _open_answer(key, text, around) for key, text in said.answers.items()},
        **{field.name: text for field, text in own_texts(said)},
    )


def _focus(said: Reflection, around: Circumstances) -> FocusAnswer | None:
    """A focus that was chosen on the page, or chosen again: not the one that stood there."""
    current = around.current_focus
    behaviour = said.focus or (current.behaviour if current else None)
    if behaviour is None:
        return None
    stood = around.pending.notice if around.pending else None
    if current and behaviour == current.behaviour and said.focus_notice == stood:
        return None
    return FocusAnswer(behaviour=behaviour, notice=said.focus_notice)


def _open_answer(question_id: str, text: str, around: Circumstances) -> str | tuple[str, ...]:
    question = around.rubric.question(question_id)
    lines = [line for line in text.split("\n") if line.strip()]
    if question is None or question.kind != "list" or all(one.startswith("- ") for one in lines):
        return text
    return tuple(line.removeprefix("- ") for line in lines)


def _plan(
    line: PlanLine | None, answers: Answers, around: Circumstances
) -> PlanAnswer | Literal["keep"] | None:
    """The plan line as an answer: `keep` where it has the words of the plan that it would keep."""
    if line is None:
        return None
    alias = line.behaviour == THE_FOCUS and around.rubric.behaviour(THE_FOCUS) is None
    behaviour = None if alias else line.behaviour
    old = next((p for p in around.plans if p.stem == reviewed_stem(answers, around)), None)
    if (
        old is not None
        and (line.cue, line.action, line.due) == (old.cue, old.action, None)
        and line.kept in (None, old.stem)
        and behaviour in (None, old.behaviour)
    ):
        return "keep"
    return PlanAnswer(
        behaviour=behaviour, cue=line.cue, action=line.action, due=line.due, kept=line.kept
    )
