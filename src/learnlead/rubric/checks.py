"""What types cannot say about a rubric or a prompt bank: ids that hold together, good style.

Errors are looked for in the tree, so that they come with the rest of what is wrong and each at its
own line; warnings only in what is otherwise good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from learnlead.errors import Problem
from learnlead.plaintext.document import Document, Tree
from learnlead.plaintext.words import near_or_all, quoted
from learnlead.rubric.model import ALL, RESERVED, Rubric
from learnlead.rubric.prompts import PromptBank

MOST_WORDS = 15
"""Of `when`, and of `i`: an item is read in one breath."""

FEWEST_WORDINGS = 3
"""Of evidence for one behaviour: fewer are soon answered by rote."""

_SECTIONS = ("relationships", "behaviours", "questions")
_WHY = re.compile(r"\bwhy\s+did(n['’]t)?\s+you\b", re.IGNORECASE)

_Path = tuple[str | int, ...]


class _Notes:
    """Makes problems of one document."""

    def __init__(
        self, document: Document, file: str, severity: Literal["error", "warning"] = "error"
    ) -> None:
        self._document = document
        self._file = file
        self._severity: Literal["error", "warning"] = severity

    def at(self, path: _Path, message: str, remedy: str) -> Problem:
        """A problem at the line of the path."""
        line = self._document.line_of(path)
        return Problem(message, remedy, self._file, line, self._severity)


def rubric_errors(document: Document, file: str) -> Iterator[Problem]:
    """Ids that are reserved, stand twice or do not exist; choices without options."""
    note = _Notes(document, file)
    seen: dict[str, int] = {}
    for path, one in _texts(document, _SECTIONS, "id"):
        if one in RESERVED or one == ALL:
            message = f"the id {quoted(one)} is reserved: pages use it themselves"
            yield note.at(path, message, "choose another id")
        elif one in seen:
            message = f"the id {quoted(one)} stands twice, here and in line {seen[one]}"
            yield note.at(path, message, "rename one of the two: all ids of a rubric differ")
        else:
            seen[one] = document.line_of(path)
    known = dict.fromkeys([*(one for _, one in _texts(document, ("relationships",), "id")), ALL])
    for path, one in _texts(document, ("behaviours",), "relationship"):
        if one not in known:
            message = f"this rubric has no relationship {quoted(one)}"
            yield note.at(path, message, near_or_all(one, known, "there are"))
    for path, question in _entries(document, "questions"):
        if question.get("kind") == "choice" and not question.get("options"):
            message = "a question of kind choice needs options"
            yield note.at(path, message, "add a line 'options: [one, two]'")


def rubric_warnings(rubric: Rubric, document: Document, file: str) -> Iterator[Problem]:
    """Items that are too long to be read in one breath, or without their opportunity."""
    note = _Notes(document, file, "warning")
    for number, behaviour in enumerate(rubric.behaviours):
        path = ("behaviours", number)
        for key, sentence in (("when", behaviour.when), ("i", behaviour.i)):
            words = len((sentence or "").split())
            if words > MOST_WORDS:
                message = f"'{key}' of {behaviour.id} has {words} words"
                yield note.at((*path, key), message, f"keep to {MOST_WORDS} words and one act")
        if rubric.scale.kind == "frequency" and behaviour.when is None:
            message = f"{behaviour.id} has no 'when', but the scale asks how often"
            remedy = "add a line 'when: …' that says on which occasions"
            yield note.at(path, message, remedy)


def bank_errors(document: Document, file: str, rubric: Rubric) -> Iterator[Problem]:
    """A bank for another rubric; evidence for behaviours that the rubric does not have."""
    note = _Notes(document, file)
    data = document.data if isinstance(document.data, dict) else {}
    named = data.get("rubric")
    if isinstance(named, str) and named != rubric.id:
        message = f"this bank is for the rubric {quoted(named)}, not for {rubric.id}"
        yield note.at(("rubric",), message, f"write 'rubric: {rubric.id}', or rename the file")
    known = dict.fromkeys(behaviour.id for behaviour in rubric.behaviours)
    evidence = data.get("evidence")
    for behaviour in evidence if isinstance(evidence, dict) else ():
        if behaviour not in known:
            message = f"the rubric has no behaviour {quoted(behaviour)}"
            remedy = near_or_all(behaviour, known, "there are")
            yield note.at(("evidence", behaviour), message, remedy)


def bank_warnings(bank: PromptBank, document: Document, file: str) -> Iterator[Problem]:
    """Few wordings of evidence; questions that ask for a justification."""
    note = _Notes(document, file, "warning")
    for behaviour, wordings in bank.evidence.items():
        if len(wordings) < FEWEST_WORDINGS:
            message = f"evidence for {behaviour} has {len(wordings)} of {FEWEST_WORDINGS} wordings"
            remedy = "add some, so that the question does not wear out"
            yield note.at(("evidence", behaviour), message, remedy)
    for path, text in _all_texts(document.data):
        if _WHY.search(text):
            remedy = "ask what happened, or what made it hard"
            yield note.at(path, "'why did you' asks for a justification", remedy)


def _entries(document: Document, section: str) -> Iterator[tuple[_Path, dict[str, Tree]]]:
    data = document.data if isinstance(document.data, dict) else {}
    entries = data.get(section)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (section, number), entry


def _texts(document: Document, sections: tuple[str, ...], key: str) -> Iterator[tuple[_Path, str]]:
    for section in sections:
        for path, entry in _entries(document, section):
            if isinstance(text := entry.get(key), str):
                yield (*path, key), text


def _all_texts(node: Tree, path: _Path = ()) -> Iterator[tuple[_Path, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from _all_texts(inner, (*path, key))
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from _all_texts(inner, (*path, number))
