"""Findings: what stands out, in the order in which a coach would raise it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from learnlead.trends.finding import Finding, FindingKind
from learnlead.trends.found_in_coverage import behaviours, silent_relationships, without_example
from learnlead.trends.found_in_plans import plan_kept, plans_done, stuck_obstacle, stuck_plan
from learnlead.trends.found_in_ratings import claims, same_again, steadily_high, unusual_weeks
from learnlead.trends.model import Trends
from learnlead.trends.saying import Said
from learnlead.trends.theme import distinct

_ORDER: tuple[FindingKind, ...] = (
    "stuck-plan",
    "plans-done",
    "stuck-obstacle",
    "plan-kept",
    "unusual-week",
    "silent-relationship",
    "evidence-rich",
    "none-made",
    "always-made",
    "theme",
    "steady-high",
    "no-evidence",
    "no-opportunity",
    "same-again",
)
"""What can be acted on before what is only known; claims go before all of these."""


def findings(trends: Trends, said: Said) -> tuple[Finding, ...]:
    """What stands out, first things first.

    Claims lead: they are rare, and no noise. Then strengths and the rest take turns while there
    are both, one of each kind before the second of any, so that what is read first is neither
    only praise nor only gaps.
    """
    leading = list(claims(trends))
    rest = _one_of_each_first(
        [
            *stuck_plan(trends.plans),
            *plans_done(trends.plans),
            *stuck_obstacle(trends.window.sittings, said),
            *plan_kept(trends.plans),
            *unusual_weeks(trends),
            *silent_relationships(trends),
            *behaviours(trends),
            *without_example(trends),
            *_themes(trends),
            *steadily_high(trends),
            *same_again(trends),
        ],
        None if trends.focus is None else trends.focus.focus.behaviour,
    )
    praised = bool(leading) and leading[-1].strength
    return (*leading, *_in_turns(rest, praised=praised))


def _one_of_each_first(found: Iterable[Finding], focus: str | None) -> list[Finding]:
    by_kind: dict[FindingKind, list[Finding]] = {kind: [] for kind in _ORDER}
    for finding in found:
        by_kind[finding.kind].append(finding)
    placed = [
        (nth, order, finding)
        for order, of_kind in enumerate(by_kind.values())
        for nth, finding in enumerate(sorted(of_kind, key=lambda f: f.subject != focus))
    ]
    return [finding for _, _, finding in sorted(placed, key=lambda place: place[:2])]


def _in_turns(found: Sequence[Finding], *, praised: bool) -> Iterator[Finding]:
    """Strengths and the rest, each in its order; the first to come is what was not there last."""
    strengths = [finding for finding in found if finding.strength]
    others = [finding for finding in found if not finding.strength]
    while strengths and others:
        yield (others if praised else strengths).pop(0)
        praised = not praised
    yield from strengths or others


def _themes(trends: Trends) -> Iterator[Finding]:
    """Words that came up clearly more or less often; only the clearest of several that overlap."""
    for theme in distinct([*trends.themes.rising, *trends.themes.falling]):
        pages = tuple(quote.stem for quote in reversed(theme.quotes))
        yield Finding("theme", theme.term, pages, trends.themes.newest, theme.recent)
