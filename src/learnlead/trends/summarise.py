"""Computing the trends of one rubric from the facts of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from learnlead.errors import Problem
from learnlead.page.check import future_page_problems, unknown_focus_problems
from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.trends.connections import connections, occasions
from learnlead.trends.coverage import coverage
from learnlead.trends.dated import DatedValues, asks_for_rating, combined_mark
from learnlead.trends.findings.find import findings
from learnlead.trends.focus import Focus, focus_of
from learnlead.trends.looks import Look, more_or_less
from learnlead.trends.model import BehaviourTrend, FocusTrend, IncomparableVersion, Trends
from learnlead.trends.periods import cadence
from learnlead.trends.plans import plan_items
from learnlead.trends.series import Judged, composite_series, series_of
from learnlead.trends.settled import Settled, settle
from learnlead.trends.stats.autocorrelation import phis_used, pooled_phi
from learnlead.trends.themes import AnswerReader, no_answers, themes
from learnlead.trends.window import Window, scored, window_of


def summarise(
    sittings: Iterable[Sitting],
    rubric: Rubric,
    *,
    today: date,
    away: Sequence[tuple[date, date]] = (),
    first: date | None = None,
    last: date | None = None,
    problems: Sequence[Problem] = (),
    texts: AnswerReader = no_answers,
) -> Trends:
    """The trends of one rubric in one period.

    Args:
        sittings: all pages, in any order; those of other rubrics are ignored.
        rubric: the rubric's present version. Pages of versions that it does not join count as
            sittings, for cadence and for plans, and nowhere else.
        today: pages dated later are counted, with a problem each.
        away: ranges of days off, first and last.
        first: the period's first day; None for the journal's. A chosen period has figures only:
            verdicts rest on the whole journal's looks, or choosing would be peeking.
        last: the period's last day; None for no bound.
        problems: of reading, passed on.
        texts: reads the answers of sittings; called once, for the window's.
    """
    journal = sorted((s for s in sittings if s.rubric == rubric.id), key=_order)
    known = [s for s in journal if last is None or s.date <= last]
    read = [s for s in known if first is None or first <= s.date]
    joined = scored(read, rubric)
    window = window_of(joined, rubric)
    focus = focus_of(known) if read else None
    focused = None if focus is None else _focused(window, focus)
    chosen = first is not None or last is not None
    settled = Settled() if chosen else settle(joined, rubric, window)
    phi = pooled_phi((dated.observations for dated in window.behaviours.values()), window.gap)
    phis = phis_used(phi, pooled_phi([window.composite.observations], window.gap))
    look = settled.look
    until = sum(sitting.date <= look.on for sitting in window.sittings) if look else 0
    figures_only = chosen or rubric.rhythm == "quarterly"
    begun = max(first or journal[0].date, journal[0].date) if journal else None
    answers = texts(window.sittings) if window.sittings else {}
    plans = plan_items(read, journal)
    trends = Trends(
        rubric=rubric,
        today=today,
        sittings=len(read),
        first=read[0].date if read else None,
        last=read[-1].date if read else None,
        newest=journal[-1].date if journal else None,
        pages=tuple(read),
        away=tuple(away),
        settled=settled,
        differences=more_or_less(look.series, look.level) if look and look.composite.claim else {},
        phi=phi,
        chosen=chosen,
        window=window,
        cadence=cadence(
            (s.date for s in read),
            rubric.rhythm,
            begun=begun,
            today=today,
            last=last,
            away=away,
        ),
        apart=tuple(_apart(read, rubric)),
        focus=None
        if focus is None or focused is None
        else FocusTrend(
            focus,
            series_of(focused, None, phis.behaviours, figures_only=True),
            occasions(window.sittings, focus, settled.running_bet),
        ),
        composite=composite_series(
            window.composite,
            judged_at(look, None),
            phis.composite,
            figures_only=figures_only,
        ),
        behaviours=tuple(
            _behaviours(joined, window, rubric, look, phis.behaviours, figures_only=figures_only)
        ),
        relationships=coverage(joined, rubric),
        plans=plans,
        themes=themes(window.sittings, answers, until),
        findings=(),
        connections=connections(window.sittings, focus, plans, answers),
        problems=(
            *problems,
            *future_page_problems(read, today),
            *unknown_focus_problems(joined, rubric),
        ),
    )
    return trends._replace(findings=findings(trends, answers))


def _order(sitting: Sitting) -> tuple[date, int, str]:
    """The sort key: the date, then the file name, with `.10` after `.2`."""
    return sitting.date, len(sitting.stem), sitting.stem


def _focused(window: Window, focus: Focus) -> DatedValues:
    return window.behaviours.get(focus.behaviour, DatedValues()).since(focus.since)


def _apart(read: Sequence[Sitting], rubric: Rubric) -> Iterator[IncomparableVersion]:
    dates: dict[int, list[date]] = {}
    for sitting in read:
        version = sitting.rubric_version
        if version is not None and not rubric.joins(version):
            dates.setdefault(version, []).append(sitting.date)
    for version, days in sorted(dates.items()):
        yield IncomparableVersion(version, len(days), days[0], days[-1])


def judged_at(look: Look | None, behaviour: str | None) -> Judged | None:
    """What that look says of a behaviour, or of the composite for None."""
    if look is None:
        return None
    if behaviour is None:
        return Judged(look, look.composite, look.series.composite)
    return Judged(look, look.behaviours[behaviour], look.series.behaviours[behaviour])


def _behaviours(
    joined: Sequence[Sitting],
    window: Window,
    rubric: Rubric,
    look: Look | None,
    phi: float,
    *,
    figures_only: bool,
) -> Iterator[BehaviourTrend]:
    evidence: dict[str, date] = {}
    for sitting in joined:
        evidence.update(dict.fromkeys(sitting.evidence, sitting.date))
    for behaviour in rubric.behaviours:
        key = behaviour.id
        marks = [combined_mark(s.ratings.get(key)) for s in window.sittings]
        skipped = [
            sitting
            for sitting, mark in zip(window.sittings, marks, strict=True)
            if mark is None and rubric.joins(sitting.rubric_version, key)
        ]
        judged = judged_at(look, key)
        yield BehaviourTrend(
            behaviour=behaviour,
            series=series_of(window.behaviours[key], judged, phi, figures_only=figures_only),
            no_opportunity=marks.count(NO_OPPORTUNITY),
            none_made=marks.count(NONE_MADE),
            skipped=sum(asks_for_rating(s, key) for s in skipped),
            last_evidence=evidence.get(key),
        )
