"""The coach's desk: clients, and one client over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.coach.bundle import Content, Manifest
from learnlead.coach.clients import Client, focuses, joined
from learnlead.reports.bundle.weeks import paragraphs, sent_state
from learnlead.reports.coach_report import report_body, terms_sentence
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Item,
    Listing,
    Quote,
    section,
)
from learnlead.reports.review import THEIRS
from learnlead.reports.words import counted, day, short_day, span
from learnlead.sitting.plan_words import plan_of_line


def desk_lines(clients: Sequence[Client], today: date) -> Iterator[str]:
    """Each client with the next session, the last bundle, and what runs out."""
    if not clients:
        yield "No clients yet. `learnlead coach review BUNDLE` reads a bundle and adds its leader."
        return
    for number, client in enumerate(clients):
        if number:
            yield ""
        yield client.leader.display_name
        yield from (f"  {line}" for line in client_lines(client, today))


def client_lines(client: Client, today: date) -> Iterator[str]:
    """What the desk says of one client."""
    if client.next_session is not None:
        left = (client.next_session - today).days
        when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
        yield f"Next session: {day(client.next_session)}, {when}."
    else:
        yield "Next session: none noted."
    last, bundles = client.last, len(client.leader.bundles)
    yield (
        f"Last bundle: {day(last.made_on)}, read on {day(last.reviewed_on)} "
        f"({counted(bundles, 'bundle')} in all)."
    )
    if client.notes:
        yield f"Your notes: {counted(client.notes, 'line')}."
    for bundle in client.running_out:
        if bundle.until is not None:
            yield f"Runs out on {day(bundle.until)}: the bundle of {short_day(bundle.made_on)}."
    if client.over:
        yield (
            f"Over: {counted(len(client.over), 'bundle')}. "
            "`learnlead coach forget --expired` deletes what is over."
        )


def desk_json(clients: Sequence[Client]) -> dict[str, object]:
    """The clients as JSON."""
    return {
        "schema": "learnlead/coach/1",
        "clients": [
            {
                "leader": client.leader.id,
                "name": client.leader.name,
                "next_session": client.next_session.isoformat() if client.next_session else None,
                "last_bundle": client.last.id,
                "made_on": client.last.made_on.isoformat(),
                "reviewed_on": client.last.reviewed_on.isoformat(),
                "bundles": len(client.leader.bundles),
                "notes": client.notes,
                "running_out": [
                    {"bundle": bundle.id, "until": bundle.until.isoformat()}
                    for bundle in (*client.over, *client.running_out)
                    if bundle.until is not None
                ],
            }
            for client in clients
        ],
    }


def _agreed(client: Client, content: Content) -> Iterator[Item]:
    """What was agreed, the newest first, and the plan that came of it where its words are told."""
    for reply in reversed(client.leader.replies):
        for line in reply.agreed:
            cue, action = plan_of_line(line)
            plan = next(
                (
                    plan
                    for plan in content.plans
                    if plan.date >= reply.on
                    and plan.action.casefold() == action.casefold()
                    and (not cue or plan.cue.casefold() == cue.casefold())
                ),
                None,
            )
            became = f"; a plan on {short_day(plan.date)}: {sent_state(plan)}" if plan else ""
            yield Item(line, f"{short_day(reply.on)}{became}")


def _asked(client: Client, content: Content) -> Iterator[Block]:
    """The question of each reply, the newest first, with what came back before the next one."""
    replies = [reply for reply in client.leader.replies if reply.question]
    ends = (*(reply.on for reply in replies[1:]), date.max)
    for reply, end in reversed(tuple(zip(replies, ends, strict=False))):
        about = f"{reply.question} ({short_day(reply.on)})"
        back = [
            Quote(f"came back on {short_day(passage.date)}", paragraphs(passage.text))
            for passage in reversed(content.passages)
            if passage.kind == "heard" and reply.on <= passage.date < end
        ]
        yield Quote(about, (), tuple(back))


def client_report(
    client: Client, parts: Sequence[tuple[Manifest, Content]], notes: str, today: date
) -> Document:
    """All bundles of one client joined, with one's own notes; the newest week first.

    Args:
        client: as on the desk.
        parts: what may still be read of the bundles, oldest first; at least one.
        notes: one's own, as Markdown; they stand in this report and nowhere else.
        today: the day of the report.
    """
    manifest, content = joined(parts)
    first, more = report_body(manifest, content, THEIRS)
    made = [m.made_on for m, _ in parts]
    shared = Listing(
        tuple(
            Item(
                f"{day(m.made_on)}: {counted(len(c.passages), 'passage')}, "
                f"{counted(len(c.plans), 'plan')}",
                f"wanted: {c.want}" if c.want else "",
            )
            for m, c in parts
        )
    )
    focus = Listing(tuple(Item(name, f"since {day(since)}") for name, since in focuses(parts)))
    own = Listing(
        tuple(Item(line.removeprefix("- ")) for line in notes.splitlines() if line.strip())
    )
    top = (
        *section("Where you stand", Listing(tuple(map(Item, client_lines(client, today))))),
        *section("Your notes", own),
        *section("What you agreed", Listing(tuple(_agreed(client, content)), "plans")),
        *section("What you asked", *_asked(client, content), role="keep"),
    )
    over_time = (
        *section("Bundles", shared),
        *section("Focus over time", focus if len(focus.items) > 1 else None),
    )
    lede = f"{manifest.rubric.title}. {counted(len(parts), 'bundle')}, {span(made[0], made[-1])}."
    body, rest = (*top, *first), (*over_time, *more)
    return Document(
        [Article(client.leader.display_name, lede, body, "", rest, widest=90)],
        kicker=terms_sentence(manifest.terms),
        footer="Joined by learnlead from what this leader ticked, for the recipient alone.",
    )
