"""The report for a coach: what stands on page one, in what order, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from learnlead.coach.bundle import Content, Manifest, Passage, SentFinding, SentPlan, Terms
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
"""What no program can promise."""


def focus_statement(series: Series, name: str) -> str:
    """What may be said of the focus without a single rating of it."""
    if series.verdict == "values-only":
        missing = FIRST_LOOK - series.n
        return f"{counted(series.n, 'rating')} so far; {missing} more until a first look."
    sentences = [verdict(series, f"your own rating of {name}", lead="The journal"), thirds(series)]
    return " ".join(sentence for sentence in sentences if sentence)


def plan_sentence(plan: SentPlan) -> str:
    """`If a report asks, then I will wait: done`."""
    return f"If {plan.cue}, then I will {plan.action}: {sent_state(plan)}"


def sent_state(plan: SentPlan) -> str:
    """What became of it."""
    return plan_state(plan.outcome, plan.due, is_open=not plan.carried_on) or "carried on"


def terms_sentence(terms: Terms) -> str:
    """For whom, until when, and for whom not, in a sentence or two."""
    parts = [f"For {terms.recipient}" if terms.recipient else "For whoever is given it"]
    if terms.until:
        parts.append(f"until {day(terms.until)}, then to be deleted")
    if terms.not_for:
        parts.append(" and ".join(f"not for the {who}" for who in terms.not_for))
    return f"{', '.join(parts)}."


_NOT_LOOKED_AT = frozenset({"silent-relationship", "none-made", "no-evidence", "no-opportunity"})
_LAST_TIME = frozenset({"stuck-plan", "plans-done", "plan-kept"})

_PLANS, _FINDINGS, _PASSAGES, _LETTERS = 3, 3, 5, 800
"""What page one holds at most: plans, findings of a kind, passages, letters of all these."""

CERTAINTY = (
    "All ratings are the leader's own, and “you” is the leader. A rise or a fall is claimed only "
    "where at most 8 of 100 journals without a trend would show any; no trend detected is not no "
    "change."
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks to whom: the leader to the coach, or this program of the leader."""

    want: str
    words: str


OWN = Voice("What I want from this conversation", "In my words")


def coach_report(manifest: Manifest, content: Content) -> Document:
    """The report of a bundle: made of nothing but what the bundle itself says.

    Args:
        manifest: its hashes are not looked at, so that a report can be made before there are any.
        content: what was chosen.
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
    """Of what it is, how many sittings, and when."""
    return f"{manifest.rubric.title}. {sittings_words(manifest, content)}."


def report_body(
    manifest: Manifest,
    content: Content,
    voice: Voice,
    questions: Sequence[Item] = (),
    passages_at_most: int | None = None,
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """What a bundle says: what has a place on the first page, and what comes after it.

    What the leader wants stands first, how sure all this is last.

    Args:
        manifest: whose it is.
        content: what was chosen.
        voice: who speaks.
        questions: that could be asked.
        passages_at_most: on the first page; as many as fit on a sheet of paper unless it is given.
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
    gaps = _texts(f for f in content.findings if f.kind in _NOT_LOOKED_AT)[:_FINDINGS]
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
    """`3 sittings, 6 to 30 November 2026`, and what alone they are about if they are."""
    first, last = manifest.period.first, manifest.period.last
    when = f", {span(first, last)}" if first and last else ""
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return f"{counted(content.sittings, 'sitting')}{when}{f'; only: {about}' if about else ''}"


def _texts(findings: Iterable[SentFinding]) -> tuple[Item, ...]:
    return tuple(Item(finding.text) for finding in findings)


def _plans(plans: Iterable[SentPlan]) -> tuple[Item, ...]:
    """Plans of the same words as one, newest outcome first."""
    newest = sorted(plans, key=lambda plan: plan.date, reverse=True)
    return tuple(
        Item(
            plan_words(*words),
            "; ".join(f"{short_day(plan.date)}: {sent_state(plan)}" for plan in same),
        )
        for words, same in plans_by_words(newest).items()
    )


def _passages(content: Content) -> tuple[Quote, ...]:
    """Newest first; within a day as in a sitting."""
    newest = sorted(content.passages, key=lambda passage: passage.date, reverse=True)
    return tuple(Quote(_about(passage), _paragraphs(passage.text)) for passage in newest)


def _about(passage: Passage) -> str:
    about = passage.about or KIND_WORDS[passage.kind].removesuffix("s")
    return f"{about}, {short_day(passage.date)}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _fitting(passages: Sequence[Quote]) -> int:
    """How many passages fit on page one: the first does, however long it is."""
    letters_left = _LETTERS
    for number, passage in enumerate(passages[:_PASSAGES]):
        letters_left -= sum(map(len, chain([passage.about], passage.paragraphs)))
        if letters_left < 0:
            return max(number, 1)
    return min(len(passages), _PASSAGES)


def left_out_words(manifest: Manifest) -> str:
    """`moments (2), ratings (1)`: how many lines of each kind are nowhere in the bundle."""
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
