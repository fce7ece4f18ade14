"""Findings in sentences, with their numbers; and themes with quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from learnlead.i18n.words import ENGLISH
from learnlead.reports.document import Extent, Item, Listing
from learnlead.reports.verdicts.words import (
    little_room,
    lost_sentence,
    overall_subject,
    own_subject,
    response_shift,
    size_sentence,
    thirds,
    verdict,
)
from learnlead.reports.words import counted, day, number, short_day
from learnlead.trends.finding import COMPOSITE, Finding, FindingKind
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.plans import PlanItem
from learnlead.trends.series import Series
from learnlead.trends.themes import NEWEST, Theme, Themes, distinct

_PAGES = 4


def finding_text(finding: Finding, trends: Trends) -> str:
    """The finding in sentences, with n and, where there is one, the interval.

    Args:
        finding: one of `trends.findings`.
        trends: the trends of its rubric.
    """
    return _SENTENCES[finding.kind](finding, trends)


def finding_pages(finding: Finding, trends: Trends) -> str:
    """The dates of its newest pages, and how many more there are; empty if it names none."""
    stems = set(finding.pages)
    days = [short_day(page.date) for page in reversed(trends.pages) if page.stem in stems]
    if not finding.pages:
        return ""
    more = f" and {len(days) - _PAGES} more" if len(days) > _PAGES else ""
    return f"{'Page' if len(days) == 1 else 'Pages'}: {', '.join(days[:_PAGES])}{more}."


def _claim(finding: Finding, trends: Trends) -> str:
    words = ENGLISH
    series = _series(finding, trends)
    sentences = [
        verdict(series, _subject(finding, trends), trends, words),
        size_sentence(series, words),
        response_shift(series, words),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _taken_back(finding: Finding, trends: Trends) -> str:
    words = ENGLISH
    subject = _subject(finding, trends)
    return lost_sentence(_series(finding, trends), subject, words) or ""


def _apart_from_rest(finding: Finding, trends: Trends) -> str:
    words = ENGLISH
    side = "above" if finding.kind == "above-the-rest" else "below"
    fell = "-fell" if trends.composite.verdict == "falling" else ""
    look = trends.settled.look
    sittings = words.counted(look.sittings if look else finding.n, "trends.sittings")
    return words(f"verdict.{side}{fell}", name=_name(finding, trends), sittings=sittings)


def _unusual_week(finding: Finding, trends: Trends) -> str:
    signal = next(signal for signal in trends.composite.signals if signal.date == finding.on)
    side, edge = ("above", "up to") if signal.high else ("below", "down to")
    unit = trends.cadence.unit
    return (
        f"An unusual {unit}: {day(signal.date)}, your overall rating {number(signal.value)}, "
        f"{side} the usual range ({edge} {signal.limit:.1f}; {counted(finding.n, 'sitting')}). "
        f"One {unit} is never a trend; what was different?"
    )


def _stuck_plan(finding: Finding, trends: Trends) -> str:
    newest = _plan(finding, trends)
    words = {(plan.cue, plan.action) for plan in trends.plans if plan.id in finding.pages}
    several = len(words) > 1
    what = "Your plans were not done" if several else "This plan was not done"
    hint = "A smaller step or another cue may help more than another try."
    if finding.kind == "stuck-cue":
        what = f"The cue of {'your plans' if several else 'this plan'} never came"
        hint = "A moment that comes every week may serve better."
    last = f"“If {newest.cue}, then I will {newest.action}”"
    return f"{what} {finding.n} times running{', at last' if several else ''}: {last}. {hint}"


def _stuck_obstacle(finding: Finding, _: Trends) -> str:
    return (
        f"The same obstacle comes back: “{finding.subject}”, in {finding.count} of the newest "
        f"{counted(finding.n, 'sitting')}."
    )


def _plans_done(finding: Finding, _: Trends) -> str:
    if finding.n == finding.count:
        return f"The newest {finding.n} plans with an outcome were all done."
    return f"Of the newest {finding.n} plans with an outcome, {finding.count} were done."


def _plan_kept(finding: Finding, trends: Trends) -> str:
    plan = _plan(finding, trends)
    return (
        f"You have kept one plan through {counted(finding.n, 'sitting')}, done or partly done "
        f"{_times(finding.count or 0)}: “If {plan.cue}, then I will {plan.action}”."
    )


def _silent_relationship(finding: Finding, trends: Trends) -> str:
    sentence = next(
        relationship.sentence
        for relationship in trends.relationships
        if relationship.id == finding.subject
    )
    sentence = sentence[0].upper() + sentence[1:]
    since = counted(finding.n, "sitting")
    so_far = "so far" if finding.on is None else f"since {day(finding.on)}"
    names = [b.name for b in trends.rubric.behaviours if b.relationship == finding.subject]
    what = f"“{names[0]}”" if len(names) == 1 else counted(finding.others, "behaviour")
    had = f", and {what} had no opportunity" if finding.others else ""
    return f"“{sentence}” has not come up {so_far}, in {since}{had}."


def _none_made(finding: Finding, trends: Trends) -> str:
    return f"{_name(finding, trends)}: you marked “none made” in {_of(finding)}."


def _always_made(finding: Finding, trends: Trends) -> str:
    return (
        f"{_name(finding, trends)}: you made an opportunity in {_of(finding)}, and marked no "
        "“none made” among them."
    )


def _no_opportunity(finding: Finding, trends: Trends) -> str:
    return (
        f"{_name(finding, trends)}: nothing called for it in {_of(finding)}, so its ratings can "
        "hardly tell anything now."
    )


def _evidence_rich(finding: Finding, trends: Trends) -> str:
    return f"{_name(finding, trends)}: you wrote down an example in {_of(finding)}."


def _no_evidence(finding: Finding, trends: Trends) -> str:
    since = "so far" if finding.on is None else f"since {day(finding.on)}"
    sentence = (
        f"{_name(finding, trends)}: rated, with no example {since} (the newest "
        f"{counted(finding.n, 'sitting')} have none)"
    )
    return (
        f"{sentence}; {counted(finding.others, 'other')} likewise."
        if finding.others
        else f"{sentence}."
    )


def _steady_high(finding: Finding, trends: Trends) -> str:
    series = _series(finding, trends)
    subject = f"your own rating of {_name(finding, trends)}"
    room = "; there is little room left on this scale" if little_room(series) else ""
    sentence = f"{subject[0].upper()}{subject[1:]} is high ({counted(finding.n, 'sitting')}{room})."
    return f"{sentence} {thirds(series) or ''}".rstrip()


def _theme(finding: Finding, trends: Trends) -> str:
    themes = trends.themes
    theme = next(t for t in (*themes.rising, *themes.falling) if t.term == finding.subject)
    how = "more" if theme.score > 0 else "less"
    return (
        f"You write of “{theme.term}” {how} than before: in {theme.recent} of the newest "
        f"{themes.newest} sittings, in {theme.entries - theme.recent} of the {themes.before} "
        "before."
    )


def _same_again(finding: Finding, _: Trends) -> str:
    return (
        f"The newest {counted(finding.n, 'full round')} of ratings are all the same. Perhaps they "
        "are; perhaps the hand was faster than the memory."
    )


_SENTENCES: dict[FindingKind, Callable[[Finding, Trends], str]] = {
    "rising": _claim,
    "falling": _claim,
    "above-the-rest": _apart_from_rest,
    "below-the-rest": _apart_from_rest,
    "taken-back": _taken_back,
    "unusual-week": _unusual_week,
    "stuck-plan": _stuck_plan,
    "stuck-cue": _stuck_plan,
    "stuck-obstacle": _stuck_obstacle,
    "plans-done": _plans_done,
    "plan-kept": _plan_kept,
    "silent-relationship": _silent_relationship,
    "none-made": _none_made,
    "always-made": _always_made,
    "no-opportunity": _no_opportunity,
    "evidence-rich": _evidence_rich,
    "no-evidence": _no_evidence,
    "steady-high": _steady_high,
    "theme": _theme,
    "same-again": _same_again,
}


def _of(finding: Finding) -> str:
    """`4 of the newest 13 sittings`, `each of the newest 13 sittings`."""
    sittings = f"of the newest {counted(finding.n, 'sitting')}"
    return f"each {sittings}" if finding.count == finding.n else f"{finding.count} {sittings}"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def _trend(finding: Finding, trends: Trends) -> BehaviourTrend | None:
    return next(
        (trend for trend in trends.behaviours if trend.behaviour.id == finding.subject), None
    )


def _name(finding: Finding, trends: Trends) -> str:
    behaviour = trends.rubric.behaviour(finding.subject)
    return finding.subject if behaviour is None else behaviour.name


def _series(finding: Finding, trends: Trends) -> Series:
    """The series of the finding."""
    trend = _trend(finding, trends)
    return trends.composite if finding.subject == COMPOSITE or trend is None else trend.series


def _subject(finding: Finding, trends: Trends) -> str:
    """Words for it, in the language of the rubric."""
    words = ENGLISH
    if finding.subject == COMPOSITE:
        return overall_subject(words)
    return own_subject(_name(finding, trends), words)


def _plan(finding: Finding, trends: Trends) -> PlanItem:
    return next(plan for plan in trends.plans if plan.id == finding.subject)


_FIRST, _FIRST_QUOTES, _QUOTES = 3, 1, 3
_IN_SIGHT = 6
"""Themes of a group that are shown without unfolding."""


def themes(trends: Trends, extent: Extent) -> Iterator[Listing]:
    """Themes grouped by rising, falling and steady, each with its newest quotations.

    A first look has a few of each with one quotation; a theme that shares a word with an earlier
    one is left out.
    """
    by_change = trends.themes
    groups = (
        ("More often than before", by_change.rising),
        ("Less often than before", by_change.falling),
        ("Again and again" if by_change.sittings > NEWEST else "So far", by_change.steady),
    )
    most, quotes = (_FIRST, _FIRST_QUOTES) if extent == "first" else (None, _QUOTES)
    for heading, group in groups:
        if group:
            cards = tuple(_card(theme, by_change, quotes) for theme in distinct(group)[:most])
            yield Listing(cards, "cards", heading, _IN_SIGHT, "More words")


def _card(theme: Theme, themes: Themes, most: int) -> Item:
    quotes = tuple((short_day(quote.date), quote.text) for quote in theme.quotes[:most])
    return Item(theme.term, _how_often(theme, themes), quotes=quotes)


def _how_often(theme: Theme, themes: Themes) -> str:
    """`7 of the newest 13 sittings, 2 of the 26 before`."""
    if theme in themes.steady:
        return f"{theme.entries} of {counted(themes.sittings, 'sitting')}"
    return (
        f"{theme.recent} of the newest {themes.newest} sittings, "
        f"{theme.entries - theme.recent} of the {themes.before} before"
    )
