"""The steps of an export: the journal read, what is said before a yes, the bundle written."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence

from learnlead.app.export.names import BriefNaming, NamedBrief
from learnlead.cli.context import AppContext
from learnlead.cli.export_options import ExportOptions
from learnlead.coach.ledger import Export, ExportedLine, Withdrawal, known_names
from learnlead.coach.selection import OfferedLine
from learnlead.errors import LearnleadError, Problem
from learnlead.page.private import redact_for_sharing
from learnlead.text.clean import clean_text
from learnlead.text.limits import remedy_for, text_within


def read_wish(text: str | None) -> str | None:
    """What the leader wants from the conversation, without its private parts.

    Raises:
        LearnleadError: it is too long, or holds a character that no text may hold.
    """
    try:
        return clean_text(redact_for_sharing(text_within(text or "") or ""))
    except ValueError as error:
        raise LearnleadError(Problem(f"--want: {error}", remedy_for(error))) from None


def replacement_lines(lines: Sequence[OfferedLine]) -> Iterator[str]:
    """One sentence on the number of replaced names, if there are any."""
    hits = sum(len(line.hits) for line in lines)
    if hits:
        yield f"Names were replaced in {hits} place{'s' if hits > 1 else ''}."


def review_lines(lines: Sequence[OfferedLine]) -> Iterator[str]:
    """Whether names were replaced, and how to read every line before saying yes."""
    yield next(replacement_lines(lines), "No name was replaced.")
    yield "Type r to read every line whole first, as it will leave."


def naming_for(app: AppContext, options: ExportOptions, want: str | None) -> BriefNaming:
    """The journal and the names of earlier exports; warns of problems on pages."""
    from learnlead.app.export.journal import read_source
    from learnlead.cli.problems import tell_page_problems

    source = read_source(app.page_store, options.request.rubric, app.rubrics)
    tell_page_problems(app, source.problems)
    return BriefNaming(
        source,
        options.request,
        labels=app.settings.people,
        known=known_names(options.before),
        salt=options.leader.id,
        wish=read_wish(want),
    )


def bundle_warnings(options: ExportOptions) -> list[Problem]:
    """A warning if git would track the bundle, to be given before it is written."""
    from learnlead.adapters.disk.bundles.writing import form_of
    from learnlead.cli.diagnosis import bundle_git_warnings

    output = options.output or ""
    folder = form_of(output, encrypts=bool(options.keys)) == "folder"
    return [*bundle_git_warnings(output, folder=folder)]


def besides_sentences(
    options: ExportOptions, named: NamedBrief, ids: Collection[str]
) -> tuple[str, ...]:
    """What else the bundle holds beside its lines, in sentences."""
    from learnlead.app.export.packing import manifest_head, manifest_sentences

    head = manifest_head(
        named.brief, options.request, ids, leader=options.leader, terms=options.terms
    )
    return manifest_sentences(head, named.brief.offer.content_of(ids))


def write_bundle(
    app: AppContext,
    options: ExportOptions,
    named: NamedBrief,
    ids: Collection[str],
) -> str:
    """Enter the bundle in the ledger, then write it; its id.

    Raises:
        LearnleadError: the file or folder exists by now.
        MachineFailed: it could not be written; the ledger then says that it was withdrawn.
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
        options.request,
        ids,
        want=want,
        leader=options.leader,
        terms=options.terms,
        since=options.before[-1].on if options.before else None,
    )
    output = options.output or ""
    form = form_of(output, encrypts=bool(options.keys))
    packed = b"" if form == "folder" else zipped(bundle.files)
    if form == "age":
        packed = encrypted(packed, options.keys)
    lines = named.brief.offer.chosen(ids)
    entry = Export(
        entry=secrets.token_hex(16),
        bundle=bundle.manifest.id,
        leader=options.leader.id,
        leader_name=options.leader.name,
        on=options.request.today,
        terms=options.terms,
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
