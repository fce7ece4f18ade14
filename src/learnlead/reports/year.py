"""A year in the leader's own words, as a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from learnlead.errors import Problem
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Day,
    Document,
    Paragraph,
    Quote,
    Section,
    Table,
)
from learnlead.reports.words import (
    Rubrics,
    behaviour_name,
    capital,
    day,
    kind_name,
    month,
    paragraphs,
    question_words,
    relationship_sentence,
)
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS, WHAT, WITH, moment_texts
from learnlead.sitting.model import AnswerField, Moment
from learnlead.sitting.plan_words import OUTCOME_WORDS
from learnlead.trends.year import Planned, YearEntry


def year_json(
    year: int, rubric: str | None, entries: Sequence[YearEntry], problems: Sequence[Problem]
) -> dict[str, object]:
    """The year as JSON, with unchanged texts; `rubric` is the requested one, or None."""
    return {
        "schema": "learnlead/year/1",
        "year": year,
        "rubric": rubric,
        "sittings": [_sitting_json(entry) for entry in entries],
        "problems": [problem_json(problem) for problem in problems],
    }


def _sitting_json(entry: YearEntry) -> dict[str, object]:
    sitting, texts = entry.sitting, dict(entry.texts)
    return {
        "page": sitting.stem,
        **attributes(sitting, "file", "date", "rubric", "focus"),
        "notice": entry.notice,
        "moments": [
            {
                "relationship": moment.relationship,
                **{_key(field): getattr(moment, field.name) for field in MOMENT_FIELDS},
            }
            for moment in entry.moments
        ],
        "evidence": entry.evidence,
        **{field.name: texts.get(field) for field in OWN_TEXTS if field.in_year},
        "answers": dict(entry.answers),
        "plan": None if entry.planned is None else _planned(entry.planned),
    }


def _key(field: AnswerField) -> str:
    return "with" if field is WITH else field.name


def _planned(planned: Planned) -> dict[str, object]:
    plan = planned.plan
    return {
        **attributes(plan, "behaviour", "cue", "action"),
        "due": plan.due.isoformat() if plan.due else None,
        **attributes(plan, "kept", "open", "outcome"),
        "looks_back": [
            {
                "page": back.stem,
                **attributes(back, "date", "outcome", "note"),
            }
            for back in planned.looks_back
        ],
    }


def year_report(year: int, entries: Sequence[YearEntry], rubrics: Rubrics) -> Document:
    """The year month by month, each sitting with its date."""
    several = len({entry.sitting.rubric for entry in entries}) > 1
    months: list[Block] = []
    focus: dict[str, str | None] = {}
    plan: tuple[str, str] | None = None
    for name, of_month in groupby(entries, key=lambda entry: month(entry.sitting.date)):
        days = []
        for entry in of_month:
            rubric = rubrics.get(entry.sitting.rubric)
            new_focus = focus.get(entry.sitting.rubric) != entry.sitting.focus or bool(entry.notice)
            focus[entry.sitting.rubric] = entry.sitting.focus
            title = rubric.title if rubric else entry.sitting.rubric
            about = (Paragraph(title, "aside"),) if several else ()
            days.append(
                Day(
                    entry.sitting.date, (*about, *_quotes(entry, rubric, plan, new_focus=new_focus))
                )
            )
            plan = _words(entry.planned) or plan
        months.append(Section(name, tuple(days)))
    body = (_calendar(entries), *months)
    return Document([Article(f"{year} in your own words", "", body, widest=80)])


def _calendar(entries: Sequence[YearEntry]) -> Table:
    """The days with a page, a row a month; a month or a week without one is no gap."""
    days = {
        name: list(dict.fromkeys(str(entry.sitting.date.day) for entry in of_month))
        for name, of_month in groupby(entries, key=lambda entry: month(entry.sitting.date))
    }
    most = max(map(len, days.values()), default=0)
    rows = tuple(
        (name, *of_month, *[""] * (most - len(of_month))) for name, of_month in days.items()
    )
    columns = (Column("Month", figures=False), *[Column("")] * most)
    return Table("The days with a page.", columns, rows, look="calendar")


def _quotes(
    entry: YearEntry, rubric: Rubric | None, plan_before: tuple[str, str] | None, *, new_focus: bool
) -> Iterator[Quote]:
    """The texts of a sitting; a plan carried on with the same words is not repeated."""
    focus = entry.sitting.focus
    name = behaviour_name(focus, rubric) if focus else ""
    if focus and new_focus:
        yield _quote(f"Focus: {name}", entry.notice and f"Others would notice: {entry.notice}")
    for moment in entry.moments:
        yield from _moment(moment, rubric)
    if entry.evidence:
        yield _quote(name, entry.evidence)
    for field, text in entry.texts:
        yield _quote(capital(kind_name(field.kind)), text)
    for question, text in entry.answers.items():
        yield _quote(question_words(question, rubric), text)
    if entry.planned:
        same = entry.planned.plan.kept and _words(entry.planned) == plan_before
        yield _plan(entry.planned, entry.sitting.date.year, same=same)


def _moment(moment: Moment, rubric: Rubric | None) -> Iterator[Quote]:
    label = capital(relationship_sentence(moment.relationship, rubric))
    if moment.with_whom:
        label += f", with {moment.with_whom}"
    yield _quote(label, moment.what)
    for field, text in moment_texts(moment):
        if field not in (WITH, WHAT):
            yield _quote(capital(kind_name(field.kind)), text)


def _plan(planned: Planned, year: int, *, same: bool) -> Quote:
    plan = planned.plan
    words = None if same else f"If {plan.cue}, then I will {plan.action}."
    then = []
    for back in planned.looks_back:
        word = OUTCOME_WORDS[back.outcome] if back.outcome else "looked back"
        then.append(_quote(f"{_day(back.date, year)}: {word}.", back.note))
    if plan.open:
        then.append(Quote("Still open."))
    elif plan.outcome and not any(back.outcome for back in planned.looks_back):
        then.append(Quote(f"{OUTCOME_WORDS[plan.outcome].capitalize()}."))
    return _quote("Plan, carried on" if plan.kept else "Plan", words, tuple(then))


def _day(when: date, year: int) -> str:
    """The date, without the year if it is this one."""
    return f"{when.day} {month(when)}" if when.year == year else day(when)


def _words(planned: Planned | None) -> tuple[str, str] | None:
    return (planned.plan.cue, planned.plan.action) if planned else None


def _quote(about: str, text: str | None, then: tuple[Quote, ...] = ()) -> Quote:
    return Quote(about, tuple(paragraphs(text)) if text else (), then)
