"""Trends as a page: what each part of the template says, in the words of the other reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.reports.charts import row_chart, series_chart
from learnlead.reports.finding_words import finding_text
from learnlead.reports.headline import focus_name, held, nothing
from learnlead.reports.html_page import rendered
from learnlead.reports.text_bet import bet_sentences
from learnlead.reports.text_coverage import apart_sentences
from learnlead.reports.text_findings import finding_pages
from learnlead.reports.text_plans import plan_counts, plan_states, plans_by_words
from learnlead.reports.text_themes import how_often, theme_groups
from learnlead.reports.trend_tables import (
    absences_table,
    coverage_table,
    figures_table,
    grid_table,
    ratings_table,
)
from learnlead.reports.weeks_chart import weeks_chart
from learnlead.reports.words import (
    NOT_NO_CHANGE,
    caveats,
    counted,
    day,
    little_room,
    monthly_change,
    response_shift,
    short_day,
    short_verdict,
    thirds,
    verdict,
)
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_VERDICT

_PLANS, _THEMES, _QUOTES = 5, 6, 2
"""How many plans, and words of a kind, are in sight; the others unfold. How many quotes a word."""


def trends_page(trends: Sequence[Trends]) -> str:
    """The whole page, of one rubric or of several; of none, a page that says so."""
    problems = {problem for one in trends for problem in one.problems}
    said = f"{counted(len(problems), 'problem')} in reading; `learnlead journal check` tells."
    return rendered(
        "trends.html",
        title=trends[0].rubric.title if len(trends) == 1 else "Trends",
        made_on=day(trends[0].today),
        reports=[_report(one, f"r{n}") for n, one in enumerate(trends, 1)],
        not_no_change=NOT_NO_CHANGE,
        problems=said if problems else "",
    )


def _report(trends: Trends, key: str) -> dict[str, object]:
    scale, plans, dates = trends.rubric.scale, list(_plans(trends)), trends.window.dates
    return {
        "title": trends.rubric.title,
        "held": held(trends),
        "empty": not trends.sittings,
        "nothing": nothing(trends),
        "begun": trends.newest is not None,
        "early": len(dates) < FIRST_VERDICT,
        "unit": trends.cadence.unit,
        "lowest": scale.label(1),
        "highest": scale.label(5),
        "findings": [
            {"text": finding_text(one, trends), "pages": finding_pages(one, trends)}
            for one in trends.findings
            if not one.focus
        ],
        "focus": _focus(trends, key),
        "overall": _judged(trends, trends.composite, "your overall rating", f"{key}-all"),
        "behaviours": [_behaviour(trends, one, key) for one in trends.behaviours if dates],
        "absences": absences_table(trends),
        "coverage": coverage_table(trends) if dates and trends.relationships else None,
        "grid": grid_table(trends),
        "weeks": weeks_chart(trends, about=f"{key}-strip"),
        "plan_counts": plan_counts(trends.plans) if trends.plans else "",
        "plans": plans[:_PLANS],
        "earlier_plans": plans[_PLANS:],
        "themes": _themes(trends),
        "apart": apart_sentences(trends),
        "ratings": ratings_table(trends),
        "figures": figures_table(trends),
    }


def _focus(trends: Trends, key: str) -> dict[str, object] | None:
    if trends.focus is None:
        return None
    focus = trends.focus.focus
    name = focus_name(trends, focus)
    return {
        "name": name,
        "notice": focus.notice,
        "since": day(focus.since),
        "bets": bet_sentences(trends),
        **_judged(trends, trends.focus.series, f"your own rating of {name}", f"{key}-now"),
    }


def _judged(trends: Trends, series: Series, subject: str, about: str) -> dict[str, object]:
    """A series that has a large drawing."""
    return {
        "series": series,
        "verdict": verdict(series, subject),
        "changes": [text for text in (thirds(series), monthly_change(series)) if text],
        "notes": caveats(series),
        "chart": series_chart(series, subject, trends.rubric.scale, about=about),
    }


def _behaviour(trends: Trends, one: BehaviourTrend, key: str) -> dict[str, object]:
    """One of the behaviours; there is a sitting that may have rated it."""
    behaviour, series, dates = one.behaviour, one.series, trends.window.dates
    notes = [response_shift(series)]
    if little_room(series):
        notes.append("Steadily high, with little room left on this scale.")
    return {
        "name": behaviour.name,
        "sentence": behaviour.sentence,
        "series": series,
        "words": short_verdict(series),
        "change": _change(series),
        "notes": [note for note in notes if note],
        "chart": row_chart(
            series,
            behaviour.name,
            trends.rubric.scale,
            first=dates[0],
            last=dates[-1],
            about=f"{key}-{behaviour.id}",
        ),
    }


def _change(series: Series) -> str:
    """`3.5 to 3.2, 30 ratings`."""
    first, last = series.first_third, series.last_third
    n = counted(series.n, "rating")
    if thirds(series) is None or first is None or last is None:
        return n
    return f"{first.mean:.1f} to {last.mean:.1f}, {n}"


def _plans(trends: Trends) -> Iterator[dict[str, object]]:
    """Plans of the same words as one, newest first."""
    for (cue, action), plans in reversed(plans_by_words(trends.plans).items()):
        yield {"cue": cue, "action": action, "states": plan_states(plans)}


def _themes(trends: Trends) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for heading, found in theme_groups(trends.themes):
        shown = [
            {
                "term": theme.term,
                "often": how_often(theme, trends.themes),
                "quotes": [
                    {"text": quote.text, "day": short_day(quote.date)}
                    for quote in theme.quotes[:_QUOTES]
                ],
            }
            for theme in found
        ]
        groups.append({"heading": heading, "themes": shown[:_THEMES], "more": shown[_THEMES:]})
    return groups
