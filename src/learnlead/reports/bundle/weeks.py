"""The weeks of a bundle: a plan, what came of it and the moments of that week, together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from learnlead.coach.bundle import Content, Passage, SentPlan
from learnlead.coach.changes import Week, repeats, said_before, unexplained_changes
from learnlead.i18n.words import Words
from learnlead.reports.bundle.ratings import rated
from learnlead.reports.document import Item, Listing, Quote, Section, Styled
from learnlead.reports.document import Words as Text
from learnlead.reports.plans import plans_by_words

_CHANGES, _REPEATS, _BEFORE = 5, 5, 3
"""At most so many changes, words that repeat, and behaviours with earlier words."""


def week_section(week: Week, words: Words) -> Section:
    """A week under the day of its sitting: first its plans, then what was written of it."""
    plans = Listing(
        tuple(Item(_plan(p.cue, p.action, words), sent_state(p, words)) for p in week.plans),
        "plans",
    )
    quotes = tuple(Quote(_about(p, words), paragraphs(p.text)) for p in week.passages)
    return Section(words.full_date(week.day), (*((plans,) if week.plans else ()), *quotes), "keep")


def letters_in(week: Week, words: Words) -> int:
    """How long the week is, for a first page."""
    plans = (part for plan in week.plans for part in (plan.cue, plan.action))
    texts = (part for p in week.passages for part in (_about(p, words), p.text))
    return sum(map(len, chain(plans, texts)))


def _about(passage: Passage, words: Words) -> str:
    return passage.about or words(f"bundle.part.{passage.kind}")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text that say anything."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def plan_items(plans: Sequence[SentPlan], words: Words) -> tuple[Item, ...]:
    """Plans with the same words as one item, in the order given."""
    return tuple(
        Item(
            _plan(cue, action, words),
            "; ".join(
                words(
                    "bundle.of-day",
                    day=words.short_date(plan.date),
                    state=sent_state(plan, words),
                )
                for plan in same
            ),
        )
        for (cue, action), same in plans_by_words(plans).items()
    )


def _plan(cue: str, action: str, words: Words) -> Text:
    return (words("plan.if"), Styled(cue), words("plan.then"), Styled(action))


def plan_words(plan: SentPlan, words: Words) -> str:
    """`If a report asks, then I will wait`, as the leader wrote it."""
    return f"{words('plan.if')}{plan.cue}{words('plan.then')}{plan.action}"


def sent_state(plan: SentPlan, words: Words) -> str:
    """The outcome of a plan in a bundle, in words."""
    if plan.outcome is not None:
        return words(f"bundle.outcome.{plan.outcome}")
    if plan.carried_on:
        return words("bundle.carried-on")
    if plan.due is None:
        return words("bundle.open")
    return words("bundle.open-due", day=words.full_date(plan.due))


def changes_listing(content: Content, words: Words) -> Listing:
    """Ratings that changed by two steps or more with no example beside them."""
    names = {named.id: named.name for named in content.names}
    changes = unexplained_changes(content)[:_CHANGES]
    return Listing(
        tuple(
            Item(
                words(
                    "bundle.change",
                    name=names.get(change.behaviour, change.behaviour),
                    first=rated(change.before, words),
                    then=rated(change.after, words),
                )
            )
            for change in changes
        )
    )


def repeats_listing(content: Content, words: Words) -> Listing:
    """Words that stand in the passages of three sittings or more."""
    return Listing(
        tuple(
            Item(
                words(
                    "bundle.repeat",
                    term=repeat.term,
                    sittings=words.counted(len(repeat.days), "bundle.sittings"),
                    first=words.short_date(repeat.days[-2]),
                    then=words.short_date(repeat.days[-1]),
                )
            )
            for repeat in repeats(content, _REPEATS)
        )
    )


def said_before_quotes(content: Content, words: Words) -> Iterator[Quote]:
    """For a few behaviours the example before the newest one, and the newest."""
    for newest, before in said_before(content)[:_BEFORE]:
        later = Quote(
            words("bundle.later", day=words.short_date(newest.date)), paragraphs(newest.text)
        )
        about = words(
            "bundle.before", about=_about(before, words), day=words.short_date(before.date)
        )
        yield Quote(about, paragraphs(before.text), (later,))
