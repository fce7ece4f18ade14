"""What stands side by side: plain counts without a direction, shown to the leader alone."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from learnlead.i18n.words import Words
from learnlead.reports.document import Item, Listing, Paragraph, Section, section
from learnlead.reports.verdicts.bet import behaviour_named
from learnlead.trends.bet_comparison import ENOUGH
from learnlead.trends.bets import QUARTER
from learnlead.trends.connections import Connections, OutcomeRatings, RoleCount
from learnlead.trends.model import FocusTrend, Trends

FEWEST = 3
"""Told outcomes below which there is no table of them."""

_ROLES = 6
_ROLE_LETTERS = 40
_HEARD = 5


def occasions_sentence(trends: Trends, focus: FocusTrend, words: Words) -> str | None:
    """How often the focus was done, before and since; None without a count since."""
    if focus.occasions is None:
        return None
    before, since = focus.occasions
    bet = trends.settled.running_bet
    late = bet is not None and bet.comparison is not None and bet.needed != QUARTER
    key = "side.occasions-late" if late else "side.occasions" if before.of else "side.since"
    return words(
        key,
        did=before.did,
        of=words.counted(before.of, "side.occasions"),
        now=since.did,
        of_now=words.counted(since.of, "side.occasions"),
        day=words.full_date(focus.focus.since if bet is None else bet.since),
        first=ENOUGH,
        last=QUARTER,
    )


def roles_paragraph(connections: Connections, words: Words) -> Paragraph | None:
    """Moments by the role that was written down; None where no moment has one."""
    roles = connections.roles
    if not roles:
        return None
    rest = roles[_ROLES:]
    shown = ", ".join(_role(role) for role in roles[:_ROLES])
    if not rest:
        return Paragraph(words("side.roles", roles=shown))
    moments = sum(role.moments for role in rest)
    return Paragraph(words("side.roles-more", roles=shown, moments=moments, n=len(rest)))


def _role(role: RoleCount) -> str:
    return f"{shorten(role.role, _ROLE_LETTERS, placeholder=' …')} {role.moments}"


def beside_sections(trends: Trends, words: Words) -> Iterator[Section]:
    """Plans beside the ratings of their week, and what others said beside them."""
    focus = trends.focus
    if focus is None:
        return
    name = behaviour_named(trends, focus.focus.behaviour)
    if sum(row.sittings for row in trends.connections.outcomes) >= FEWEST:
        caption = Paragraph(words("side.caption", name=name), "aside")
        rows = tuple(_outcomes(row, words) for row in trends.connections.outcomes)
        yield from section(words("side.plans"), caption, Listing(rows))
    yield from section(words("side.heard"), _heard(trends.connections, name, words))


def _outcomes(row: OutcomeRatings, words: Words) -> Item:
    """`done: 3 rated 2, 4 rated 3, 1 without a rating`."""
    counts = [
        words("side.rating", n=n, rating=rating) for rating, n in enumerate(row.rated, 1) if n
    ]
    if row.unrated:
        counts.append(words("side.unrated", n=row.unrated))
    return Item(
        words("side.outcome", outcome=words(f"outcome.{row.outcome}"), counts=", ".join(counts))
    )


def _heard(connections: Connections, name: str, words: Words) -> Listing | None:
    if not connections.heard:
        return None
    items = [
        Item(
            words("side.quote", text=answer.text),
            words("side.day", day=words.full_date(answer.date))
            if answer.rating is None
            else words(
                "side.rated",
                day=words.full_date(answer.date),
                name=name,
                rating=words.with_sign(f"{answer.rating:g}"),
            ),
        )
        for answer in connections.heard[:_HEARD]
    ]
    return Listing(tuple(items))
