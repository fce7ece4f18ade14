"""What types cannot say about a rubric or a prompt bank: that its ids hold together.

It is looked for in the tree, so that it comes with the rest of what is wrong, each at its line.
"""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.errors import Problem
from learnlead.plaintext.document import Tree, YamlDocument
from learnlead.plaintext.words import near_or_all, quoted
from learnlead.rubric.model import ALL, RESERVED, Rubric
from learnlead.rubric.noting import Noting, Path

_ASKED = ("behaviours", "questions")
SECTIONS = ("relationships", "behaviours", "questions")


def rubric_errors(document: YamlDocument, file: str) -> Iterator[Problem]:
    """Nothing to ask; ids that are reserved, stand twice or are not there; empty choices."""
    note = Noting(document, file)
    if not any(document.keys.get(section) for section in _ASKED):
        message = "this rubric asks nothing: it has neither a behaviour nor a question"
        yield note.at(
            (), message, "add a line 'behaviours:' and its entries below, each after '- '"
        )
    seen: dict[str, int] = {}
    for path, one in texts_of(document, SECTIONS, "id"):
        if one in RESERVED or one == ALL:
            message = f"the id {quoted(one)} is reserved: pages use it themselves"
            yield note.at(path, message, "choose another id")
        elif one in seen:
            message = f"the id {quoted(one)} stands twice, here and in line {seen[one]}"
            yield note.at(path, message, "rename one of the two: all ids of a rubric differ")
        else:
            seen[one] = document.line_of(path)
    known = dict.fromkeys([*(one for _, one in texts_of(document, ("relationships",), "id")), ALL])
    for path, one in texts_of(document, ("behaviours",), "relationship"):
        if one not in known:
            message = f"this rubric has no relationship {quoted(one)}"
            yield note.at(path, message, near_or_all(one, known, "there are"))
    for path, question in _entries(document, "questions"):
        if question.get("kind") == "choice" and not question.get("options"):
            message = "a question of kind choice needs options"
            yield note.at(path, message, "add a line 'options: [one, two]'")


def bank_errors(document: YamlDocument, file: str, rubric: Rubric) -> Iterator[Problem]:
    """A bank for another rubric; evidence for behaviours that the rubric does not have."""
    note = Noting(document, file)
    named = document.keys.get("rubric")
    if isinstance(named, str) and named != rubric.id:
        message = f"this bank is for the rubric {quoted(named)}, not for {rubric.id}"
        yield note.at(("rubric",), message, f"write 'rubric: {rubric.id}', or rename the file")
    known = dict.fromkeys(behaviour.id for behaviour in rubric.behaviours)
    evidence = document.keys.get("evidence")
    for behaviour in evidence if isinstance(evidence, dict) else ():
        if behaviour not in known:
            message = f"the rubric has no behaviour {quoted(behaviour)}"
            remedy = near_or_all(behaviour, known, "there are")
            yield note.at(("evidence", behaviour), message, remedy)


def _entries(document: YamlDocument, section: str) -> Iterator[tuple[Path, dict[str, Tree]]]:
    entries = document.keys.get(section)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (section, number), entry


def texts_of(
    document: YamlDocument, sections: tuple[str, ...], key: str
) -> Iterator[tuple[Path, str]]:
    """The texts behind that key of each entry in those sections, with their places."""
    for section in sections:
        for path, entry in _entries(document, section):
            if isinstance(text := entry.get(key), str):
                yield (*path, key), text
