"""The coach's desk: clients, and one client over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from learnlead.coach.bundle import Content, Manifest
from learnlead.coach.clients import Client, by_rubric, focuses, joined, joined_terms
from learnlead.coach.reviewed import display_name
from learnlead.coach.several import lines_together
from learnlead.i18n.words import Words
from learnlead.reports.bundle.weeks import paragraphs, sent_state
from learnlead.reports.coach_report import report_body, sittings_words, terms_sentence
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Item,
    Listing,
    Quote,
    section,
)
from learnlead.sitting.plan_words import plan_of_line


def desk_lines(clients: Sequence[Client], today: date, words: Words) -> Iterator[str]:
    """Each client with the next session, the last bundle, and what runs out."""
    if not clients:
        yield words("desk.none")
        return
    for number, client in enumerate(clients):
        if number:
            yield ""
        yield _name(client, words)
        yield from (f"  {line}" for line in client_lines(client, today, words))


def _name(client: Client, words: Words) -> str:
    return display_name(client.leader.name, client.leader.id, words)


def client_lines(client: Client, today: date, words: Words) -> Iterator[str]:
    """What the desk says of one client."""
    if client.next_session is not None:
        n = (client.next_session - today).days
        when = {0: "today", 1: "tomorrow"}.get(n, "later")
        yield words(f"desk.next.{when}", day=words.full_date(client.next_session), n=n)
    else:
        yield words("desk.next-none")
    last = client.last
    yield words(
        "desk.last",
        day=words.full_date(last.made_on),
        read=words.full_date(last.reviewed_on),
        bundles=words.counted(len(client.leader.bundles), "desk.bundles"),
    )
    if client.notes:
        yield words.counted(client.notes, "desk.notes")
    for bundle in client.running_out:
        if bundle.until is not None:
            until, made = words.full_date(bundle.until), words.short_date(bundle.made_on)
            yield words("desk.runs-out", day=until, made=made)
    if client.over:
        yield words("desk.over", bundles=words.counted(len(client.over), "desk.bundles"))


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


def _agreed(client: Client, content: Content, words: Words) -> Iterator[Item]:
    """What was agreed, the newest first, and the plan that came of it where its words are told."""
    for reply in reversed(client.leader.replies):
        day = words.short_date(reply.on)
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
            if plan is None:
                yield Item(line, day)
            else:
                made, state = words.short_date(plan.date), sent_state(plan, words)
                yield Item(line, words("client.became", day=day, made=made, state=state))


def _asked(client: Client, content: Content, words: Words) -> Iterator[Block]:
    """The question of each reply, the newest first, with what came back before the next one."""
    replies = [reply for reply in client.leader.replies if reply.question]
    ends = (*(reply.on for reply in replies[1:]), date.max)
    for reply, end in reversed(tuple(zip(replies, ends, strict=False))):
        day = words.short_date(reply.on)
        back = [
            Quote(
                words("client.back", day=words.short_date(passage.date)), paragraphs(passage.text)
            )
            for passage in reversed(content.passages)
            if passage.kind == "heard" and reply.on <= passage.date < end
        ]
        yield Quote(words("client.question", question=reply.question, day=day), (), tuple(back))


def client_report(
    client: Client,
    parts: Sequence[tuple[Manifest, Content]],
    notes: str,
    today: date,
    words: Words,
) -> Document:
    """All bundles of one client joined, with one's own notes; the newest week first.

    Args:
        client: as on the desk.
        parts: what may still be read of the bundles, oldest first; at least one.
        notes: one's own, as Markdown; they stand in this report and nowhere else.
        today: the day of the report.
        words: of the coach's language.
    """
    (manifest, content), *others = (joined(of_one) for of_one in by_rubric(parts))
    all_lines = lines_together([content, *(other for _, other in others)])
    first, more = report_body(manifest, content, "theirs", words)
    bundles = _by_bundle(parts)
    focus = Listing(
        tuple(
            Item(name, words("client.since", day=words.full_date(since)))
            for name, since in focuses(parts)
        )
    )
    own = Listing(
        tuple(Item(line.removeprefix("- ")) for line in notes.splitlines() if line.strip())
    )
    stand = Listing(tuple(map(Item, client_lines(client, today, words))))
    agreed = Listing(tuple(_agreed(client, all_lines, words)), "plans")
    top = (
        *section(words("client.stand"), stand),
        *section(words("client.notes"), own),
        *section(words("client.agreed"), agreed),
        *section(words("client.asked"), *_asked(client, all_lines, words), role="keep"),
    )
    over_time = (
        *section(words("client.bundles"), Listing(tuple(_shared(bundles, words)))),
        *section(words("client.focus"), focus if len(focus.items) > 1 else None),
    )
    made = [m.made_on for m, _ in bundles]
    lede = words(
        "client.title",
        title=manifest.rubric.title,
        bundles=words.counted(len(bundles), "desk.bundles"),
        span=words.span(made[0], made[-1]),
    )
    body, rest = (*top, *first), (*over_time, *more)
    return Document(
        [
            Article(_name(client, words), lede, body, "", rest, widest=90),
            *(_of_rubric(client, *other, words) for other in others),
        ],
        kicker=terms_sentence(joined_terms(m for m, _ in parts), words),
        footer=words("client.footer"),
        language=words.language,
    )


def _of_rubric(client: Client, manifest: Manifest, content: Content, words: Words) -> Article:
    """A further rubric of the client."""
    first, more = report_body(manifest, content, "theirs", words)
    title = words("client.rubric", name=_name(client, words), title=manifest.rubric.title)
    sittings = sittings_words(manifest, content, words)
    lede = words("bundle.lede-alone", sittings=sittings)
    return Article(title, lede, first, "", more, widest=90)


def _by_bundle(parts: Sequence[tuple[Manifest, Content]]) -> list[tuple[Manifest, Content]]:
    """Each bundle once, with the lines of all its rubrics."""
    bundles: dict[str, list[tuple[Manifest, Content]]] = {}
    for manifest, content in parts:
        bundles.setdefault(manifest.id, []).append((manifest, content))
    return [(same[0][0], lines_together([c for _, c in same])) for same in bundles.values()]


def _shared(parts: Sequence[tuple[Manifest, Content]], words: Words) -> Iterator[Item]:
    """A line a bundle: how much was in it, and what was wanted."""
    for manifest, content in parts:
        sentence = words(
            "client.shared",
            day=words.full_date(manifest.made_on),
            passages=words.counted(len(content.passages), "client.passages"),
            plans=words.counted(len(content.plans), "client.plans"),
        )
        yield Item(sentence, words("client.wanted", want=content.want) if content.want else "")
