"""Reads a filled-in page of a sitting as answers, with a problem for each misfit at its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from learnlead.app.editor_page.choices import LIVE, NOTICE, take_choices
from learnlead.app.editor_page.remarks import first_of_each_line, without_questions
from learnlead.app.editor_page.slots import THE_FOCUS, kept_plan_line
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import PlanLine
from learnlead.page.page import Page, page_of
from learnlead.page.periods import not_later
from learnlead.page.reader import NO_RUBRICS, Reading, read
from learnlead.rubric.model import Depth
from learnlead.sitting.answers import MINUTES_AT_MOST, Answers, FocusAnswer, LookBack, PlanAnswer
from learnlead.sitting.build import reviewed_stem
from learnlead.sitting.check_answers import misfits
from learnlead.sitting.context import SittingContext
from learnlead.sitting.fields import moment_texts, own_texts
from learnlead.sitting.model import Moment, Reflection
from learnlead.text.problem_text import quoted

_GROUPS = ("looking-back", "ratings", "questions", "plan")
_REMEDIES = {
    "foreign": "put a backslash before the heading, and it is part of the text above",
    "plan": "take the # away before the plan, or fill in the line that is there for a new one",
}
_BELOW = "move it below a heading that asks for it"


def stray_content(page: Page, reading: Reading, context: SittingContext) -> Iterator[Problem]:
    """A problem for all content that is no answer to this sitting's questions."""
    yield from _front(reading, context)
    yield from _of_earlier_plans(page, reading, context)
    if page.plan_line is not None and page.plan_line.box != " ":
        line = reading.body.line_of(reading.body.plan_at)
        yield Problem("a plan made here is still open", "write - [ ] before it", line=line)
    yield from _unasked(reading)


def look_back_line(reading: Reading, stem: str) -> int:
    """The line of the look-back on the plan of that page, counted from 1."""
    body = reading.body
    for number, review in enumerate(body.reviews):
        if review.plan == stem:
            return body.line_of(body.places["note", number])
    return 1


def _front(reading: Reading, context: SittingContext) -> Iterator[Problem]:
    header, rubric = reading.header, context.rubric

    def wrong(key: str, message: str, remedy: str) -> Problem:
        return Problem(message, remedy, line=reading.front.line_of(key))

    if header.rubric != rubric.id:
        remedy = f"write rubric: {rubric.id}; `--rubric` begins a page of another one"
        yield wrong("rubric", f"this page asks the questions of {rubric.id}", remedy)
    elif header.rubric_version not in (None, rubric.version):
        message = f"{rubric.id} has become version {rubric.version} since this page was begun"
        remedy = f"look through its answers again, then write rubric-version: {rubric.version}"
        yield wrong("rubric-version", message, remedy)
    try:
        not_later(header.date, context.today)
    except LearnleadError as error:
        yield from (wrong("date", p.message, p.remedy) for p in error.problems)
    if (header.minutes or 0) > MINUTES_AT_MOST:
        yield wrong("minutes", "these are more minutes than a day has", "write fewer, or none")
    if header.focus_notice and not (header.focus or context.current_focus):
        yield wrong("focus-notice", "there is no focus to notice", "write its id behind focus:")
    for key, value in header.extra.items():
        if value is not None and (key, value) != ("tags", ["learnlead"]):
            remedy = "take the line out; you can add it to the page once that is saved"
            yield wrong(key, f"no answer is called {quoted(key)}", remedy)
    notice = re.search(r"^focus-notice:.*[ \t]#", reading.front.source, re.MULTILINE)
    if notice is not None and "#" not in (header.focus_notice or ""):
        remedy = "put the whole text between quotation marks"
        yield wrong("focus-notice", "what stands behind # is lost", remedy)


def _of_earlier_plans(page: Page, reading: Reading, context: SittingContext) -> Iterator[Problem]:
    plans = {plan.stem: (plan.cue, plan.action) for plan in context.plans}
    for review in page.reflection.looking_back:
        words = (review.cue, review.action)
        if words != plans.get(review.plan, words):
            message = "here stand other words than those of the earlier plan"
            remedy = "leave them; below Plan you can adjust it or make a new one"
            yield Problem(message, remedy, line=look_back_line(reading, review.plan))


def _unasked(reading: Reading) -> Iterator[Problem]:
    for (kind, at), whole in reading.body.as_they_stand():
        text = whole.strip()
        if not text or kind not in ("foreign", *_GROUPS):
            continue
        if kind == "foreign" and text.startswith("# ") and "\n" not in text:
            continue  # the title
        message = f"no question asks for this: {quoted(text.partition(chr(10))[0])}"
        if at:
            remedy = _REMEDIES.get(kind, _BELOW)
            yield Problem(message, remedy, line=reading.body.line_of(int(at)))
        else:  # above the first heading
            front = reading.front.source.count("\n") + 3
            blank = len(whole) - len(whole.lstrip())
            line = front + whole.count("\n", 0, blank)
            yield Problem(message, _BELOW, line=line)


_EMPTY = re.compile(  # as `sitting_page` leaves them: a label, a plan without words
    r"^ {0,3}(?:\*\*(?:Rating|Count|Outcome):\*\*[ \t]*(?:<!--[^<>\n]*-->)?"
    r"|- \[.?\] [^*\n]*\*\*[ \t]*\*\*[^*\n]*\*\*[ \t]*\*\*[ \t]*<!--[^<>\n]*-->)[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FilledPage:
    """The answers on a page, and where they stand.

    Attributes:
        reading: the page taken apart.
        moment_numbers: the number on the page of each moment of the answers.
        chosen_lines: the line of each question that is answered with an x.
    """

    answers: Answers
    reading: Reading
    moment_numbers: tuple[int, ...]
    chosen_lines: Mapping[str, int]

    def line_of(self, place: tuple[str | int, ...]) -> int:
        """The line of an answer, counted from 1; `place` as in `Misfit`."""
        body, front = self.reading.body, self.reading.front
        match place:
            case ("focus" | "relationships" as key, *_):
                asked = {"relationships": LIVE}.get(key, key)
                return self.chosen_lines.get(asked) or front.line_of(key)
            case ("look_back", int(number), *_):
                return look_back_line(self.reading, str(self.answers.look_back[number].plan))
            case ("moments", int(number), *_):
                at = body.places["moment", self.moment_numbers[number]]
            case ("answers", str(name), *_):
                at = body.places["answer", name]
            case ("ratings" | "count" | "evidence", str(name), *_):
                at = body.places["evidence", name]
            case _:
                at = body.plan_at
        return body.line_of(at)


def day_and_depth(text: str) -> tuple[date | None, Depth | None]:
    """The day and the depth that the page names, as far as they can be read."""
    reading, _ = read(without_questions(text)[0], "", "", NO_RUBRICS)
    return (reading.header.date, reading.header.depth) if reading else (None, None)


def answers_of_page(text: str, context: SittingContext) -> tuple[FilledPage | None, list[Problem]]:
    """Read a page that began as `sitting_page`; what is still empty was not answered.

    Args:
        text: with LF line ends, without the remarks of an earlier round.
        context: of a sitting on the day and at the depth that are `day_and_depth`.

    Returns:
        None where the page as a whole cannot be read. What was written and cannot become an answer
        is a problem at its line.
    """
    bare, problems = without_questions(text)
    bare, chosen, choice_problems = take_choices(bare, context)
    problems += choice_problems
    bare = _without_the_empty(bare, context)
    reading, read_problems = read(bare, "", "", {context.rubric.id: context.rubric})
    problems += (*_undecoded(bare), *read_problems)
    if reading is None:
        remedy = "write kind: reflection, or take the line out"
        problems = problems or [Problem("this is not the page of a sitting", remedy, line=1)]
        return None, first_of_each_line(problems)
    page = page_of(reading)
    problems += stray_content(page, reading, context)
    if chosen.notice and not (chosen.focus or page.reflection.focus or context.current_focus):
        line = chosen.lines[NOTICE]
        problems.append(Problem("there is no focus to notice", "mark one above it", line=line))
    reflection = chosen.over(page.reflection)
    moment_numbers = tuple(n for n, moment in enumerate(reflection.moments) if _has_text(moment))
    answers = _answers(reflection, moment_numbers, context)
    answers = answers.model_copy(update={"plan": _plan(page.plan_line, answers, context)})
    return FilledPage(answers, reading, moment_numbers, chosen.lines), first_of_each_line(problems)


def misfit_problems(
    page: FilledPage, context: SittingContext, plans: Collection[str]
) -> list[Problem]:
    """Every answer that the rubric or the journal does not allow, at its line."""
    wrong = misfits(page.answers, context, plans)
    return [Problem(m.message, m.remedy, line=page.line_of(m.place)) for m in wrong if m.place]


def _without_the_empty(text: str, context: SittingContext) -> str:
    kept_line = kept_plan_line(context)
    lines = (
        "" if kept_line and line.rstrip() == f"#{kept_line}" else line for line in text.split("\n")
    )
    return _EMPTY.sub("", "\n".join(lines))


def _undecoded(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if re.search("[\udc80-\udcff]", line):  # as Python reads bytes that are no UTF-8
            yield Problem("this line is not UTF-8 text", "save the page as UTF-8", line=number)


def _has_text(moment: Moment) -> bool:
    return any(moment_texts(moment))


def _answers(
    reflection: Reflection, moment_numbers: tuple[int, ...], context: SittingContext
) -> Answers:
    return Answers(
        rubric=reflection.rubric,
        date=reflection.date,
        depth=reflection.depth,
        minutes=reflection.minutes if (reflection.minutes or 0) <= MINUTES_AT_MOST else None,
        focus=_focus(reflection, context),
        look_back=tuple(
            LookBack(plan=review.plan, outcome=review.outcome, note=review.note)
            for review in reflection.looking_back
            if review.outcome or review.note
        ),
        relationships=reflection.relationships,
        moments=tuple(reflection.moments[number] for number in moment_numbers),
        ratings=reflection.ratings,
        count=reflection.count,
        evidence=dict(reflection.evidence),
        answers={key: _open_answer(key, text, context) for key, text in reflection.answers.items()},
        **{field.name: text for field, text in own_texts(reflection)},
    )


def _focus(reflection: Reflection, context: SittingContext) -> FocusAnswer | None:
    """A focus that was chosen on the page, or chosen again: not the one that stood there."""
    current = context.current_focus
    behaviour = reflection.focus or (current.behaviour if current else None)
    if behaviour is None:
        return None
    stood = context.pending.notice if context.pending else None
    if current and behaviour == current.behaviour and reflection.focus_notice == stood:
        return None
    return FocusAnswer(behaviour=behaviour, notice=reflection.focus_notice)


def _open_answer(question_id: str, text: str, context: SittingContext) -> str | tuple[str, ...]:
    question = context.rubric.question(question_id)
    lines = [line for line in text.split("\n") if line.strip()]
    if question is None or question.kind != "list" or all(line.startswith("- ") for line in lines):
        return text
    return tuple(line.removeprefix("- ") for line in lines)


def _plan(
    line: PlanLine | None, answers: Answers, context: SittingContext
) -> PlanAnswer | Literal["keep"] | None:
    """The plan line as an answer: `keep` where it has the words of the plan that it would keep."""
    if line is None:
        return None
    alias = line.behaviour == THE_FOCUS and context.rubric.behaviour(THE_FOCUS) is None
    behaviour = None if alias else line.behaviour
    old = next((p for p in context.plans if p.stem == reviewed_stem(answers, context)), None)
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
