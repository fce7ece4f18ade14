"""The report of a bundle: sections of page one in their order, and those after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Literal

from learnlead.coach.bundle import Content, Manifest, SentFinding, SentPlan, Terms
from learnlead.coach.changes import Week, plans_apart, weeks_of
from learnlead.coach.review import NOT_LOOKED_AT
from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.bundle.ratings import items_listing, rating_blocks
from learnlead.reports.bundle.weeks import (
    changes_listing,
    letters_in,
    paragraphs,
    plan_items,
    plan_words,
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
from learnlead.reports.words import within
from learnlead.sitting.kinds import BET, Kind
from learnlead.trends.model import Trends


def focus_statement(trends: Trends, words: Words) -> str:
    """A statement on the focus that shows none of its ratings, and no bet: that is a line apart."""
    n = 0 if trends.focus is None else trends.focus.series.n
    return words.counted(n, "bundle.rated-so-far")


_OUTSIDE_QUOTES = r"(?=[^“”„]*(?:(?:“[^”]*”|„[^“]*“)[^“”„]*)*\Z)"
"""What follows is no part of a quotation."""


def in_first_person(text: str, words: Words) -> str:
    """A statement to the leader as the leader says it: `your` reads `my`, but in no quotation."""
    mine = dict(line.split(" = ") for line in words.lines("bundle.first-person"))

    def as_mine(match: re.Match[str]) -> str:
        word = mine[match[0].lower()]
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    yours = "|".join(map(re.escape, mine))
    return re.sub(rf"\b({yours})\b{_OUTSIDE_QUOTES}", as_mine, text, flags=re.IGNORECASE)


def plan_sentence(plan: SentPlan, words: Words) -> str:
    """`If a report asks, then I will wait: done`."""
    return f"{plan_words(plan, words)}: {sent_state(plan, words)}"


def terms_sentence(terms: Terms, words: Words = ENGLISH) -> str:
    """Recipient, last day, and who must not see it, as a sentence."""
    whom = terms.recipient
    parts = [words("terms.for", whom=whom) if whom else words("terms.for-anyone")]
    if terms.until:
        parts.append(words("terms.until", day=words.full_date(terms.until)))
    if terms.not_for:
        who_not = (words("terms.not-for", who=who) for who in terms.not_for)
        parts.append(
            reduce(lambda left, right: words("terms.and", left=left, right=right), who_not)
        )
    return words("terms.sentence", terms=", ".join(parts))


_LAST_TIME = frozenset({"stuck-plan", "stuck-cue", "plans-done", "plan-kept"})

_FINDINGS, _LETTERS = 3, 1000
"""Limits of page one: findings of a kind, and letters of the weeks on it."""

Voice = Literal["own", "theirs"]
"""In the leader's first person, or in the third person for a review."""


def coach_report(parts: Sequence[tuple[Manifest, Content]], words: Words = ENGLISH) -> Document:
    """The report of a bundle, from its manifest and content alone.

    Args:
        parts: a rubric each, with the selected lines; the hashes of a manifest are not used, since
            the report is made before them.
        words: of the leader's language.
    """
    terms = terms_sentence(parts[0][0].terms, words)
    return Document(
        [_article(*part, terms, words, named=not number) for number, part in enumerate(parts)],
        kicker=terms,
        footer=words("bundle.footer"),
        language=words.language,
    )


def _article(
    manifest: Manifest, content: Content, terms: str, words: Words, *, named: bool
) -> Article:
    leader = manifest.leader.name if named else None
    first, more = report_body(manifest, content, "own", words)
    sittings = sittings_words(manifest, content, words)
    alone = words("bundle.lede-alone", sittings=sittings)
    lede = lede_of(manifest, content, words) if leader else alone
    return Article(leader or manifest.rubric.title, lede, first, terms, more)


def lede_of(manifest: Manifest, content: Content, words: Words) -> str:
    """The rubric, the number of sittings, and the period."""
    sittings = sittings_words(manifest, content, words)
    return words("bundle.lede", title=manifest.rubric.title, sittings=sittings)


def report_body(
    manifest: Manifest,
    content: Content,
    voice: Voice,
    words: Words,
    *,
    questions: Sequence[Item] = (),
    weeks_at_most: int | None = None,
    brief: bool = False,
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The sections of the first page, and those after it.

    The leader's wish comes first, the certainty of all statements last.

    Args:
        manifest: of the bundle.
        content: the selected lines.
        voice: headings in the first or third person.
        words: of the reader's language.
        questions: that the coach could ask.
        weeks_at_most: on the first page; by default as many as fit on a sheet of paper.
        brief: whether what takes long to find or to read is left out: repeats, and what was asked.
    """
    since = words("bundle.lately")
    if manifest.since:
        since = words("bundle.since", day=words.full_date(manifest.since))
    apart = plans_apart(content)
    waiting = [plan for plan in apart if _waits(plan)]
    weeks = weeks_of(content)
    shown = weeks_at_most or _fitting(weeks, words)
    tried = _texts(f for f in content.findings if f.kind in _LAST_TIME)[:_FINDINGS]
    strengths = _texts(f for f in content.findings if f.strength and f.kind not in _LAST_TIME)
    strengths = strengths[:_FINDINGS]
    gaps = _texts(f for f in content.findings if f.kind in NOT_LOOKED_AT)[:_FINDINGS]
    bets = _texts(f for f in content.findings if f.kind == BET)
    themes = _texts(f for f in content.findings if f.kind == "theme")
    elsewhere = (*tried, *strengths, *gaps, *bets, *themes)
    also = (item for item in _texts(content.findings) if item not in elsewhere)
    want = (Paragraph(text, "want") for text in paragraphs(content.want or ""))
    sure = f"{words(f'{voice}.ratings')} {words('bundle.certainty')}"
    certainty = (Paragraph(sure), *_left_out(manifest, voice, words))
    of_weeks = [week_section(week, words) for week in weeks]
    first: tuple[Block, ...] = (
        *section(words(f"{voice}.want"), *want, role="keep"),
        *_focus(content, words),
        *section(words(f"{voice}.bets"), Listing(bets), role="keep"),
        *section(words("bundle.kind.notice"), *_notices(content)),
        *section(since, Listing(tried), Listing(plan_items(waiting, words), "plans")),
        *section(words("bundle.questions"), Listing(tuple(questions)), role="keep"),
        *section(words(f"{voice}.weeks"), *of_weeks[:shown]),
        *section(words("bundle.strengths"), Listing(strengths), role="keep"),
        *section(words("bundle.not-looked-at"), Listing(gaps), role="keep"),
        *section(words("bundle.how-sure"), *certainty, role="reading"),
    )
    settled = [plan for plan in apart if not _waits(plan)]
    more = (
        *section(
            words("bundle.repeats"),
            Listing(themes),
            None if brief else repeats_listing(content, words),
        ),
        *section(words(f"{voice}.before"), *said_before_quotes(content, words)),
        *section(words("bundle.changes"), changes_listing(content, words)),
        *section(words("bundle.also"), Listing(tuple(also))),
        *section(words("bundle.earlier"), *of_weeks[shown:]),
        *section(words("bundle.plans"), Listing(plan_items(settled, words), "plans")),
        *section(words("bundle.ratings"), *rating_blocks(content, words)),
        *section(words("bundle.asked"), None if brief else items_listing(content, words)),
    )
    return first, more


def _waits(plan: SentPlan) -> bool:
    return plan.outcome is None and not plan.carried_on


def _focus(content: Content, words: Words) -> Iterator[Focus]:
    if focus := content.focus:
        notice = words("bundle.notice", notice=focus.notice) if focus.notice else ""
        since, statement = words.full_date(focus.since), Paragraph(focus.statement)
        yield Focus(words("bundle.focus"), focus.name, since, notice, (statement,), words)


def _notices(content: Content) -> Iterator[Quote]:
    """What others would notice, where it left without the focus."""
    for passage in content.passages:
        if passage.kind == "notice":
            yield Quote("", paragraphs(passage.text))


def sittings_words(manifest: Manifest, content: Content, words: Words = ENGLISH) -> str:
    """`3 sittings, 6 to 30 November 2026`, and the one relationship if it is limited to one."""
    first, last = manifest.period.first, manifest.period.last
    sittings = words.counted(content.sittings, "bundle.sittings")
    if first and last:
        sittings = words("bundle.sittings-of", sittings=sittings, span=words.span(first, last))
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return words("bundle.sittings-only", sittings=sittings, about=about) if about else sittings


def _texts(findings: Iterable[SentFinding]) -> tuple[Item, ...]:
    return tuple(Item(finding.text) for finding in findings)


def _fitting(weeks: Sequence[Week], words: Words) -> int:
    """How many weeks fit on page one; at least one, however long it is."""
    letters_left = _LETTERS
    for number, week in enumerate(weeks):
        letters_left -= letters_in(week, words)
        if letters_left < 0:
            return max(number, 1)
    return len(weeks)


def left_out_words(manifest: Manifest, words: Words = ENGLISH) -> str:
    """`moments (2), ratings (1)`: numbers of lines that are not in the bundle, by kind."""
    return ", ".join(
        words("bundle.left-out", kind=kind_within(kind.kind, words), n=kind.lines)
        for kind in manifest.left_out
    )


def kind_within(kind: Kind, words: Words) -> str:
    """The heading of a kind within a sentence."""
    return within(words(f"bundle.kind.{kind}"), words)


def _left_out(manifest: Manifest, voice: Voice, words: Words) -> list[Block]:
    kinds = left_out_words(manifest, words)
    return [Paragraph(words(f"{voice}.left-out", kinds=kinds))] if kinds else []
