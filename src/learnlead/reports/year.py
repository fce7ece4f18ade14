"""A year in its writer's own words, for reading: like a diary, without a figure or a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from learnlead.journal.private import END, PRIVATE
from learnlead.journal.rendering import long_date
from learnlead.reflection.fields import WHAT, WITH, moment_texts
from learnlead.reflection.model import Moment
from learnlead.reflection.plan_words import OUTCOME_WORDS
from learnlead.reports.answer_names import (
    behaviour_name,
    kind_name,
    question_words,
    relationship_sentence,
)
from learnlead.reports.lines import Layout, Line, Span, made_harmless, wrapped
from learnlead.reports.words import capital, day, month
from learnlead.rubric.model import Rubric
from learnlead.trends.year import Planned, Told

Rubrics = Mapping[str, Rubric | None]
"""By id, None where one cannot be read."""

_MARGIN = 9
"""Columns that the dates stand in, beside the text."""

_ROOM_FOR_A_MARGIN = 60

Block = list[Line]


def year_text(year: int, told: Sequence[Told], rubrics: Rubrics, layout: Layout) -> list[Line]:
    """The year month by month, each sitting with its date.

    Where there is room the dates stand in the margin; in plain mode and on a narrow screen each
    has a line of its own.
    """
    lines: list[Line] = [(Span(f"{year} in your own words", "title"),)]
    several = len({one.sitting.rubric for one in told}) > 1
    focus: dict[str, str | None] = {}
    plan: tuple[str, str] | None = None
    for name, of_month in groupby(told, key=lambda one: month(one.sitting.date)):
        lines += [(), (Span(name, "heading"),)]
        for one in of_month:
            rubric = rubrics.get(one.sitting.rubric)
            new_focus = focus.get(one.sitting.rubric) != one.sitting.focus or bool(one.notice)
            focus[one.sitting.rubric] = one.sitting.focus
            margin = not layout.plain and layout.width >= _ROOM_FOR_A_MARGIN
            inside = layout.width - _MARGIN if margin else layout.width
            blocks = list(_Entry(one, rubric, inside, new_focus=new_focus).blocks(plan))
            plan = _words(one.planned) or plan
            if several:
                title = rubric.title if rubric else one.sitting.rubric
                blocks.insert(0, wrapped(title, inside, style="dim"))
            lines += [(), *_dated(one.sitting.date, blocks, margin=margin)]
    return made_harmless(lines)


def _dated(when: date, blocks: Sequence[Block], *, margin: bool) -> Iterator[Line]:
    body = [line for block in blocks for line in ((), *block)][1:]
    if not margin:
        yield (Span(long_date(when).rsplit(" ", 1)[0], "strong"),)
        yield from body
        return
    beside = f" {long_date(when)[:3]} {when.day:>2}"
    for number, line in enumerate(body):
        if line:
            blank = Span(" " * _MARGIN)
            yield (blank if number else Span(f"{beside:<{_MARGIN}}", "strong"), *line)
        else:
            yield ()


class _Entry:
    """One sitting as blocks: a few words on what it is, then the writer's."""

    def __init__(self, told: Told, rubric: Rubric | None, width: int, *, new_focus: bool) -> None:
        self._told = told
        self._rubric = rubric
        self._width = width
        self._new_focus = new_focus

    def blocks(self, plan_before: tuple[str, str] | None) -> Iterator[Block]:
        """What the sitting told; a plan carried on with the same words is not told twice."""
        told, focus = self._told, self._told.sitting.focus
        name = behaviour_name(focus, self._rubric) if focus else ""
        if focus and self._new_focus:
            notice = f"Others would notice: {told.notice}" if told.notice else None
            yield self._block(f"Focus: {name}", notice)
        for moment in told.moments:
            yield from self._moment(moment)
        if told.evidence:
            yield self._block(name, told.evidence)
        for field, text in told.texts:
            yield self._block(capital(kind_name(field.kind)), text)
        for question, text in told.answers.items():
            yield self._block(question_words(question, self._rubric), text)
        if told.planned:
            same = told.planned.plan.kept and _words(told.planned) == plan_before
            yield self._planned(told.planned, same=same)

    def _moment(self, moment: Moment) -> Iterator[Block]:
        sentence = relationship_sentence(moment.relationship, self._rubric)
        label = capital(sentence)
        if moment.with_whom:
            label += f", with {moment.with_whom}"
        yield self._block(label, moment.what)
        for field, text in moment_texts(moment):
            if field not in (WITH, WHAT):
                yield self._block(capital(kind_name(field.kind)), text)

    def _planned(self, planned: Planned, *, same: bool) -> Block:
        plan = planned.plan
        words = None if same else f"If {plan.cue}, then I will {plan.action}."
        block = self._block("Plan, carried on" if plan.kept else "Plan", words)
        for back in planned.looks_back:
            word = OUTCOME_WORDS[back.outcome] if back.outcome else "looked back"
            block += self._aside(f"{self._day(back.date)}: {word}.")
            block += _prose(back.note, self._width, indent=2) if back.note else []
        if plan.open:
            block += self._aside("Still open.")
        elif plan.outcome and not any(back.outcome for back in planned.looks_back):
            block += self._aside(f"{OUTCOME_WORDS[plan.outcome].capitalize()}.")
        return block

    def _day(self, when: date) -> str:
        """Without the year where that goes without saying."""
        same_year = when.year == self._told.sitting.date.year
        return f"{when.day} {month(when)}" if same_year else day(when)

    def _aside(self, words: str) -> Block:
        return wrapped(words, self._width, style="dim", indent=2)

    def _block(self, label: str, text: str | None) -> Block:
        block = wrapped(label, self._width, style="dim")
        return block + _prose(text, self._width) if text else block


def _words(planned: Planned | None) -> tuple[str, str] | None:
    return (planned.plan.cue, planned.plan.action) if planned else None


def _prose(text: str, width: int, *, indent: int = 0) -> Block:
    """A text with its own line breaks; the two lines around a private part are left out.

    A line that goes on with a small letter is one with the line above it: an editor has broken it.
    """
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if line.rstrip() in (PRIVATE, END):
            continue
        if paragraphs and paragraphs[-1] and line[:1].islower():
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line.strip())
    block: Block = []
    for paragraph in paragraphs:
        hanging = 2 if paragraph.startswith("- ") else 0
        block += wrapped(paragraph, width, indent=indent, hanging=hanging) if paragraph else [()]
    return block
