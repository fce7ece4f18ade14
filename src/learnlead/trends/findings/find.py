"""All findings about trends, from ratings, evidence, relationships, plans and themes, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from learnlead.page.facts import Sitting
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE, Outcome
from learnlead.trends.dated import Absence, combined_mark, ratings_of
from learnlead.trends.finding import Finding, FindingKind
from learnlead.trends.findings.ratings import (
    RUN_LENGTH,
    claims,
    same_again,
    steadily_high,
    unusual_weeks,
)
from learnlead.trends.model import Trends
from learnlead.trends.plans import PlanItem
from learnlead.trends.terms import terms_in
from learnlead.trends.themes import NEWEST, AnswersByPage, distinct

HALF_A_YEAR = 26
"""The sittings without evidence from which there is a finding."""

_TWO_THIRDS = 2 / 3
_MIN_SITTINGS = 6
"""The sittings that a share of them needs at least."""


def behaviours(trends: Trends, answers: AnswersByPage) -> Iterator[Finding]:
    """Findings about absences and evidence of each behaviour in the newest sittings."""
    newest = trends.window.sittings[-NEWEST:]
    most = max(_MIN_SITTINGS, _TWO_THIRDS * len(newest))
    for trend in trends.behaviours:
        key = trend.behaviour.id
        rated = _rated(newest, key)
        none_made = _marked(newest, key, NONE_MADE)
        no_opportunity = _marked(newest, key, NO_OPPORTUNITY)
        with_example = _with_new_example(newest, key, answers)
        n = len(newest)
        if len(none_made) >= RUN_LENGTH:
            yield Finding("none-made", key, none_made, n, len(none_made))
        if trend.none_made >= RUN_LENGTH and not none_made and len(rated) >= most:
            yield Finding("always-made", key, rated, n, len(rated))
        if len(no_opportunity) >= most:
            yield Finding("no-opportunity", key, no_opportunity, n, len(no_opportunity))
        if len(with_example) >= most:
            yield Finding("evidence-rich", key, with_example, n, len(with_example))


def without_example(trends: Trends) -> Iterator[Finding]:
    """The mostly rated behaviour that is longest without evidence, for 26 sittings or more.

    One finding with the number of others, since most sittings ask for evidence of the focus alone.
    """
    lately = trends.window.sittings[-HALF_A_YEAR:]
    if len(lately) < HALF_A_YEAR:
        return
    shown = {behaviour for sitting in lately for behaviour in sitting.evidence}
    candidates = []
    for trend in trends.behaviours:
        key = trend.behaviour.id
        rated = _rated(lately, key)
        if key not in shown and len(rated) >= _TWO_THIRDS * HALF_A_YEAR:
            candidates.append(
                Finding("no-evidence", key, rated, HALF_A_YEAR, on=trend.last_evidence)
            )
    if candidates:
        longest = min(candidates, key=lambda finding: finding.on or date.min)
        yield replace(longest, others=len(candidates) - 1)


def _with_new_example(
    sittings: Sequence[Sitting], behaviour: str, answers: AnswersByPage
) -> tuple[str, ...]:
    """The sittings with evidence that is no earlier one's, word for word; unread ones count."""
    examples: dict[str, str] = {}
    for sitting in sittings:
        if behaviour in sitting.evidence:
            texts = [
                answer.text.casefold()
                for answer in answers.get(sitting.stem, ())
                if answer.kind == "evidence" and answer.behaviour == behaviour
            ]
            examples.setdefault(" ".join(" ".join(texts).split()) or sitting.stem, sitting.stem)
    return tuple(examples.values())


def told_once(
    relationships: Sequence[Finding], rest: Sequence[Finding], rubric: Rubric
) -> list[Finding]:
    """The findings; what had no opportunity because its relationship was silent is told with it."""
    silent = {finding.subject for finding in relationships}
    belonging = {
        finding.subject: relationship
        for finding in rest
        if finding.kind == "no-opportunity"
        and (behaviour := rubric.behaviour(finding.subject)) is not None
        and (relationship := behaviour.relationship) in silent
    }
    return [
        *(
            replace(finding, others=list(belonging.values()).count(finding.subject))
            for finding in relationships
        ),
        *(
            finding
            for finding in rest
            if finding.kind != "no-opportunity" or finding.subject not in belonging
        ),
    ]


def silent_relationships(trends: Trends) -> Iterator[Finding]:
    """Relationships that were not live in the last 13 sittings or more, the longest silent first.

    Sittings that do not say which ones were live are left out.
    """
    saying = [sitting for sitting in trends.pages if sitting.live is not None]
    silent = []
    for relationship in trends.relationships:
        live = [number for number, s in enumerate(saying) if relationship.id in (s.live or ())]
        since = len(saying) - (live[-1] + 1 if live else 0)
        if since >= NEWEST:
            pages = (saying[live[-1]].stem,) if live else ()
            last = saying[live[-1]].date if live else None
            silent.append(Finding("silent-relationship", relationship.id, pages, since, on=last))
    yield from sorted(silent, key=lambda finding: -finding.n)


def _rated(sittings: Sequence[Sitting], behaviour: str) -> tuple[str, ...]:
    return tuple(sitting.stem for sitting in sittings if ratings_of(sitting, [behaviour]))


def _marked(sittings: Sequence[Sitting], behaviour: str, absence: Absence) -> tuple[str, ...]:
    return tuple(s.stem for s in sittings if combined_mark(s.ratings.get(behaviour)) == absence)


_MIN_KEPT = 4


def stuck_plan(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plans with an outcome, if three or more running were not done, or had no cue."""
    decided = [plan for plan in reversed(plans) if plan.outcome is not None]
    kinds: tuple[tuple[FindingKind, Outcome], ...] = (
        ("stuck-plan", "not-done"),
        ("stuck-cue", "cue-never-came"),
    )
    for kind, outcome in kinds:
        other = next((n for n, p in enumerate(decided) if p.outcome != outcome), len(decided))
        running = decided[:other]
        if len(running) >= RUN_LENGTH:
            pages = tuple(plan.id for plan in reversed(running))
            yield Finding(kind, running[0].id, pages, len(running))


def plans_done(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plans with an outcome, if at least two thirds of them were done."""
    decided = [plan for plan in plans if plan.outcome is not None][-NEWEST:]
    done = [plan for plan in decided if plan.outcome == "done"]
    if len(done) >= max(RUN_LENGTH, _TWO_THIRDS * len(decided)):
        pages = tuple(plan.id for plan in done)
        yield Finding("plans-done", done[-1].id, pages, len(decided), len(done))


def plan_kept(plans: Sequence[PlanItem]) -> Iterator[Finding]:
    """The newest plan, if it was kept over four sittings or more and done in some."""
    newest = plans[-1] if plans else None
    if newest is None or not newest.kept:
        return
    words = (newest.cue, newest.action)
    same = list(takewhile(lambda plan: (plan.cue, plan.action) == words, reversed(plans)))
    done = [plan for plan in same if plan.outcome in ("done", "partly")]
    if len(same) >= _MIN_KEPT and done:
        pages = tuple(plan.id for plan in reversed(same))
        yield Finding("plan-kept", newest.id, pages, len(same), len(done))


def stuck_obstacle(sittings: Sequence[Sitting], answers: AnswersByPage) -> Iterator[Finding]:
    """The term that occurs in most obstacles of the newest sittings, if in three or more.

    Ties go to a pair of words, then to the latest.
    """
    newest = sittings[-NEWEST:]
    places: dict[str, list[str]] = {}
    for sitting in newest:
        obstacles = [
            answer.text for answer in answers.get(sitting.stem, ()) if answer.kind == "obstacle"
        ]
        for term in dict.fromkeys(term for text in obstacles for term in terms_in(text)):
            places.setdefault(term, []).append(sitting.stem)
    terms = [term for term, pages in places.items() if len(pages) >= RUN_LENGTH]
    if terms:
        most = max(terms, key=lambda t: (len(places[t]), " " in t, places[t][-1], t))
        pages = tuple(places[most])
        yield Finding("stuck-obstacle", most, pages, len(newest), len(pages))


_ORDER: tuple[FindingKind, ...] = (
    "stuck-plan",
    "stuck-cue",
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
"""The order of kinds: what can be acted on comes first. Claims precede all of these."""


def findings(trends: Trends, answers: AnswersByPage) -> tuple[Finding, ...]:
    """All findings, most important first.

    Claims come first. Then strengths and other findings alternate while there are both, one of
    each kind before a second of any, so that the first ones are neither all praise nor all gaps.
    """
    leading = list(claims(trends))
    rest = _one_of_each_kind_first(
        [
            *stuck_plan(trends.plans),
            *plans_done(trends.plans),
            *stuck_obstacle(trends.settled_sittings, answers),
            *plan_kept(trends.plans),
            *unusual_weeks(trends),
            *told_once(
                list(silent_relationships(trends)),
                list(behaviours(trends, answers)),
                trends.rubric,
            ),
            *without_example(trends),
            *_themes(trends),
            *steadily_high(trends),
            *same_again(trends),
        ],
        None if trends.focus is None else trends.focus.focus.behaviour,
    )
    praised = bool(leading) and leading[-1].strength
    return (*leading, *_alternating(rest, praised=praised))


def _one_of_each_kind_first(unordered: Iterable[Finding], focus: str | None) -> list[Finding]:
    by_kind: dict[FindingKind, list[Finding]] = {kind: [] for kind in _ORDER}
    for finding in unordered:
        by_kind[finding.kind].append(finding)
    placed = [
        (nth, order, finding)
        for order, of_kind in enumerate(by_kind.values())
        for nth, finding in enumerate(sorted(of_kind, key=lambda f: f.subject != focus))
    ]
    return [finding for _, _, finding in sorted(placed, key=lambda place: place[:2])]


def _alternating(ordered: Sequence[Finding], *, praised: bool) -> Iterator[Finding]:
    """Strengths and other findings in turns; `praised` says that a strength came last."""
    strengths = [finding for finding in ordered if finding.strength]
    rest = [finding for finding in ordered if not finding.strength]
    while strengths and rest:
        yield (rest if praised else strengths).pop(0)
        praised = not praised
    yield from strengths or rest


def _themes(trends: Trends) -> Iterator[Finding]:
    """Themes that rise or fall; of overlapping ones only the clearest."""
    for theme in distinct([*trends.themes.rising, *trends.themes.falling]):
        pages = tuple(quote.stem for quote in reversed(theme.quotes))
        yield Finding("theme", theme.term, pages, trends.themes.newest, theme.recent)
