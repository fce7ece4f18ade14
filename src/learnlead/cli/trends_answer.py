"""The answer of `learnlead trends`, however it was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from learnlead.cli.answering import json_line, put, put_bits
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.report_form import chosen_form
from learnlead.cli.reporting import put_report
from learnlead.cli.trends_told import Told, told_by, told_comparison, told_trends, told_why
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import read_range

if TYPE_CHECKING:
    from learnlead.reports.by_report import By
    from learnlead.reports.document import Document, Extent


class Asked(NamedTuple):
    """The options of the command, as its help says; without any, the whole of the first rubric."""

    rubrics: Sequence[str] = ()
    first: str | None = None
    last: str | None = None
    everything: bool = False
    by: By | None = None
    why: str | None = None
    compare: tuple[str, str] | None = None
    form: str | None = None
    as_json: bool = False
    output: str | None = None


def answer_trends(desk: Desk, asked: Asked) -> None:
    """Tell what is wrong on stderr, then give the answer; nothing of it where something fails.

    Raises:
        LearnleadError: options contradict each other, or name what is not there.
    """
    first, last, by, why, compare = asked.first, asked.last, asked.by, asked.why, asked.compare
    _one_of({"--all": asked.everything, "--by": by, "--why": why, "--compare": compare})
    _one_of({"--compare": compare, "--from" if first else "--to": first or last})
    output = asked.output
    form = chosen_form(asked.form, as_json=asked.as_json, output=output, data=("csv", "json"))
    if form == "csv" and (why or compare or by):
        raise LearnleadError(Problem("this view has no figures for csv", "leave the format out"))
    rubrics = [desk.rubric(one) for one in dict.fromkeys(asked.rubrics)] or [desk.rubric()]
    period = read_range(first, last, desk.today)
    told: Sequence[Told]
    if compare is not None:
        told = [told_comparison(desk, one, compare) for one in rubrics]
    elif why is not None:
        told = [told_why(desk, one, period, why) for one in rubrics]
    elif by is not None:
        told = [told_by(desk, one, period, by) for one in rubrics]
    else:
        told = [told_trends(desk, one, period) for one in rubrics]
    problems = list(dict.fromkeys(problem for one in told for problem in one.problems))
    tell_page_problems(desk, problems)
    if form == "json":
        put_bits([json_line(one.data(), output) for one in told], output)
    elif form == "csv":
        from learnlead.reports.trends_csv import trends_csv

        put(trends_csv([one.trends for one in told if one.trends]), output)
    else:
        put_report(
            desk, lambda extent: _report(told, extent), form, output, everything=asked.everything
        )


def _report(told: Sequence[Told], extent: Extent) -> Document:
    from learnlead.reports.trends_report import trends_report, views_report

    if whole := [one.trends for one in told if one.trends]:
        return trends_report(whole, extent)
    return views_report([one.article() for one in told if one.article])


def _one_of(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise LearnleadError(
            Problem(f"{given[0]} and {given[1]} do not go together", f"leave out {given[1]}")
        )
