"""What an export was asked for, read and written: the wiring of `learnlead export`."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.app.export.names import BriefNaming, NamedBrief
from learnlead.app.export.request import ExportRequest
from learnlead.cli.context import AppContext
from learnlead.cli.export_names import kinds_shared, refuse_kept_back
from learnlead.coach.bundle import Leader, Terms
from learnlead.coach.ledger import Export, ExportedLine, Withdrawal, known_names
from learnlead.coach.selection import OfferedLine, parse_kinds
from learnlead.errors import LearnleadError, Problem
from learnlead.page.dates import read_days, read_range
from learnlead.page.private import redact_for_sharing
from learnlead.rubric.model import OTHER, Rubric
from learnlead.sitting.kinds import KINDS
from learnlead.text.clean import clean_line, clean_text
from learnlead.text.limits import remedy_for, text_within
from learnlead.text.problem_text import near_or_all, quoted

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say.

    Attributes:
        output: where the bundle goes; None where it is only shown.
        before: what left for the same recipient already.
        keys: of age recipients; none where nothing is encrypted.
    """

    output: str | None
    wanted: ExportRequest
    terms: Terms
    leader: Leader
    before: Sequence[Export]
    keys: tuple[str, ...]


def wish_in(text: str | None) -> str | None:
    """What the leader wants from the conversation, without its private parts.

    Raises:
        LearnleadError: it is too long, or holds a character that no text may hold.
    """
    try:
        return clean_text(redact_for_sharing(text_within(text or "") or ""))
    except ValueError as error:
        raise LearnleadError(Problem(f"--want: {error}", remedy_for(error))) from None


def replaced(lines: Sequence[OfferedLine]) -> Iterator[str]:
    """One sentence on the names that were replaced, if any were."""
    hits = sum(len(line.hits) for line in lines)
    if hits:
        yield f"Names were replaced in {hits} place{'s' if hits > 1 else ''}."


def to_look_at(lines: Sequence[OfferedLine]) -> Iterator[str]:
    """The same before a yes, or that there are none, and how all of it can be read."""
    yield next(replaced(lines), "No name was replaced.")
    yield "Type r to read every line whole first, as it will leave."


def asked_for(
    app: AppContext,
    *,
    output: str | None,
    include: Sequence[str],
    recipient: str | None,
    until: str | None,
    not_for: Sequence[str],
    called: str | None,
    rubric: str | None,
    first: str | None,
    to: Sequence[str],
    relationship: str | None,
    encrypt_to: Sequence[str],
    writes: bool,
) -> Asked:
    """The options, understood, before anybody is asked anything.

    Raises:
        LearnleadError: one of them cannot be meant so.
    """
    from learnlead.adapters.disk.bundles.writing import recipients_named

    chosen = app.rubric(rubric)
    last, named = _last_and_name(to)
    if recipient and named and recipient != named:
        raise LearnleadError(Problem(f"--for {recipient} and --to {named} disagree", "say one"))
    begin, end = read_range(first, last, app.today)
    may_leave = kinds_shared(app)
    included = parse_kinds(include, [kind for kind in KINDS if kind in may_leave])
    refuse_kept_back(app, included - may_leave)
    wanted = ExportRequest(
        rubric=chosen,
        today=app.today,
        away=app.settings.away,
        first=begin,
        last=end,
        relationship=_known(relationship, chosen),
        include=included,
        may_leave=may_leave,
    )
    terms = Terms(
        recipient=_one_line("--for", recipient or named),
        until=_until(app, until),
        not_for=tuple(
            dict.fromkeys(
                line
                for one in not_for
                for word in one.split(",")
                if (line := _one_line("--not-for", word)) is not None
            )
        ),
    )
    keys = recipients_named(encrypt_to)
    if writes:
        _check_place(output, encrypts=bool(keys))
    ledger = app.ledger.read()
    app.warn(ledger.problems)
    before = ledger.for_recipient(terms.recipient)
    leader = Leader(
        id=before[-1].leader if before else secrets.token_hex(16),
        name=_one_line("--as", called) or (before[-1].leader_name if before else None),
    )
    return Asked(output if writes else None, wanted, terms, leader, before, keys)


def naming_for(app: AppContext, asked: Asked, want: str | None) -> BriefNaming:
    """The journal, read, and what people were called before."""
    from learnlead.app.export.journal import read_source
    from learnlead.cli.problems import tell_page_problems

    source = read_source(app.page_store, asked.wanted.rubric, app.rubrics)
    tell_page_problems(app, source.problems)
    return BriefNaming(
        source,
        asked.wanted,
        labels=app.settings.people,
        known=known_names(asked.before),
        salt=asked.leader.id,
        wish=wish_in(want),
    )


def seen_by_git(asked: Asked) -> list[Problem]:
    """That git would take the bundle along, if it would: a line before it is written."""
    from learnlead.adapters.disk.bundles.writing import form_of
    from learnlead.cli.examining import bundle_seen

    output = asked.output or ""
    folder = form_of(output, encrypts=bool(asked.keys)) == "folder"
    return [*bundle_seen(output, folder=folder)]


def said_besides(asked: Asked, named: NamedBrief, ids: Collection[str]) -> tuple[str, ...]:
    """What the bundle will say beside its lines, in sentences."""
    from learnlead.app.export.packing import manifest_head, manifest_sentences

    head = manifest_head(named.brief, asked.wanted, ids, leader=asked.leader, terms=asked.terms)
    return manifest_sentences(head, named.brief.offer.content_of(ids))


def put_out(
    app: AppContext,
    asked: Asked,
    named: NamedBrief,
    ids: Collection[str],
) -> str:
    """Write the bundle, after the ledger says what is in it; its id.

    Raises:
        LearnleadError: something has its name by now.
        MachineFailed: the machine refused; the ledger then says that nothing left.
    """
    from learnlead.adapters.disk.bundles.writing import (
        encrypted,
        form_of,
        place_for,
        write_file,
        write_folder,
        zipped,
    )
    from learnlead.app.export.packing import pack

    want = named.want
    bundle = pack(
        named.brief,
        asked.wanted,
        ids,
        want=want,
        leader=asked.leader,
        terms=asked.terms,
        since=asked.before[-1].on if asked.before else None,
    )
    output = asked.output or ""
    form = form_of(output, encrypts=bool(asked.keys))
    packed = b"" if form == "folder" else zipped(bundle.files)
    if form == "age":
        packed = encrypted(packed, asked.keys)
    lines = named.brief.offer.chosen(ids)
    entry = Export(
        entry=secrets.token_hex(16),
        bundle=bundle.manifest.id,
        leader=asked.leader.id,
        leader_name=asked.leader.name,
        on=asked.wanted.today,
        terms=asked.terms,
        file=output,
        encrypted=form == "age",
        names=named.names.called,
        lines=(
            *([ExportedLine(id="want", kind="want", text=want)] if want else []),
            *(ExportedLine(id=line.id, kind=line.kind, text=line.text) for line in lines),
        ),
    )
    app.ledger.add(entry)
    try:
        if form == "folder":
            write_folder(place_for(output), bundle.files)
        else:
            write_file(place_for(output), packed)
    except LearnleadError:
        app.ledger.add(Withdrawal(withdrawn=entry.entry))
        raise
    return bundle.manifest.id


def _last_and_name(to: Sequence[str]) -> tuple[str | None, str | None]:
    """`--to` is a period's last day wherever it is one; any other words are a recipient's name."""
    days = [one for one in to if one[:1].isdigit() or _is_day(one)]
    names = [one for one in to if one not in days]
    for several in (days, names):
        if len(set(several)) > 1:
            raise LearnleadError(Problem(f"--to {several[0]} and --to {several[1]}", "say one"))
    return (days[0] if days else None), (names[0] if names else None)


def _is_day(text: str) -> bool:
    try:
        read_days(text, date(2000, 1, 1))
    except LearnleadError:
        return False
    return True


def _known(relationship: str | None, rubric: Rubric) -> str | None:
    ids = [*(one.id for one in rubric.relationships), OTHER]
    if relationship is not None and relationship not in ids:
        remedy = near_or_all(relationship, ids, "it has")
        message = f"{rubric.id} has no relationship {quoted(relationship)}"
        raise LearnleadError(Problem(message, remedy))
    return relationship


def _one_line(option: str, given: str | None) -> str | None:
    try:
        line = clean_line(given or "")
    except ValueError as error:
        raise LearnleadError(Problem(f"{option}: {error}", "take it out")) from None
    if line and len(line) > _LONGEST:
        raise LearnleadError(Problem(f"{option} is longer than {_LONGEST} letters", "say less"))
    return line.strip() or None if line else None


def _until(app: AppContext, given: str | None) -> date | None:
    if given is None:
        return None
    today = app.today
    day = read_days(given, today, lambda period: period.last >= today).last
    if day < today:
        raise LearnleadError(Problem(f"--until {day} is over", "name a day that is to come"))
    return day


def _check_place(output: str | None, *, encrypts: bool) -> None:
    from learnlead.adapters.disk.bundles.writing import form_of, place_for

    if not output or output == "-":
        remedy = "--output coach.zip, or a new folder; --dry-run only shows the lines"
        raise LearnleadError(Problem("a bundle needs a file or folder to go to", remedy))
    form_of(output, encrypts=encrypts)
    place_for(output)
