"""Findings in sentences, with their numbers; and themes with quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from learnlead.i18n.words import ENGLISH, Words
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
from learnlead.reports.words import capital
from learnlead.trends.finding import COMPOSITE, Finding, FindingKind
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.plans import PlanItem
from learnlead.trends.series import Series
from learnlead.trends.themes import NEWEST, Theme, Themes, distinct

_PAGES = 4


def finding_text(finding: Finding, trends: Trends, words: Words = ENGLISH) -> str:
    """The finding in sentences, with n and, where there is one, the interval.

    Args:
        finding: one of `trends.findings`.
        trends: the trends of its rubric.
        words: of the reader's language.
    """
    return _SENTENCES[finding.kind](finding, trends, words)


def finding_pages(finding: Finding, trends: Trends, words: Words) -> str:
    """The dates of its newest pages, and how many more there are; empty if it names none."""
    stems = set(finding.pages)
    days = [words.short_date(page.date) for page in reversed(trends.pages) if page.stem in stems]
    if not finding.pages:
        return ""
    shown = ", ".join(days[:_PAGES])
    if len(days) > _PAGES:
        return words("finding.pages-more", days=shown, n=len(days) - _PAGES)
    return words("finding.page" if len(days) == 1 else "finding.pages", days=shown)


def _claim(finding: Finding, trends: Trends, words: Words) -> str:
    series = _series(finding, trends)
    sentences = [
        verdict(series, _subject(finding, trends, words), trends, words),
        size_sentence(series, words),
        response_shift(series, words),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _taken_back(finding: Finding, trends: Trends, words: Words) -> str:
    subject = _subject(finding, trends, words)
    return lost_sentence(_series(finding, trends), subject, words) or ""


def _apart_from_rest(finding: Finding, trends: Trends, words: Words) -> str:
    side = "above" if finding.kind == "above-the-rest" else "below"
    fell = "-fell" if trends.composite.verdict == "falling" else ""
    look = trends.settled.look
    sittings = words.counted(look.sittings if look else finding.n, "trends.sittings")
    return words(f"verdict.{side}{fell}", name=_name(finding, trends), sittings=sittings)


def _unusual_week(finding: Finding, trends: Trends, words: Words) -> str:
    signal = next(signal for signal in trends.composite.signals if signal.date == finding.on)
    return words(
        f"finding.{'above' if signal.high else 'below'}-usual.{trends.cadence.unit}",
        day=words.full_date(signal.date),
        value=words.number(signal.value),
        limit=words.figure(signal.limit),
        sittings=_sittings(finding, words),
    )


def _stuck_plan(finding: Finding, trends: Trends, words: Words) -> str:
    newest = _plan(finding, trends)
    plans = {(plan.cue, plan.action) for plan in trends.plans if plan.id in finding.pages}
    key = f"finding.{finding.kind}{'s' if len(plans) > 1 else ''}"
    return words(key, n=finding.n, cue=newest.cue, action=newest.action)


def _stuck_obstacle(finding: Finding, _: Trends, words: Words) -> str:
    sittings = _sittings(finding, words)
    return words(
        "finding.obstacle", subject=finding.subject, count=finding.count, sittings=sittings
    )


def _plans_done(finding: Finding, _: Trends, words: Words) -> str:
    if finding.n == finding.count:
        return words("finding.plans-all-done", n=finding.n)
    return words("finding.plans-done", n=finding.n, count=finding.count)


def _plan_kept(finding: Finding, trends: Trends, words: Words) -> str:
    plan, n = _plan(finding, trends), finding.count or 0
    times = {1: "finding.once", 2: "finding.twice"}.get(n, "finding.times")
    return words(
        "finding.plan-kept",
        sittings=_sittings(finding, words),
        times=words(times, n=n),
        cue=plan.cue,
        action=plan.action,
    )


def _silent_relationship(finding: Finding, trends: Trends, words: Words) -> str:
    sentence = next(
        relationship.sentence
        for relationship in trends.relationships
        if relationship.id == finding.subject
    )
    names = [b.name for b in trends.rubric.behaviours if b.relationship == finding.subject]
    behaviours = (
        words("finding.behaviour", name=names[0])
        if len(names) == 1
        else words.counted(finding.others, "finding.behaviours")
    )
    return words(
        f"finding.silent{_since(finding)}{'-and' if finding.others else ''}",
        sentence=capital(sentence),
        day=_day(finding, words),
        sittings=_sittings(finding, words),
        behaviours=behaviours,
    )


def _marked_often(finding: Finding, trends: Trends, words: Words) -> str:
    """For a kind of mark, or an example, in many of the newest sittings."""
    name, of = _name(finding, trends), _of(finding, words)
    return words(f"finding.{finding.kind}", name=name, of=of)


def _no_evidence(finding: Finding, trends: Trends, words: Words) -> str:
    return words(
        f"finding.no-evidence{_since(finding)}{'-others' if finding.others else ''}",
        name=_name(finding, trends),
        day=_day(finding, words),
        sittings=_sittings(finding, words),
        others=words.counted(finding.others, "finding.others"),
    )


def _steady_high(finding: Finding, trends: Trends, words: Words) -> str:
    series = _series(finding, trends)
    sentence = words(
        f"finding.steady-high{'-room' if little_room(series) else ''}",
        name=_name(finding, trends),
        sittings=_sittings(finding, words),
    )
    return f"{sentence} {thirds(series, words) or ''}".rstrip()


def _theme(finding: Finding, trends: Trends, words: Words) -> str:
    themes = trends.themes
    theme = next(t for t in (*themes.rising, *themes.falling) if t.term == finding.subject)
    return words(
        f"finding.theme-{'more' if theme.score > 0 else 'less'}",
        term=theme.term,
        recent=theme.recent,
        newest=themes.newest,
        earlier=theme.entries - theme.recent,
        before=themes.before,
    )


def _same_again(finding: Finding, _: Trends, words: Words) -> str:
    return words("finding.same-again", n=finding.n)


_SENTENCES: dict[FindingKind, Callable[[Finding, Trends, Words], str]] = {
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
    "none-made": _marked_often,
    "always-made": _marked_often,
    "no-opportunity": _marked_often,
    "evidence-rich": _marked_often,
    "no-evidence": _no_evidence,
    "steady-high": _steady_high,
    "theme": _theme,
    "same-again": _same_again,
}


def _of(finding: Finding, words: Words) -> str:
    """`4 of the newest 13 sittings`, `each of the newest 13 sittings`."""
    key = "finding.of-each" if finding.count == finding.n else "finding.of"
    return words(key, count=finding.count, sittings=_sittings(finding, words))


def _sittings(finding: Finding, words: Words) -> str:
    return words.counted(finding.n, "trends.sittings")


def _since(finding: Finding) -> str:
    """The end of the key: since a day, or, without one, so far."""
    return "" if finding.on is None else "-since"


def _day(finding: Finding, words: Words) -> str:
    return "" if finding.on is None else words.full_date(finding.on)


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


def _subject(finding: Finding, trends: Trends, words: Words) -> str:
    if finding.subject == COMPOSITE:
        return overall_subject(words)
    return own_subject(_name(finding, trends), words)


def _plan(finding: Finding, trends: Trends) -> PlanItem:
    return next(plan for plan in trends.plans if plan.id == finding.subject)


_FIRST, _FIRST_QUOTES, _QUOTES = 3, 1, 3
_IN_SIGHT = 6
"""Themes of a group that are shown without unfolding."""


def themes(trends: Trends, extent: Extent, words: Words = ENGLISH) -> Iterator[Listing]:
    """Themes grouped by rising, falling and steady, each with its newest quotations.

    A first look has a few of each with one quotation; a theme that shares a word with an earlier
    one is left out.
    """
    by_change = trends.themes
    groups = (
        ("theme.rising", by_change.rising),
        ("theme.falling", by_change.falling),
        ("theme.steady" if by_change.sittings > NEWEST else "theme.so-far", by_change.steady),
    )
    most, quotes = (_FIRST, _FIRST_QUOTES) if extent == "first" else (None, _QUOTES)
    for heading, group in groups:
        if group:
            cards = tuple(
                _card(theme, by_change, quotes, words) for theme in distinct(group)[:most]
            )
            more = words("theme.more")
            yield Listing(cards, "cards", words(heading), _IN_SIGHT, more, words)


def _card(theme: Theme, themes: Themes, most: int, words: Words) -> Item:
    quotes = tuple((words.short_date(quote.date), quote.text) for quote in theme.quotes[:most])
    return Item(theme.term, _how_often(theme, themes, words), quotes=quotes)


def _how_often(theme: Theme, themes: Themes, words: Words) -> str:
    """`7 of the newest 13 sittings, 2 of the 26 before`."""
    if theme in themes.steady:
        sittings = words.counted(themes.sittings, "trends.at-sittings")
        return words("theme.of", n=theme.entries, sittings=sittings)
    return words(
        "theme.how-often",
        recent=theme.recent,
        newest=themes.newest,
        earlier=theme.entries - theme.recent,
        before=themes.before,
    )
