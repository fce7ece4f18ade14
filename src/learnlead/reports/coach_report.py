"""The report for a coach: what stands on page one, in what order, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from learnlead.coaching.bundle import Content, Manifest, Passage, SentFinding, SentPlan
from learnlead.coaching.selection import KIND_WORDS
from learnlead.reports.coach_words import plan_state, terms_sentence
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
    Role,
    Section,
    Table,
)
from learnlead.reports.plan_report import plan_words
from learnlead.reports.words import counted, day, short_day, span

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


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a bundle says, sorted: what has a place on the first page, and what comes after it.

    Attributes:
        held: how many sittings, and when.
        tried: findings on plans, as the other lists of items are findings.
        certainty: small print.
    """

    held: str
    want: tuple[Block, ...]
    focus: Focus | None
    last_time: str
    plans: tuple[Item, ...]
    more_plans: tuple[Item, ...]
    tried: tuple[Item, ...]
    passages: tuple[Quote, ...]
    more_passages: tuple[Quote, ...]
    strengths: tuple[Item, ...]
    not_looked_at: tuple[Item, ...]
    also_found: tuple[Item, ...]
    certainty: tuple[Block, ...]
    ratings: Table | None

    def first_page(self, voice: Voice, questions: Sequence[Item] = ()) -> Iterator[Block]:
        """What the leader wants first; how sure all this is last."""
        yield from section(voice.want, self.want, "keep")
        yield from (self.focus,) if self.focus else ()
        plans = Listing(self.plans, "plans")
        since = (one for one in (plans, Listing(self.tried)) if one.items)
        yield from section(self.last_time, since)
        yield from _listed("Questions you could ask", questions)
        yield from section(voice.words, self.passages)
        yield from _listed("Strengths", self.strengths)
        yield from _listed("Not looked at", self.not_looked_at)
        yield from section("How sure this is", self.certainty, "reading")

    def found_too(self) -> Iterator[Section]:
        """The findings that have no place on the first page."""
        return _listed("Also found", self.also_found, "plain")

    def further(self) -> Iterator[Block]:
        """What has no place there."""
        yield from self.found_too()
        yield from section("Further passages", self.more_passages)
        yield from section(
            "Further plans", (Listing(self.more_plans, "plans"),) if self.more_plans else ()
        )
        yield from section("Ratings", (self.ratings,) if self.ratings else ())


def coach_report(manifest: Manifest, content: Content) -> Document:
    """The report of a bundle: made of nothing but what the bundle itself says.

    Args:
        manifest: its hashes are not looked at, so that a report can be made before there are any.
        content: what was chosen.
    """
    found = chosen(manifest, content)
    leader, title = manifest.leader.name, manifest.rubric.title
    article = Article(
        leader or title,
        f"{title}. {found.held}." if leader else f"{found.held}.",
        tuple(found.first_page(OWN)),
        terms_sentence(manifest.terms),
        tuple(found.further()),
    )
    return Document(
        [article],
        kicker=terms_sentence(manifest.terms),
        footer="Made by learnlead from what the leader ticked, line by line. Names are replaced; "
        "free text may still tell who is meant.",
    )


def section(heading: str, body: Iterable[Block], role: Role = "plain") -> Iterator[Section]:
    """The section, if there is anything in it."""
    if said := tuple(body):
        yield Section(heading, said, role)


def _listed(heading: str, items: Sequence[Item], role: Role = "keep") -> Iterator[Section]:
    return section(heading, (Listing(tuple(items)),) if items else (), role)


def chosen(manifest: Manifest, content: Content) -> Chosen:
    """What the bundle says, sorted."""
    plans = _plans(content.plans)
    first_plans = _plans(
        p for p in content.plans if manifest.since is None or p.date >= manifest.since
    )[:_PLANS]
    passages = _passages(content)
    shown = _fitting(passages)
    tried = _texts(f for f in content.findings if f.kind in _LAST_TIME)[:_FINDINGS]
    strengths = _texts(f for f in content.findings if f.strength and f.kind not in _LAST_TIME)
    gaps = _texts(f for f in content.findings if f.kind in _NOT_LOOKED_AT)[:_FINDINGS]
    first = {*tried, *strengths[:_FINDINGS], *gaps}
    return Chosen(
        held=_held(manifest, content),
        want=tuple(Paragraph(text, "want") for text in _paragraphs(content.want or "")),
        focus=_focus(content),
        last_time=f"Since last time, {day(manifest.since)}" if manifest.since else "Lately",
        plans=first_plans,
        more_plans=tuple(p for p in plans if p not in first_plans),
        tried=tried,
        passages=passages[:shown],
        more_passages=passages[shown:],
        strengths=strengths[:_FINDINGS],
        not_looked_at=gaps,
        also_found=tuple(one for one in _texts(content.findings) if one not in first),
        certainty=(Paragraph(CERTAINTY), *_left_out(manifest)),
        ratings=_ratings(content),
    )


def _focus(content: Content) -> Focus | None:
    if (focus := content.focus) is None:
        return None
    notice = f"Someone else would notice: {focus.notice}" if focus.notice else ""
    statement = Paragraph(focus.statement)
    return Focus("Focus", focus.name, day(focus.since), notice, (statement,))


def _held(manifest: Manifest, content: Content) -> str:
    first, last = manifest.period.first, manifest.period.last
    when = f", {span(first, last)}" if first and last else ""
    about = next((n.name for n in content.names if n.id == manifest.relationship), "")
    return f"{counted(content.sittings, 'sitting')}{when}{f'; only: {about}' if about else ''}"


def _texts(findings: Iterable[SentFinding]) -> tuple[Item, ...]:
    return tuple(Item(finding.text) for finding in findings)


def _plans(plans: Iterable[SentPlan]) -> tuple[Item, ...]:
    """Plans of the same words as one, newest outcome first."""
    by_words: dict[tuple[str, str], list[SentPlan]] = {}
    for plan in sorted(plans, key=lambda plan: plan.date, reverse=True):
        by_words.setdefault((plan.cue, plan.action), []).append(plan)
    return tuple(
        Item(
            plan_words(cue, action),
            "; ".join(f"{short_day(p.date)}: {plan_state(p)}" for p in same),
        )
        for (cue, action), same in by_words.items()
    )


def _passages(content: Content) -> tuple[Quote, ...]:
    """Newest first; within a day as in a sitting."""
    newest = sorted(content.passages, key=lambda one: one.date, reverse=True)
    return tuple(Quote(_about(one), _paragraphs(one.text)) for one in newest)


def _about(passage: Passage) -> str:
    about = passage.about or KIND_WORDS[passage.kind].removesuffix("s")
    return f"{about}, {short_day(passage.date)}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _fitting(passages: Sequence[Quote]) -> int:
    """How many passages fit on page one: the first does, however long it is."""
    room = _LETTERS
    for number, passage in enumerate(passages[:_PASSAGES]):
        room -= sum(map(len, chain([passage.about], passage.paragraphs)))
        if room < 0:
            return max(number, 1)
    return min(len(passages), _PASSAGES)


def _left_out(manifest: Manifest) -> list[Block]:
    lines = [f"{KIND_WORDS[one.kind].lower()} ({one.lines})" for one in manifest.left_out]
    return [Paragraph(f"The leader left out: {', '.join(lines)}.")] if lines else []


def _ratings(content: Content) -> Table | None:
    if not content.ratings:
        return None
    names = {one.id: one.name for one in content.names}
    rows = sorted(content.ratings, key=lambda one: (one.date, one.page), reverse=True)
    return Table(
        "The leader's own ratings, from 1 to 5, newest first.",
        (Column("Date", figures=False), Column("Behaviour", figures=False), Column("Rating")),
        tuple(
            (
                short_day(one.date),
                names.get(one.behaviour, one.behaviour)
                + (f" ({names.get(one.relationship, '')})" if one.relationship else ""),
                str(one.mark).replace("-", " "),
            )
            for one in rows
        ),
    )
