"""What left, and what could leave, line by line: for people and for programs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby

from learnlead.coaching.ledger import Export, Ledger
from learnlead.coaching.selection import KIND_WORDS, Offer, Offered
from learnlead.reports.coach_words import FREE_TEXT
from learnlead.reports.json import problem_json
from learnlead.reports.words import counted, day


def offer_lines(offer: Offer, ids: Collection[str], want: str | None) -> Iterator[str]:
    """Every line that could leave, by kind, with a mark before those that do."""
    if want:
        yield "What you want from this conversation"
        yield from _marked("[x]", want)
    for kind, lines in groupby(offer.lines, key=lambda line: line.kind):
        yield KIND_WORDS[kind]
        for line in lines:
            yield from _marked("[x]" if line.id in ids else "[ ]", offered_text(line))
            yield from (f"        {said}" for said in hit_words(line))
    yield f"{counted(len(offer.leaving(ids)), 'line')} of {len(offer.lines)} would leave."
    yield FREE_TEXT


def offered_text(line: Offered) -> str:
    """The line with its day and what it is before it."""
    head = ", ".join(filter(None, [line.date.isoformat() if line.date else "", line.about]))
    return f"{head}: {line.text}" if head else line.text


def hit_words(line: Offered) -> list[str]:
    """Each name that was replaced in the line, once."""
    return list(dict.fromkeys(f"“{hit.said}” reads “{hit.instead}”" for hit in line.hits))


def _marked(mark: str, text: str) -> Iterator[str]:
    first, *more = text.split("\n")
    yield f"  {mark} {first}"
    yield from (f"      {line}" for line in more)


def offer_json(
    offer: Offer, ids: Collection[str], *, want: str | None, bundle: str | None, file: str | None
) -> dict[str, object]:
    """The same for programs; `bundle` and `file` only once it is written."""
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
                "names": [{"said": hit.said, "instead": hit.instead} for hit in line.hits],
            }
            for line in offer.lines
        ],
    }


def shared_lines(ledger: Ledger, today: date) -> Iterator[str]:
    """Every bundle, newest first, and each line that left in it."""
    if not ledger.exports:
        yield "Nothing has left yet."
    for number, one in enumerate(reversed(ledger.exports)):
        if number:
            yield ""
        lines = sum(line.kind != "want" for line in one.lines)  # as `export` counts what was ticked
        yield f"{day(one.on)}, {_terms(one, today)}: {one.file} ({counted(lines, 'line')})"
        for line in one.lines:
            first, *more = line.text.split("\n")
            yield f"  {line.kind}: {first}"
            yield from (f"    {text}" for text in more)


def _terms(one: Export, today: date) -> str:
    terms = one.terms
    said = [f"for {terms.recipient}" if terms.recipient else "for nobody by name"]
    if terms.until:
        said.append(f"until {day(terms.until)}" + (" (over)" if terms.until < today else ""))
    said += [f"not for the {who}" for who in terms.not_for]
    said += ["encrypted"] if one.encrypted else []
    return ", ".join(said)


def shared_json(ledger: Ledger) -> dict[str, object]:
    """The same for programs, oldest first."""
    return {
        "schema": "learnlead/shared/1",
        "shared": [
            {
                "bundle": one.bundle,
                "leader": one.leader,
                "on": one.on.isoformat(),
                "for": one.terms.recipient,
                "until": one.terms.until.isoformat() if one.terms.until else None,
                "not_for": list(one.terms.not_for),
                "file": one.file,
                "encrypted": one.encrypted,
                "lines": [
                    {"id": line.id, "kind": line.kind, "text": line.text} for line in one.lines
                ],
            }
            for one in ledger.exports
        ],
        "problems": [problem_json(problem) for problem in ledger.problems],
    }


def choice_rows(lines: Sequence[Offered]) -> list[tuple[str, list[Offered]]]:
    """The lines under the headings of their kinds."""
    return [(KIND_WORDS[kind], list(some)) for kind, some in groupby(lines, key=lambda x: x.kind)]
