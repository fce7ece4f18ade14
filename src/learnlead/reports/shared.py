"""Export offers, the ledger of exports, and replies, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby

from learnlead.coach.ledger import Export, Ledger
from learnlead.coach.names.candidates import Candidate
from learnlead.coach.references import reference_in_words
from learnlead.coach.reply import Reply
from learnlead.coach.selection import (
    TICKED_KINDS,
    OfferedLine,
    OfferedLines,
)
from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.attributes import attributes, problem_json
from learnlead.reports.document import Article, Document, Quote, Section
from learnlead.reports.words import capital


def offer_lines(
    offer: OfferedLines,
    ids: Collection[str],
    want: str | None,
    candidates: Sequence[Candidate],
    words: Words,
) -> Iterator[str]:
    """Every line that can be exported, by kind, with a mark before the chosen ones."""
    if want:
        yield words("export.you-want")
        yield from _marked("[x]", want)
    for heading, lines in lines_by_kind(offer.new, words):
        yield heading
        for line in lines:
            yield from _marked("[x]" if line.id in ids else "[ ]", offered_text(line))
            yield from (f"        {replaced}" for replaced in replacement_words(line, words))
    leaving = words.counted(len(offer.chosen(ids)), "shared.lines")
    yield words("export.would-leave", lines=leaving, all=len(offer.new))
    if older := len(offer.lines) - len(offer.new):
        yield words.counted(older, "export.older-lines")
    if candidates:
        yield words("export.undecided-listed", undecided=undecided_words(candidates, words))
    yield words("export.free-text")


def leaving_groups(
    lines: Sequence[OfferedLine], want: str | None, besides: Sequence[str], words: Words
) -> Iterator[tuple[str, list[str]]]:
    """All that is exported, by heading; last the names that were replaced, which stay."""
    if want:
        yield words("export.you-want"), [want]
    for heading, lines_of_kind in lines_by_kind(lines, words):
        yield heading, [offered_text(line) for line in lines_of_kind]
    yield words("export.besides"), list(besides)
    replaced = (names for line in lines for names in replacement_words(line, words))
    if names := list(dict.fromkeys(replaced)):
        yield words("export.replaced"), names


def ticked_words(lines: Sequence[OfferedLine], words: Words) -> str:
    """Which kinds are ticked by default, in words."""
    kinds = dict.fromkeys(line.kind for line in lines if line.ticked)
    named = ", ".join(kind for kind in kinds if kind not in TICKED_KINDS)
    if not kinds:
        return words("export.none-beforehand")
    return words("export.beforehand-and", kinds=named) if named else words("export.beforehand")


def undecided_words(candidates: Sequence[Candidate], words: Words = ENGLISH) -> str:
    """The number of undecided candidates, in words; English for the message of a problem."""
    return words.counted(len(candidates), "export.undecided")


def candidate_lines(candidates: Sequence[Candidate], words: Words) -> Iterator[str]:
    """The candidates with an excerpt, most frequent first."""
    if not candidates:
        yield words("export.all-decided")
        return
    width = max(len(str(candidate.count)) for candidate in candidates)
    for candidate in candidates:
        kind = words(f"export.candidate.{candidate.kind}")
        yield f"{candidate.count:{width}}  {candidate.words} ({kind}): {candidate.places[0]}"
    yield ""
    yield words("export.how-to-decide")


def offered_text(line: OfferedLine) -> str:
    """The line's text after its date and description."""
    head = ", ".join(filter(None, [line.date.isoformat() if line.date else "", line.about]))
    return f"{head}: {line.text}" if head else line.text


def replacement_words(line: OfferedLine, words: Words) -> list[str]:
    """Each replacement in the line, once."""
    reads = (words("export.reads", original=hit.original, instead=hit.instead) for hit in line.hits)
    return list(dict.fromkeys(reads))


def _marked(mark: str, text: str) -> Iterator[str]:
    first, *more = text.split("\n")
    yield f"  {mark} {first}"
    yield from (f"      {line}" for line in more)


def offer_json(
    offer: OfferedLines,
    ids: Collection[str],
    candidates: Sequence[Candidate],
    *,
    want: str | None,
    bundle: str | None,
    file: str | None,
) -> dict[str, object]:
    """The offer as JSON; `bundle` and `file` are None until it is written."""
    return {
        "schema": "learnlead/export/1",
        "bundle": bundle,
        "file": file,
        "want": want,
        "lines": [
            {
                "id": line.id,
                "kind": line.kind,
                "date": line.date.isoformat() if line.date else None,
                "about": line.about,
                "text": line.text,
                "leaves": line.id in ids,
                "had": line.had.isoformat() if line.had else None,
                "names": [{"said": hit.original, "instead": hit.instead} for hit in line.hits],
            }
            for line in offer.lines
        ],
        "undecided": [
            {
                "words": candidate.words,
                "kind": candidate.kind,
                "count": candidate.count,
                "places": candidate.places,
            }
            for candidate in candidates
        ],
    }


def shared_lines(ledger: Ledger, today: date, words: Words) -> Iterator[str]:
    """Every exported bundle, newest first, with its lines."""
    if not ledger.exports:
        yield words("shared.none")
    for number, export in enumerate(reversed(ledger.exports)):
        if number:
            yield ""
        lines = sum(
            line.kind != "want" for line in export.lines
        )  # as `export` counts what was ticked
        yield words(
            "shared.export",
            day=words.full_date(export.on),
            terms=_terms(export, today, words),
            file=export.file,
            lines=words.counted(lines, "shared.lines"),
        )
        for line in export.lines:
            first, *more = line.text.split("\n")
            yield words("shared.line", kind=words(f"shared.kind.{line.kind}"), text=first)
            yield from (f"    {text}" for text in more)


def _terms(export: Export, today: date, words: Words) -> str:
    terms = export.terms
    whom = terms.recipient
    parts = [words("shared.for", whom=whom) if whom else words("shared.for-nobody")]
    if terms.until:
        key = "shared.until-over" if terms.until < today else "shared.until"
        parts.append(words(key, day=words.full_date(terms.until)))
    parts += [words("terms.not-for", who=who) for who in terms.not_for]
    parts += [words("shared.encrypted")] if export.encrypted else []
    return ", ".join(parts)


def shared_json(ledger: Ledger) -> dict[str, object]:
    """The ledger as JSON, oldest first."""
    return {
        "schema": "learnlead/shared/1",
        "shared": [
            {
                **attributes(export, "bundle", "leader", "on"),
                "for": export.terms.recipient,
                "until": export.terms.until.isoformat() if export.terms.until else None,
                "not_for": list(export.terms.not_for),
                "file": export.file,
                "encrypted": export.encrypted,
                "lines": [
                    {"id": line.id, "kind": line.kind, "text": line.text} for line in export.lines
                ],
            }
            for export in ledger.exports
        ],
        "problems": [problem_json(problem) for problem in ledger.problems],
    }


def lines_by_kind(
    lines: Sequence[OfferedLine], words: Words
) -> list[tuple[str, list[OfferedLine]]]:
    """The lines grouped under the headings of their kinds."""
    return [
        (group.heading(words), list(lines_of_group))
        for group, lines_of_group in groupby(lines, key=lambda line: line.group)
    ]


def reply_report(reply: Reply, words: Words = ENGLISH) -> Document:
    """The reply's comments in their order, then the question."""
    parts = [(words("import.whole"), reply.remark)] if reply.remark else []
    if reply.agreed:
        parts.append((words("import.agreed"), "\n".join(reply.agreed)))
    if reply.next_session:
        parts.append((words("import.next"), words.full_date(reply.next_session)))
    parts += [
        (words("import.on", what=reference_in_words(comment.on, words)), comment.text)
        for comment in reply.comments
    ]
    if reply.question:
        parts.append((words("import.question"), reply.question))
    body = tuple(
        Section(capital(heading), (Quote("", tuple(text.split("\n"))),)) for heading, text in parts
    )
    coach, day_of_it = reply.sender or words("import.your-coach"), words.full_date(reply.date)
    title = words("import.title", coach=coach, day=day_of_it)
    return Document([Article(title, "", body, widest=90)], language=words.language)


def reply_json(reply: Reply, page: str | None) -> dict[str, object]:
    """The reply as JSON; `page` is its page in the journal, None if there is none."""
    return {
        "schema": "learnlead/journal-import-reply/1",
        "page": page,
        "date": reply.date.isoformat(),
        "from": reply.sender,
        "rubric": reply.rubric,
        "bundle": reply.bundle,
        "comments": [{"on": comment.on, "text": comment.text} for comment in reply.comments],
        "question": reply.question,
        "remark": reply.remark,
        "agreed": list(reply.agreed),
        "next_session": reply.next_session.isoformat() if reply.next_session else None,
    }
