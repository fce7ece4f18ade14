"""Figures of series with their verdicts: the focus with its bet, overall, one behaviour."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.i18n.words import Words
from learnlead.reports.document import Block, SeriesFigure
from learnlead.reports.verdicts.bet import behaviour_named, bet_sentences
from learnlead.reports.verdicts.words import (
    caveats,
    overall_notes,
    overall_subject,
    own_subject,
    thirds,
    verdict,
)
from learnlead.trends.model import FocusTrend, Trends
from learnlead.trends.series import Series


def focus_figure(trends: Trends, focus: FocusTrend, words: Words) -> SeriesFigure:
    """The figure of the focus, with its bet in place of a verdict."""
    running = (bet.text for bet in bet_sentences(trends, words) if not bet.earlier)
    figures_only = words("verdict.figures" if trends.chosen else "verdict.quarterly")
    name = behaviour_named(trends, focus.focus.behaviour)
    text = next(running, figures_only)
    return _figure(trends, focus.series, words("figure.own", name=name), text, words)


def series_figure(trends: Trends, series: Series, name: str, words: Words) -> SeriesFigure:
    """The figure of a behaviour of that name."""
    text = verdict(series, own_subject(name, words), trends, words)
    return _figure(trends, series, words("figure.own", name=name), text, words)._replace(
        changes=tuple(filter(None, (thirds(series, words),))),
        notes=tuple(caveats(series, words)),
    )


def _figure(trends: Trends, series: Series, subject: str, text: str, words: Words) -> SeriesFigure:
    return SeriesFigure(
        series=series,
        subject=subject,
        scale=trends.rubric.scale,
        rhythm=trends.rubric.rhythm,
        unit=trends.cadence.unit,
        verdict=text,
        sentences=words,
    )


def overall_figure(trends: Trends, words: Words, *, first: bool) -> Iterator[Block]:
    """The overall rating; nothing without behaviours or sittings."""
    if not trends.rubric.behaviours or not trends.window.dates:
        return
    series = trends.composite
    text = verdict(series, overall_subject(words), trends, words)
    notes = tuple(overall_notes(trends, words))
    change = thirds(series, words)
    yield _figure(trends, series, words("figure.overall"), text, words)._replace(
        changes=(change,) if change and not first else (),
        notes=notes[:1] if first else (*caveats(series, words), *notes),
    )
