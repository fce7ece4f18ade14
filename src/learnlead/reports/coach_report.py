"""The report of a bundle: sections of page one in their order, and those after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from learnlead.coach.bundle import Content, Manifest, Passage, SentFinding, SentPlan, Terms
from learnlead.coach.review import NOT_LOOKED_AT
from learnlead.coach.selection import KIND_WORDS
from learnlead.reports.document import (
    Article,
    Block,
    Column,
    Document,
    Focus,
    Item,
    Listing,
    Paragraph,
    Quote,
    Section,
    Table,
    section,
)
from learnlead.reports.plans import plan_state, plan_words, plans_by_words
from learnlead.reports.words import counted, day, short_day, span, thirds, verdict
from learnlead.trends.series import Series
from learnlead.trends.verdict import FIRST_LOOK

FREE_TEXT = (
    "Free text may still tell who is meant: a place, a date or an event can be enough. Replaced "
    "are the names that stood behind With: and those that you hid, no others."
)
"""The limit of replacing names, stated wherever free text is exported."""


def focus_statement(series: Series, name: str) -> str:
    """A statement on the focus that shows none of its ratings."""
    if series.verdict == "values-only":
        missing = FIRST_LOOK - series.n
        return f"{counted(series.n, 'rating')} so far; {missing} more until a first look."
    sentences = [verdict(series, f"your own rating of {name}", lead="The journal"), thirds(series)]
    return " ".join(sentence for sentence in sentences if sentence)


def plan_sentence(plan: SentPlan) -> str:
    """`If a report asks, then I will wait: done`."""
    return f"If {plan.cue}, then I will {plan.action}: {sent_state(plan)}"


def sent_state(plan: SentPlan) -> str:
    """The outcome of a plan in a bundle, in words."""
    return plan_state(plan.outcome, plan.due, is_open=not plan.carried_on) or "carried on"


def terms_sentence(terms: Terms) -> str:
    """Recipient, last day, and who must not see it, as a sentence."""
    parts = [f"For {terms.recipient}" if terms.recipient else "For whoever is given it"]
    if terms.until:
        parts.append(f"until {day(terms.until)}, then to be deleted")
    if terms.not_for:
        parts.append(" and ".join(f"not for the {who}" for who in terms.not_for))
    return f"{', '.join(parts)}."


_LAST_TIME = frozenset({"stuck-plan", "plans-done", "plan-kept"})

_PLANS, _FINDINGS, _PASSAGES, _LETTERS = 3, 3, 5, 800
"""Limits of page one: plans, findings of a kind, passages, and letters of the passages."""

CERTAINTY = (
    "All ratings are the leader's own, and “you” is the leader. A rise or a fall is claimed only "
    "where at most 8 of 100 journals without a trend would show any; no trend detected is not no "
    "change."
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Headings in the leader's first person, or in the third person for a review."""

    want: str
    words: str


OWN = Voice("What I want from this conversation", "In my words")


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
        footer="Made by learnlead from what the leader ticked, line by line. Names are replaced; "
        "free text may still tell who is meant.",
    )


def lede_of(manifest: Manifest, content: Content) -> str:
    """The rubric, the number of sittings, and the period."""
    return f"{manifest.rubric.title}. {sittings_words(manifest, content)}."


def report_body(
    manifest: Manifest,
    content: Content,
    voice: Voice,
    questions: Sequence[Item] = (),
    passages_at_most: int | None = None,
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The sections of the first page, and those after it.

    The leader's wish comes first, the certainty of all statements last.

    Args:
        manifest: of the bundle.
        content: the selected lines.
        voice: headings in the first or third person.
        questions: that the coach could ask.
        passages_at_most: on the first page; by default as many as fit on a sheet of paper.
    """
    since = f"Since last time, {day(manifest.since)}" if manifest.since else "Lately"
    plans = _plans(content.plans)
    first_plans = _plans(
        p for p in content.plans if manifest.since is None or p.date >= manifest.since
    )[:_PLANS]
    passages = _passages(content)
    shown = passages_at_most or _fitting(passages)
    tried = _texts(f for f in content.findings if f.kind in _LAST_TIME)[:_FINDINGS]
    strengths = _texts(f for f in content.findings if f.strength and f.kind not in _LAST_TIME)
    strengths = strengths[:_FINDINGS]
    gaps = _texts(f for f in content.findings if f.kind in NOT_LOOKED_AT)[:_FINDINGS]
    also = (item for item in _texts(content.findings) if item not in (*tried, *strengths, *gaps))
    want = (Paragraph(text, "want") for text in _paragraphs(content.want or ""))
    certainty = (Paragraph(CERTAINTY), *_left_out(manifest))
    first: tuple[Block, ...] = (
        *section(voice.want, *want, role="keep"),
        *_focus(content),
        *section(since, Listing(first_plans, "plans"), Listing(tried)),
        *section("Questions you could ask", Listing(tuple(questions)), role="keep"),
        *section(voice.words, *passages[:shown]),
        *section("Strengths", Listing(strengths), role="keep"),
        *section("Not looked at", Listing(gaps), role="keep"),
        *section("How sure this is", *certainty, role="reading"),
    )
    remaining = tuple(plan for plan in plans if plan not in first_plans)
    more = (
        *section("Also found", Listing(tuple(also))),
        *section("Further passages", *passages[shown:]),
        *section("Further plans", Listing(remaining, "plans")),
        *section("Ratings", _ratings(content)),
    )
    return first, more


def _focus(content: Content) -> Iterator[Focus]:
    if focus := content.focus:
        notice = f"Someone else would notice: {focus.notice}" if focus.notice else ""
        statement = Paragraph(focus.statement)
        yield Focus("Focus", focus.name, day(focus.since), notice, (statement,))


def sittings_words(manifest: Manifest, content: Content) -> str:
    """`3 sittings, 6 to 30 November 2026`, and the one relationship if it is limited to one."""
    first, last = manifest.period.first, manifest.period.last
    when = f", {span(first, last)}" if first and last else ""
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return f"{counted(content.sittings, 'sitting')}{when}{f'; only: {about}' if about else ''}"


def _texts(findings: Iterable[SentFinding]) -> tuple[Item, ...]:
    return tuple(Item(finding.text) for finding in findings)


def _plans(plans: Iterable[SentPlan]) -> tuple[Item, ...]:
    """Plans with the same words as one item, newest outcome first."""
    newest = sorted(plans, key=lambda plan: plan.date, reverse=True)
    return tuple(
        Item(
            plan_words(*words),
            "; ".join(f"{short_day(plan.date)}: {sent_state(plan)}" for plan in same),
        )
        for words, same in plans_by_words(newest).items()
    )


def _passages(content: Content) -> tuple[Quote, ...]:
    """Newest first; those of one day in the order of the sitting."""
    newest = sorted(content.passages, key=lambda passage: passage.date, reverse=True)
    return tuple(Quote(_about(passage), _paragraphs(passage.text)) for passage in newest)


def _about(passage: Passage) -> str:
    about = passage.about or KIND_WORDS[passage.kind].removesuffix("s")
    return f"{about}, {short_day(passage.date)}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _fitting(passages: Sequence[Quote]) -> int:
    """How many passages fit on page one; at least one, however long it is."""
    letters_left = _LETTERS
    for number, passage in enumerate(passages[:_PASSAGES]):
        letters_left -= sum(map(len, chain([passage.about], passage.paragraphs)))
        if letters_left < 0:
            return max(number, 1)
    return min(len(passages), _PASSAGES)


def left_out_words(manifest: Manifest) -> str:
    """`moments (2), ratings (1)`: numbers of lines that are not in the bundle, by kind."""
    return ", ".join(
        f"{KIND_WORDS[kind.kind].lower()} ({kind.lines})" for kind in manifest.left_out
    )


def _left_out(manifest: Manifest) -> list[Block]:
    words = left_out_words(manifest)
    return [Paragraph(f"The leader left out: {words}.")] if words else []


def _ratings(content: Content) -> Table | None:
    if not content.ratings:
        return None
    names = {named.id: named.name for named in content.names}
    rows = sorted(content.ratings, key=lambda rating: (rating.date, rating.page), reverse=True)
    return Table(
        "The leader's own ratings, from 1 to 5, newest first.",
        (Column("Date", figures=False), Column("Behaviour", figures=False), Column("Rating")),
        tuple(
            (
                short_day(rating.date),
                names.get(rating.behaviour, rating.behaviour)
                + (f" ({names.get(rating.relationship, '')})" if rating.relationship else ""),
                str(rating.mark).replace("-", " "),
            )
            for rating in rows
        ),
    )
