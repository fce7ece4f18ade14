"""The steps of an export: the journal read, what is said before a yes, the bundle written."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence

from learnlead.app.export.names import BriefNaming, NamedBrief, RubricToName
from learnlead.app.export.request import ExportRequest
from learnlead.cli.context import AppContext
from learnlead.cli.export.names import People
from learnlead.cli.export.options import ExportOptions
from learnlead.cli.export.wish import ask_plainly, ask_wish, read_wish
from learnlead.coach.bundle import MANIFEST_FILE, SIGNATURE_FILE
from learnlead.coach.ledger import Export, ExportedLine, Withdrawal, known_names
from learnlead.coach.recall import Recall
from learnlead.coach.selection import OfferedLine
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words


def replacement_lines(lines: Sequence[OfferedLine], words: Words) -> Iterator[str]:
    """One sentence on the number of replaced names, if there are any."""
    hits = sum(len(line.hits) for line in lines)
    if hits:
        yield words.counted(hits, "export.replaced-in")


def agreed_lines(
    app: AppContext, options: ExportOptions, people: People, *, asks_wish: bool, decides: bool
) -> frozenset[str] | None:
    """Let the leader tick lines, decide names, and say yes, going back as they like.

    Args:
        app: asks and says.
        options: of the export.
        people: the lines, and the names in them.
        asks_wish: whether one goes back from the lines to the wish.
        decides: whether undecided names are asked about.

    Returns:
        The ids of the lines that leave, or None if the leader says no.

    Raises:
        LearnleadError: nothing was ticked and nothing wanted.
        Interrupted: Ctrl-C, or the end of the input.
    """
    while True:
        ids = people.tick()
        if ids is None:
            if asks_wish:
                people.wish(read_wish(ask_wish(app, people.wanted)))
            continue
        refuse_nothing(options, people, ids)
        decided = people.ask(ids) if decides else ids
        if decided is None:
            continue
        app.warn(bundle_warnings(options))
        agreed = _agreed(app, options, people, decided)
        if agreed is not None:
            return decided if agreed else None


def refuse_nothing(options: ExportOptions, people: People, ids: Collection[str]) -> None:
    """Refuse a bundle without a line and without a wish.

    Raises:
        LearnleadError: it would be one (exit 2).
    """
    offer = people.named.offer
    if offer.chosen(ids) or people.named.want:
        return
    if offer.lines and not offer.new:
        message = "there is nothing new for them: nothing has left"
        raise LearnleadError(Problem(message, "--again offers older lines and what they have, too"))
    remedy = "hold a sitting first, or tick more with --include"
    if not offer.lines and options.request.phrases:
        remedy = "no line holds the word: try another, or its first letters"
    raise LearnleadError(Problem("no line is ticked: nothing has left", remedy))


def _agreed(
    app: AppContext, options: ExportOptions, people: People, ids: Collection[str]
) -> bool | None:
    """Whether the leader says yes; `r` shows every line first. None to go back to the lines."""
    from learnlead.adapters.terminal.output import width
    from learnlead.adapters.terminal.reading_lines import read_lines
    from learnlead.reports.coach_report import terms_sentence
    from learnlead.text.cells import wrap

    words, lines, want = app.words_of("export"), people.named.offer.chosen(ids), people.named.want
    terms = terms_sentence(options.terms, words)
    sentences = (terms, words("export.free-text"), *review_lines(lines, words))
    app.say(*(line for sentence in sentences for line in wrap(sentence, width())))
    besides = besides_sentences(options, people.named, ids)
    number, whom = words.counted(len(lines), "shared.lines"), options.terms.recipient
    key = "export.write-for" if whom else "export.write"
    question = words(key, lines=number, whom=whom, file=options.output)
    question = f"{question} {words('yes-or-no')}"
    while True:
        typed = ask_plainly(app, question).strip().lower()
        if typed in ("b", "back"):
            return None
        if typed not in ("r", "read"):
            return typed in words("yes-or-no.yes").split()
        read_lines(lines, want, besides, words=words, plain=app.plain, colour=app.colour)


def review_lines(lines: Sequence[OfferedLine], words: Words) -> Iterator[str]:
    """Whether names were replaced, and how to read every line before saying yes."""
    yield next(replacement_lines(lines, words), words("export.none-replaced"))
    yield words("export.read-first")


def naming_for(
    app: AppContext, options: ExportOptions, want: str | None, *, again: bool, starts: bool
) -> BriefNaming:
    """The journal and the names of earlier exports; warns of problems on pages.

    Args:
        app: has the journal.
        options: of the export.
        want: what the leader wants from the conversation.
        again: whether lines that the recipient has are offered once more.
        starts: whether what was chosen for the recipient last time is ticked beforehand.
    """
    from learnlead.app.export.journal import read_source
    from learnlead.cli.problems import tell_page_problems

    rubrics = tuple(
        RubricToName(
            read_source(app.page_store, request.rubric, app.rubrics),
            request,
            _recall(options, request, again=again, starts=starts),
        )
        for request in options.requests
    )
    problems = [problem for rubric in rubrics for problem in rubric.source.problems]
    tell_page_problems(app, list(dict.fromkeys(problems)))
    return BriefNaming(
        rubrics,
        labels=app.settings.people,
        known=known_names(options.before),
        salt=options.leader.id,
        wish=read_wish(want),
    )


def _recall(options: ExportOptions, request: ExportRequest, *, again: bool, starts: bool) -> Recall:
    rubric, whom = request.rubric.id, options.terms.recipient or ""
    remembered = options.before if whom and not again else ()
    exports = [export for export in remembered if export.holds(rubric)]
    return Recall(request.today, whom, exports, starts=starts, rubric=rubric)


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

    return manifest_sentences(
        [
            (
                manifest_head(brief, ids, leader=options.leader, terms=options.terms),
                brief.offer.content_of(ids),
            )
            for brief in named.briefs
        ],
        options.request.words,
    )


def _signature(app: AppContext, options: ExportOptions, manifest: bytes) -> bytes | None:
    """The manifest's signature with the recipient's key; None, and why, where nothing can sign."""
    from learnlead.adapters.disk.bundles.signing import can_sign, signed

    key = app.workspace.records / "keys" / options.leader.id
    signature = signed(manifest, key, app.workspace.relative(key))
    if signature is None:
        words = app.words_of("export")
        app.say(words("export.not-signed" if can_sign() else "export.cannot-sign"))
    return signature


def write_bundle(
    app: AppContext,
    options: ExportOptions,
    named: NamedBrief,
    ids: Collection[str],
    pdf: str | None = None,
) -> str:
    """Enter the bundle in the ledger, then write it; its id. `pdf` is for its report.

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
        named.briefs,
        ids,
        want=want,
        leader=options.leader,
        terms=options.terms,
        since=options.before[-1].on if options.before else None,
        bom=options.bom,
    )
    files = dict(bundle.files)
    signature = _signature(app, options, files[MANIFEST_FILE])
    if signature is not None:
        files[SIGNATURE_FILE] = signature
    output = options.output or ""
    form = form_of(output, encrypts=bool(options.keys))
    packed = b"" if form == "folder" else zipped(files)
    if form == "age":
        packed = encrypted(packed, options.keys)
    lines = named.offer.chosen(ids)
    entry = Export(
        entry=secrets.token_hex(16),
        bundle=bundle.id,
        leader=options.leader.id,
        leader_name=options.leader.name,
        on=options.request.today,
        terms=options.terms,
        file=output,
        encrypted=form == "age",
        names=named.names.called,
        rubrics={b.request.rubric.id: b.offer.choice(ids) for b in named.briefs},
        pages=tuple(named.pages),
        settled=tuple(p.id for b in named.briefs for p in b.offer.content.plans if p.outcome),
        lines=(
            *([ExportedLine(id="want", kind="want", text=want)] if want else []),
            *(ExportedLine(id=line.id, kind=line.kind, text=line.text) for line in lines),
        ),
    )
    app.ledger.add(entry)
    try:
        if form == "folder":
            write_folder(place_for(output), files)
        else:
            write_file(place_for(output), packed)
    except LearnleadError:
        app.ledger.add(Withdrawal(withdrawn=entry.entry))
        raise
    if pdf is not None:
        from learnlead.adapters.disk.bundles.printing import write_pdf
        from learnlead.coach.bundle import REPORT

        write_pdf(bundle.files[f"{REPORT}.html"].decode(), pdf, app.state)
    return bundle.id
