"""What the program says in a bundle, in the leader's first person, in whichever language."""

from __future__ import annotations

from learnlead.i18n.words import Words
from learnlead.reports.coach_report import focus_statement, in_first_person
from learnlead.reports.findings import finding_text
from learnlead.reports.verdicts.bet import behaviour_named, bet_with_odds
from learnlead.trends.bets import Bet
from learnlead.trends.finding import Finding, FindingKind
from learnlead.trends.focus import Focus
from learnlead.trends.model import Trends

OF_WORDS: frozenset[FindingKind] = frozenset({"theme", "stuck-obstacle"})
"""Findings that quote a word of the leader's texts, which the leader has not ticked."""

OF_PLANS: frozenset[FindingKind] = frozenset({"stuck-plan", "stuck-cue", "plan-kept", "plans-done"})
"""Findings about the outcomes of plans."""

QUOTING_PLANS: frozenset[FindingKind] = frozenset({"stuck-plan", "stuck-cue", "plan-kept"})
"""Those of them that quote the plan that is their subject."""


def focus_line(focus: Focus, trends: Trends, words: Words) -> str:
    """The focus, since when, and how many ratings it has; none of them."""
    name, since = behaviour_named(trends, focus.behaviour), words.full_date(focus.since)
    text = focus_statement(trends, words)
    return words("bundle.since-when", name=name, day=since, text=text)


def finding_line(finding: Finding, trends: Trends, words: Words) -> str:
    """The finding as the leader says it."""
    return in_first_person(finding_text(finding, trends, words), words)


def bet_line(bet: Bet, trends: Trends, words: Words) -> str:
    """The bet with its odds, as the leader says it."""
    name, since = behaviour_named(trends, bet.behaviour), words.full_date(bet.since)
    text = in_first_person(bet_with_odds(bet, trends, words), words)
    return words("bundle.since-when", name=name, day=since, text=text)
