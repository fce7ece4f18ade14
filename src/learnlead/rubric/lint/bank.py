"""Craft of a prompt bank: enough wordings, all of which get asked, none of which accuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from learnlead.errors import Problem
from learnlead.rubric.faults import Noting, Path, all_texts
from learnlead.rubric.lint import english
from learnlead.rubric.lint.english import grade
from learnlead.rubric.lint.items import HIGHEST_GRADE, rhythm_warnings
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import FollowUps, Opposite, PromptBank, keys_of
from learnlead.text.yaml_document import Tree, YamlDocument

FEWEST_WORDINGS = 3
"""Of evidence for one behaviour: fewer are soon answered by rote."""

_LISTED = 5
_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NO_WORDINGS = ("learnlead-prompts", "rubric", "language")
_OF_ANY_TIME = ("focus-notice", "coach-questions")
"""A focus is a quarter's, and a coach comes when a coach comes."""

_TURNS = (
    *(("opposite", key) for key in keys_of(Opposite)),
    *(("follow-up", key) for key in keys_of(FollowUps)),
)
"""Lists that have a turn in every second sitting: of an even number half would never come."""


def bank_warnings(
    bank: PromptBank,
    document: YamlDocument,
    file: str,
    rubric: Rubric | None,
    below: PromptBank | None = None,
) -> Iterator[Problem]:
    """What could be asked better.

    A bank may give only what it changes, so that a step is missing is no fault; that it asks for
    evidence of some behaviours and not of others is, unless the bank `below` fills the gap.
    """
    note = Noting(document, file, "warning")
    yield from _without_evidence(bank.merged_over(below) if below else bank, note, rubric)
    yield from wording_warnings(document, file, rubric)


def wording_warnings(document: YamlDocument, file: str, rubric: Rubric | None) -> Iterator[Problem]:
    """What holds of each wording or list by itself, also in a bank that has errors elsewhere."""
    note = Noting(document, file, "warning")
    asked = {key: value for key, value in document.keys.items() if key not in _NO_WORDINGS}
    yield from _few(asked, note)
    yield from _half_asked(asked, note)
    language = document.keys.get("language")
    language = language if isinstance(language, str) else "en"
    if english.is_english(language):
        yield from _english(asked, note)
        yield from _taken_for_done(asked, rubric, note)
    if rubric is not None:
        timed = {key: value for key, value in asked.items() if key not in _OF_ANY_TIME}
        yield from rhythm_warnings(all_texts(timed), language, rubric, note)


def _few(asked: dict[str, Tree], note: Noting) -> Iterator[Problem]:
    evidence = asked.get("evidence")
    for behaviour, wordings in evidence.items() if isinstance(evidence, dict) else ():
        if not _ID.fullmatch(behaviour):
            continue  # an error, which says so by itself
        if isinstance(wordings, list) and 0 < len(wordings) < FEWEST_WORDINGS:
            message = f"evidence for {behaviour} has {len(wordings)} of {FEWEST_WORDINGS} wordings"
            remedy = "add some, so that the question does not wear out"
            yield note.at(("evidence", behaviour), message, remedy)


def _without_evidence(bank: PromptBank, note: Noting, rubric: Rubric | None) -> Iterator[Problem]:
    left = [b.id for b in rubric.behaviours if b.id not in bank.evidence] if rubric else []
    if left and bank.evidence:
        more = f" and {len(left) - _LISTED} more" if len(left) > _LISTED else ""
        message = f"no evidence is asked for {', '.join(left[:_LISTED])}{more}"
        remedy = f"add {FEWEST_WORDINGS} wordings for each, else the program's plain words serve"
        yield note.at(("evidence",), message, remedy)


def _half_asked(asked: dict[str, Tree], note: Noting) -> Iterator[Problem]:
    for step, kind in _TURNS:
        kinds = asked.get(step)
        wordings = kinds.get(kind) if isinstance(kinds, dict) else None
        if isinstance(wordings, list) and wordings and len(wordings) % 2 == 0:
            message = (
                f"{len(wordings)} wordings of {step} {kind}: its turn comes in every second "
                "sitting, so that half of an even number is never asked"
            )
            yield note.at((step, kind), message, "add one, or take one out")


def _taken_for_done(
    asked: dict[str, Tree], rubric: Rubric | None, note: Noting
) -> Iterator[Problem]:
    """Questions before a rating that presuppose what the rating is about."""
    evidence = asked.get("evidence")
    for behaviour in rubric.behaviours if rubric and isinstance(evidence, dict) else ():
        wordings = evidence.get(behaviour.id) if isinstance(evidence, dict) else None
        for number, text in enumerate(wordings if isinstance(wordings, list) else ()):
            if isinstance(text, str) and english.takes_for_done(text, behaviour.i):
                message = f"this takes for done what the rating of {behaviour.id} asks"
                remedy = "ask what happened when the occasion came, whatever was done"
                yield note.at(("evidence", behaviour.id, number), message, remedy)


def _english(asked: dict[str, Tree], note: Noting) -> Iterator[Problem]:
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
