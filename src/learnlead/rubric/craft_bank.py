"""Craft of a prompt bank: enough wordings, all of which get asked, none of which accuses."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.errors import Problem
from learnlead.plaintext.document import Document
from learnlead.rubric import english
from learnlead.rubric.craft import HIGHEST_GRADE
from learnlead.rubric.model import Rubric
from learnlead.rubric.noting import Noting, Path, all_texts
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.readability import grade

FEWEST_WORDINGS = 3
"""Of evidence for one behaviour: fewer are soon answered by rote."""

_LISTED = 5
_NO_WORDINGS = ("learnlead-prompts", "rubric", "language")


def bank_warnings(
    bank: PromptBank,
    document: Document,
    file: str,
    rubric: Rubric | None,
    below: PromptBank | None = None,
) -> Iterator[Problem]:
    """What could be asked better.

    A bank may give only what it changes, so that a step is missing is no fault; that it asks for
    evidence of some behaviours and not of others is, unless the bank `below` fills the gap.
    """
    note = Noting(document, file, "warning")
    for behaviour, wordings in bank.evidence.items():
        if len(wordings) < FEWEST_WORDINGS:
            message = f"evidence for {behaviour} has {len(wordings)} of {FEWEST_WORDINGS} wordings"
            remedy = "add some, so that the question does not wear out"
            yield note.at(("evidence", behaviour), message, remedy)
    yield from _without_evidence(bank.merged_over(below) if below else bank, note, rubric)
    yield from _half_asked(bank, note)
    if english.is_english(bank.language):
        yield from _english(document, note)


def _without_evidence(bank: PromptBank, note: Noting, rubric: Rubric | None) -> Iterator[Problem]:
    left = [b.id for b in rubric.behaviours if b.id not in bank.evidence] if rubric else []
    if left and bank.evidence:
        more = f" and {len(left) - _LISTED} more" if len(left) > _LISTED else ""
        message = f"no evidence is asked for {', '.join(left[:_LISTED])}{more}"
        remedy = f"add {FEWEST_WORDINGS} wordings for each, else the program's plain words serve"
        yield note.at(("evidence",), message, remedy)


def _half_asked(bank: PromptBank, note: Noting) -> Iterator[Problem]:
    """Lists that have a turn in every second sitting: of an even number half would never come."""
    follow_up = bank.follow_up
    lists = {
        ("opposite", "high"): bank.opposite.high,
        ("opposite", "low"): bank.opposite.low,
        ("follow-up", "low"): follow_up.low,
        ("follow-up", "high"): follow_up.high,
        ("follow-up", "no-occasion"): follow_up.no_occasion,
        ("follow-up", "empty"): follow_up.empty,
    }
    for path, wordings in lists.items():
        if wordings and len(wordings) % 2 == 0:
            message = (
                f"{len(wordings)} wordings of {' '.join(path)}: its turn comes in every second "
                "sitting, so that half of an even number is never asked"
            )
            yield note.at(path, message, "add one, or take one out")


def _english(document: Document, note: Noting) -> Iterator[Problem]:
    data = document.data if isinstance(document.data, dict) else {}
    asked = {key: value for key, value in data.items() if key not in _NO_WORDINGS}
    together: list[str] = []
    for path, text in all_texts(asked):
        together.append(text)
        if english.asks_for_reasons(text):
            yield note.accusing(path)
        if idiom := english.idiom_in(text):
            yield note.pictured(path, "this wording", idiom)
    if (years := grade("\n".join(together))) > HIGHEST_GRADE:
        message = f"the wordings are hard to read: school year {years:.0f} (Flesch-Kincaid)"
        first: Path = tuple(asked)[:1]
        yield note.at(first, message, f"shorter sentences and words, down to year {HIGHEST_GRADE}")
