"""The weeks of a bundle: a plan, what came of it and the moments of that week, together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from learnlead.coach.bundle import Content, Passage, SentPlan
from learnlead.coach.changes import Week, repeats, said_before, unexplained_changes
from learnlead.coach.selection import KIND_WORDS
from learnlead.reports.bundle.ratings import changed_words
from learnlead.reports.document import Item, Listing, Quote, Section
from learnlead.reports.plans import plan_state, plan_words, plans_by_words
from learnlead.reports.words import counted, day, short_day

_CHANGES, _REPEATS, _BEFORE = 5, 5, 3
"""At most so many changes, words that repeat, and behaviours with earlier words."""


def week_section(week: Week) -> Section:
    """A week under the day of its sitting: first its plans, then what was written of it."""
    plans = Listing(
        tuple(Item(plan_words(p.cue, p.action), sent_state(p)) for p in week.plans), "plans"
    )
    quotes = tuple(Quote(_about(passage), paragraphs(passage.text)) for passage in week.passages)
    return Section(day(week.day), (*((plans,) if week.plans else ()), *quotes), "keep")


def letters_in(week: Week) -> int:
    """How long the week is, for a first page."""
    plans = (part for plan in week.plans for part in (plan.cue, plan.action))
    texts = (part for p in week.passages for part in (_about(p), p.text))
    return sum(map(len, chain(plans, texts)))


def _about(passage: Passage) -> str:
    return passage.about or KIND_WORDS[passage.kind].removesuffix("s")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that say anything."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def plan_items(plans: Sequence[SentPlan]) -> tuple[Item, ...]:
    """Plans with the same words as one item, in the order given."""
    return tuple(
        Item(
            plan_words(*words),
            "; ".join(f"{short_day(plan.date)}: {sent_state(plan)}" for plan in same),
        )
        for words, same in plans_by_words(plans).items()
    )


def sent_state(plan: SentPlan) -> str:
    """The outcome of a plan in a bundle, in words."""
    return plan_state(plan.outcome, plan.due, is_open=not plan.carried_on) or "carried on"


def changes_listing(content: Content) -> Listing:
    """Ratings that changed by two steps or more with no example beside them."""
    names = {named.id: named.name for named in content.names}
    changes = unexplained_changes(content)[:_CHANGES]
    return Listing(
        tuple(
            Item(
                f"{names.get(change.behaviour, change.behaviour)}: "
                f"{changed_words((change.before, change.after))}, and no example here."
            )
            for change in changes
        )
    )


def repeats_listing(content: Content) -> Listing:
    """Words that stand in the passages of three sittings or more."""
    return Listing(
        tuple(
            Item(
                f"“{repeat.term}” in {counted(len(repeat.days), 'sitting')}, the last of them "
                f"on {' and '.join(map(short_day, repeat.days[-2:]))}."
            )
            for repeat in repeats(content, _REPEATS)
        )
    )


def said_before_quotes(content: Content) -> Iterator[Quote]:
    """For a few behaviours the example before the newest one, and the newest."""
    for newest, before in said_before(content)[:_BEFORE]:
        later = Quote(f"and on {short_day(newest.date)}", paragraphs(newest.text))
        about = f"{_about(before)}, {short_day(before.date)}"
        yield Quote(about, paragraphs(before.text), (later,))
