"""A year in the leader's own words, as a report and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from learnlead.errors import Problem
from learnlead.i18n.words import Words
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
    kind_name,
    paragraphs,
    question_words,
    relationship_sentence,
)
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS, WHAT, WITH, moment_texts
from learnlead.sitting.model import AnswerField, Moment
from learnlead.sitting.plan_words import plan_in_words
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


def year_report(
    year: int, entries: Sequence[YearEntry], rubrics: Rubrics, words: Words
) -> Document:
    """The year month by month, each sitting with its date."""
    several = len({entry.sitting.rubric for entry in entries}) > 1
    months: list[Block] = []
    focus: dict[str, str | None] = {}
    plan: tuple[str, str] | None = None
    for name, of_month in groupby(entries, key=lambda entry: words.month(entry.sitting.date)):
        days = []
        for entry in of_month:
            rubric = rubrics.get(entry.sitting.rubric)
            new_focus = focus.get(entry.sitting.rubric) != entry.sitting.focus or bool(entry.notice)
            focus[entry.sitting.rubric] = entry.sitting.focus
            title = rubric.title if rubric else entry.sitting.rubric
            about = (Paragraph(title, "aside"),) if several else ()
            quotes = _quotes(entry, rubric, plan, words, new_focus=new_focus)
            day = entry.sitting.date
            days.append(Day(words.weekday_and_date(day), words.margin(day), (*about, *quotes)))
            plan = _cue_and_action(entry.planned) or plan
        months.append(Section(name, tuple(days)))
    body = (_calendar(entries, words), *months)
    article = Article(words("year.title", year=year), "", body, widest=80)
    return Document([article], language=words.language)


def _calendar(entries: Sequence[YearEntry], words: Words) -> Table:
    """The days with a page, a row a month; a month or a week without one is no gap."""
    days = {
        name: list(dict.fromkeys(str(entry.sitting.date.day) for entry in of_month))
        for name, of_month in groupby(entries, key=lambda entry: words.month(entry.sitting.date))
    }
    most = max(map(len, days.values()), default=0)
    rows = tuple(
        (name, *of_month, *[""] * (most - len(of_month))) for name, of_month in days.items()
    )
    columns = (Column(words("year.month"), figures=False), *[Column("")] * most)
    return Table(words("year.calendar"), columns, rows, look="calendar")


def _quotes(
    entry: YearEntry,
    rubric: Rubric | None,
    plan_before: tuple[str, str] | None,
    words: Words,
    *,
    new_focus: bool,
) -> Iterator[Quote]:
    """The texts of a sitting; a plan carried on with the same words is not repeated."""
    focus = entry.sitting.focus
    name = behaviour_name(focus, rubric) if focus else ""
    if focus and new_focus:
        notice = entry.notice and words("year.notice", notice=entry.notice)
        yield _quote(words("read.focus", name=name), notice)
    for moment in entry.moments:
        yield from _moment(moment, rubric, words)
    if entry.evidence:
        yield _quote(name, entry.evidence)
    for field, text in entry.texts:
        yield _quote(capital(kind_name(field.kind, words)), text)
    for question, text in entry.answers.items():
        yield _quote(question_words(question, rubric), text)
    if entry.planned:
        same = entry.planned.plan.kept and _cue_and_action(entry.planned) == plan_before
        yield _plan(entry.planned, entry.sitting.date.year, words, same=same)


def _moment(moment: Moment, rubric: Rubric | None, words: Words) -> Iterator[Quote]:
    label = capital(relationship_sentence(moment.relationship, rubric, words))
    if moment.with_whom:
        label = words("year.with", moment=label, whom=moment.with_whom)
    yield _quote(label, moment.what)
    for field, text in moment_texts(moment):
        if field not in (WITH, WHAT):
            yield _quote(capital(kind_name(field.kind, words)), text)


def _plan(planned: Planned, year: int, words: Words, *, same: bool) -> Quote:
    plan = planned.plan
    text = None if same else plan_in_words(plan.cue, plan.action, words)
    then = []
    for back in planned.looks_back:
        outcome = words(f"outcome.{back.outcome}") if back.outcome else words("read.looked-back")
        day = _day(back.date, year, words)
        then.append(_quote(words("year.looked-back", day=day, outcome=outcome), back.note))
    if plan.open:
        then.append(Quote(words("read.open")))
    elif plan.outcome and not any(back.outcome for back in planned.looks_back):
        then.append(Quote(f"{capital(words(f'outcome.{plan.outcome}'))}."))
    return _quote(words("year.plan-kept" if plan.kept else "page.plan"), text, tuple(then))


def _day(when: date, year: int, words: Words) -> str:
    """The date, without the year if it is this one."""
    return words.day_and_month(when) if when.year == year else words.full_date(when)


def _cue_and_action(planned: Planned | None) -> tuple[str, str] | None:
    return (planned.plan.cue, planned.plan.action) if planned else None


def _quote(about: str, text: str | None, then: tuple[Quote, ...] = ()) -> Quote:
    return Quote(about, tuple(paragraphs(text)) if text else (), then)
