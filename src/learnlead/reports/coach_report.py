"""The report of a bundle: sections of page one in their order, and those after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from learnlead.coach.bundle import Content, Manifest, SentFinding, SentPlan, Terms
from learnlead.coach.changes import Week, plans_apart, weeks_of
from learnlead.coach.review import NOT_LOOKED_AT
from learnlead.coach.selection import KIND_WORDS
from learnlead.reports.bundle.ratings import items_listing, rating_blocks
from learnlead.reports.bundle.weeks import (
    changes_listing,
    letters_in,
    paragraphs,
    plan_items,
    repeats_listing,
    said_before_quotes,
    sent_state,
    week_section,
)
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Focus,
    Item,
    Listing,
    Paragraph,
    Quote,
    Section,
    section,
)
from learnlead.reports.words import counted, day, span
from learnlead.sitting.kinds import BET
from learnlead.trends.model import Trends

FREE_TEXT = (
    "Free text may still tell who is meant: a place, a date or an event can be enough. Replaced "
    "are the names that stood behind With: and those that you hid, no others."
)
"""The limit of replacing names, stated wherever free text is exported."""


def focus_statement(trends: Trends) -> str:
    """A statement on the focus that shows none of its ratings, and no bet: that is a line apart."""
    n = 0 if trends.focus is None else trends.focus.series.n
    return f"{counted(n, 'rating')} so far."


_MINE = {"yours": "mine", "your": "my", "yourself": "myself", "you are": "I am", "you": "I"}
_YOURS = re.compile(
    r"\b(yours|yourself|your|you are|you)\b(?=[^“”]*(?:“[^”]*”[^“”]*)*\Z)", re.IGNORECASE
)


def in_first_person(text: str) -> str:
    """A statement to the leader as the leader says it: `your` reads `my`, but in no quotation."""

    def mine(match: re.Match[str]) -> str:
        word = _MINE[match[0].lower()]
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    return _YOURS.sub(mine, text)


def plan_sentence(plan: SentPlan) -> str:
    """`If a report asks, then I will wait: done`."""
    return f"If {plan.cue}, then I will {plan.action}: {sent_state(plan)}"


def terms_sentence(terms: Terms) -> str:
    """Recipient, last day, and who must not see it, as a sentence."""
    parts = [f"For {terms.recipient}" if terms.recipient else "For whoever is given it"]
    if terms.until:
        parts.append(f"until {day(terms.until)}, then to be deleted")
    if terms.not_for:
        parts.append(" and ".join(f"not for the {who}" for who in terms.not_for))
    return f"{', '.join(parts)}."


_LAST_TIME = frozenset({"stuck-plan", "stuck-cue", "plans-done", "plan-kept"})

_FINDINGS, _LETTERS = 3, 1000
"""Limits of page one: findings of a kind, and letters of the weeks on it."""

_CERTAINTY = (
    "A rise or a fall is claimed at certain sittings only, so that of 100 journals without a trend "
    "at most 8 would show any in a year; no trend detected is not no change."
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Headings in the leader's first person, or in the third person for a review."""

    want: str
    weeks: str
    before: str
    bets: str
    ratings: str
    left_out: str


OWN = Voice(
    want="What I want from this conversation",
    weeks="Week by week, in my words",
    before="What I said about it last time",
    bets="What I bet on my focus",
    ratings="All ratings are my own.",
    left_out="I left out",
)


def coach_report(manifest: Manifest, content: Content) -> Document:
    """The report of a bundle, from its manifest and content alone.

    Args:
        manifest: its hashes are not used, since the report is made before them.
        content: the selected lines.
    """
    leader, terms = manifest.leader.name, terms_sentence(manifest.terms)
    first, more = report_body(manifest, content, OWN)
    lede = lede_of(manifest, content) if leader else f"{sittings_words(manifest, content)}."
    return Document(
        [Article(leader or manifest.rubric.title, lede, first, terms, more)],
        kicker=terms,
        footer="Made by learnlead from what I ticked, line by line. Names are replaced; free text "
        "may still tell who is meant.",
    )


def lede_of(manifest: Manifest, content: Content) -> str:
    """The rubric, the number of sittings, and the period."""
    return f"{manifest.rubric.title}. {sittings_words(manifest, content)}."


EARLIER = "Earlier weeks"
RATINGS = "Ratings"
OTHER_PLANS = "Further plans"


def report_body(
    manifest: Manifest,
    content: Content,
    voice: Voice,
    questions: Sequence[Item] = (),
    weeks_at_most: int | None = None,
    *,
    brief: bool = False,
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The sections of the first page, and those after it.

    The leader's wish comes first, the certainty of all statements last.

    Args:
        manifest: of the bundle.
        content: the selected lines.
        voice: headings in the first or third person.
        questions: that the coach could ask.
        weeks_at_most: on the first page; by default as many as fit on a sheet of paper.
        brief: whether what takes long to find or to read is left out: repeats, and what was asked.
    """
    since = f"Since last time, {day(manifest.since)}" if manifest.since else "Lately"
    apart = plans_apart(content)
    waiting = [plan for plan in apart if _waits(plan)]
    weeks = weeks_of(content)
    shown = weeks_at_most or _fitting(weeks)
    tried = _texts(f for f in content.findings if f.kind in _LAST_TIME)[:_FINDINGS]
    strengths = _texts(f for f in content.findings if f.strength and f.kind not in _LAST_TIME)
    strengths = strengths[:_FINDINGS]
    gaps = _texts(f for f in content.findings if f.kind in NOT_LOOKED_AT)[:_FINDINGS]
    bets = _texts(f for f in content.findings if f.kind == BET)
    themes = _texts(f for f in content.findings if f.kind == "theme")
    elsewhere = (*tried, *strengths, *gaps, *bets, *themes)
    also = (item for item in _texts(content.findings) if item not in elsewhere)
    want = (Paragraph(text, "want") for text in paragraphs(content.want or ""))
    certainty = (Paragraph(f"{voice.ratings} {_CERTAINTY}"), *_left_out(manifest, voice))
    first: tuple[Block, ...] = (
        *section(voice.want, *want, role="keep"),
        *_focus(content),
        *section(voice.bets, Listing(bets), role="keep"),
        *section(KIND_WORDS["notice"], *_notices(content)),
        *section(since, Listing(tried), Listing(plan_items(waiting), "plans")),
        *section("Questions you could ask", Listing(tuple(questions)), role="keep"),
        *section(voice.weeks, *map(week_section, weeks[:shown])),
        *section("Strengths", Listing(strengths), role="keep"),
        *section("Not looked at", Listing(gaps), role="keep"),
        *section("How sure this is", *certainty, role="reading"),
    )
    settled = [plan for plan in apart if not _waits(plan)]
    more = (
        *section("What repeats", Listing(themes), None if brief else repeats_listing(content)),
        *section(voice.before, *said_before_quotes(content)),
        *section("Changes without an example", changes_listing(content)),
        *section("Also found", Listing(tuple(also))),
        *section(EARLIER, *map(week_section, weeks[shown:])),
        *section(OTHER_PLANS, Listing(plan_items(settled), "plans")),
        *section(RATINGS, *rating_blocks(content)),
        *section("What was asked", None if brief else items_listing(content)),
    )
    return first, more


def _waits(plan: SentPlan) -> bool:
    return plan.outcome is None and not plan.carried_on


def _focus(content: Content) -> Iterator[Focus]:
    if focus := content.focus:
        notice = f"Someone else would notice: {focus.notice}" if focus.notice else ""
        statement = Paragraph(focus.statement)
        yield Focus("Focus", focus.name, day(focus.since), notice, (statement,))


def _notices(content: Content) -> Iterator[Quote]:
    """What others would notice, where it left without the focus."""
    for passage in content.passages:
        if passage.kind == "notice":
            yield Quote("", paragraphs(passage.text))


def sittings_words(manifest: Manifest, content: Content) -> str:
    """`3 sittings, 6 to 30 November 2026`, and the one relationship if it is limited to one."""
    first, last = manifest.period.first, manifest.period.last
    when = f", {span(first, last)}" if first and last else ""
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return f"{counted(content.sittings, 'sitting')}{when}{f'; only: {about}' if about else ''}"


def _texts(findings: Iterable[SentFinding]) -> tuple[Item, ...]:
    return tuple(Item(finding.text) for finding in findings)


def _fitting(weeks: Sequence[Week]) -> int:
    """How many weeks fit on page one; at least one, however long it is."""
    letters_left = _LETTERS
    for number, week in enumerate(weeks):
        letters_left -= letters_in(week)
        if letters_left < 0:
            return max(number, 1)
    return len(weeks)


def left_out_words(manifest: Manifest) -> str:
    """`moments (2), ratings (1)`: numbers of lines that are not in the bundle, by kind."""
    return ", ".join(
        f"{KIND_WORDS[kind.kind].lower()} ({kind.lines})" for kind in manifest.left_out
    )


def _left_out(manifest: Manifest, voice: Voice) -> list[Block]:
    words = left_out_words(manifest)
    return [Paragraph(f"{voice.left_out}: {words}.")] if words else []
