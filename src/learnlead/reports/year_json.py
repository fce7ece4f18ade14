"""A year in its writer's own words, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.errors import Problem
from learnlead.reflection.answer_field import AnswerField
from learnlead.reflection.fields import MOMENT_FIELDS, OWN_TEXTS, WITH
from learnlead.reports.attributes import attributes
from learnlead.reports.problem_json import problem_json
from learnlead.trends.year import Planned, Told


def year_json(
    year: int, rubric: str | None, told: Sequence[Told], problems: Sequence[Problem]
) -> dict[str, object]:
    """What `year_text` shows, each text as it stands; `rubric` is the one that was asked for."""
    return {
        "schema": "learnlead/year/1",
        "year": year,
        "rubric": rubric,
        "sittings": [_told(one) for one in told],
        "problems": [problem_json(problem) for problem in problems],
    }


def _told(told: Told) -> dict[str, object]:
    sitting, texts = told.sitting, dict(told.texts)
    return {
        "page": sitting.stem,
        **attributes(sitting, "file", "date", "rubric", "focus"),
        "notice": told.notice,
        "moments": [
            {
                "relationship": moment.relationship,
                **{_key(field): getattr(moment, field.name) for field in MOMENT_FIELDS},
            }
            for moment in told.moments
        ],
        "evidence": told.evidence,
        **{field.name: texts.get(field) for field in OWN_TEXTS if field.in_year},
        "answers": dict(told.answers),
        "plan": None if told.planned is None else _planned(told.planned),
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
