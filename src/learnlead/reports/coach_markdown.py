"""The report for a coach as Markdown: reads well raw, and nothing in it is read as a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.reports.coach_report import CoachReport, PassageTold, PlanTold
from learnlead.reports.markdown import escaped, heading, items, paragraph, table


def coach_markdown(report: CoachReport) -> str:
    """The whole report; page one ends at the rule."""
    return "".join(_parts(report)).rstrip("\n") + "\n"


def _parts(report: CoachReport) -> Iterator[str]:
    yield heading(1, f"{report.leader}: {report.title}" if report.leader else report.title)
    yield paragraph(f"{report.held}. {report.terms}")
    yield from _listed("What I want from this conversation", map(paragraph, report.want))
    if report.focus:
        yield heading(2, f"Focus: {report.focus}")
        yield paragraph(f"{report.focus_since}. {report.focus_statement}")
        if report.notice:
            yield paragraph(f"Someone else would notice: {report.notice}")
    since = [_plans(report.plans), items([escaped(text) for text in report.tried])]
    yield from _listed(report.last_time, since)
    yield from _listed("In my words", map(_passage, report.passages))
    yield from _listed("Strengths", [_items(report.strengths)])
    yield from _listed("Not looked at", [_items(report.not_looked_at)])
    yield heading(2, "How sure this is")
    yield from map(paragraph, report.certainty)
    more = list(_more(report))
    if more:
        yield "---\n\n"
        yield from more


def _more(report: CoachReport) -> Iterator[str]:
    yield from _listed("Also found", [_items(report.also_found)])
    yield from _listed("Further plans", [_plans(report.more_plans)])
    yield from _listed("Further passages", map(_passage, report.more_passages))
    if report.ratings is not None:
        yield heading(2, "Ratings")
        yield table(report.ratings)


def _listed(name: str, parts: Iterator[str] | Sequence[str]) -> Iterator[str]:
    said = "".join(parts)
    if said:
        yield heading(2, name)
        yield said


def _items(texts: Sequence[str]) -> str:
    return items([escaped(text) for text in texts])


def _plans(plans: Sequence[PlanTold]) -> str:
    return items(
        [
            f"If **{escaped(one.cue)}**, then I will **{escaped(one.action)}**: {one.states}"
            for one in plans
        ]
    )


def _passage(passage: PassageTold) -> str:
    quoted = "\n>\n".join(f"> {escaped(text)}" for text in passage.paragraphs)
    return f"{paragraph(f'{passage.about}:')}{quoted}\n\n"
