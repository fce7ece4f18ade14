"""Markdown: for notes, wikis and pull requests; reads well as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.reports.finding_words import finding_text
from learnlead.reports.formats.registry import Format
from learnlead.reports.headline import focus_name, held, nothing
from learnlead.reports.markdown import escaped, heading, items, paragraph, table
from learnlead.reports.text_bet import bet_sentences
from learnlead.reports.text_coverage import apart_sentences
from learnlead.reports.text_plans import plan_counts, plan_states, plans_by_words
from learnlead.reports.text_themes import how_often, theme_groups
from learnlead.reports.trend_tables import (
    absences_table,
    behaviours_table,
    coverage_table,
    grid_table,
)
from learnlead.reports.words import (
    NOT_NO_CHANGE,
    caveats,
    day,
    monthly_change,
    response_shift,
    short_day,
    thirds,
    verdict,
)
from learnlead.trends.model import Trends
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_VERDICT

_QUOTES = 3


def _render(trends: Sequence[Trends], **_: object) -> str:
    return "\n".join("".join(_report(one)).rstrip("\n") + "\n" for one in trends)


def _report(trends: Trends) -> Iterator[str]:
    yield heading(1, trends.rubric.title)
    if not trends.sittings:
        yield paragraph(nothing(trends))
        return
    yield paragraph(f"{held(trends)}. Made on {day(trends.today)}.")
    yield from _focus(trends)
    if found := [finding for finding in trends.findings if not finding.focus]:
        yield heading(2, "What stands out")
        yield items([escaped(finding_text(one, trends)) for one in found], numbered=True)
    early = len(trends.window.dates) < FIRST_VERDICT
    for part in (_plans, _themes, _figures) if early else (_figures, _plans, _themes):
        yield from part(trends)
    if apart := apart_sentences(trends):
        yield heading(2, "Set apart")
        yield from map(paragraph, apart)


def _focus(trends: Trends) -> Iterator[str]:
    if trends.focus is None:
        return
    focus = trends.focus.focus
    name = focus_name(trends, focus)
    yield heading(2, f"Your focus: {name}")
    if focus.notice is not None:
        yield paragraph(f"Someone else would notice: {focus.notice}")
    yield paragraph(f"Since {day(focus.since)}.")
    yield from _series(trends.focus.series, f"your own rating of {name}")
    yield from map(paragraph, bet_sentences(trends))


def _series(series: Series, subject: str) -> Iterator[str]:
    yield f"**{escaped(verdict(series, subject))}**\n\n"
    said = [thirds(series), monthly_change(series), *caveats(series)]
    if sentences := " ".join(filter(None, said)):
        yield paragraph(sentences)


def _figures(trends: Trends) -> Iterator[str]:
    if not trends.window.dates:
        return
    if trends.behaviours:
        yield from _ratings(trends)
    if trends.relationships:
        yield heading(2, "With whom")
        yield table(coverage_table(trends))
    if (grid := grid_table(trends)) is not None:
        yield heading(2, "In which relationship")
        yield table(grid)


def _ratings(trends: Trends) -> Iterator[str]:
    yield heading(2, "Overall")
    yield from _series(trends.composite, "your overall rating")
    yield heading(2, "Behaviours")
    yield table(behaviours_table(trends))
    yield paragraph(NOT_NO_CHANGE)
    yield items(
        [
            f"{escaped(one.behaviour.name)}: {escaped(note)}"
            for one in trends.behaviours
            if (note := response_shift(one.series)) is not None
        ]
    )
    yield heading(2, "What the ratings leave out")
    yield table(absences_table(trends))


def _plans(trends: Trends) -> Iterator[str]:
    if not trends.plans:
        return
    yield heading(2, "Plans")
    yield paragraph(plan_counts(trends.plans))
    yield items(
        [
            f"If **{escaped(cue)}**, then I will **{escaped(action)}**: {plan_states(plans)}"
            for (cue, action), plans in reversed(plans_by_words(trends.plans).items())
        ]
    )


def _themes(trends: Trends) -> Iterator[str]:
    groups = theme_groups(trends.themes)
    if groups:
        yield heading(2, "In your own words")
    for name, themes in groups:
        yield heading(3, name)
        for theme in themes:
            yield f"**{escaped(theme.term)}**: {how_often(theme, trends.themes)}\n\n"
            yield items(
                [
                    f"{short_day(quote.date)}: “{escaped(quote.text)}”"
                    for quote in theme.quotes[:_QUOTES]
                ]
            )


FORMAT = Format("markdown", ".md", _render)
